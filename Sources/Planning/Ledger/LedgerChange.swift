public import CivilTime

/// One thing the ledger learns. Changes that belong together are committed together.
///
/// Indirect: a first load makes one for each of many rituals, and few are large.
public indirect enum LedgerChange: Hashable, Sendable {
    /// A ritual's present form was first seen.
    case marked(RitualID, RitualMark)
    /// A ritual left the schedule.
    case unmarked(RitualID)
    /// A ritual goes on under another id, with its history.
    case renamed(from: RitualID, to: RitualID)
    /// A nudge fell due.
    case opened(NudgeRecord)
    /// A prompt was drawn for a nudge, both by their ids; `startsAnew` begins the next pass through the deck.
    case drawn(NudgeKey, prompt: UInt64, deck: UInt64, startsAnew: Bool)
    /// A delivery is about to be attempted; all of its members share its outcome.
    case claimed(DeliveryKey, members: [NudgeKey], at: Timestamp, lease: Timestamp)
    /// The attempt starts: from here on the far end may have it.
    case begun(DeliveryKey)
    /// A claim ended without an attempt.
    case released(DeliveryKey)
    /// An attempt ended.
    case attempted(DeliveryKey, AttemptOutcome, at: Timestamp)
    /// Somebody looked at what was delivered, without answering it.
    case seen(DeliveryKey, at: Timestamp)
    /// A nudge waits: for the end of the night, or for its next try.
    case held(NudgeKey, until: Timestamp)
    /// A nudge closed, for good.
    case closed(NudgeKey, Outcome, Reason, at: Timestamp)
    /// Moments passed unsent.
    case missed(MissedSpan, at: Timestamp)
    /// Somebody answered; what the answer does to nudges follows as changes of its own.
    case answered(AnswerRecord)
    /// A nudge begins its next round.
    case snoozed(NudgeKey, until: Timestamp, closes: Timestamp)
    /// Something was undertaken by hand; the schedule as it is lived changes with it.
    case undertaken(Undertaking)
    /// Somebody asked for something for themselves.
    case wished(Wish, at: Timestamp)
    /// And took it back.
    case unwished(Wish, at: Timestamp)
    /// Somebody new is known: an introduction is on its way, or none is needed.
    case met(PersonID, at: Timestamp)
    /// A nudge that was delivered and not answered begins its next round; `spends` counts it against the day's budget.
    case askedAgain(NudgeKey, at: Timestamp, joinsOthers: Bool, spends: Bool)
    /// Everything due up to here has been decided.
    case advanced(through: Timestamp)
    /// The clock was set back and is right: marks beyond it move to it, missed spans beyond it are void.
    case rewound(to: Timestamp)

    /// Whether the schedule as it is lived is another one after it.
    public var changesTheSchedule: Bool { if case .undertaken = self { true } else { false } }

    /// Whether somebody paused or came back, so that what they do with others may be off or on again.
    public var isOfPause: Bool {
        switch self {
        case .wished(let wish, _), .unwished(let wish, _): wish.kind == .pause
        default: false
        }
    }
}
