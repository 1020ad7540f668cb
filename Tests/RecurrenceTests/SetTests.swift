import CivilTime
import Recurrence
import Testing
import ZoneFiles

/// Unions, exclusions, moves, counts and milestones.
struct SetTests {
    static func local(_ text: String) throws -> CivilDateTime { try #require(CivilDateTime(parsing: text)) }
    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }
    /// 9999-12-31T23:59:59Z.
    static let far = Timestamp(seconds: 253_402_300_799)

    static func texts(_ recurrence: Recurrence, _ count: Int, after: String = "1970-01-01T00:00:00Z") throws -> [String]
    {
        let after = try #require(Timestamp(parsing: after))
        return recurrence.occurrences(after: after, in: .utc).prefix(count).map {
            String($0.instant.description.dropLast(4))
        }
    }

    @Test func datesAddToRulesAndExclusionsTakeAway() throws {
        let rule = try Rule(rrule: "FREQ=WEEKLY", start: SetTests.local("2024-01-01T09:00"))
        let set = Recurrence(
            rules: [rule], dates: [try SetTests.local("2024-01-10T12:00"), try SetTests.local("2024-01-15T09:00")],
            instants: [try #require(Timestamp(parsing: "2024-01-03T00:00:00Z"))],
            excluding: [try SetTests.local("2024-01-08T09:00")])
        let expected = [
            "2024-01-01T09:00", "2024-01-03T00:00", "2024-01-10T12:00", "2024-01-15T09:00", "2024-01-22T09:00",
        ]
        #expect(try SetTests.texts(set, 5) == expected)
        #expect(
            set.latest(atOrBefore: try #require(Timestamp(parsing: "2024-01-09T00:00:00Z")), in: .utc)?.instant
                .description == "2024-01-03T00:00:00Z")
        #expect(!set.neverFires)
        #expect(Recurrence(rules: []).neverFires)
    }

    @Test func rulesUnite() throws {
        let monday = try Rule(rrule: "FREQ=WEEKLY;BYDAY=MO", start: SetTests.local("2024-01-01T09:00"))
        let first = try Rule(rrule: "FREQ=MONTHLY;BYMONTHDAY=1", start: SetTests.local("2024-01-01T09:00"))
        let set = Recurrence(rules: [monday, first])
        #expect(
            try SetTests.texts(set, 7).map { $0.prefix(10) }
                == ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29", "2024-02-01", "2024-02-05"])
    }

    /// (move on holidays, move on weekends, first days of a daily rule from Friday,
    /// 22 December 2023, with holidays on 25 and 26 December)
    static let moves: [(DayMove, DayMove, [String])] = [
        (.keep, .keep, ["22", "23", "24", "25", "26", "27"]),
        (.skip, .keep, ["22", "23", "24", "27"]),
        (.skip, .skip, ["22", "27", "28"]),
        (.after, .after, ["22", "27", "28"]),
        (.before, .before, ["22", "27", "28"]),
    ]

    @Test(arguments: moves)
    func movesOffHolidaysAndWeekends(holiday: DayMove, weekend: DayMove, expected: [String]) throws {
        let rule = Rule(.daily, from: try SetTests.local("2023-12-22T09:00"))
        let calendar = DayCalendar(
            holidays: [try SetTests.date("2023-12-25"), try SetTests.date("2023-12-26")], onHoliday: holiday,
            onWeekend: weekend)
        let recurrence = Recurrence(rule).observing(calendar)
        #expect(
            try SetTests.texts(recurrence, expected.count).map { $0.dropFirst(8).prefix(2) } == expected.map { $0[...] }
        )
    }

