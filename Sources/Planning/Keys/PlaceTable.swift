/// Finds the places of keys in an array that holds the keys itself, by their hashes: four bytes a slot, no second copy
/// of any key.
///
/// Linear probing, at most three slots in four in use; what is removed leaves no gap behind.
struct PlaceTable: Sendable {
    /// The place plus one; 0 is a free slot.
    private var slots: [UInt32] = []
    private(set) var count = 0

    init() {}

    /// The table of the places 0 ..< `count`; `hash` tells the hash of the key at a place.
    init(of count: Int, _ hash: (Int) -> Int) {
        reserve(count, hash)
        for place in 0..<count { add(place, hash) }
    }

    /// The place of the key that has `hash` and that `isAt` recognises.
    func place(_ hash: Int, _ isAt: (Int) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if isAt(place) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a place whose key is not there yet. `hash` tells the hash of the key at a place.
    mutating func add(_ place: Int, _ hash: (Int) -> Int) {
        reserve(count + 1, hash)
        count += 1
        put(place, hash(place))
    }

    /// Removes a place that is there, as long as its key still is.
    mutating func remove(_ place: Int, _ hash: (Int) -> Int) {
        guard var gap = slot(of: place, hash(place)) else { return }
        count -= 1
        var slot = gap
        while true {
            slot = (slot + 1) & (slots.count - 1)
            guard slots[slot] != 0 else { break }
            let home = hash(Int(slots[slot]) - 1) & (slots.count - 1)
            // What could not be found past the gap any more moves into it.
            let isReachable = gap < slot ? gap < home && home <= slot : gap < home || home <= slot
            if !isReachable {
                slots[gap] = slots[slot]
                gap = slot
            }
        }
        slots[gap] = 0
    }

    /// The key with `hash` moved from one place to another.
    mutating func move(_ hash: Int, from old: Int, to new: Int) {
        guard let slot = slot(of: old, hash) else { return }
        slots[slot] = UInt32(new + 1)
    }

    /// Makes room for `wanted` places.
    mutating func reserve(_ wanted: Int, _ hash: (Int) -> Int) {
        guard wanted * 4 > slots.count * 3 else { return }
        var size = Swift.max(16, slots.count)
        while wanted * 4 > size * 3 { size *= 2 }
        let places = slots.filter { $0 != 0 }
        slots = [UInt32](repeating: 0, count: size)
        for place in places { put(Int(place) - 1, hash(Int(place) - 1)) }
    }

    private mutating func put(_ place: Int, _ hash: Int) {
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(place + 1)
    }

    private func slot(of place: Int, _ hash: Int) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 {
            if Int(slots[slot]) == place + 1 { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
