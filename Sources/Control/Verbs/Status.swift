import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// How the service is, or that none runs.
    func status() -> Reply {
        guard let service else {
            return Reply([Reply.Line(words.noService, ["service": false])], exit: .unavailable)
        }
        var object = JSONObject()
        object["service"] = true
        object["process"] = .integer(Int64(service.process))
        object["status"] = .string(service.status)
        guard !caller.isStranger else {
            return Reply([Reply.Line(words.running(service.process, status: service.status), .object(object))])
        }
        object["rituals"] = .integer(Int64(planner.schedule.rituals.count { $0.isOn }))
        object["open"] = .integer(Int64(planner.state.open.count))
        // They quote the schedule.
        let mistakes = caller.isKeeper ? service.mistakes : []
        object["mistakes"] = .array(mistakes.map { .string($0) })
        let failing = planner.state.failing(in: planner.schedule)
        object["failing"] = .array(
            failing.map { channel in
                [
                    "channel": .string(channel.channel.text), "since": .string(channel.since.description),
                    "tries": .integer(Int64(channel.tries)),
                ]
            })
        var lines = [Reply.Line(words.running(service.process, status: service.status), .object(object))]
        lines += failing.map {
            Reply.Line(StatusWording.sentence($0, in: planner.schedule.zone, language))
        }
        lines += mistakes.map { Reply.Line($0) }
        return Reply(lines)
    }
}
