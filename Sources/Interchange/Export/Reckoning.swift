public import CivilTime
import ICalendar
import Recurrence

/// Which years are reckoned out, where a rule alone does not say it all.
public struct ExportWindow: Hashable, Sendable {
    public var from: Timestamp
    public var to: Timestamp

    /// From the beginning of the year to the end of the third after it, so that the same text comes out all year.
    public init(around now: Timestamp, in zone: Zone) {
        let year = zone.local(at: now).date.year
        func newYear(_ year: Int) -> Timestamp {
            zone.instant(of: CivilDateTime(seconds: Int64(CivilDate.dayNumber(year: year, month: 1, day: 1)) * 86_400))
        }
        from = newYear(year)
        to = newYear(year + 4).adding(microseconds: -1)
    }
}

/// Finds how a calendar can be told when a ritual comes: by a rule that says the same, and by what differs from it.
struct Reckoning {
    /// All of it: with days left out and moved, and under its own policies.
    let recurrence: Recurrence
    /// What it was compiled from, where that is known.
    let source: RuleSet?
    let zone: Zone
    let window: ExportWindow

    /// The most occurrences that are looked at.
    static let most = 4_000

    /// Before anything that a rule can name.
    private static let beginning = Timestamp(seconds: -62_135_596_800)

    /// When a calendar is told that it comes.
    struct Told {
        var start: CalendarTime
        var rule: String?
        var added: [CalendarTime] = []
        var excluded: [CalendarTime] = []
        /// Until when it is right; nil for ever.
        var through: Timestamp?

        /// How much is said beside the rule.
        var differences: Int { added.count + excluded.count }
    }

    /// - Returns: Nil where it never comes.
    func told() -> Told? {
        if let exact = exactSteps() { return exact }
        let (members, isCut) = members()
        guard let last = members.last else { return nil }
        // What comes beyond what was looked at is still to be right where the rule says it all.
        let end = isCut ? last : max(window.to, last)
        let goesOn = recurrence.next(after: end, in: zone) != nil
        let best = candidates().compactMap { told(by: $0, members, until: end) }
            .min { $0.differences < $1.differences }
        guard var told = best, 2 * told.differences <= members.count else { return listed(members, goesOn ? end : nil) }
        // Another clock change, or another holiday, may come later.
        let mayDiffer =
            recurrence.observesDays || recurrence.policies.gap == .skip || recurrence.policies.fold == .second
        if goesOn, told.differences > 0 || mayDiffer { told.through = end }
        return told
    }

    // MARK: - What comes

    /// The occurrences from the first on, or from the window's start where nobody said a start or too many came before.
    private func members() -> (instants: [Timestamp], isCut: Bool) {
        if saysStart {
            let (all, isCut) = members(after: Self.beginning)
            if !isCut { return (all, false) }
        }
        return members(after: window.from.adding(microseconds: -1))
    }

    private func members(after start: Timestamp) -> (instants: [Timestamp], isCut: Bool) {
        var found: [Timestamp] = []
        for occurrence in recurrence.occurrences(after: start, in: zone) {
            // One beyond the window, where there is none within it.
            guard occurrence.instant <= window.to || found.isEmpty else { break }
            guard found.count < Self.most else { return (found, true) }
            // A calendar knows whole seconds.
            let instant = Timestamp(seconds: occurrence.instant.seconds)
            if found.last != instant { found.append(instant) }
        }
        return (found, false)
    }

    /// Whether the schedule says when it begins. Rules without a start count from a day that nobody meant.
    private var saysStart: Bool {
        guard let source else { return true }
        return source.rules.allSatisfy { $0.anchor.date != Rule.epoch.date && $0.anchor.date.year > 1600 }
    }

    // MARK: - Rules that may say it

    private func candidates() -> [Rule] {
        guard let source else { return [] }
        let rules = source.rules.compactMap(PlainRule.make)
        guard rules.count > 1 else { return rules }
        return (PlainRule.union(rules).map { [$0] } ?? []) + rules
    }

    /// What a rule leaves to be said.
    private func told(by rule: Rule, _ members: [Timestamp], until end: Timestamp) -> Told? {
        guard let first = members.first else { return nil }
        // How calendars read it: on the wall, also by the hour.
        let read = Recurrence(rule, policies: Policies(gap: .shift, fold: .first, subdaily: .wall))
        let whole = Set(members)
        let start = rule.count == nil ? min(first, window.from) : Self.beginning
        var (begun, before, seen) = (nil as CivilDateTime?, 0, 0)
        var said: Set<Timestamp> = []
        var excluded: [CalendarTime] = []
        for occurrence in read.occurrences(after: start.adding(microseconds: -1), in: zone) {
            guard occurrence.instant <= end, seen < 2 * Self.most, case .wall(let local) = occurrence.key else { break }
            // A time that is skipped is read with the offset before it and a repeated one as its first pass, as RFC 5545
            // §3.3.5 has it.
            let comes = whole.contains(occurrence.instant)
            let isPlain = if case .unique = zone.resolve(local) { true } else { false }
            if begun == nil {
                guard comes, isPlain else {
                    before += 1
                    continue
                }
                begun = local
            }
            seen += 1
            if comes { said.insert(occurrence.instant) } else { excluded.append(.local(local)) }
        }
        guard let begun else { return nil }
        var told = rule
        told.anchor = begun
        told.count = rule.count.map { $0 - before }
        guard let text = PlainRule.text(told) else { return nil }
        let added = members.filter { !said.contains($0) }.map { CalendarTime($0, in: zone) }
        return Told(start: time(begun), rule: text, added: added, excluded: excluded.map(time))
    }

    private func time(_ local: CivilDateTime) -> CalendarTime { time(.local(local)) }

    /// Zulu time where the zone is UTC itself, which needs no name.
    private func time(_ time: CalendarTime) -> CalendarTime {
        if zone == .utc, case .local(let local) = time { .utc(zone.instant(of: local)) } else { time }
    }

    private func listed(_ members: [Timestamp], _ through: Timestamp?) -> Told? {
        let times = members.map { CalendarTime($0, in: zone) }
        return times.first.map { Told(start: $0, added: Array(times.dropFirst()), through: through) }
    }

    // MARK: - Steps of exact length

    /// Hours, minutes or seconds counted in elapsed time say the same in UTC, where no clock changes.
    private func exactSteps() -> Told? {
        guard let source, recurrence.isElapsed, !recurrence.observesDays, source.dates.isEmpty, source.rules.count == 1,
            let rule = source.rules.first, rule.isStepAlone
        else { return nil }
        let from = saysStart ? Self.beginning : window.from.adding(microseconds: -1)
        guard let first = recurrence.next(after: from, in: zone)?.instant else { return nil }
        var told = rule
        told.anchor = first.utc
        told.isAfterAnchor = false
        told.hasOrdinals = false
        told.monthEnd = .skip
        // COUNT counts from the first, which is where a rule with a start begins.
        guard rule.count == nil || saysStart, let text = PlainRule.text(told) else { return nil }
        return Told(start: .utc(first), rule: text)
    }
}

extension Rule {
    /// Whether it is a frequency and an interval and nothing else.
    fileprivate var isStepAlone: Bool {
        years.isEmpty && months.isEmpty && monthDays.isEmpty && yearDays.isEmpty && weekNumbers.isEmpty
            && weekdays.isEmpty && nthWeekdays.isEmpty && hours.isEmpty && minutes.isEmpty && seconds.isEmpty
            && fractions.isEmpty && setPositions.isEmpty
    }
}
