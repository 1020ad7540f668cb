import CivilTime
import JSON
import Planning
import Recurrence
import Wording

extension Desk {
    /// What somebody can look back on, as lines to read and objects of which a page can be made.
    func lookBack(_ span: Request.Span, _ person: String?) -> Reply {
        let reader: Person
        switch maker(person) {
        case .success(let found): reader = found
        case .failure(let complaint): return complaint.reply
        }
        let today = reader.zone.local(at: now).date
        let first = span.since.map(CivilDate.init(parsing:)) ?? today.adding(months: -12, .clamp)
        let last = span.until.map(CivilDate.init(parsing:)) ?? today
        guard let first, let last, first <= last else {
            return Reply(complaints: making.badDay(span.since ?? span.until ?? ""), exit: .usage)
        }
        var leavingOut: [ClosedRange<CivilDate>] = []
        for text in span.without {
            guard let range = Self.days(text) else { return Reply(complaints: making.badRange(text), exit: .usage) }
            leavingOut.append(range)
        }
        do throws(LedgerError) {
            let back = try lookBack(first...last, for: reader, leavingOut: leavingOut)
            let ends: JSON = ["from": .string(first.description), "until": .string(last.description)]
            let lines = LookBackWording(language).lines(back)
            let objects = back.items.map { item -> JSON in
                [
                    "kind": .string(item.kind.rawValue), "day": .string(item.day.description),
                    "title": .string(item.title),
                ]
            }
            return Reply(lines.map { Reply.Line($0) } + ([ends] + objects).map { Reply.Line(nil, $0) })
        } catch {
            return Reply(complaints: [words.recordUnreadable(error)], exit: .configuration)
        }
    }

    /// What the record holds between two days.
    func lookBack(
        _ days: ClosedRange<CivilDate>, for reader: Person, leavingOut: [ClosedRange<CivilDate>] = []
    ) throws(LedgerError) -> LookBack {
        let since = reader.zone.instant(of: CivilDateTime(days.lowerBound))
        let history = try ledger?.history(HistoryQuery(person: reader.id, since: since, limit: 10_000)) ?? []
        return LookBack(
            days, for: reader, planner.schedule, history: history, planner.state.undertakings,
            leavingOut: leavingOut, at: now,
            letter: { LetterWording(language).title($0, writer: planner.person($0.writer), of: reader) }
        ) { ritual, entry in
            let zone = planner.schedule.zone(of: ritual, for: reader)
            let before = Timestamp(microseconds: entry.moment.microseconds - 1)
            let ordinal = ritual.recurrence.next(after: before, in: zone)?.ordinal
            return NudgeWording.title(of: ritual, ordinal: ordinal, in: language)
        }
    }

    /// `2026-03-01` or `2026-03-01..2026-03-14`.
    private static func days(_ text: String) -> ClosedRange<CivilDate>? {
        guard let dots = text.firstRange(of: "..") else { return CivilDate(parsing: text).map { $0...$0 } }
        guard let first = CivilDate(parsing: text[..<dots.lowerBound]),
            let last = CivilDate(parsing: text[dots.upperBound...]), first <= last
        else { return nil }
        return first...last
    }
}
