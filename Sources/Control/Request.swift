public import JSON
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
            case .season, .celebrate, .promise, .move, .repair, .sealLetter, .dropLetter: true
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

/// Why a line is no request.
public enum RequestError: Error, Hashable, Sendable {
    case notJSON(String)
    case unknownVerb(String?)
    case missing(String)

    public var description: String {
        switch self {
        case .notJSON(let reason): "not a JSON object: \(reason)"
        case .unknownVerb(let verb): verb.map { "no such verb: \($0)" } ?? "no verb given"
        case .missing(let name): "`\(name)` is missing"
        }
    }
}

extension Request {
    /// The request as the object that travels.
    public var json: JSON {
        var object = JSONObject()
        func put(_ name: String, _ value: String?) { if let value { object[name] = .string(value) } }
        switch verb {
        case .status: put("verb", "status")
        case .next(let count):
            put("verb", "next")
            object["count"] = .integer(Int64(count))
        case .history(let history):
            put("verb", "history")
            object["count"] = .integer(Int64(history.limit))
            put("ritual", history.ritual)
            put("since", history.since)
            put("until", history.until)
            put("outcome", history.outcome)
            put("before", history.before)
        case .why(let id):
            put("verb", "why")
            put("ritual", id)
        case .done(let id):
            put("verb", "done")
            put("ritual", id)
        case .skip(let id):
            put("verb", "skip")
            put("ritual", id)
        case .snooze(let id, let span):
            put("verb", "snooze")
            put("ritual", id)
            put("for", span)
        case .seasons: put("verb", "seasons")
        case .season(let id, let isOn, let until):
            put("verb", "season")
            put("season", id)
            put("state", isOn ? "on" : "off")
            put("until", until)
        case .celebrate(let text, let win):
            put("verb", "celebrate")
            put("text", text)
            put("day", win.day)
            object["shared"] = .bool(win.isShared)
            object["yearly"] = .bool(win.isYearly)
        case .promise(let text, let promise):
            put("verb", "promise")
            put("text", text)
            put("to", promise.to)
            put("at", promise.at)
            put("ahead", promise.ahead)
            object["shared"] = .bool(promise.isShared)
        case .move(let id, let time):
            put("verb", "move")
            put("ritual", id)
            put("at", time)
        case .repair(let wish, let name):
            put("verb", "repair")
            put("wish", wish.rawValue)
            put("repair", name)
        case .repairs: put("verb", "repairs")
        case .lookBack(let span):
            put("verb", "lookback")
            put("since", span.since)
            put("until", span.until)
            object["without"] = .array(span.without.map { .string($0) })
        case .suggest: put("verb", "suggest")
        case .sealLetter(let text, let to, let opens):
            put("verb", "seal-letter")
            put("text", text)
            put("to", to)
            put("opens", opens)
        case .letters: put("verb", "letters")
        case .readLetter(let number):
            put("verb", "read-letter")
            put("letter", number)
        case .dropLetter(let number):
            put("verb", "drop-letter")
            put("letter", number)
        case .stop(let id):
            put("verb", "stop")
            put("ritual", id)
        case .start(let id):
            put("verb", "start")
            put("ritual", id)
        case .pause(let until):
            put("verb", "pause")
            put("until", until)
        case .resume: put("verb", "resume")
        case .mute(let dates):
            put("verb", "mute")
            put("dates", dates)
        case .unmute(let dates):
            put("verb", "unmute")
            put("dates", dates)
        case .agree(let id):
            put("verb", "agree")
            put("ritual", id)
        case .disagree(let id):
            put("verb", "disagree")
            put("ritual", id)
        case .forget(let wish):
            put("verb", "forget")
            put("when", wish.rawValue)
        case .records(let before):
            put("verb", "records")
            put("before", before)
        case .reload: put("verb", "reload")
        case .testChannel(let channel, let person):
            put("verb", "test-channel")
            put("channel", channel)
            put("to", person)
        }
        put("person", person)
        put("language", language.rawValue)
        return .object(object)
    }

    /// Reads one line.
    public init(line: [UInt8]) throws(RequestError) {
        let json: JSON
        do throws(JSONError) {
            json = try JSON.parse(line, depth: 4)
        } catch {
            throw .notJSON(error.description)
        }
        func text(_ name: String) throws(RequestError) -> String {
            guard let value = json[name]?.string else { throw .missing(name) }
            return value
        }
        let count = json["count"]?.int
        switch json["verb"]?.string {
        case "status": verb = .status
        case "next": verb = .next(count: min(max(count ?? 10, 1), 1_000))
        case "history":
            verb = .history(
                HistoryRequest(
                    limit: min(max(count ?? 20, 1), 10_000), ritual: json["ritual"]?.string,
                    since: json["since"]?.string, until: json["until"]?.string, outcome: json["outcome"]?.string,
                    before: json["before"]?.string))
        case "why": verb = .why(try text("ritual"))
        case "done": verb = .done(try text("ritual"))
        case "skip": verb = .skip(try text("ritual"))
        case "snooze": verb = .snooze(try text("ritual"), span: json["for"]?.string)
        case "seasons": verb = .seasons
        case "season":
            verb = .season(try text("season"), isOn: try text("state") == "on", until: json["until"]?.string)
        case "celebrate":
            verb = .celebrate(
                try text("text"),
                Win(
                    day: json["day"]?.string, isShared: json["shared"]?.bool ?? false,
                    isYearly: json["yearly"]?.bool ?? false))
        case "promise":
            verb = .promise(
                try text("text"),
                Promise(
                    to: json["to"]?.string, at: try text("at"), ahead: json["ahead"]?.string,
                    isShared: json["shared"]?.bool ?? false))
        case "move": verb = .move(try text("ritual"), to: try text("at"))
        case "repair":
            guard let wish = RepairWish(rawValue: try text("wish")) else { throw .missing("wish") }
            verb = .repair(wish, json["repair"]?.string)
        case "repairs": verb = .repairs
        case "lookback":
            var without: [String] = []
            if case .array(let texts)? = json["without"] { without = texts.compactMap(\.string) }
            verb = .lookBack(
                Span(since: json["since"]?.string, until: json["until"]?.string, without: without))
        case "suggest": verb = .suggest
        case "seal-letter":
            verb = .sealLetter(try text("text"), to: json["to"]?.string, opens: try text("opens"))
        case "letters": verb = .letters
        case "read-letter": verb = .readLetter(try text("letter"))
        case "drop-letter": verb = .dropLetter(try text("letter"))
        case "stop": verb = .stop(json["ritual"]?.string)
        case "start": verb = .start(try text("ritual"))
        case "pause": verb = .pause(until: json["until"]?.string)
        case "resume": verb = .resume
        case "mute": verb = .mute(try text("dates"))
        case "unmute": verb = .unmute(try text("dates"))
        case "agree": verb = .agree(json["ritual"]?.string)
        case "disagree": verb = .disagree(try text("ritual"))
        case "forget":
            guard let wish = ForgetWish(rawValue: json["when"]?.string ?? "now") else { throw .missing("when") }
            verb = .forget(wish)
        case "records": verb = .records(before: json["before"]?.string)
        case "reload": verb = .reload
        case "test-channel": verb = .testChannel(try text("channel"), to: try text("to"))
        case let other: throw .unknownVerb(other)
        }
        person = json["person"]?.string
        language = json["language"]?.string.flatMap(Language.init) ?? .english
    }
}
