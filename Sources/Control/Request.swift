public import JSON
public import Planning

/// What the command line asks of the service, or of the record when no service runs.
///
/// One JSON object on one line: `{"verb":"snooze","ritual":"weekly","for":"2 h","person":"sam","language":"en"}`.
public struct Request: Sendable, Hashable {
    public enum Verb: Sendable, Hashable {
        case status
        case next(count: Int)
        case history(limit: Int, ritual: String?)
        case done(String)
        case skip(String)
        /// Without a length it is the schedule's own.
        case snooze(String, span: String?)
        case reload
        case testChannel(String, to: String)

        /// What it is about, as somebody typed it.
        var subject: String? {
            switch self {
            case .done(let id), .skip(let id), .snooze(let id, _): id
            default: nil
            }
        }
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
    public static let longest = 16 << 10
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
        case .history(let limit, let ritual):
            put("verb", "history")
            object["count"] = .integer(Int64(limit))
            put("ritual", ritual)
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
        case "history": verb = .history(limit: min(max(count ?? 20, 1), 10_000), ritual: json["ritual"]?.string)
        case "done": verb = .done(try text("ritual"))
        case "skip": verb = .skip(try text("ritual"))
        case "snooze": verb = .snooze(try text("ritual"), span: json["for"]?.string)
        case "reload": verb = .reload
        case "test-channel": verb = .testChannel(try text("channel"), to: try text("to"))
        case let other: throw .unknownVerb(other)
        }
        person = json["person"]?.string
        language = json["language"]?.string.flatMap(Language.init) ?? .english
    }
}
