import CivilTime
import Planning
import Testing

@Suite("When a person is left alone")
struct QuietHoursTests {
    static let nightly = QuietHours([QuietHours.Span(start: 22 * 60, end: 7 * 60 + 30)])
    /// Every night, Sunday mornings and Wednesday noon to one.
    static let several = QuietHours([
        QuietHours.Span(start: 22 * 60, end: 7 * 60 + 30), QuietHours.Span(weekdays: [6], start: 0, end: 600),
        QuietHours.Span(weekdays: [2], start: 720, end: 780),
    ])

    /// Berlin's local time, and when quiet ends there; 2026-11-22 is a Sunday.
    static let cases: [(QuietHours, String, String?)] = [
        (nightly, "2026-11-20T21:59:59", nil), (nightly, "2026-11-20T22:00:00", "2026-11-21T07:30:00"),
        (nightly, "2026-11-21T07:29:59", "2026-11-21T07:30:00"), (nightly, "2026-11-21T07:30:00", nil),
        // Saturday night goes on into Sunday morning, and Sunday night into Monday.
        (several, "2026-11-21T23:00:00", "2026-11-22T10:00:00"),
        (several, "2026-11-22T09:59:00", "2026-11-22T10:00:00"),
        (several, "2026-11-22T23:00:00", "2026-11-23T07:30:00"),
        (several, "2026-11-23T03:00:00", "2026-11-23T07:30:00"),
        (several, "2026-11-25T12:30:00", "2026-11-25T13:00:00"), (several, "2026-11-24T12:30:00", nil),
        // The nights in which the clock changes.
        (nightly, "2026-03-28T23:00:00", "2026-03-29T07:30:00"),
        (nightly, "2026-10-24T23:00:00", "2026-10-25T07:30:00"),
        (QuietHours([]), "2026-11-20T23:00:00", nil),
    ]

    @Test(arguments: cases)
    func ends(quiet: QuietHours, local: String, end: String?) throws {
        let instant = Household.berlin.instant(of: try #require(CivilDateTime(parsing: local)))
        let expected = try end.map { Household.berlin.instant(of: try #require(CivilDateTime(parsing: $0))) }
        #expect(quiet.end(around: instant, in: Household.berlin) == expected)
    }

    @Test("Quiet that ends within the repeated hour has ended in its second pass")
    func fold() {
        let quiet = QuietHours([QuietHours.Span(start: 22 * 60, end: 2 * 60 + 30)])
        // 02:10, 02:29 and again 02:10 in Berlin.
        #expect(
            quiet.end(around: Household.utc("2026-10-25T00:10:00Z"), in: Household.berlin)
                == Household.utc("2026-10-25T00:30:00Z"))
        #expect(quiet.end(around: Household.utc("2026-10-25T01:10:00Z"), in: Household.berlin) == nil)
    }

    @Test func wholeWeekIsNoticed() {
        #expect(QuietHours([QuietHours.Span(start: 0, end: 1_440)]).coverEverything)
        #expect(
            QuietHours([QuietHours.Span(start: 600, end: 540), QuietHours.Span(start: 530, end: 610)]).coverEverything)
        #expect(!Self.several.coverEverything)
    }

    /// Against every minute of a fortnight with a clock change, read literally.
    @Test(arguments: [3, 10]) func everyMinute(month: Int) throws {
        let first = try #require(CivilDate(year: 2026, month: month, day: month == 3 ? 22 : 18))
        var instant = Household.berlin.instant(of: CivilDateTime(first))
        for _ in 0..<(14 * 1_440) {
            let local = Household.berlin.local(at: instant)
            let minute = Int(local.time.microseconds / 60_000_000)
            let weekday = local.date.weekday.rawValue
            let isQuiet =
                minute >= 1_320 || minute < 450 || (weekday == 6 && minute < 600)
                || (weekday == 2 && 720..<780 ~= minute)
            #expect((Self.several.end(around: instant, in: Household.berlin) != nil) == isQuiet, "\(local)")
            instant = instant.adding(seconds: 60)
        }
    }
}
