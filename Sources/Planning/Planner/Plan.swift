public import CivilTime

/// What the planner decided at one instant. Nothing has happened yet: first the changes are committed, then the
/// deliveries begin, then the service sleeps.
public struct Plan: Sendable {
    public var changes: [LedgerChange] = []
    /// Claimed in ``changes``, in the order in which they go out.
    public var deliveries: [Delivery] = []
    /// When to plan again at the latest; nil is when something happens.
    public var wakeAt: Timestamp?
    /// More is to be decided at this instant, by the next plan.
    public var isPart = false
    /// Why nothing is sent for now.
    public var hold: Hold?
    /// The next nudge's time, for whoever asks what comes: of what is kept from nobody.
    public var nextDue: Timestamp?
}

/// One message to attempt: a nudge or several gathered, on one channel.
public struct Delivery: Sendable, Hashable {
    public var key: DeliveryKey
    public var person: PersonID
    public var members: [NudgeRecord]
    /// When it goes out: the instant of its plan, or a little later where it was claimed ahead.
    public var at: Timestamp

    public init(key: DeliveryKey, person: PersonID, members: [NudgeRecord], at: Timestamp) {
        self.key = key
        self.person = person
        self.members = members
        self.at = at
    }
}

/// Why the planner sends, expires and starts nothing.
public enum Hold: Sendable, Hashable {
    /// The clock is behind the ledger's newest mark and nothing keeps it right.
    case clockBehind(newest: Timestamp)
    /// The clock is far ahead of the ledger's newest mark and nothing keeps it right.
    case clockAhead(newest: Timestamp)
}
