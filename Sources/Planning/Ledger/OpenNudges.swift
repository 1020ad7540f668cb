/// The nudges that have fallen due and not yet closed, by their keys.
///
/// It reads like a dictionary and never grows at one stroke: opening a nudge takes as long with ten thousand open
/// ones as with ten.
public struct OpenNudges: Sendable, Equatable {
    private var table = PartedTable<NudgeKey, NudgeRecord>()

    public init() {}

    public var count: Int { table.count }
    public var isEmpty: Bool { count == 0 }

    /// The open nudge; nil where none is open under this key, and set to nil to take it away.
    public subscript(_ key: NudgeKey) -> NudgeRecord? {
        get { table[key] }
        _modify { yield &table[key] }
    }

    /// Whether a nudge is open under this key.
    public func contains(_ key: NudgeKey) -> Bool { table.contains(key) }

    /// Takes a nudge away.
    ///
    /// - Returns: The nudge, where it was open.
    @discardableResult
    public mutating func removeValue(forKey key: NudgeKey) -> NudgeRecord? { table.removeValue(forKey: key) }

    /// The keys, in no order.
    public var keys: some Sequence<NudgeKey> { table.entries.lazy.map(\.key) }

    /// The nudges, in no order.
    public var values: some Sequence<NudgeRecord> { table.entries.lazy.map(\.value) }

    /// The open nudges that `isIncluded` is true of.
    func filter(_ isIncluded: ((key: NudgeKey, value: NudgeRecord)) -> Bool) -> OpenNudges {
        var left = OpenNudges()
        for entry in table.entries where isIncluded(entry) { left[entry.key] = entry.value }
        return left
    }

    /// Changes the nudge, where it is open.
    mutating func update(_ key: NudgeKey, _ body: (inout NudgeRecord) -> Void) { table.update(key, body) }
}

extension OpenNudges: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (NudgeKey, NudgeRecord)...) {
        for (key, record) in elements { self[key] = record }
    }
}
