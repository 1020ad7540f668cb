/// A rule read and expanded word for word, slowly: every day of a period is looked at
/// by itself, with nothing taken from the engine. What the engine answers must be the
/// same.
struct LiteralRule {
    typealias Date = (year: Int, month: Int, day: Int)

    var frequency = "DAILY"
    var interval = 1
    var weekStart = 0
    var skip = "OMIT"
    var months: Set<Int> = []
    var weekNumbers: Set<Int> = []
    var yearDays: Set<Int> = []
    var monthDays: Set<Int> = []
    /// Place (0 for every one) and weekday.
    var weekdays: [(place: Int, weekday: Int)] = []
    var hours: Set<Int> = []
    var minutes: Set<Int> = []
    var seconds: Set<Int> = []
    var positions: Set<Int> = []
    /// The start, in seconds on the wall since 1970-01-01.
    let start: Int

    init(_ text: String, start: Int) {
        self.start = start
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        for part in text.split(separator: ";") {
            let sides = part.split(separator: "=").map(String.init)
            let items = sides[1].split(separator: ",").map(String.init)
            let numbers = Set(items.compactMap { Int($0) })
            switch sides[0] {
            case "FREQ": frequency = sides[1]
            case "INTERVAL": interval = Int(sides[1]) ?? 1
            case "WKST": weekStart = names.firstIndex(of: sides[1]) ?? 0
            case "SKIP": skip = sides[1]
            case "BYMONTH": months = numbers
            case "BYWEEKNO": weekNumbers = numbers
            case "BYYEARDAY": yearDays = numbers
            case "BYMONTHDAY": monthDays = numbers
            case "BYDAY":
                weekdays = items.map { (Int($0.dropLast(2)) ?? 0, names.firstIndex(of: String($0.suffix(2))) ?? 0) }
            case "BYHOUR": hours = numbers
            case "BYMINUTE": minutes = numbers
            case "BYSECOND": seconds = numbers
            case "BYSETPOS": positions = numbers
            default: break
            }
        }
        takeFromStart()
    }

    private mutating func takeFromStart() {
        let date = LiteralRule.date(start.dividedDown(by: 86_400))
        let time = start - start.dividedDown(by: 86_400) * 86_400
        let order = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
        let rank = order.firstIndex(of: frequency) ?? 0
        if weekNumbers.isEmpty, yearDays.isEmpty, monthDays.isEmpty, weekdays.isEmpty {
            if rank == 0, months.isEmpty { months = [date.month] }
            if rank <= 1 { monthDays = [date.day] }
            if rank == 2 { weekdays = [(0, LiteralRule.weekday(start.dividedDown(by: 86_400)))] }
        } else if !weekNumbers.isEmpty, yearDays.isEmpty, monthDays.isEmpty, weekdays.isEmpty {
            weekdays = [(0, LiteralRule.weekday(start.dividedDown(by: 86_400)))]
        }
        if rank < 4, hours.isEmpty { hours = [time / 3600] }
        if rank < 5, minutes.isEmpty { minutes = [time / 60 % 60] }
        if rank < 6, seconds.isEmpty { seconds = [time % 60] }
    }

