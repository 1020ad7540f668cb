import CivilTime
import Recurrence
import Testing
import ZoneFiles

/// One rule for a stretch of days, another for the rest.
struct StretchTests {
    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

    static func weekly() throws -> Recurrence {
        Recurrence(try Rule(rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", start: SetTests.local("2026-01-04T19:00")))
    }

    static func daily() throws -> Recurrence {
        Recurrence(try Rule(rrule: "FREQ=DAILY;INTERVAL=3", start: SetTests.local("2026-01-01T08:00")))
    }

    static func apart() throws -> Recurrence {
        let days = [try date("2026-02-01")...(try date("2026-02-10"))]
        return try weekly().leavingOut(days).joined(with: [try daily().only(in: days)])
    }

    @Test func theOtherRuleHoldsInItsDaysAndKeepsItsPhase() throws {
        #expect(
            try SetTests.texts(try Self.apart(), 7, after: "2026-01-05T00:00:00Z") == [
                "2026-01-18T19:00", "2026-02-03T08:00", "2026-02-06T08:00", "2026-02-09T08:00", "2026-02-15T19:00",
                "2026-03-01T19:00", "2026-03-15T19:00",
            ])
    }

    @Test func nothingComesOutsideTheDays() throws {
        let days = [try Self.date("2026-02-01")...(try Self.date("2026-02-10"))]
        let only = try Self.daily().only(in: days)
        #expect(only.occurrences(in: .utc).map(\.instant.description).count == 3)
        #expect(only.next(after: try #require(Timestamp(parsing: "2026-02-10T00:00:00Z")), in: .utc) == nil)
        #expect(only.latest(atOrBefore: try #require(Timestamp(parsing: "2026-01-31T00:00:00Z")), in: .utc) == nil)
        #expect(Recurrence.none.neverFires)
        #expect(Recurrence.none.next(after: Timestamp(seconds: 0), in: .utc) == nil)
    }

    /// A range that ends where a clock changes is passed over like any other, however long it is.
    @Test func aLongRangeThatEndsAtAClockChange() throws {
        let berlin = try SystemZones().zone(named: "Europe/Berlin")
        let daily = Recurrence(try Rule(rrule: "FREQ=DAILY", start: SetTests.local("1900-01-01T02:30")))
        let rest = daily.leavingOut([try Self.date("1900-01-01")...(try Self.date("2026-03-28"))])
        let first = rest.next(after: try #require(Timestamp(parsing: "1900-01-01T00:00:00Z")), in: berlin)
        #expect(first?.instant.description == "2026-03-29T01:30:00Z")
        let before = daily.leavingOut([try Self.date("2026-03-29")...(try Self.date("2200-12-31"))])
        let last = before.latest(atOrBefore: try #require(Timestamp(parsing: "2200-01-01T00:00:00Z")), in: berlin)
        #expect(last?.instant.description == "2026-03-28T01:30:00Z")
    }

    /// Forwards and backwards go through the same members, and the print tells stretches apart.
    @Test func bothWaysAreOne() throws {
        let union = try Self.apart()
        let all = Array(union.occurrences(in: .utc).prefix(40))
        var back: [Occurrence] = []
        var instant = try #require(all.last).instant
        while let found = union.latest(atOrBefore: instant, in: .utc) {
            back.append(found)
            instant = found.instant.adding(microseconds: -1)
        }
        #expect(back.reversed() == all)
        #expect(union.fingerprint != (try Self.weekly().fingerprint))
        #expect(union.fingerprint == (try Self.apart().fingerprint))
    }

    @Test func countsAreSettledInAllParts() throws {
        let counted = Recurrence(try Rule(rrule: "FREQ=DAILY;COUNT=3", start: SetTests.local("2026-05-01T08:00")))
        let union = Recurrence.none.joined(with: [counted])
        #expect(union.isCounted)
        #expect(Array(union.settled(in: .utc).occurrences(in: .utc)).count == 3)
        #expect(!union.neverFires)
    }
}

/// How many occurrences come before one.
struct RankTests {
    static let rules = [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=HOURLY;INTERVAL=7",
    ]

    @Test(arguments: rules) func isTheNumberGoneThrough(rule: String) throws {
        let berlin = try SystemZones().zone(named: "Europe/Berlin")
        let recurrence = Recurrence(
            try Rule(rrule: rule, start: SetTests.local("2026-01-04T19:00")),
            policies: Policies(subdaily: .wall))
        for (place, occurrence) in recurrence.occurrences(in: berlin).prefix(60).enumerated() {
            #expect(recurrence.rank(of: occurrence, in: berlin) == place)
        }
    }

    @Test func daysLeftOutChangeNothingForTheOthers() throws {
        let weekly = try StretchTests.weekly()
        let all = Array(weekly.occurrences(in: .utc).prefix(6))
        let rest = weekly.leavingOut([try StretchTests.date("2026-01-18")...(try StretchTests.date("2026-01-18"))])
        for (place, occurrence) in all.enumerated() { #expect(rest.rank(of: occurrence, in: .utc) == place) }
    }

    @Test func aStretchCountsItsOwnRule() throws {
        let union = try StretchTests.apart()
        let within = union.occurrences(in: .utc).prefix(40).filter { $0.instant.description.contains("2026-02-0") }
        #expect(within.map { union.rank(of: $0, in: .utc) } == [11, 12, 13])
    }
}
