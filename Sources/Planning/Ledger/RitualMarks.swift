import CivilTime

/// The marks by ritual. There is one for each ritual of the schedule, so they lie close together.
public struct RitualMarks: Sendable {
    private struct Entry: Sendable {
        var ritual: RitualID
        var mark: RitualMark
    }

    private var entries: [Entry] = []
    private var table = PlaceTable()

    public init() {}

    public var count: Int { entries.count }
    public var isEmpty: Bool { entries.isEmpty }
    public var keys: some Collection<RitualID> { entries.lazy.map(\.ritual) }

    /// A ritual's mark; nil where there is none, and set to nil to take it away.
    public subscript(_ ritual: RitualID) -> RitualMark? {
        get { place(of: ritual).map { entries[$0].mark } }
        set {
            if let place = place(of: ritual) {
                if let newValue { entries[place].mark = newValue } else { remove(place) }
            } else if let newValue {
                entries.append(Entry(ritual: ritual, mark: newValue))
                table.add(entries.count - 1, hash)
            }
        }
    }

    /// Takes a ritual's mark away.
    ///
    /// - Returns: The mark, where there was one.
    @discardableResult
    public mutating func removeValue(forKey ritual: RitualID) -> RitualMark? {
        guard let place = place(of: ritual) else { return nil }
        let mark = entries[place].mark
        remove(place)
        return mark
    }

    /// Makes room for `count` marks.
    public mutating func reserveCapacity(_ count: Int) {
        entries.reserveCapacity(count)
        table.reserve(count, hash)
    }

    /// Moves marks that are later than `now` to it.
    mutating func rewind(to now: Timestamp) {
        for place in entries.indices where entries[place].mark.since > now { entries[place].mark.since = now }
    }

    private func place(of ritual: RitualID) -> Int? {
        table.place(ritual.hashValue) { entries[$0].ritual == ritual }
    }

    private var hash: (Int) -> Int { { [entries] in entries[$0].ritual.hashValue } }

    /// The last one takes the place of the one that goes.
    private mutating func remove(_ place: Int) {
        table.remove(place, hash)
        let last = entries.count - 1
        if place < last {
            entries[place] = entries[last]
            table.move(entries[place].ritual.hashValue, from: last, to: place)
        }
        entries.removeLast()
    }
}

extension RitualMarks: Equatable {
    /// Whether both hold the same marks, in whatever order.
    public static func == (a: RitualMarks, b: RitualMarks) -> Bool {
        a.count == b.count && a.entries.allSatisfy { b[$0.ritual] == $0.mark }
    }
}
