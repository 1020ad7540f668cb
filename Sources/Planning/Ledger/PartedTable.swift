import CivilTime

/// A key that says, cheaply, in which part of a table it lies.
protocol PartedKey: Hashable, Sendable {
    /// Any number; keys of one time may share it.
    var part: Int { get }
}

/// A dictionary in many small ones, so that it grows a part at a time: no single addition moves all there is.
struct PartedTable<Key: PartedKey, Value: Sendable>: Sendable {
    private static var parts: Int { 256 }

    private var parts = [[Key: Value]](repeating: [:], count: Self.parts)
    private(set) var count = 0

    init() {}

    /// The key's value; nil where there is none, and set to nil to take it away.
    subscript(_ key: Key) -> Value? {
        get { parts[Self.part(key)][key] }
        _modify {
            let part = Self.part(key)
            let before = parts[part].count
            defer { count += parts[part].count - before }
            yield &parts[part][key]
        }
    }

    /// Whether the key has a value. Asking for the value instead would copy it.
    func contains(_ key: Key) -> Bool { parts[Self.part(key)].index(forKey: key) != nil }

    /// Changes the key's value, where there is one.
    mutating func update(_ key: Key, _ body: (inout Value) -> Void) {
        let part = Self.part(key)
        guard let place = parts[part].index(forKey: key) else { return }
        body(&parts[part].values[place])
    }

    mutating func removeValue(forKey key: Key) -> Value? {
        guard let value = parts[Self.part(key)].removeValue(forKey: key) else { return nil }
        count -= 1
        return value
    }

    /// All keys and values, in no order.
    var entries: some Sequence<(key: Key, value: Value)> { parts.lazy.joined() }

    private static func part(_ key: Key) -> Int { key.part & (parts - 1) }
}

extension PartedTable: Equatable where Value: Equatable {
    static func == (a: Self, b: Self) -> Bool { a.parts == b.parts }
}

extension NudgeKey: PartedKey {
    /// Minutes that the occurrence is named by: what falls due together lies together.
    var part: Int { Int(truncatingIfNeeded: occurrence.written.seconds / 60) }
}

extension DeliverySubject: PartedKey {
    var part: Int {
        switch self {
        case .nudge(let key): key.part
        case .digest(let key): Int(truncatingIfNeeded: key.gathered.seconds / 60)
        }
    }
}
