public import CivilTime

/// Which part of the record to read.
public struct HistoryQuery: Sendable {
    public var ritual: RitualID?
    public var person: PersonID?
    /// Only nudges of occurrences whose text begins so: `2026-11-22`.
    public var occurrence: String?
    /// Inclusive: of a nudge's due time, a missed stretch's end, an answer's time.
    public var since: Timestamp?
    /// Exclusive, of the same.
    public var until: Timestamp?
    /// Of nudges and missed stretches; answers have none.
    public var end: End?
    /// Only what comes behind this one, as the record is read: the latest first.
    public var before: HistoryPlace?
    public var limit: Int

    /// What became of a nudge, as a question.
    public enum End: Hashable, Sendable {
        /// It has not closed.
        case open
        /// It closed with this, or is open and was delivered.
        case outcome(Outcome)
    }

    public init(
        ritual: RitualID? = nil, person: PersonID? = nil, since: Timestamp? = nil, until: Timestamp? = nil,
        end: End? = nil, before: HistoryPlace? = nil, limit: Int = 50
    ) {
        self.ritual = ritual
        self.person = person
        self.since = since
        self.until = until
        self.end = end
        self.before = before
        self.limit = limit
    }
}

/// Where one line of the record stands in it, for good: its time, then nudges before missed stretches, then the order
/// in which they were recorded.
public struct HistoryPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var at: Timestamp
    public var isNudge: Bool
    public var number: Int64

    public init(at: Timestamp, isNudge: Bool, number: Int64) {
        self.at = at
        self.isNudge = isNudge
        self.number = number
    }

    /// `1795374000000000-n12`; reads the same whatever is recorded later.
    public var description: String { "\(at.microseconds)-\(isNudge ? "n" : "m")\(number)" }

    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        // A time before 1970 begins with a sign.
        guard parts.count == 2 || parts.count == 3 && parts[0].isEmpty, let last = parts.last,
            let kind = last.first, kind == "n" || kind == "m", let number = Int64(last.dropFirst()), number >= 0,
            let time = Int64(text.dropLast(last.count + 1))
        else { return nil }
        self.init(at: Timestamp(microseconds: time), isNudge: kind == "n", number: number)
    }

    /// The number below which lines of the same time come behind this place: all of them, none, or those before it.
    public func bound(isNudge: Bool) -> Int64 {
        isNudge == self.isNudge ? number : self.isNudge ? .max : 0
    }

    public static func < (a: Self, b: Self) -> Bool {
        if a.at != b.at { return a.at < b.at }
        return a.isNudge == b.isNudge ? a.number < b.number : b.isNudge
    }
}

/// One nudge of the record with what became of it.
public struct HistoryEntry: Sendable, Hashable {
    /// Ascending in the order in which nudges were recorded.
    public var number: Int64
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
    /// What it had to wait for when it fell due, and until when.
    public var waited: Wait?
    /// When it last joined a message that gathers several.
    public var gathered: Timestamp?
    /// When it was asked again.
    public var asks: [Timestamp]

    public struct Wait: Sendable, Hashable {
        public var reason: WaitReason
        public var until: Timestamp

        public init(_ reason: WaitReason, until: Timestamp) {
            self.reason = reason
            self.until = until
        }
    }

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
        number: Int64, nudge: NudgeKey, due: Timestamp, moment: Timestamp, outcome: Outcome?, reason: Reason?,
        closedAt: Timestamp?, attempts: [Attempt], answers: [AnswerRecord] = [], waited: Wait? = nil,
        gathered: Timestamp? = nil, asks: [Timestamp] = []
    ) {
        self.number = number
        self.nudge = nudge
        self.due = due
        self.moment = moment
        self.outcome = outcome
        self.reason = reason
        self.closedAt = closedAt
        self.attempts = attempts
        self.answers = answers
        self.waited = waited
        self.gathered = gathered
        self.asks = asks
    }

    public var place: HistoryPlace { HistoryPlace(at: due, isNudge: true, number: number) }

    /// Whether some far end took it, in whichever round.
    public var wasDelivered: Bool {
        attempts.contains { if case .delivered? = $0.outcome { true } else { false } }
    }
}

/// Something that a person asked for themselves, as the record keeps it.
public struct WishEntry: Sendable, Hashable {
    public var wish: Wish
    public var at: Timestamp
    public var takenBack: Timestamp?

    public init(_ wish: Wish, at: Timestamp, takenBack: Timestamp? = nil) {
        self.wish = wish
        self.at = at
        self.takenBack = takenBack
    }
}

/// A stretch of one ritual's moments that passed unsent for one person.
public struct MissedEntry: Sendable, Hashable {
    /// Ascending in the order in which stretches were recorded.
    public var number: Int64
    public var span: MissedSpan
    public var at: Timestamp
    /// Where the clock was set back behind the stretch's end: what lies beyond this is void.
    public var voidBeyond: Timestamp?

    public init(number: Int64, span: MissedSpan, at: Timestamp, voidBeyond: Timestamp? = nil) {
        self.number = number
        self.span = span
        self.at = at
        self.voidBeyond = voidBeyond
    }

    public var place: HistoryPlace { HistoryPlace(at: span.through, isNudge: false, number: number) }

    /// Whether nothing of the stretch counts any more.
    public var isVoid: Bool { voidBeyond.map { $0 <= span.after } ?? false }
}
