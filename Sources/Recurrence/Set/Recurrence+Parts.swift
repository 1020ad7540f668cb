public import CivilTime

/// Putting a recurrence together from stretches of several: one rule in summer, another for the rest of the year.
extension Recurrence {
    /// The same recurrence without what is named by a local date of these ranges.
    public func leavingOut(_ ranges: [ClosedRange<CivilDate>]) -> Recurrence {
        guard !ranges.isEmpty else { return self }
        let parts = (extras?.draft.joined ?? []).map { $0.leavingOut(ranges) }
        var rest = observing((extras?.draft.calendar ?? DayCalendar()).leavingOut(ranges))
        if !parts.isEmpty, var draft = rest.extras?.draft {
            draft.joined = parts
            rest.extras = Extras(draft)
        }
        return rest
    }

    /// What is named by a local date of these ranges, ascending and apart; its phase stays that of the whole.
    public func only(in ranges: [ClosedRange<CivilDate>]) -> Recurrence {
        var gaps: [ClosedRange<CivilDate>] = []
        var from = CivilDate.first
        for range in ranges {
            if from < range.lowerBound { gaps.append(from...range.lowerBound.adding(days: -1)) }
            from = range.upperBound.adding(days: 1)
        }
        if from <= .last { gaps.append(from ... .last) }
        return leavingOut(gaps)
    }

    /// The union with others. Where two come at one instant there is one occurrence, with the key of the one whose
    /// recurrence is first.
    public func joined(with others: [Recurrence]) -> Recurrence {
        guard !others.isEmpty else { return self }
        var draft = extras?.draft ?? Extras.Draft()
        draft.joined += others
        var union = self
        union.extras = Extras(draft)
        return union
    }

    /// A recurrence without a member.
    public static let none = Recurrence(rules: [])

    func nextJoined(_ own: Occurrence?, after instant: Int64, _ extras: Extras, _ clock: Clock) -> Occurrence? {
        var best = own
        for part in extras.draft.joined {
            guard let found = part.next(after: Timestamp(microseconds: instant), in: clock.zone) else { continue }
            if best.map({ found.instant < $0.instant }) ?? true { best = found }
        }
        return best
    }

    func latestJoined(_ own: Occurrence?, atOrBefore instant: Int64, _ extras: Extras, _ clock: Clock) -> Occurrence? {
        var best = own
        for part in extras.draft.joined {
            guard let found = part.latest(atOrBefore: Timestamp(microseconds: instant), in: clock.zone) else {
                continue
            }
            if best.map({ found.instant > $0.instant }) ?? true { best = found }
        }
        return best
    }
}

extension CivilDate {
    /// 31 December 9999 and, as far back, the first day that a range of days is looked for in.
    static let last = CivilDate(dayNumber: Int32(Pattern.lastDay))
    static let first = CivilDate(dayNumber: -Int32(Pattern.lastDay))
}
