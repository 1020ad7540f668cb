/// A calendar expression read and expanded word for word, slowly: each part becomes a list of
/// numbers, and each day of the calendar is looked at by itself, with nothing taken from the
/// engine. What the engine answers must be the same.
///
/// It knows the form with all parts but the zone: `[weekdays] year-month-day hour:minute:second`.
struct LiteralCalendar {
    private let weekdays: Set<Int>
    private let years: Set<Int>
    private let months: Set<Int>
    private let days: Set<Int>
    private let isFromMonthEnd: Bool
    /// Microseconds of the day, ascending.
    private let times: [Int]

    init(_ text: String) {
        var words = text.split(separator: " ").map(String.init)
        let weekday = words.count == 3 ? words.removeFirst() : ""
        weekdays = LiteralCalendar.weekdays(weekday)
        isFromMonthEnd = words[0].contains("~")
        let date = words[0].split { $0 == "-" || $0 == "~" }.map(String.init)
        years = LiteralCalendar.numbers(date[0], 1970...2199)
        months = LiteralCalendar.numbers(date[1], 1...12)
        // Behind a tilde a part counts down to the month's last day, which is 1.
        days = isFromMonthEnd ? LiteralCalendar.countdown(date[2]) : LiteralCalendar.numbers(date[2], 1...31)
        let clock = words[1].split(separator: ":").map(String.init)
        let hours = LiteralCalendar.numbers(clock[0], 0...23).sorted()
        let minutes = LiteralCalendar.numbers(clock[1], 0...59).sorted()
        let seconds = LiteralCalendar.seconds(clock[2]).sorted()
        times = hours.flatMap { hour in
            minutes.flatMap { minute in seconds.map { (hour * 60 + minute) * 60_000_000 + $0 } }
        }
    }

    /// `Mon,Wed..Fri`; every day where nothing is said.
    private static func weekdays(_ text: String) -> Set<Int> {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        var found: Set<Int> = []
        for item in text.split(separator: ",") {
            let ends = item.split(separator: ".").compactMap { names.firstIndex(of: String($0)) }
            for day in ends[0]...ends[ends.count - 1] { found.insert(day) }
        }
        return text.isEmpty ? Set(0...6) : found
    }

    /// The numbers of `*`, or of a list of `a`, `a..b`, `a/step` and `a..b/step`.
    private static func numbers(_ text: String, _ range: ClosedRange<Int>) -> Set<Int> {
        guard text != "*" else { return Set(range) }
        var found: Set<Int> = []
        for item in text.split(separator: ",") {
            let (first, last, step) = parts(item)
            var number = first
            while number <= (last ?? (step == nil ? first : range.upperBound)) {
                found.insert(number)
                number += step ?? 1
            }
        }
        return found
    }

    /// The same behind a tilde, where 1 is the last day: `3..7/2` are the third, the fifth and the seventh from the
    /// end, but `7/2` begins seven days before the end and goes on to it.
    private static func countdown(_ text: String) -> Set<Int> {
        guard text != "*" else { return Set(1...31) }
        var found: Set<Int> = []
        for item in text.split(separator: ",") {
            let (first, last, step) = parts(item)
            if let step, last == nil {
                found.formUnion(stride(from: first, through: 1, by: -step))
            } else {
                found.formUnion(stride(from: first, through: last ?? first, by: step ?? 1))
            }
        }
        return found
    }

    private static func parts(_ item: Substring) -> (first: Int, last: Int?, step: Int?) {
        let sides = item.split(separator: "/").map(String.init)
        let ends = sides[0].split(separator: ".").compactMap { Int($0) }
        return (ends[0], ends.count > 1 ? ends[1] : nil, sides.count > 1 ? Int(sides[1]) : nil)
    }

    /// The same in microseconds of the minute; each number may have a fraction of six digits.
    private static func seconds(_ text: String) -> Set<Int> {
        guard text != "*" else { return Set((0...59).map { $0 * 1_000_000 }) }
        var found: Set<Int> = []
        for item in text.split(separator: ",") {
            let sides = item.split(separator: "/").map(String.init)
            // Two full stops make a range, one a fraction.
            var ends = [""]
            var rest = Substring(sides[0])
            while let sign = rest.first {
                if rest.hasPrefix("..") {
                    ends.append("")
                    rest = rest.dropFirst(2)
                } else {
                    ends[ends.count - 1].append(sign)
                    rest = rest.dropFirst()
                }
            }
            let first = micros(ends[0])
            let step = sides.count > 1 ? micros(sides[1]) : 1_000_000
            let last = ends.count > 1 ? micros(ends[1]) : sides.count > 1 ? 59_999_999 : first
            for point in stride(from: first, through: last, by: step) { found.insert(point) }
        }
        return found
    }

    private static func micros(_ text: String) -> Int {
        let sides = text.split(separator: ".").map(String.init)
        let fraction = sides.count > 1 ? (Int(sides[1] + String(repeating: "0", count: 6 - sides[1].count)) ?? 0) : 0
        return (Int(sides[0]) ?? 0) * 1_000_000 + fraction
    }

    /// The wall times later than `start` and before `end`, in microseconds since 1970-01-01, at most `limit`.
    func walls(after start: Int, until end: Int, limit: Int) -> [Int] {
        var found: [Int] = []
        var day = start.dividedDown(by: 86_400_000_000)
        while day * 86_400_000_000 < end, found.count < limit {
            let date = LiteralRule.date(day)
            let ofMonth = isFromMonthEnd ? LiteralRule.length(date.year, date.month) - date.day + 1 : date.day
            if years.contains(date.year), months.contains(date.month), days.contains(ofMonth),
                weekdays.contains(LiteralRule.weekday(day))
            {
                found += times.map { day * 86_400_000_000 + $0 }.filter { $0 > start && $0 < end }
            }
            day += 1
        }
        return Array(found.prefix(limit))
    }
}
