extension Phrase {
    /// Brings the parts into the one order and form that equal phrases share, and refuses
    /// days that no month or year has.
    mutating func settle(_ fail: (DialectError.Reason) -> DialectError) throws(DialectError) {
        days = Array(Set(days)).sorted { $0.order < $1.order }
        months = Array(Set(months)).sorted()
        times = Array(Set(times)).sorted()
        if unit == .year, interval == 1, months.count == 12 {
            unit = .month
            months = []
        }
        try checkDays(fail)
        if unit == .year, !months.isEmpty {
            let numbers = days.compactMap { if case .day(let n) = $0, n > 0 { n } else { nil } }
            if numbers.count == days.count {
                for month in months {
                    for day in numbers where day > EnglishNames.monthLengths[month - 1] {
                        throw fail(.dateMissing(month: EnglishNames.months[month - 1], day: day))
                    }
                    dates += numbers.map { PhraseDate(month: month, day: $0) }
                }
                days = []
                months = []
            }
        }
        dates = Array(Set(dates)).sorted()
        if unit == .week, interval == 1, weekdays == .all {
            unit = .day
            weekdays = []
        }
        if unit.isElapsed, weekdays == .all { weekdays = [] }
    }

    /// A month has at most five of a weekday, 23 workdays, 10 weekend days and 31 days.
    private func checkDays(_ fail: (DialectError.Reason) -> DialectError) throws(DialectError) {
        let inMonth = unit == .month || !months.isEmpty
        guard inMonth else { return }
        let longest = months.map { EnglishNames.monthLengths[$0 - 1] }.min() ?? 31
        for day in days {
            let (number, limit) =
                switch day {
                case .day(let n): (abs(n), longest)
                case .weekday(let n, _): (abs(n), 5)
                case .workday(let n): (abs(n), 23)
                case .weekendDay(let n): (abs(n), 10)
                }
            guard number > limit else { continue }
            if case .day(let n) = day {
                if n > 0, let month = months.first(where: { EnglishNames.monthLengths[$0 - 1] < number }) {
                    throw fail(.dateMissing(month: EnglishNames.months[month - 1], day: n))
                }
                throw fail(.dayNumber(number, limit: limit))
            }
            throw fail(.ordinalRange(number, limit: limit))
        }
    }
}
