import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// The seasons of the schedule, and which hold today.
    func seasons() -> Reply {
        let seasons = planner.schedule.seasons
        guard !seasons.isEmpty else { return Reply([Reply.Line(said.none)]) }
        return Reply(
            seasons.map { season in
                let days = season.days(planner.state.undertakings.seasons)
                var object = JSONObject()
                object["season"] = .string(season.id.text)
                object["title"] = JSON(season.title)
                let running = days.first { $0.contains(today) }
                object["on"] = .bool(running != nil)
                if let end = running?.upperBound, end < .farthest { object["until"] = .string(end.description) }
                return Reply.Line(said.line(season, days: days, today: today), .object(object))
            })
    }

    /// Switches a season on from today, or off with yesterday.
    func turn(_ id: String, on: Bool, until text: String?) -> (reply: Reply, changes: [LedgerChange]) {
        guard let season = planner.schedule.seasons.first(where: { $0.id.text == id }) else {
            let known = planner.schedule.seasons.map(\.id.text)
            let near = known.first { $0.hasPrefix(id) || id.hasPrefix($0) }
            return (Reply(complaints: said.unknown(id, near: near, known: known), exit: .noInput), [])
        }
        var until: CivilDate?
        if let text {
            until = CivilDate(parsing: text)
            guard let until else { return (Reply(complaints: said.badDay(text), exit: .usage), []) }
            if until < today { return (Reply(complaints: said.pastDay(until), exit: .usage), []) }
        }
        guard on || season.days(planner.state.undertakings.seasons).contains(where: { $0.contains(today) }) else {
            return (Reply([Reply.Line(said.isOff(season))]), [])
        }
        let change = SeasonSwitch(season: season.id, isOn: on, from: today, until: until, at: now)
        let line = on ? said.switchedOn(season, until: until) : said.switchedOff(season)
        return (Reply([Reply.Line(line)]), [.undertaken(.season(change))])
    }

    private var said: SeasonWording { SeasonWording(language) }

    private var today: CivilDate { planner.schedule.zone.local(at: now).date }
}
