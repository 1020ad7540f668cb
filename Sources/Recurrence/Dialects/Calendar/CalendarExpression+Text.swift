extension CalendarExpression {
    /// The expression in its normal form, as `systemd-analyze calendar` prints it.
    public var text: String {
        var text = weekdays.isEmpty ? "" : weekdayText + " "
        text += Self.text(years, width: 0) + "-" + Self.text(months, width: 2)
        text += (isFromMonthEnd ? "~" : "-") + Self.text(days, width: 2)
        text += " " + Self.text(hours, width: 2) + ":" + Self.text(minutes, width: 2) + ":"
        // A step of a second from the first one on covers every other span.
        let isEverySecond = seconds.contains(CalendarSpan(start: 0, stop: nil, step: 1_000_000))
        text += isEverySecond ? "*" : Self.text(seconds, width: 2, fraction: true)
        if let zone { text += " " + zone }
        return text
    }

    private var weekdayText: String {
        var runs: [String] = []
        var day = 0
        let days = weekdays.days
        while day < days.count {
            var last = day
            while last + 1 < days.count, days[last + 1] == days[last] + 1 { last += 1 }
            let first = Self.shortName(days[day])
            switch last - day {
            case 0: runs.append(first)
            case 1: runs.append(first + "," + Self.shortName(days[last]))
            default: runs.append(first + ".." + Self.shortName(days[last]))
            }
            day = last + 1
        }
        return runs.joined(separator: ",")
    }

    private static func shortName(_ day: Int) -> String { String(EnglishNames.weekdays[day].prefix(3)) }

    private static func text(_ chain: CalendarChain, width: Int, fraction: Bool = false) -> String {
        guard !chain.isEmpty else { return "*" }
        let scale = fraction ? 1_000_000 : 1
        func number(_ value: Int, width: Int) -> String {
            let text = padded(value / scale, to: width)
            return value % scale == 0 ? text : text + "." + padded(value % scale, to: 6)
        }
        return chain.map { span in
            var text = number(span.start, width: width)
            if let stop = span.stop { text += ".." + number(stop, width: width) }
            if span.step > 0, span.stop == nil || span.step != scale { text += "/" + number(span.step, width: 0) }
            return text
        }
        .joined(separator: ",")
    }

    private static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
