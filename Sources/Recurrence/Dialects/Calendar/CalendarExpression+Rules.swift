public import CivilTime

extension CalendarExpression {
    /// The expression in the normal form, a rule of every day that its parts limit.
    ///
    /// Times are local ones in ``zone``, or in the zone that is asked in where the
    /// expression names none; what a gap does to them is for the policies to say.
    ///
    /// - Parameter starting: The earliest local time there may be.
    public func rules(starting: CivilDateTime? = nil) -> [Rule] {
        var rule = Rule(.daily, from: starting ?? Self.earliest)
        rule.weekdays = NumberSet(weekdays.days)
        rule.years = years.map { span in
            YearSpan(
                span.start, through: span.step == 0 ? span.start : span.stop ?? Self.latestYear,
                every: max(1, span.step))
        }
        rule.months = Self.set(months, through: 12)
        rule.monthDays = monthDays
        rule.hours = Self.set(hours, from: 0, through: 23)
        rule.minutes = Self.set(minutes, from: 0, through: 59)
        if seconds.allSatisfy({ $0.start % 1_000_000 == 0 && $0.step % 1_000_000 == 0 }) {
            for span in seconds {
                for value in span.values(through: 59_999_999) { rule.seconds.insert(value / 1_000_000) }
            }
            if seconds.isEmpty { rule.seconds = NumberSet(0...59) }
        } else {
            rule.fractions = seconds.map { span in
                FractionSpan(
                    Int32(span.start), through: Int32(span.step == 0 ? span.start : span.stop ?? 59_999_999),
                    every: Int32(max(1, span.step)))
            }
        }
        return [rule]
    }

    /// Where rules without a start begin: no expression names a year before 1970.
    static let earliest = CivilDateTime(seconds: 0)
    static let latestYear = 9_999

    private var monthDays: SignedSet {
        var set: SignedSet = []
        for span in days {
            guard isFromMonthEnd else {
                for day in span.values(through: 31) { set.insert(day) }
                continue
            }
            // `~3..1` does not exist: `~1..3` runs from the third-last day to the last.
            let first = span.stop ?? span.start
            let last = span.stop == nil ? (span.step == 0 ? span.start : 1) : span.start
            for day in stride(from: first, through: last, by: -max(1, span.step)) { set.insert(-day) }
        }
        return set
    }

    private static func set(_ chain: CalendarChain, from low: Int? = nil, through high: Int) -> NumberSet {
        if chain.isEmpty, let low { return NumberSet(low...high) }
        var set = NumberSet()
        for span in chain {
            for value in span.values(through: high) { set.insert(value) }
        }
        return set
    }
}
