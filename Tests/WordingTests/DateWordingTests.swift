import CivilTime
import Planning
import Testing

@testable import Wording

@Suite struct DateWordingTests {
    static let berlin: Zone? = try? Zone(identifier: "Europe/Berlin", posix: "CET-1CEST,M3.5.0,M10.5.0/3")

    static func at(_ text: String) -> Timestamp { Timestamp(parsing: text) ?? Timestamp(seconds: 0) }

    /// Instant, now, English, German.
    static let relative: [(String, String, String, String)] = [
        ("2026-11-22T18:00:00Z", "2026-11-22T07:00:00Z", "today at 19:00", "heute um 19:00"),
        ("2026-11-22T18:00:00Z", "2026-11-21T07:00:00Z", "tomorrow at 19:00", "morgen um 19:00"),
        // 23:30 in UTC is the next day in Berlin.
        ("2026-11-22T18:00:00Z", "2026-11-20T23:30:00Z", "tomorrow at 19:00", "morgen um 19:00"),
        ("2026-11-21T07:30:00Z", "2026-11-22T07:00:00Z", "yesterday at 08:30", "gestern um 08:30"),
        (
            "2026-11-29T18:00:00Z", "2026-11-22T07:00:00Z", "on Sunday, 29 November at 19:00",
            "am Sonntag, 29. November, um 19:00"
        ),
        (
            "2027-03-28T01:30:00Z", "2026-11-22T07:00:00Z", "on Sunday, 28 March 2027 at 03:30",
            "am Sonntag, 28. März 2027, um 03:30"
        ),
        (
            "2026-11-15T18:00:00Z", "2026-11-22T07:00:00Z", "on Sunday, 15 November at 19:00",
            "am Sonntag, 15. November, um 19:00"
        ),
    ]

    @Test(arguments: relative)
    func saysTheDay(instant: String, now: String, english: String, german: String) throws {
        let zone = try #require(Self.berlin)
        let (then, present) = (Self.at(instant), Self.at(now))
        #expect(DateWording.relative(then, now: present, in: zone, .english) == english)
        #expect(DateWording.relative(then, now: present, in: zone, .german) == german)
    }

    /// Instant, now, English, German.
    static let remaining: [(String, String, String, String)] = [
        ("2026-12-13T18:00:00Z", "2026-11-22T18:00:00Z", "in 3 weeks", "in 3 Wochen"),
        ("2026-12-05T18:00:00Z", "2026-11-22T18:00:00Z", "in 13 days", "in 13 Tagen"),
        ("2026-11-24T18:00:00Z", "2026-11-22T18:00:00Z", "in 2 days", "in 2 Tagen"),
        ("2026-11-23T18:00:00Z", "2026-11-22T18:00:00Z", "in 1 day", "in 1 Tag"),
        ("2026-11-22T23:00:00Z", "2026-11-22T18:00:00Z", "in 5 hours", "in 5 Stunden"),
        ("2026-11-22T19:00:00Z", "2026-11-22T18:00:00Z", "in 1 hour", "in 1 Stunde"),
        ("2026-11-22T18:20:00Z", "2026-11-22T18:00:00Z", "in 20 minutes", "in 20 Minuten"),
        ("2026-11-22T18:01:00Z", "2026-11-22T18:00:00Z", "in 1 minute", "in 1 Minute"),
        ("2026-11-22T18:00:20Z", "2026-11-22T18:00:00Z", "now", "jetzt"),
        ("2026-11-22T18:00:00Z", "2026-11-22T19:00:00Z", "now", "jetzt"),
    ]

    @Test(arguments: remaining)
    func saysWhatRemains(instant: String, now: String, english: String, german: String) throws {
        let zone = try #require(Self.berlin)
        let (then, present) = (Self.at(instant), Self.at(now))
        #expect(DateWording.remaining(until: then, from: present, in: zone, .english) == english)
        #expect(DateWording.remaining(until: then, from: present, in: zone, .german) == german)
    }

    static let ordinals: [(Int, String)] = [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (21, "21st"), (22, "22nd"), (23, "23rd"), (50, "50th"), (101, "101st"), (111, "111th"), (112, "112th"),
        (121, "121st"), (1013, "1013th"),
    ]

    @Test(arguments: ordinals)
    func counts(number: Int, english: String) {
        #expect(DateWording.words(.english).ordinal(number) == english)
        #expect(DateWording.words(.german).ordinal(number) == "\(number).")
    }

    static let lists: [([String], String, String)] = [
        ([], "", ""), (["Sam"], "Sam", "Sam"), (["Sam", "Alex"], "Sam and Alex", "Sam und Alex"),
        (["Sam", "Alex", "Kim"], "Sam, Alex and Kim", "Sam, Alex und Kim"),
    ]

    @Test(arguments: lists)
    func joins(items: [String], english: String, german: String) {
        #expect(DateWording.words(.english).list(items) == english)
        #expect(DateWording.words(.german).list(items) == german)
    }

    static let lengths: [(Span, String, String)] = [
        (.weeks(3), "3 weeks", "3 Wochen"), (.days(1), "1 day", "1 Tag"), (.days(10), "10 days", "10 Tage"),
        (.hours(24), "24 hours", "24 Stunden"), (.minutes(90), "1 hour and 30 minutes", "1 Stunde und 30 Minuten"),
        (.months(18), "18 months", "18 Monate"), (.years(1), "1 year", "1 Jahr"),
    ]

    @Test(arguments: lengths)
    func saysTheLength(span: Span, english: String, german: String) {
        #expect(DateWording.length(span, .english) == english)
        #expect(DateWording.length(span, .german) == german)
    }

    @Test func saysTheWholeDate() throws {
        let zone = try #require(Self.berlin)
        let instant = Self.at("2026-11-29T18:05:00Z")
        #expect(DateWording.full(instant, in: zone, .english) == "Sunday, 29 November 2026, 19:05")
        #expect(DateWording.full(instant, in: zone, .german) == "Sonntag, 29. November 2026, 19:05")
    }
}
