public import Planning

/// What the command line asks of the service, or of the record when no service runs.
///
/// One JSON object on one line: `{"verb":"snooze","ritual":"weekly","for":"2 h","person":"sam","language":"en"}`.
public struct Request: Sendable, Hashable {
    public enum Verb: Sendable, Hashable {
        case status
        case next(count: Int)
        case history(HistoryRequest)
        case why(String)
        case done(String)
        case skip(String)
        /// Without a length it is the schedule's own.
        case snooze(String, span: String?)
        case seasons
        /// The last day is a date; without one it holds until it is switched off.
        case season(String, isOn: Bool, until: String?)
        case celebrate(String, Win)
        case promise(String, Promise)
        case move(String, to: String)
        case repair(RepairWish, String?)
        case repairs
        case lookBack(Span)
        case suggest
        /// A letter's text, for whom it is, and the day on which it may be opened.
        case sealLetter(String, to: String?, opens: String)
        case letters
        case readLetter(String)
        case dropLetter(String)
        /// A goal's text, and for which ritual; nil is the only check-in.
        case setGoal(String, for: String?)
        case goals
        case reachGoal(String)
        case dropGoal(String)
        /// Nil shows what the person has stopped, paused and muted.
        case stop(String?)
        case start(String)
        case pause(until: String?)
        case resume
        case mute(String)
        case unmute(String)
        /// Nil shows what asks for agreement.
        case agree(String?)
        case disagree(String)
        /// To forget the person that the request names.
        case forget(ForgetWish)
        /// All that the record holds of that person, from where the last page ended.
        case records(before: String?)
        case reload
        case testChannel(String, to: String)

        /// What it is about, as somebody typed it.
        var subject: String? {
            switch self {
            case .done(let id), .skip(let id), .snooze(let id, _): id
            default: nil
            }
        }

        /// Whether it notes something that is undertaken by hand, which only a record can keep.
        var undertakes: Bool {
            switch self {
            case .season, .celebrate, .promise, .move, .repair, .sealLetter, .dropLetter, .setGoal, .reachGoal, .dropGoal:
                true
            default: false
            }
        }
    }

    /// When to forget.
    public enum ForgetWish: String, Sendable, Hashable {
        case now
        /// Once the schedule no longer names the person.
        case later
        /// Takes `later` back.
        case never
    }

    public var verb: Verb
    /// Whom it concerns; nil is everybody, or the only one it can be.
    public var person: String?
    /// The language of the reply's sentences.
    public var language: Language

    public init(_ verb: Verb, person: String? = nil, language: Language = .english) {
        self.verb = verb
        self.person = person
        self.language = language
    }

    /// Longest request, in bytes.
    public static let longest = 64 << 10

    /// The most nudges to come that one request is told.
    public static let mostToCome = 1_000
}

/// Which part of the record is wanted, as somebody typed it.
public struct HistoryRequest: Sendable, Hashable {
    public var limit: Int
    public var ritual: String?
    /// An instant, a local date or time, or how long ago.
    public var since: String?
    /// The same; exclusive.
    public var until: String?
    /// The name of an outcome, or `open`.
    public var outcome: String?
    /// Where the last page ended, as it said itself.
    public var before: String?

    public init(
        limit: Int = 20, ritual: String? = nil, since: String? = nil, until: String? = nil, outcome: String? = nil,
        before: String? = nil
    ) {
        self.limit = limit
        self.ritual = ritual
        self.since = since
        self.until = until
        self.outcome = outcome
        self.before = before
    }
}
