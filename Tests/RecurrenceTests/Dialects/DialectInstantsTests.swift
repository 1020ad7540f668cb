import CivilTime
import Recurrence
import Testing

/// (text, zone, after) → instants, each of which can be checked with `date`.
@Suite struct DialectInstantsTests {
    /// Berlin and New York as their rules stand, so that the cases need no zone files.
    static let berlin = "CET-1CEST,M3.5.0,M10.5.0/3"
    static let newYork = "EST5EDT,M3.2.0,M11.1.0"

    static func next(
        _ text: String, _ posix: String, after: String, starting: String? = nil, at time: TimeOfDay? = nil
    ) throws -> [String] {
        let start = try starting.map { try #require(CivilDateTime(parsing: $0)) }
        let explanation = try Explanation(text, starting: start, at: time)
        #expect(explanation.needs.isEmpty)
        let zone = try Zone(identifier: "Test/Zone", posix: posix)
        let instant = try #require(Timestamp(parsing: after))
        let recurrence = Recurrence(rules: explanation.rules)
        return recurrence.occurrences(after: instant, in: zone).prefix(3).map(\.instant.description)
    }

    static let phrases: [(String, String?, String, [String])] = [
        ("Sunday at 19:00", nil, "2026-03-22T18:00:00Z", ["2026-03-29T17:00:00Z", "2026-04-05T17:00:00Z", "2026-04-12T17:00:00Z"]),
        ("weekday at 08:30", nil, "2026-01-02T07:30:00Z", ["2026-01-05T07:30:00Z", "2026-01-06T07:30:00Z", "2026-01-07T07:30:00Z"]),
        ("day at 02:30", nil, "2026-03-28T01:30:00Z", ["2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z"]),
        // two times that no hours × minutes make: a union
        ("day at 08:00 and 20:30", nil, "2026-01-01T00:00:00Z", ["2026-01-01T07:00:00Z", "2026-01-01T19:30:00Z", "2026-01-02T07:00:00Z"]),
        // 2026-01-02 is a Friday, and the week of 2026-01-05 is the one after
        ("2 weeks on Friday at 19:30", "2026-01-02T00:00:00", "2026-01-01T00:00:00Z", ["2026-01-02T18:30:00Z", "2026-01-16T18:30:00Z", "2026-01-30T18:30:00Z"]),
        ("2 weeks on Friday at 19:30", "2026-01-02T00:00:00", "2026-03-20T00:00:00Z", ["2026-03-27T18:30:00Z", "2026-04-10T17:30:00Z", "2026-04-24T17:30:00Z"]),
        ("last Friday of the month at 17:00", nil, "2026-01-01T00:00:00Z", ["2026-01-30T16:00:00Z", "2026-02-27T16:00:00Z", "2026-03-27T16:00:00Z"]),
        ("last weekday of the month at 17:00", nil, "2026-01-01T00:00:00Z", ["2026-01-30T16:00:00Z", "2026-02-27T16:00:00Z", "2026-03-31T15:00:00Z"]),
        ("last weekday of the month at 08:00 and 17:00", nil, "2026-01-01T00:00:00Z", ["2026-01-30T07:00:00Z", "2026-01-30T16:00:00Z", "2026-02-27T07:00:00Z"]),
        ("last weekday of May and October at 09:00", nil, "2026-01-01T00:00:00Z", ["2026-05-29T07:00:00Z", "2026-10-30T08:00:00Z", "2027-05-31T07:00:00Z"]),
        ("day 31 of the month at 12:00", nil, "2026-01-31T12:00:00Z", ["2026-03-31T10:00:00Z", "2026-05-31T10:00:00Z", "2026-07-31T10:00:00Z"]),
        ("month", "2026-01-31T12:00:00", "2026-01-31T12:00:00Z", ["2026-02-28T11:00:00Z", "2026-03-31T10:00:00Z", "2026-04-30T10:00:00Z"]),
        ("3 months on day 15 at 09:00", "2026-01-20T00:00:00", "2026-01-01T00:00:00Z", ["2026-04-15T07:00:00Z", "2026-07-15T07:00:00Z", "2026-10-15T07:00:00Z"]),
        ("June 15 at 09:00", nil, "2026-06-15T07:00:00Z", ["2027-06-15T07:00:00Z", "2028-06-15T07:00:00Z", "2029-06-15T07:00:00Z"]),
        ("2 years on last weekday of May and June at 09:00", "2026-01-01T00:00:00", "2026-01-01T00:00:00Z", ["2026-05-29T07:00:00Z", "2026-06-30T07:00:00Z", "2028-05-31T07:00:00Z"]),
        ("first Monday of the year at 09:00", nil, "2026-01-01T00:00:00Z", ["2026-01-05T08:00:00Z", "2027-01-04T08:00:00Z", "2028-01-03T08:00:00Z"]),
        // exact time, also through the repeated hour
        ("30 minutes", nil, "2026-10-25T00:10:00Z", ["2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z"]),
        ("50 minutes between 09:00 and 10:30", nil, "2026-01-01T00:00:00Z", ["2026-01-01T08:00:00Z", "2026-01-01T08:50:00Z", "2026-01-02T08:00:00Z"]),
        ("hour between 09:00 and 10:00 on Monday", nil, "2026-01-01T00:00:00Z", ["2026-01-05T08:00:00Z", "2026-01-05T09:00:00Z", "2026-01-12T08:00:00Z"]),
    ]

    @Test(arguments: phrases) func phrase(
        _ text: String, _ starting: String?, _ after: String, _ expected: [String]
    ) throws {
        #expect(try Self.next(text, Self.berlin, after: after, starting: starting) == expected)
    }

    @Test func takesItsTimeFromElsewhere() throws {
        let found = try Self.next("Sunday", Self.berlin, after: "2026-01-01T00:00:00Z", at: TimeOfDay(hour: 7, minute: 5))
        #expect(found == ["2026-01-04T06:05:00Z", "2026-01-11T06:05:00Z", "2026-01-18T06:05:00Z"])
    }

    static let others: [(String, String, [String])] = [
        ("Mon..Fri *-*-* 09:00", "2026-01-02T14:00:00Z", ["2026-01-05T14:00:00Z", "2026-01-06T14:00:00Z", "2026-01-07T14:00:00Z"]),
        ("*-*~1 18:00", "2026-01-01T00:00:00Z", ["2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"]),
        ("*-*~1..7/3", "2026-01-01T05:00:00Z", ["2026-01-25T05:00:00Z", "2026-01-28T05:00:00Z", "2026-01-31T05:00:00Z"]),
        ("Sat *-*-8..14 10:00", "2026-01-01T00:00:00Z", ["2026-01-10T15:00:00Z", "2026-02-14T15:00:00Z", "2026-03-14T14:00:00Z"]),
        ("2026..2030/2-2~1 0:00", "2026-03-01T05:00:00Z", ["2028-02-29T05:00:00Z", "2030-02-28T05:00:00Z"]),
        ("*-*-* 0:0:1.25/29.5", "2026-01-01T05:00:00Z", ["2026-01-01T05:00:01.25Z", "2026-01-01T05:00:30.75Z", "2026-01-02T05:00:01.25Z"]),
        ("30 8 * * 1-5", "2026-01-02T13:30:00Z", ["2026-01-05T13:30:00Z", "2026-01-06T13:30:00Z", "2026-01-07T13:30:00Z"]),
        // either day field: the 13th, and every Friday
        ("0 9 13 * 5", "2026-01-09T14:00:00Z", ["2026-01-13T14:00:00Z", "2026-01-16T14:00:00Z", "2026-01-23T14:00:00Z"]),
        // a star in one of them: Fridays with an odd number
        ("0 9 */2 * 5", "2026-01-01T00:00:00Z", ["2026-01-09T14:00:00Z", "2026-01-23T14:00:00Z", "2026-02-13T14:00:00Z"]),
        ("@weekly", "2026-01-01T00:00:00Z", ["2026-01-04T05:00:00Z", "2026-01-11T05:00:00Z", "2026-01-18T05:00:00Z"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=17", "2026-01-01T00:00:00Z", ["2026-01-30T22:00:00Z", "2026-02-27T22:00:00Z", "2026-03-27T21:00:00Z"]),
    ]

    @Test(arguments: others) func other(_ text: String, _ after: String, _ expected: [String]) throws {
        #expect(try Self.next(text, Self.newYork, after: after) == expected)
    }

    /// Different dialects, the same instants.
    static let equal: [[String]] = [
        ["Sunday at 19:00", "Sun 19:00", "0 19 * * 0", "FREQ=WEEKLY;BYDAY=SU;BYHOUR=19"],
        ["last Friday of the month at 17:00", "Fri *-*~7/1 17:00", "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=17"],
        ["day 1 of the month at 00:00", "monthly", "@monthly", "FREQ=MONTHLY;BYMONTHDAY=1"],
        ["15 minutes between 00:00 and 23:45", "*:0/15", "*/15 * * * *"],
        ["June 15 at 09:00", "*-06-15 09:00", "0 9 15 6 *", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15;BYHOUR=9"],
    ]

    @Test(arguments: equal) func dialectsAgree(_ texts: [String]) throws {
        let all = try texts.map { try Self.next($0, Self.newYork, after: "2026-02-27T12:34:56Z") }
        #expect(all.allSatisfy { $0 == all[0] && $0.count == 3 }, "\(all)")
    }
}
