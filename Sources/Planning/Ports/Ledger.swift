public import CivilTime

/// The durable record and outbox. One conformance suite covers every ledger.
public protocol Ledger: AnyObject {
    /// Everything the planner needs, as of the last commit.
    func load() throws(LedgerError) -> LedgerState

    /// Commits `changes` as one durable transaction: after it returns they survive a power cut.
    ///
    /// - Parameter durably: False only where losing the newest changes in a power cut repeats nothing
    ///   (they still survive the process).
    func commit(_ changes: [LedgerChange], durably: Bool) throws(LedgerError)

    /// The record, newest first.
    func history(_ query: HistoryQuery) throws(LedgerError) -> [HistoryEntry]

    /// A number only this ledger knows, made when it was: keys what leaves the house (Message-IDs).
    func secret() throws(LedgerError) -> [UInt8]
}

/// Which part of the record to read.
public struct HistoryQuery: Sendable {
    public var ritual: RitualID?
    public var person: PersonID?
    public var since: Timestamp?
    public var limit: Int

    public init(ritual: RitualID? = nil, person: PersonID? = nil, since: Timestamp? = nil, limit: Int = 50) {
        self.ritual = ritual
        self.person = person
        self.since = since
        self.limit = limit
    }
}

/// One nudge of the record with what became of it.
public struct HistoryEntry: Sendable, Hashable {
    public var nudge: NudgeKey
    public var due: Timestamp
    public var moment: Timestamp
    public var outcome: Outcome?
    public var reason: Reason?
    public var closedAt: Timestamp?
    /// All rounds, oldest first.
    public var attempts: [Attempt]

    public struct Attempt: Sendable, Hashable {
        public var channel: ChannelID
        public var round: Int
        public var at: Timestamp
        /// Nil while it is under way.
        public var outcome: AttemptOutcome?

        public init(channel: ChannelID, round: Int, at: Timestamp, outcome: AttemptOutcome?) {
            self.channel = channel
            self.round = round
            self.at = at
            self.outcome = outcome
        }
    }

    public init(
        nudge: NudgeKey, due: Timestamp, moment: Timestamp, outcome: Outcome?, reason: Reason?,
        closedAt: Timestamp?, attempts: [Attempt]
    ) {
        self.nudge = nudge
        self.due = due
        self.moment = moment
        self.outcome = outcome
        self.reason = reason
        self.closedAt = closedAt
        self.attempts = attempts
    }
}

/// Why the ledger could not do what was asked.
public enum LedgerError: Error, Sendable, Hashable {
    /// Another service holds the state.
    case held(by: Int32?)
    /// The folder cannot be used; what and why.
    case unusable(path: String, reason: String)
    /// The file is damaged or from a later version.
    case unreadable(reason: String)
    /// The disk is full or refuses; nothing of the commit took effect.
    case refused(reason: String)
}
