import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// What was sent and what became of it, the latest first, a page at a time.
    func history(_ request: HistoryRequest, _ person: String?) -> Reply {
        let view: View
        switch self.view(person) {
        case .success(let found): view = found
        case .failure(let complaint): return complaint.reply
        }
        var query: HistoryQuery
        do throws(Complaint) {
            query = try self.query(request, view.person.flatMap(planner.person))
        } catch { return error.reply }
        guard let ledger else { return Reply([Reply.Line(words.nothingYet)]) }
        // One more than is shown tells whether there is more.
        let wanted = request.limit + 1
        query.limit = wanted
        do throws(LedgerError) {
            let seal = PlaceSeal(secret: try ledger.secret())
            var rows: [(place: HistoryPlace, line: Reply.Line)] = []
            // What the caller may not see does not count; so many more are read until there are enough, or no more.
            while true {
                let nudges = try ledger.history(query)
                let stretches = try ledger.missed(query)
                rows = nudges.filter { view.shows(planner.ritual($0.nudge.ritual), of: $0.nudge.person) }
                    .map { (place: $0.place, line: line($0, seal)) }
                rows += stretches.filter { view.shows(planner.ritual($0.span.ritual), of: $0.span.person) }
                    .map { (place: $0.place, line: line($0, seal)) }
                let isAll = nudges.count < query.limit && stretches.count < query.limit
                if isAll || rows.count >= wanted { break }
                query.limit *= 4
            }
            rows.sort { $0.place > $1.place }
            if rows.isEmpty { return Reply([Reply.Line(words.nothingYet)]) }
            let page = rows.prefix(request.limit)
            let isMore = rows.count > page.count
            let more = isMore ? page.last.map { [Reply.Line(words.more(before: seal.text($0.place)))] } : nil
            return Reply(page.map(\.line) + (more ?? []))
        } catch {
            return Reply(complaints: [words.recordUnreadable(error)], exit: .configuration)
        }
    }

    /// How places in this record are told; nil where there is none, or where it cannot be read.
    var seal: PlaceSeal? { (try? ledger?.secret()).map(PlaceSeal.init(secret:)) }

    private func query(_ request: HistoryRequest, _ reader: Person?) throws(Complaint) -> HistoryQuery {
        var query = HistoryQuery(ritual: request.ritual.map { AnswerTarget($0).ritual }, person: reader?.id)
        query.since = try time(request.since, "--since", reader)
        query.until = try time(request.until, "--until", reader)
        if let text = request.outcome {
            guard let end = HistoryQuery.End(text) else {
                throw Complaint([words.noSuchOutcome(text, known: HistoryQuery.End.names)], .usage)
            }
            query.end = end
        }
        if let text = request.before {
            guard let place = seal?.place(text) ?? HistoryPlace(text) else { throw Complaint([words.noSuchPlace(text)], .usage) }
            query.before = place
        }
        return query
    }

    /// An instant (`2026-11-22T18:00:00Z`), a local date or time of the reader's, or how long ago (`3 days`).
    private func time(_ text: String?, _ option: String, _ reader: Person?) throws(Complaint) -> Timestamp? {
        guard let text else { return nil }
        let zone = reader?.zone ?? planner.schedule.zone
        if let instant = Timestamp(parsing: text) { return instant }
        if let date = CivilDate(parsing: text) { return zone.instant(of: CivilDateTime(date, .midnight)) }
        if let local = CivilDateTime(parsing: text) ?? CivilDateTime(parsing: text + ":00") {
            return zone.instant(of: local)
        }
        if case .success(let span) = Span.parse(text) { return span.before(now, in: zone) }
        throw Complaint([words.noSuchTime(text, option)], .usage)
    }

    private func line(_ entry: HistoryEntry, _ seal: PlaceSeal) -> Reply.Line {
        let last = entry.attempts.last
        let sent = last?.at ?? entry.closedAt ?? entry.due
        let person = planner.person(entry.nudge.person)
        let text = words.past(
            title: title(entry.nudge, ordinal: nil), person: person?.name ?? entry.nudge.person.text,
            when: DateWording.full(sent, in: person?.zone ?? planner.schedule.zone, language),
            channel: last?.channel.text, outcome: entry.outcome, reason: entry.reason,
            detail: last.flatMap { detail($0.outcome) }, wasDelivered: entry.wasDelivered)
        return Reply.Line(text, NudgeObject(planner.schedule, seal).json(entry, sent: sent))
    }

    private func line(_ entry: MissedEntry, _ seal: PlaceSeal) -> Reply.Line {
        let person = planner.person(entry.span.person)
        let title = planner.ritual(entry.span.ritual).map { NudgeWording.title(of: $0, ordinal: nil, in: language) }
        let zone = person?.zone ?? planner.schedule.zone
        let text = words.missed(
            title: title ?? entry.span.ritual.text, person: person?.name ?? entry.span.person.text,
            through: DateWording.full(entry.span.through, in: zone, language))
        return Reply.Line(text, NudgeObject(planner.schedule, seal).json(entry))
    }

    private func detail(_ outcome: AttemptOutcome?) -> String? {
        switch outcome {
        case .delivered, nil: nil
        case .transient(let reason, _), .permanent(let reason), .uncertain(let reason), .unreachable(let reason): reason
        }
    }
}

extension HistoryQuery.End {
    fileprivate static let names = ["open"] + Outcome.allCases.map(\.rawValue)

    fileprivate init?(_ text: String) {
        if text == "open" {
            self = .open
        } else if let outcome = Outcome(rawValue: text) {
            self = .outcome(outcome)
        } else {
            return nil
        }
    }
}
