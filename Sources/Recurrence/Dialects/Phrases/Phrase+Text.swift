extension Phrase {
    /// The phrase in its normal form, which reads back as the same phrase: `weekday at 08:30`.
    public var text: String {
        var text = what
        if let window {
            text += " between \(PhraseClock.text(window.first)) and \(PhraseClock.text(window.last))"
            if !weekdays.isEmpty { text += " on \(weekdayText)" }
        }
        if !times.isEmpty { text += " at " + Self.list(times.map(PhraseClock.text)) }
        return text
    }

    private var what: String {
        switch unit {
        case .week where !weekdays.isEmpty:
            return interval == 1 ? weekdayText : "\(step) on \(weekdayText)"
        case .month where !days.isEmpty:
            return interval == 1 ? "\(dayText) of the month" : "\(step) on \(dayText)"
        case .year where !dates.isEmpty:
            let text = Self.list(dates.map { "\(EnglishNames.months[$0.month - 1]) \($0.day)" })
            return interval == 1 ? text : "\(step) on \(text)"
        case .year where !days.isEmpty:
            let scope = months.isEmpty ? "the year" : Self.list(months.map { EnglishNames.months[$0 - 1] })
            return interval == 1 ? "\(dayText) of \(scope)" : "\(step) on \(dayText) of \(scope)"
        default:
            return step
        }
    }

    /// `week`, `2 weeks`; seconds always with their number, since `second` also counts.
    private var step: String {
        if interval == 1 { return unit == .second ? "1 second" : unit.name }
        return "\(interval) \(unit.name)s"
    }

    private var weekdayText: String {
        if weekdays == .workdays { return "weekday" }
        if weekdays == .weekend { return "weekend day" }
        let days = weekdays.days
        if days.count > 2, let first = days.first, let last = days.last, last - first == days.count - 1 {
            return "\(EnglishNames.weekdays[first]) to \(EnglishNames.weekdays[last])"
        }
        return Self.list(days.map { EnglishNames.weekdays[$0] })
    }

    private var dayText: String {
        var items: [String] = []
        var numbers: [Int] = []
        for day in days {
            switch day {
            case .day(let n) where n > 0: numbers.append(n)
            case .day(let n): items.append("\(Self.ordinal(n)) day")
            case .weekday(let n, let weekday): items.append("\(Self.ordinal(n)) \(EnglishNames.weekdays[weekday])")
            case .workday(let n): items.append("\(Self.ordinal(n)) weekday")
            case .weekendDay(let n): items.append("\(Self.ordinal(n)) weekend day")
            }
        }
        if !numbers.isEmpty { items.insert("day " + Self.list(numbers.map(String.init)), at: 0) }
        return Self.list(items)
    }

    /// `first`, `13th`, `last`, `second-to-last`.
    static func ordinal(_ n: Int) -> String {
        if n == -1 { return "last" }
        if n < 0 { return ordinal(-n) + "-to-last" }
        if n == 2 { return "second" }
        if n <= PhraseLexer.ordinals.count { return PhraseLexer.ordinals[n - 1] }
        let ending =
            switch (n % 10, n % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(n)\(ending)"
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }
}
