import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// What comes next, in order of time.
    func next(_ count: Int, _ person: String?) -> Reply {
        let view: View
        switch self.view(person) {
        case .success(let found): view = found
        case .failure(let complaint): return complaint.reply
        }
        var lines: [Reply.Line] = []
        let objects = NudgeObject(planner.schedule)
        for nudge in Preview(planner, after: now, showing: { view.shows($0, of: $1) }) {
            guard let ritual = planner.ritual(nudge.key.ritual), let to = planner.person(nudge.key.person) else {
                continue
            }
            let text = words.coming(
                title: title(nudge.key, ordinal: nudge.ordinal), person: to.name,
                when: DateWording.full(nudge.at, in: to.zone, language), lead: nudge.key.lead,
                channels: nudge.channels.map(\.text), id: objects.shortID(nudge.key, ritual, nudge.moment),
                clockShift: planner.schedule.clockShift(
                    of: nudge.key.occurrence.key, at: nudge.moment, of: ritual, for: to),
                isAgain: nudge.isAgain)
            let object = objects.json(
                nudge.key, channel: nudge.channels.first, moment: nudge.moment, at: nudge.at, isAgain: nudge.isAgain)
            lines.append(Reply.Line(text, object))
            if lines.count == count { break }
        }
        if lines.isEmpty { return Reply([Reply.Line(words.nothingToCome)]) }
        return Reply(lines)
    }
}
