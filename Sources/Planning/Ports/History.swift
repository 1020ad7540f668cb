public import CivilTime

/// Which part of the record to read.
public struct HistoryQuery: Sendable {
    public var ritual: RitualID?
    public var person: PersonID?
    /// Inclusive: of a nudge's due time, a missed stretch's end, an answer's time.
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
    /// What this person answered to the occurrence, oldest first.
    public var answers: [AnswerRecord]

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
        closedAt: Timestamp?, attempts: [Attempt], answers: [AnswerRecord] = []
    ) {
        self.nudge = nudge
        self.due = due
        self.moment = moment
        self.outcome = outcome
        self.reason = reason
        self.closedAt = closedAt
        self.attempts = attempts
        self.answers = answers
    }
}

/// A stretch of one ritual's moments that passed unsent for one person.
public struct MissedEntry: Sendable, Hashable {
    public var span: MissedSpan
    public var at: Timestamp
    /// Where the clock was set back behind the stretch's end: what lies beyond this is void.
    public var voidBeyond: Timestamp?

    public init(span: MissedSpan, at: Timestamp, voidBeyond: Timestamp? = nil) {
        self.span = span
        self.at = at
        self.voidBeyond = voidBeyond
    }

    /// Whether nothing of the stretch counts any more.
    public var isVoid: Bool { voidBeyond.map { $0 <= span.after } ?? false }
}
