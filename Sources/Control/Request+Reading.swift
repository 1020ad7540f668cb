import JSON
import Planning

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
        case "next": verb = .next(count: min(max(count ?? 10, 1), Request.mostToCome))
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
        case "set-goal": verb = .setGoal(try text("text"), for: json["ritual"]?.string)
        case "goals": verb = .goals
        case "reach-goal": verb = .reachGoal(try text("goal"))
        case "drop-goal": verb = .dropGoal(try text("goal"))
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
