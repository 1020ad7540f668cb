public import CivilTime
import JSON
public import Planning
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
            let back = try lookBack(first...last, for: reader, planner.schedule, leavingOut: leavingOut)
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

    /// What somebody is told of the days up to now: the same as they would see if they looked, without what says
    /// nothing of itself in messages, and without days on which they wanted nothing.
    public func lookBack(over span: Span, for reader: Person) throws(LedgerError) -> LookBack {
        let screened = screened(for: [reader.id])
        let today = reader.zone.local(at: now).date
        let muted = try screened.ledger?.wishes(of: reader.id) ?? []
        var told = screened.planner.schedule
        told.rituals.removeAll(where: \.isDiscreet)
        return try screened.lookBack(
            min(span.before(today), today)...today, for: reader, told,
            leavingOut: muted.filter { $0.takenBack == nil }.compactMap { $0.wish.mutedDays(in: reader.zone) })
    }

    /// What the record holds between two days.
    ///
    /// - Parameter schedule: What it may tell of.
    private func lookBack(
        _ days: ClosedRange<CivilDate>, for reader: Person, _ schedule: Schedule,
        leavingOut: [ClosedRange<CivilDate>]
    ) throws(LedgerError) -> LookBack {
        let since = reader.zone.instant(of: CivilDateTime(days.lowerBound))
        let history = try ledger?.history(HistoryQuery(person: reader.id, since: since, limit: 10_000)) ?? []
        return LookBack(
            days, for: reader, schedule, history: history, planner.state.undertakings,
            leavingOut: leavingOut, at: now,
            letter: { LetterWording(language).title($0, writer: planner.person($0.writer), of: reader) }
        ) { ritual, entry in
            let zone = schedule.zone(of: ritual, for: reader)
            let before = Timestamp(microseconds: entry.moment.microseconds - 1)
            let ordinal = ritual.recurrence.next(after: before, in: zone)?.ordinal
            let others = ritual.named.filter { $0 != reader.id }.compactMap { planner.person($0) }
            return NudgeWording.title(of: ritual, ordinal: ordinal, for: reader, others: others, in: language)
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
