import CivilTime
import Testing

/// Dates against a calendar that is walked day by day.
@Suite struct CivilDateTests {
    /// Goes through every day of 1600–2400 with nothing but counters.
    @Test func everyDayOfEightHundredYears() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        // 1600-01-01 was a Saturday, 135,140 days before 1970-01-01.
        var number = -135_140
        var weekday = Weekday.saturday
        for year in 1600...2400 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            #expect(CivilDate.isLeapYear(year) == isLeap)
            var dayOfYear = 1
            for month in 1...12 {
                let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
                try #require(CivilDate.days(inMonth: month, year: year) == length)
                for day in 1...length {
                    let date = CivilDate(dayNumber: Int32(number))
                    guard date.components == (year, month, day), date.weekday == weekday,
                        CivilDate(year: year, month: month, day: day) == date, date.dayOfYear == dayOfYear
                    else {
                        Issue.record("\(year)-\(month)-\(day) is \(date) \(date.weekday)")
                        return
                    }
                    number += 1
                    dayOfYear += 1
                    weekday = weekday.advanced(by: 1)
                }
                #expect(CivilDate(year: year, month: month, day: length + 1) == nil)
            }
            #expect(CivilDate.days(inYear: year) == dayOfYear - 1)
        }
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    }

    @Test(arguments: [
        ("2026-11-22", Weekday.sunday, 2026, 47), ("2024-12-30", .monday, 2025, 1), ("2021-01-03", .sunday, 2020, 53),
        ("2027-01-01", .friday, 2026, 53), ("2000-02-29", .tuesday, 2000, 9),
    ])
    func isoWeeks(text: String, weekday: Weekday, year: Int, week: Int) throws {
        // date -d TEXT +'%A %G %V'
        let date = try #require(CivilDate(parsing: text))
        #expect(date.weekday == weekday)
        #expect(date.isoWeek == (year, week))
        #expect(date.description == text)
    }

    @Test func isoWeeksAreCountedWithoutGaps() {
        var date = CivilDate(dayNumber: -135_138)  // 1600-01-03, a Monday
        var last = (year: 1600, week: 0)
        for _ in 0..<41_800 {
            let week = date.isoWeek
            let follows =
                week.year == last.year ? week.week == last.week + 1 : week == (last.year + 1, 1) && last.week >= 52
            guard follows, date.adding(days: 6).isoWeek == week else {
                Issue.record("\(date): \(week) after \(last)")
                return
            }
            last = week
            date = date.adding(days: 7)
        }
    }

    static let months: [(String, Int, MonthEnd, String?)] = [
        ("2024-01-31", 1, .clamp, "2024-02-29"),
        ("2024-01-31", 1, .next, "2024-03-01"),
        ("2024-01-31", 1, .skip, nil),
        ("2024-02-29", 12, .clamp, "2025-02-28"),
        ("2024-02-29", 12, .next, "2025-03-01"),
        ("2024-02-29", 12, .skip, nil),
        ("2024-02-29", 48, .skip, "2028-02-29"),
        ("2024-03-31", -1, .clamp, "2024-02-29"),
        ("2024-12-31", 6, .next, "2025-07-01"),
        ("2024-01-15", -1, .clamp, "2023-12-15"),
        ("2024-01-15", -24_000, .clamp, "0024-01-15"),
        ("0001-01-01", -13, .clamp, "-000001-12-01"),
    ]

    @Test(arguments: months)
    func addingMonths(start: String, months: Int, monthEnd: MonthEnd, expected: String?) throws {
        let date = try #require(CivilDate(parsing: start))
        #expect(date.adding(months: months, monthEnd)?.description == expected)
    }

    @Test func addingIsHeldAtTheEnds() throws {
        let date = try #require(CivilDate(parsing: "2024-01-01"))
        #expect(date.adding(months: .max) == nil)
        #expect(date.adding(months: .min) == nil)
        #expect(date.adding(years: .max) == nil)
        #expect(date.adding(days: .max).dayNumber == .max)
        #expect(date.adding(days: .min).dayNumber == .min)
        for number in [Int32.min, .max] {
            let far = CivilDate(dayNumber: number)
            let (year, month, day) = far.components
            #expect(CivilDate.dayNumber(year: year, month: month, day: day) == Int(number))
            #expect(far.isoWeek.week >= 1)
        }
    }

    @Test(arguments: [
        "2026-13-01", "2026-00-01", "2026-02-29", "2026-04-31", "2026-1-01", "26-01-01", "2026-01-01 ", "2026/01/01",
        "", "-", "-000000-01-01", "+2026-01-01", "2026-01-0١", "200001-01-01", "+200001-01-01", "2026-01-32",
    ])
    func refuses(text: String) {
        #expect(CivilDate(parsing: text) == nil)
    }

    @Test func weekdays() {
        #expect(Weekday.allCases.map(\.isoNumber) == Array(1...7))
        #expect(Weekday.sunday.advanced(by: 1) == .monday)
        #expect(Weekday.monday.advanced(by: -8) == .sunday)
        #expect(Weekday.friday.days(until: .monday) == 3)
        #expect(Weekday.monday.days(until: .monday) == 0)
        #expect(Weekday.monday < .sunday)
    }
}
