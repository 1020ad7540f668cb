public import CivilTime

/// Why one nudge was or was not delivered, in order of time: what the record knows of it, and what comes.
public struct Account: Sendable, Hashable {
    public var nudge: NudgeKey
    /// The occurrence's instant.
    public var moment: Timestamp
    /// What is on record; nil where nothing is.
    public var entry: HistoryEntry?
    public var points: [Point]

    public init(nudge: NudgeKey, moment: Timestamp, entry: HistoryEntry? = nil, points: [Point]) {
        self.nudge = nudge
        self.moment = moment
        self.entry = entry
        self.points = points
    }

    /// One thing to tell.
    public enum Point: Sendable, Hashable {
        // What was
        case fellDue(at: Timestamp)
        case waited(WaitReason, until: Timestamp)
        case gathered(at: Timestamp)
        /// Without an outcome while it is under way.
        case attempted(ChannelID, at: Timestamp, AttemptOutcome?)
        case seen(at: Timestamp)
        case cameAgain(at: Timestamp)
        case answered(AnswerRecord.Answer, at: Timestamp)
        case closed(Outcome, Reason, at: Timestamp)

        // What is
        case openUntil(Timestamp)
        case waitsForOthers(until: Timestamp)
        case triedNext(at: Timestamp)
        case comesAgain(at: Timestamp)
        case held(Hold)

        // What is to come
        case comes(at: Timestamp, by: [[ChannelID]])
        /// Falls into quiet hours and comes when they end.
        case comesAfterQuiet(due: Timestamp, at: Timestamp, by: [[ChannelID]])
        case answeredAhead(AnswerRecord.Answer, isOwn: Bool)

        // What never came
        case missed(from: Timestamp, through: Timestamp)
        case switchedOff
        case servedElsewhere
        case withoutChannels
        /// The ritual's present form was first seen then; nothing before it comes.
        case knownSince(Timestamp)
        case notOnRecord
    }
}
