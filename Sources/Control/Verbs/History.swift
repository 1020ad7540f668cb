import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// What was sent and what became of it, the latest first.
    func history(_ limit: Int, _ ritual: String?, _ person: String?) -> Reply {
        let view: View
        switch self.view(person) {
        case .success(let found): view = found
        case .failure(let complaint): return complaint.reply
        }
        guard let ledger else { return Reply([Reply.Line(words.nothingYet)]) }
        let target = ritual.map { AnswerTarget($0).ritual }
        var query = HistoryQuery(ritual: target, person: view.person, limit: limit)
        do throws(LedgerError) {
            var rows: [(at: Timestamp, line: Reply.Line)] = []
            // What the caller may not see does not count; so many more are read until there are enough, or no more.
            while true {
                let nudges = try ledger.history(query)
                let stretches = try ledger.missed(query)
                rows = nudges.filter { view.shows(planner.ritual($0.nudge.ritual), of: $0.nudge.person) }
                    .map { (at: $0.due, line: line($0)) }
                rows += stretches.filter {
                    !$0.isVoid && view.shows(planner.ritual($0.span.ritual), of: $0.span.person)
                }
                .map { (at: $0.span.through, line: line($0)) }
                let isAll = nudges.count < query.limit && stretches.count < query.limit
                if isAll || rows.count >= limit { break }
                query.limit *= 4
            }
            rows.sort { $0.at > $1.at }
            if rows.isEmpty { return Reply([Reply.Line(words.nothingYet)]) }
            return Reply(rows.prefix(limit).map(\.line))
        } catch {
            return Reply(complaints: [words.recordUnreadable(error)], exit: .configuration)
        }
    }

    private func line(_ entry: HistoryEntry) -> Reply.Line {
        let last = entry.attempts.last
        let sent = last?.at ?? entry.closedAt ?? entry.due
        let person = planner.person(entry.nudge.person)
        let text = words.past(
            title: title(entry.nudge, ordinal: nil), person: person?.name ?? entry.nudge.person.text,
            when: DateWording.full(sent, in: person?.zone ?? planner.schedule.zone, language),
            channel: last?.channel.text, outcome: entry.outcome, reason: entry.reason,
            detail: last.flatMap { detail($0.outcome) })
        let outcome = entry.outcome?.rawValue ?? (isDelivered(entry) ? "delivered" : nil)
        let object = NudgeObject(planner.schedule).json(
            entry.nudge, channel: last?.channel, moment: entry.moment, at: sent, outcome: outcome,
            reason: entry.reason?.rawValue)
        return Reply.Line(text, object)
    }

    private func line(_ entry: MissedEntry) -> Reply.Line {
        let person = planner.person(entry.span.person)
        let title = planner.ritual(entry.span.ritual).map { NudgeWording.title(of: $0, ordinal: nil, in: language) }
        let zone = person?.zone ?? planner.schedule.zone
        let text = words.missed(
            title: title ?? entry.span.ritual.text, person: person?.name ?? entry.span.person.text,
            through: DateWording.full(entry.span.through, in: zone, language))
        var object = JSONObject()
        object["ritual"] = .string(planner.ritual(entry.span.ritual)?.name ?? entry.span.ritual.text)
        object["person"] = .string(entry.span.person.text)
        object["after"] = .string(entry.span.after.description)
        object["through"] = .string(entry.span.through.description)
        object["outcome"] = .string(entry.span.outcome.rawValue)
        object["reason"] = .string(entry.span.reason.rawValue)
        return Reply.Line(text, .object(object))
    }

    private func isDelivered(_ entry: HistoryEntry) -> Bool {
        entry.attempts.contains { if case .delivered? = $0.outcome { true } else { false } }
    }

    private func detail(_ outcome: AttemptOutcome?) -> String? {
        switch outcome {
        case .delivered, nil: nil
        case .transient(let reason, _), .permanent(let reason), .uncertain(let reason), .unreachable(let reason): reason
        }
    }
}
