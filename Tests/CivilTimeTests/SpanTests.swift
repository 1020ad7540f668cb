import CivilTime
import Testing

/// Lengths of time: their grammar, their normal form and what they do in a zone.
@Suite struct SpanTests {
    /// What is read, the parts, and the normal form.
    static let valid: [(text: String, months: Int32, days: Int32, seconds: Int64, normal: String)] = [
        ("10 s", 0, 0, 10, "10 s"), ("10s", 0, 0, 10, "10 s"), ("90 s", 0, 0, 90, "1 min 30 s"),
        ("5 min", 0, 0, 300, "5 min"), ("5min", 0, 0, 300, "5 min"), ("120 min", 0, 0, 7200, "2 h"),
        ("2 h", 0, 0, 7200, "2 h"), ("2 hours", 0, 0, 7200, "2 h"), ("1 hour", 0, 0, 3600, "1 h"),
        ("24 h", 0, 0, 86_400, "24 h"), ("36 hours", 0, 0, 129_600, "36 h"), ("1 day", 0, 1, 0, "1 day"),
        ("7 days", 0, 7, 0, "1 week"), ("1 week", 0, 7, 0, "1 week"), ("3 weeks", 0, 21, 0, "3 weeks"),
        ("10 days", 0, 10, 0, "10 days"), ("1 week 3 days", 0, 10, 0, "10 days"),
        ("1000 days", 0, 1000, 0, "1000 days"),
        ("18 months", 18, 0, 0, "18 months"), ("1 month", 1, 0, 0, "1 month"), ("12 months", 12, 0, 0, "1 year"),
        ("25 years", 300, 0, 0, "25 years"), ("1 year 6 months", 18, 0, 0, "18 months"),
        ("1 h 30 min", 0, 0, 5400, "1 h 30 min"), ("1h30min", 0, 0, 5400, "1 h 30 min"),
        ("90 min", 0, 0, 5400, "1 h 30 min"),
        ("30 min 1 h", 0, 0, 5400, "1 h 30 min"),
        ("1 year 2 days 3 h 4 min 5 s", 12, 2, 11_045, "1 year 2 days 3 h 4 min 5 s"),
        ("  2   weeks ", 0, 14, 0, "2 weeks"), ("1 Day", 0, 1, 0, "1 day"), ("5 minutes", 0, 0, 300, "5 min"),
        ("30 seconds", 0, 0, 30, "30 s"), ("0 s", 0, 0, 0, "0 s"), ("0 days", 0, 0, 0, "0 s"),
        ("007 days", 0, 7, 0, "1 week"),
        ("10000 years", 120_000, 0, 0, "10000 years"),
    ]

    @Test(arguments: valid)
    func reads(text: String, months: Int32, days: Int32, seconds: Int64, normal: String) throws {
        let span = try Span.parse(text).get()
        #expect(span == Span(months: months, days: days, microseconds: seconds * 1_000_000))
        #expect(span.description == normal)
        #expect(Span(parsing: normal) == span)
    }

    static let invalid: [(text: String, range: Range<Int>, problem: SpanError.Problem, hint: String?)] = [
        ("", 0..<0, .empty, "for example `2 h` or `3 weeks`"),
        ("  ", 0..<2, .empty, "for example `2 h` or `3 weeks`"),
        ("5 m", 2..<3, .ambiguousUnit, "write `min` for minutes or `months`"),
        ("5M", 1..<2, .ambiguousUnit, "write `min` for minutes or `months`"),
        ("1 h 5m", 5..<6, .ambiguousUnit, "write `min` for minutes or `months`"),
        ("5", 0..<1, .missingUnit, "add one of s, min, h, days, weeks, months, years"),
        ("1 h 30", 4..<6, .missingUnit, "add one of s, min, h, days, weeks, months, years"),
        ("h", 0..<1, .number, "for example `2 h` or `3 weeks`"),
        ("soon", 0..<4, .number, "for example `2 h` or `3 weeks`"),
        ("2 d", 2..<3, .unknownUnit("d"), "write `days`"),
        ("2 w", 2..<3, .unknownUnit("w"), "write `weeks`"),
        ("2 yrs", 2..<5, .unknownUnit("yrs"), "write `years`"),
        ("2 mo", 2..<4, .unknownUnit("mo"), "write `months`"),
        ("30 sec", 3..<6, .unknownUnit("sec"), "write `s`"),
        ("3 Wochen", 2..<8, .unknownUnit("Wochen"), "write `weeks`"),
        ("2 Tage", 2..<6, .unknownUnit("Tage"), "write `days`"),
        ("3 wekes", 2..<7, .unknownUnit("wekes"), "write `weeks`"),
        ("3 moons", 2..<7, .unknownUnit("moons"), "the units are s, min, h, days, weeks, months, years"),
        ("2 h 3 h", 6..<7, .repeatedUnit("h"), "add the numbers up"),
        ("1.5 h", 0..<3, .fraction, "for example `1 h 30 min`"),
        ("0.5 days", 0..<3, .fraction, "write it in a smaller unit"),
        ("-2 h", 0..<1, .negative, "leave the sign out"),
        ("+2 h", 0..<1, .negative, "leave the sign out"),
        ("99999999999999999999 s", 0..<20, .tooLarge, "the longest span is 10000 years"),
        ("10001 years", 0..<5, .tooLarge, "the longest span is 10000 years"),
        ("600000 weeks", 0..<6, .tooLarge, "the longest span is 10000 years"),
        ("1. s", 0..<2, .number, nil),
        ("٣ days", 0..<2, .number, "for example `2 h` or `3 weeks`"),
        ("2 h, 3 min", 2..<4, .unknownUnit("h,"), "the units are s, min, h, days, weeks, months, years"),
    ]

