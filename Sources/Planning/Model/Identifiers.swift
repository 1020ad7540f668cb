/// A ritual's id as written after its kind in the schedule: `weekly` in `[check-in.weekly]`.
///
/// Matches `[a-z0-9-]+`, unique across kinds and files; the ledger keys by it alone.
public struct RitualID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// A person's id as written in the schedule: `sam` in `[people.sam]`.
public struct PersonID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// A channel's id as written in the schedule: `desktop` in `[channels.desktop]`.
public struct ChannelID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
