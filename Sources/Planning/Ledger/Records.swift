public import CivilTime

/// When a ritual's present form was first seen; nothing before that ever falls due.
public struct RitualMark: Hashable, Sendable {
    /// Hash of when, zones, people and leads.
    public var fingerprint: UInt64
    public var since: Timestamp

    public init(fingerprint: UInt64, since: Timestamp) {
        self.fingerprint = fingerprint
        self.since = since
    }
}

/// One person's part in one ritual.
public struct Participation: Hashable, Sendable {
    public var ritual: RitualID
    public var person: PersonID

    public init(ritual: RitualID, person: PersonID) {
        self.ritual = ritual
        self.person = person
    }
}

/// A nudge that has fallen due and not yet closed.
public struct NudgeRecord: Hashable, Sendable {
    public var key: NudgeKey
    /// When it should go out.
    public var due: Timestamp
    /// The occurrence's own instant.
    public var moment: Timestamp
    /// Which one this is, counted from a milestone's date.
    public var ordinal: Int?
    /// When it closes at the latest: its grace's end or the next occurrence.
    public var closes: Timestamp
    /// The next occurrence's instant, beyond which no snooze reaches.
    public var horizon: Timestamp?
    /// 0 is the nudge, each snooze or asking again the next.
    public var round: Int
    /// How often it was asked again.
    public var asked: Int
    /// When the present round may go out: ``due``, the end of the night, or a snooze's end.
    public var notBefore: Timestamp
    /// Had to wait (nobody could send it, quiet hours, the day's budget), so that it joins others in one message.
    public var isLate: Bool
    /// Counts against the person's budget for the day on which it fell due.
    public var spends: Bool
    /// What it had to wait for when it fell due.
    public var waited: WaitReason?
    public var digest: DigestKey?
    /// The ids of the prompts that were drawn, in the order of the decks.
    public var prompts: [UInt64]
    public var delivered: Timestamp?
    /// When somebody looked at the present round's delivery, where its channel can tell.
    public var seen: Timestamp?
    /// When the person said done, where it stays open until the others have answered too.
    public var answered: Timestamp?
    /// Attempts of the present round, oldest first.
    public var attempts: [AttemptRecord]
    /// Claims of the present round that no outcome has ended.
    public var claims: [ClaimRecord]

    public init(
        key: NudgeKey, due: Timestamp, moment: Timestamp, ordinal: Int? = nil, closes: Timestamp,
        horizon: Timestamp? = nil, round: Int = 0, asked: Int = 0, notBefore: Timestamp, isLate: Bool = false,
        spends: Bool = false, waited: WaitReason? = nil, digest: DigestKey? = nil, prompts: [UInt64] = [],
        delivered: Timestamp? = nil, seen: Timestamp? = nil, answered: Timestamp? = nil,
        attempts: [AttemptRecord] = [], claims: [ClaimRecord] = []
    ) {
        self.key = key
        self.due = due
        self.moment = moment
        self.ordinal = ordinal
        self.closes = closes
        self.horizon = horizon
        self.round = round
        self.asked = asked
        self.notBefore = notBefore
        self.isLate = isLate
        self.spends = spends
        self.waited = waited
        self.digest = digest
        self.prompts = prompts
        self.delivered = delivered
        self.seen = seen
        self.answered = answered
        self.attempts = attempts
        self.claims = claims
    }
}

/// Why a nudge did not go out when it fell due. The raw value is what the ledger keeps.
public enum WaitReason: String, CaseIterable, Sendable {
    /// Nobody could send it in time.
    case late
    case quietHours = "quiet hours"
    /// The person's day was full.
    case budget
}

/// One attempt on one channel and how it ended.
public struct AttemptRecord: Hashable, Sendable {
    public var channel: ChannelID
    public var at: Timestamp
    public var outcome: AttemptOutcome

    public init(channel: ChannelID, at: Timestamp, outcome: AttemptOutcome) {
        self.channel = channel
        self.at = at
        self.outcome = outcome
    }
}

/// A promise to attempt a delivery, kept before anything is sent.
public struct ClaimRecord: Hashable, Sendable {
    public var channel: ChannelID
    public var at: Timestamp
    /// Until when the attempt may still be under way.
    public var lease: Timestamp
    /// Whether the attempt may have reached the far end.
    public var begun: Bool

    public init(channel: ChannelID, at: Timestamp, lease: Timestamp, begun: Bool = false) {
        self.channel = channel
        self.at = at
        self.lease = lease
        self.begun = begun
    }
}

/// Moments of one ritual and person that passed unsent, as one row.
public struct MissedSpan: Hashable, Sendable {
    public var ritual: RitualID
    public var person: PersonID
    /// Exclusive.
    public var after: Timestamp
    /// Inclusive.
    public var through: Timestamp
    public var outcome: Outcome
    public var reason: Reason

    public init(
        ritual: RitualID, person: PersonID, after: Timestamp, through: Timestamp, outcome: Outcome = .expired,
        reason: Reason = .missed
    ) {
        self.ritual = ritual
        self.person = person
        self.after = after
        self.through = through
        self.outcome = outcome
        self.reason = reason
    }
}

/// What somebody said about an occurrence.
public struct AnswerRecord: Hashable, Sendable {
    public enum Answer: Hashable, Sendable {
        case done
        case skip
        case snooze(until: Timestamp)
    }

    public var occurrence: OccurrenceName
    public var person: PersonID
    /// The nudge that was answered; nil answers the occurrence as a whole, also what is still to come of it.
    public var lead: Lead?
    public var answer: Answer
    public var at: Timestamp

    public init(occurrence: OccurrenceName, person: PersonID, lead: Lead? = nil, answer: Answer, at: Timestamp) {
        self.occurrence = occurrence
        self.person = person
        self.lead = lead
        self.answer = answer
        self.at = at
    }
}