    @Test func aMovedOccurrenceKeepsItsKey() throws {
        let rule = try Rule(rrule: "FREQ=MONTHLY;BYMONTHDAY=1", start: SetTests.local("2024-06-01T09:00"))
        let recurrence = Recurrence(rule).observing(DayCalendar(onWeekend: .before))
        // 1 June 2024 is a Saturday, 1 September a Sunday.
        let found = Array(recurrence.occurrences(in: .utc).prefix(4))
        #expect(
            found.map(\.key.description).map { $0.prefix(10) } == [
                "2024-06-01", "2024-07-01", "2024-08-01", "2024-09-01",
            ])
        #expect(
            found.map(\.instant.description).map { $0.prefix(10) } == [
                "2024-05-31", "2024-07-01", "2024-08-01", "2024-08-30",
            ])
        for (place, occurrence) in found.enumerated() {
            #expect(recurrence.next(after: occurrence.instant.adding(seconds: -1), in: .utc) == occurrence)
            #expect(recurrence.latest(atOrBefore: occurrence.instant, in: .utc) == occurrence)
            if place > 0 {
                #expect(
                    recurrence.latest(atOrBefore: occurrence.instant.adding(seconds: -1), in: .utc) == found[place - 1])
            }
        }
    }

    /// Rule from 2026-12-01, what becomes of holidays (25 and 26 December) and weekends, the first days with their
    /// keys. 5, 12, 19 and 26 December 2026 are Saturdays, 25 December is a Friday.
    static let chains: [(String, DayMove, DayMove, [String])] = [
        // Friday, a holiday, goes past Saturday, a holiday as well, and Sunday.
        ("FREQ=MONTHLY;BYMONTHDAY=25", .after, .after, ["28 of 25"]),
        ("FREQ=MONTHLY;BYMONTHDAY=25", .after, .skip, ["28 of 25"]),
        // A weekend that is kept is a day like any other; the holiday on it is not.
        ("FREQ=MONTHLY;BYMONTHDAY=25", .after, .keep, ["27 of 25"]),
        // Sunday goes back past two holidays, on to Thursday: the direction never turns.
        ("FREQ=MONTHLY;BYMONTHDAY=27", .after, .before, ["24 of 27"]),
        // A holiday that is also a weekend: the holiday decides, but what is left out is left out.
        ("FREQ=MONTHLY;BYMONTHDAY=26", .before, .after, ["24 of 26"]),
        ("FREQ=MONTHLY;BYMONTHDAY=26", .after, .skip, ["26 of 26 in January"]),
        // At one instant there is one occurrence: the one that is there anyway, else the earliest.
        ("FREQ=DAILY;BYMONTHDAY=24,25,26,27,28", .after, .after, ["24 of 24", "28 of 28"]),
        ("FREQ=DAILY;BYMONTHDAY=24,25,26,27", .after, .after, ["24 of 24", "28 of 25"]),
    ]

    @Test(arguments: chains)
    func movesGoOnInOneDirection(rule: String, holiday: DayMove, weekend: DayMove, expected: [String]) throws {
        let holidays = try [SetTests.date("2026-12-25"), SetTests.date("2026-12-26")]
        let calendar = DayCalendar(holidays: holidays, onHoliday: holiday, onWeekend: weekend)
        let recurrence = Recurrence(try Rule(rrule: rule, start: SetTests.local("2026-12-01T09:00"))).observing(
            calendar)
        var found: [String] = []
        for occurrence in recurrence.occurrences(in: .utc).prefix(expected.count) {
            guard case .wall(let key) = occurrence.key else { continue }
            let day = occurrence.instant.utc.date
            found.append("\(day.day) of \(key.date.day)" + (day.month == 1 ? " in January" : ""))
            #expect(recurrence.latest(atOrBefore: occurrence.instant, in: .utc) == occurrence)
        }
        #expect(found == expected)
    }

    /// On another recurrence's dates nothing happens, in whatever zone both are read.
    @Test(arguments: ["UTC", "Europe/Berlin", "Pacific/Apia", "America/Sao_Paulo"])
    func otherDatesAreLeftOut(name: String) throws {
        let zone = try SystemZones().zone(named: name)
        let other = Recurrence(try Rule(rrule: "FREQ=WEEKLY;BYDAY=SU", start: SetTests.local("2026-01-01T00:00")))
        let daily = Recurrence(Rule(.daily, from: try SetTests.local("2011-01-01T23:30")))
        let start = try SetTests.date("2026-01-01")
        let left = daily.observing(DayCalendar(others: [other]))
        for occurrence in left.occurrences(in: zone).prefix(7000) {
            guard case .wall(let key) = occurrence.key else { continue }
            #expect(key.date.weekday != .sunday || key.date < start)
        }
        let moved = daily.observing(DayCalendar(others: [other], onWeekend: .after))
        // A Friday.
        let after = zone.instant(of: try SetTests.local("2027-01-01T12:00"))
        #expect(
            moved.occurrences(after: after, in: zone).prefix(3).map { zone.local(at: $0.instant).date.day }
                == [1, 4, 5])
    }

    /// A stretch of thousands of years is passed over, not gone through.
    @Test(.timeLimit(.minutes(1)), arguments: ["UTC", "Europe/Berlin"])
    func longStretchesArePassedOver(name: String) throws {
        let zone = try SystemZones().zone(named: name)
        let all = try SetTests.date("1990-01-01")...SetTests.date("9990-01-01")
        let every = Recurrence(Rule(.secondly, every: 5, from: try SetTests.local("1989-12-30T00:00")))
            .observing(DayCalendar(except: [all]))
        let before = try #require(Timestamp(parsing: "1989-12-31T12:00:00Z"))
        let next = try #require(every.occurrences(after: before, in: zone).dropFirst(20_000).first { _ in true })
        #expect(zone.local(at: next.instant).date.year == 9990)
        let last = try #require(every.latest(atOrBefore: Timestamp(seconds: 1_798_761_600), in: zone))
        #expect(zone.local(at: last.instant).description == "1989-12-31T23:59:55")
    }

    @Test func exceptionsLeaveOut() throws {
        let rule = Rule(.daily, from: try SetTests.local("2024-01-01T09:00"))
        let calendar = DayCalendar(except: [
            try SetTests.date("2024-01-02")...SetTests.date("2024-01-04"),
            try SetTests.date("2024-01-06")...SetTests.date("2024-01-06"),
        ])
        #expect(
            try SetTests.texts(Recurrence(rule).observing(calendar), 3).map { $0.prefix(10) } == [
                "2024-01-01", "2024-01-05", "2024-01-07",
            ])
    }

    @Test(arguments: Array(UInt64(1)...4))
    func theEndOfCountIsWhereEnumeratingEnds(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 500)
        let names = ["America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "UTC"]
        var checked = 0
        while checked < LiteralTests.rounds {
            let source = RandomRule(&random)
            var rule = try Rule(rrule: source.text, start: CivilDateTime(seconds: Int64(source.start)))
            let zone = try SystemZones().zone(named: names.randomElement(using: &random) ?? "UTC")
            let policies = Policies.all.randomElement(using: &random) ?? Policies()
            // More than are simply gone through, where there are as many in some years.
            let most = rule.isSubdaily && checked % 2 == 0 ? 40_000 : 4500
            let count = Int.random(in: 1...most, using: &random)
            let all = Recurrence(rule, policies: policies).occurrences(in: zone).prefix(count).map(\.instant)
            guard all.count == count, let last = all.last else { continue }
            checked += 1
            rule.count = count
            let counted = Recurrence(rule, policies: policies).settled(in: zone)
            let comment: Comment = "\(source.text) from \(rule.anchor) in \(zone) \(policies) count \(count)"
            #expect(counted.latest(atOrBefore: SetTests.far, in: zone)?.instant == last, comment)
            #expect(counted.next(after: last, in: zone) == nil, comment)
            #expect(counted.next(after: last.adding(microseconds: -1), in: zone)?.instant == last, comment)
        }
    }

    /// COUNT as large as there is, in rules of every kind: found without going there.
    @Test(.timeLimit(.minutes(1)), arguments: [
        "FREQ=SECONDLY;COUNT=2147483647", "FREQ=SECONDLY;INTERVAL=7;BYHOUR=9,10;COUNT=2147483647",
        "FREQ=SECONDLY;BYDAY=MO,TU;BYMONTHDAY=-1,7;BYHOUR=2,3;COUNT=2147483647", "FREQ=DAILY;COUNT=2147483647",
        "FREQ=SECONDLY;INTERVAL=1001;BYMONTH=3,10;BYMINUTE=1,2,59;COUNT=2147483647",
        "FREQ=MINUTELY;COUNT=2147483647", "FREQ=MONTHLY;BYDAY=MO;BYHOUR=1,2,3;BYSETPOS=1,3,-1;COUNT=2147483647",
    ])
    func hugeCountsEnd(text: String) throws {
        let zone = try SystemZones().zone(named: "Europe/Berlin")
        for policies in [Policies(), Policies(subdaily: .wall)] {
            let rule = try Rule(rrule: text, start: SetTests.local("2024-01-01T09:00"))
            let counted = Recurrence(rule, policies: policies).settled(in: zone)
            #expect(counted.next(after: try #require(Timestamp(parsing: "2024-06-01T00:00:00Z")), in: zone) != nil)
        }
    }

    @Test func aSecondlyCountEndsOnTheSecond() throws {
        let rule = try Rule(rrule: "FREQ=SECONDLY;COUNT=100000001", start: SetTests.local("2024-01-01T00:00"))
        let zone = try SystemZones().zone(named: "Europe/Berlin")
        let elapsed = Recurrence(rule).settled(in: zone)
        #expect(elapsed.latest(atOrBefore: SetTests.far, in: zone)?.instant.seconds == Int64(1_804_063_600))
        // On the wall each repeated hour is silent, and each skipped hour is the next one's.
        let wall = Recurrence(rule, policies: Policies(subdaily: .wall)).settled(in: zone)
        #expect(wall.latest(atOrBefore: SetTests.far, in: zone)?.instant.seconds == Int64(1_804_063_600 + 3 * 3600))
    }

    /// (date, every, unit, month end, first marks)
    static let milestones: [(String, Int, Milestone.Unit, MonthEnd, [String])] = [
        ("2000-02-29", 1, .years, .clamp, ["2001-02-28", "2002-02-28", "2003-02-28", "2004-02-29"]),
        ("2000-02-29", 1, .years, .next, ["2001-03-01", "2002-03-01", "2003-03-01", "2004-02-29"]),
        ("2000-02-29", 1, .years, .skip, ["2004-02-29", "2008-02-29"]),
        ("2024-01-31", 1, .months, .clamp, ["2024-02-29", "2024-03-31", "2024-04-30"]),
        ("2024-01-31", 1, .months, .next, ["2024-03-01", "2024-03-31", "2024-05-01"]),
        ("2024-01-31", 1, .months, .skip, ["2024-03-31", "2024-05-31"]),
        ("2020-05-01", 1000, .days, .clamp, ["2023-01-26", "2025-10-22"]),
        ("2024-01-01", 2, .weeks, .clamp, ["2024-01-15", "2024-01-29"]),
    ]

    @Test(arguments: milestones)
    func milestonesCountFromTheDate(
        date: String, every: Int, unit: Milestone.Unit, monthEnd: MonthEnd, expected: [String]
    ) throws {
        let milestone = Milestone(of: try SetTests.date(date), every: every, unit, monthEnd: monthEnd)
        #expect(milestone.dates.prefix(expected.count).map(\.description) == expected)
    }

    @Test func milestonesHaveOrdinals() throws {
        let yearly = Milestone(of: try SetTests.date("2018-02-28"), at: try #require(TimeOfDay(hour: 9, minute: 0)))
        let found = Recurrence(yearly.rule).next(
            after: try #require(Timestamp(parsing: "2024-07-01T00:00:00Z")), in: .utc)
        #expect(found?.ordinal == 7)
        let monthly = Milestone(of: try SetTests.date("2024-01-31"), every: 1, .months, monthEnd: .next)
        #expect(Recurrence(monthly.rule).occurrences(in: .utc).prefix(4).map(\.ordinal) == [1, 2, 3, 4])
        let withoutYear = try #require(Milestone.yearly(month: 2, day: 29))
        let marks = Recurrence(withoutYear).occurrences(
            after: try #require(Timestamp(parsing: "2023-01-01T00:00:00Z")), in: .utc
        ).prefix(2)
        #expect(marks.map(\.key.description) == ["2023-02-28T00:00:00", "2024-02-29T00:00:00"])
        #expect(marks.allSatisfy { $0.ordinal == nil })
        #expect(Milestone.yearly(month: 2, day: 30) == nil)
    }

    @Test func aRecurrenceIsSmall() throws {
        #expect(MemoryLayout<Recurrence>.size <= 160)
        #expect(MemoryLayout<Rule>.size <= 512)
    }
}