    @Test(arguments: invalid)
    func refuses(text: String, range: Range<Int>, problem: SpanError.Problem, hint: String?) {
        #expect(Span.parse(text) == .failure(SpanError(range: range, problem: problem, hint: hint)))
    }

    @Test func whatIsEqual() throws {
        #expect(Span(parsing: "7 days") == Span(parsing: "1 week"))
        #expect(Span(parsing: "24 h") != Span(parsing: "1 day"))
        #expect(Span(parsing: "12 months") == .years(1))
        #expect(Span.weeks(2) == .days(14))
        #expect(Span.hours(2) == .minutes(120))
        #expect(Span.minutes(1) == .seconds(60))
        #expect(Span(parsing: "0.5 s")?.description == "0.5 s")
        #expect(Span(parsing: "1 min 1.25 s")?.description == "1 min 1.25 s")
        #expect(-Span.hours(2) == Span(microseconds: -7_200_000_000))
        #expect(Span.zero.isZero)
    }

    @Test func randomSpansReadBack() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let span = Span(
                months: .random(in: 0...60, using: &random), days: .random(in: 0...60, using: &random),
                microseconds: .random(in: 0...200_000, using: &random) * 500_000)
            #expect(Span(parsing: span.description) == span)
        }
    }

    static let berlin = "CET-1CEST,M3.5.0,M10.5.0/3"

    /// Days are the calendar's, hours pass.
    static let before: [(instant: String, span: String, expected: String)] = [
        ("2026-03-29T17:00:00Z", "1 day", "2026-03-28T18:00:00Z"),  // 19:00 CEST, 19:00 CET
        ("2026-03-29T17:00:00Z", "24 h", "2026-03-28T17:00:00Z"),  // 18:00 CET
        ("2026-10-25T18:00:00Z", "1 day", "2026-10-24T17:00:00Z"),
        ("2026-10-25T18:00:00Z", "1 week", "2026-10-18T17:00:00Z"),
        ("2026-10-25T18:00:00Z", "2 h", "2026-10-25T16:00:00Z"),
        ("2026-03-30T00:30:00Z", "1 day", "2026-03-29T01:30:00Z"),  // 02:30 is missing: 03:30
        ("2026-10-26T01:30:00Z", "1 day", "2026-10-25T00:30:00Z"),  // 02:30 was twice: the first
        ("2026-10-25T01:30:00Z", "30 min", "2026-10-25T01:00:00Z"),  // within the second pass
        ("2026-03-31T10:00:00Z", "1 month", "2026-02-28T11:00:00Z"),
        ("2026-03-31T10:00:00Z", "1 month 1 day 1 h", "2026-02-27T10:00:00Z"),
        ("2026-03-31T10:00:00Z", "0 s", "2026-03-31T10:00:00Z"),
    ]

    @Test(arguments: before)
    func beforeAnInstant(instant: String, span: String, expected: String) throws {
        let zone = try Zone(identifier: "Europe/Berlin", posix: Self.berlin)
        let start = try #require(Timestamp(parsing: instant))
        #expect(try Span.parse(span).get().before(start, in: zone).description == expected)
    }

    @Test func onAWall() throws {
        let local = try #require(CivilDateTime(parsing: "2026-01-31T23:00:00"))
        #expect(try Span.parse("1 month 2 h").get().after(local).description == "2026-03-01T01:00:00")
        #expect(try Span.parse("1 week").get().before(local).description == "2026-01-24T23:00:00")
        let date = try #require(CivilDate(parsing: "2024-02-29"))
        #expect(Span.years(1).after(date).description == "2025-02-28")
        #expect(Span.days(1000).after(date).description == "2026-11-25")
        #expect(Span.weeks(1).before(date).description == "2024-02-22")
    }
}
