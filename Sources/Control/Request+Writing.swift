public import JSON
import Planning

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
        case .setGoal(let text, let ritual):
            put("verb", "set-goal")
            put("text", text)
            put("ritual", ritual)
        case .goals: put("verb", "goals")
        case .reachGoal(let number):
            put("verb", "reach-goal")
            put("goal", number)
        case .dropGoal(let number):
            put("verb", "drop-goal")
            put("goal", number)
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
}