    // MARK: - The calendar, counted out

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(_ year: Int, _ month: Int) -> Int {
        [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Day numbers of 1 January from 1900 to 2500.
    private static let newYears: [Int] = {
        var days = [-25_567]
        for year in 1900..<2500 { days.append((days.last ?? 0) + (isLeap(year) ? 366 : 365)) }
        return days
    }()

    static func newYear(_ year: Int) -> Int { newYears[year - 1900] }

    static func date(_ day: Int) -> Date {
        var year = 1900 + (day + 25_567) / 366
        while newYear(year + 1) <= day { year += 1 }
        var left = day - newYear(year)
        var month = 1
        while left >= length(year, month) {
            left -= length(year, month)
            month += 1
        }
        return (year, month, left + 1)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        var result = newYear(year) + day - 1
        for earlier in 1..<max(1, month) { result += length(year, earlier) }
        return result
    }

    /// Monday is 0.
    static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

    // MARK: - Days

    /// The number of the week from the year's start and from its end.
    private func weekNumber(_ day: Int) -> (number: Int, fromEnd: Int) {
        let intoWeek = (LiteralRule.weekday(day) - weekStart + 7) % 7
        // A week belongs to the year of its fourth day.
        let fourth = day - intoWeek + 3
        let year = LiteralRule.date(fourth).year
        var number = 1
        var other = fourth - 7
        while LiteralRule.date(other).year == year { (number, other) = (number + 1, other - 7) }
        var fromEnd = -1
        other = fourth + 7
        while LiteralRule.date(other).year == year { (fromEnd, other) = (fromEnd - 1, other + 7) }
        return (number, fromEnd)
    }

    private func isChosenWeekday(_ day: Int, _ date: Date) -> Bool {
        let weekday = LiteralRule.weekday(day)
        let isInYear = frequency == "YEARLY" && months.isEmpty
        let first = isInYear ? LiteralRule.newYear(date.year) : day - date.day + 1
        let last =
            isInYear ? LiteralRule.newYear(date.year + 1) - 1 : first + LiteralRule.length(date.year, date.month) - 1
        return weekdays.contains { place, wanted in
            guard wanted == weekday else { return false }
            if place > 0 { return (day - first) / 7 + 1 == place }
            return place == 0 || (last - day) / 7 + 1 == -place
        }
    }

    /// Whether a day matches every part; `monthDay` is false where the day of the
    /// month has been chosen already.
    func matches(_ day: Int, monthDay: Bool = true, month: Int? = nil) -> Bool {
        let date = LiteralRule.date(day)
        if !months.isEmpty, !months.contains(month ?? date.month) { return false }
        if monthDay, !monthDays.isEmpty {
            let fromEnd = date.day - LiteralRule.length(date.year, date.month) - 1
            if !monthDays.contains(date.day), !monthDays.contains(fromEnd) { return false }
        }
        if !yearDays.isEmpty {
            let number = day - LiteralRule.newYear(date.year) + 1
            let fromEnd = day - LiteralRule.newYear(date.year + 1)
            if !yearDays.contains(number), !yearDays.contains(fromEnd) { return false }
        }
        if !weekNumbers.isEmpty {
            let (number, fromEnd) = weekNumber(day)
            if !weekNumbers.contains(number), !weekNumbers.contains(fromEnd) { return false }
        }
        return weekdays.isEmpty || isChosenWeekday(day, date)
    }

    /// The days of a month that SKIP puts in place of ones it does not have.
    private func skippedTo(_ year: Int, _ month: Int) -> [Int] {
        guard skip != "OMIT", months.isEmpty || months.contains(month) else { return [] }
        let length = LiteralRule.length(year, month)
        guard monthDays.contains(where: { $0 > length }) else { return [] }
        let day = LiteralRule.day(year, month, length) + (skip == "FORWARD" ? 1 : 0)
        return matches(day, monthDay: false, month: month) ? [day] : []
    }

    // MARK: - Periods

    /// The matching days of the period with that place, the anchor's being 0.
    private func days(_ place: Int) -> [Int] {
        let first = start.dividedDown(by: 86_400)
        let date = LiteralRule.date(first)
        var days: [Int] = []
        switch frequency {
        case "YEARLY":
            let year = date.year + place
            for day in LiteralRule.newYear(year)..<LiteralRule.newYear(year + 1) where matches(day) { days.append(day) }
            for month in 1...12 { days += skippedTo(year, month) }
        case "MONTHLY":
            let month = date.year * 12 + date.month - 1 + place
            let (year, number) = (month / 12, month % 12 + 1)
            let from = LiteralRule.day(year, number, 1)
            for day in from..<from + LiteralRule.length(year, number) where matches(day) { days.append(day) }
            days += skippedTo(year, number)
        case "WEEKLY":
            let week = first - (LiteralRule.weekday(first) - weekStart + 7) % 7 + place * 7
            for day in week..<week + 7 where matches(day) { days.append(day) }
        default:
            if matches(first + place) { days.append(first + place) }
        }
        return Set(days).sorted()
    }

    /// Seconds of the day that match, one by one.
    private var times: [Int] {
        (0..<86_400).filter { isChosenTime($0) }
    }

    func isChosenTime(_ time: Int) -> Bool {
        (hours.isEmpty || hours.contains(time / 3600)) && (minutes.isEmpty || minutes.contains(time / 60 % 60))
            && (seconds.isEmpty || seconds.contains(time % 60))
    }

    func chosen(_ set: [Int]) -> [Int] {
        guard !positions.isEmpty else { return set }
        return set.indices.filter { positions.contains($0 + 1) || positions.contains($0 - set.count) }.map { set[$0] }
    }

    /// The wall times from the start to `end`, in seconds, at most `limit`.
    func walls(until end: Int, limit: Int) -> [Int] {
        let units = ["HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1]
        var found: [Int] = []
        if let unit = units[frequency] {
            var period = start.dividedDown(by: unit) * unit
            var lastDay = Int.min
            var isDayChosen = false
            while period < end, found.count < limit {
                let day = period.dividedDown(by: 86_400)
                if day != lastDay { (lastDay, isDayChosen) = (day, matches(day)) }
                if isDayChosen {
                    let time = period - day * 86_400
                    let set = (time..<time + unit).filter { isChosenTime($0) }.map { day * 86_400 + $0 }
                    found += chosen(set).filter { $0 >= start }
                }
                period += unit * interval
            }
        } else {
            let times = times
            var place = 0
            while found.count < limit {
                let days = days(place)
                let set = days.flatMap { day in times.map { day * 86_400 + $0 } }
                found += chosen(set).filter { $0 >= start }
                place += interval
                let lengths = ["YEARLY": 365, "MONTHLY": 28, "WEEKLY": 7, "DAILY": 1]
                if start + (place - 1) * (lengths[frequency] ?? 1) * 86_400 > end { break }
            }
        }
        // A day put forward can be the next period's own.
        return Array(Set(found).sorted().prefix { $0 < end }.prefix(limit))
    }
}

extension Int {
    func dividedDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
