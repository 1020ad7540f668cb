public import CivilTime

/// A date that is marked again and again, always counted from the date itself.
public struct Milestone: Hashable, Sendable {
    /// What is counted between one mark and the next.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case days, weeks, months, years
    }

    /// The date the count begins on.
    public var date: CivilDate
    /// Units from one mark to the next, at least 1.
    public var every: Int
    public var unit: Unit
    /// What becomes of marks on a day that the month does not have.
    public var monthEnd: MonthEnd
    /// The local time at which a mark happens.
    public var time: TimeOfDay

    /// Marks every so many units after a date.
    public init(
        of date: CivilDate, every: Int = 1, _ unit: Unit = .years, monthEnd: MonthEnd = .clamp,
        at time: TimeOfDay = .midnight
    ) {
        self.date = date
        self.every = every
        self.unit = unit
        self.monthEnd = monthEnd
        self.time = time
    }

    /// The rule of the marks: the date itself is none, and each carries its ordinal,
    /// the number of units since the date.
    public var rule: Rule {
        let frequency: Frequency =
            switch unit {
            case .days: .daily
            case .weeks: .weekly
            case .months: .monthly
            case .years: .yearly
            }
        var rule = Rule(frequency, every: every, from: CivilDateTime(date, time))
        rule.monthEnd = monthEnd
        rule.isAfterAnchor = true
        rule.hasOrdinals = true
        return rule
    }

    /// The marks as dates, without a zone, in order; no more after the year 9999.
    public var dates: some Sequence<CivilDate> {
        var rule = rule
        rule.anchor = CivilDateTime(date)
        let pattern = Pattern(rule, subdaily: .wall)
        return sequence(state: Int.min) { last -> CivilDate? in
            let next: Int = pattern.next(atOrAfter: last == .min ? pattern.earliest : last + 1)
            guard next < .max else { return nil }
            last = next
            return CivilDate(dayNumber: Int32(truncatingIfNeeded: dayOf(next)))
        }
    }

    /// Every year's month and day, for a date of which the year is not known: such
    /// marks have no ordinal. Nil where no year has the day.
    ///
    /// - Parameters:
    ///   - month: 1…12.
    ///   - day: The day of the month.
    ///   - monthEnd: What 29 February becomes in common years.
    ///   - time: The time of day.
    public static func yearly(
        month: Int, day: Int, monthEnd: MonthEnd = .clamp, at time: TimeOfDay = .midnight
    ) -> Rule? {
        guard CivilDate(year: 2000, month: month, day: day) != nil else { return nil }
        // Counted from a year so early that nobody asks for it.
        guard let first = CivilDate(year: 1600, month: 1, day: 1) else { return nil }
        var rule = Rule(.yearly, from: CivilDateTime(first, time))
        rule.months = [month]
        rule.monthDays = [day]
        rule.monthEnd = monthEnd
        return rule
    }
}
