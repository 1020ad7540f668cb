/// What sort of thing a ritual is. The raw value is the table's name in the schedule.
public enum Kind: String, CaseIterable, Sendable {
    case checkIn = "check-in"
    case appreciation
    case milestone
    case ritual
    case promise
    case reflection
    case repair

    /// Whether everybody shares one instant unless the schedule says otherwise.
    public var isTogetherByDefault: Bool {
        self == .checkIn || self == .ritual || self == .repair
    }

    /// The same for a ritual that its people share: a promise of theirs is kept together.
    public func isTogether(shared: Bool) -> Bool {
        isTogetherByDefault || shared && self == .promise
    }

    /// Whether the schedule must name the people: omitting them would show something private to all.
    public var needsPeopleNamed: Bool {
        self == .promise || self == .reflection
    }

    /// Whether a missed moment is over at its time instead of being caught up.
    public var expiresAtItsTime: Bool { self == .promise }
}
