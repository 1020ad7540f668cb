import CivilTime
import Recurrence
import Testing

/// Holiday files.
struct HolidayTests {
    static let file = """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//example//holidays//EN\r
        BEGIN:VEVENT\r
        DTSTART;VALUE=DATE:20240101\r
        DTEND;VALUE=DATE:20240102\r
        RRULE:FREQ=YEARLY\r
        SUMMARY:New Year\\, the
          first day\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        DTSTART;VALUE=DATE:20241225\r
        DTEND;VALUE=DATE:20241227\r
        RRULE:FREQ=YEARLY;UNTIL=20251225\r
        SUMMARY:Christmas\r
        BEGIN:VALARM\r
        DURATION:PT15M\r
        END:VALARM\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        DTSTART;VALUE=DATE:20241128\r
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r
        EXDATE;VALUE=DATE:20251127\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        DTSTART;VALUE=DATE:20240504\r
        STATUS:CANCELLED\r
        END:VEVENT\r
        END:VCALENDAR\r

        """

    @Test func readsTheDays() throws {
        let holidays = try HolidayFile(parsing: HolidayTests.file)
        #expect(holidays.events.map(\.name) == ["New Year, the first day", "Christmas", ""])
        #expect(
            holidays.dates(in: 2024...2026)?.map(\.description) == [
                "2024-01-01", "2024-11-28", "2024-12-25", "2024-12-26", "2025-01-01", "2025-12-25", "2025-12-26",
                "2026-01-01",
                "2026-11-26",
            ])
    }

    /// (what stands between BEGIN:VCALENDAR and END:VCALENDAR, line, what is wrong)
    static let broken: [(String, Int, HolidayFileError.Reason)] = [
        ("BEGIN:VEVENT\nEND:VEVENT\n", 2, .startMissing),
        ("BEGIN:VEVENT\nDTSTART:2024\nEND:VEVENT\n", 3, .notADate(property: "DTSTART", "2024")),
        ("BEGIN:VEVENT\nDTSTART:20240230\nEND:VEVENT\n", 3, .notADate(property: "DTSTART", "20240230")),
        ("BEGIN:VEVENT\nDTSTART:20240203\nDTEND:20240201\nEND:VEVENT\n", 2, .endBeforeStart),
        ("BEGIN:VEVENT\nDTSTART:20240203\nDURATION:PT1H\nEND:VEVENT\n", 4, .notADuration("PT1H")),
        ("BEGIN:VEVENT\nDTSTART:20240203\nDTEND:20300101\nEND:VEVENT\n", 2, .tooLong(limit: 366)),
        ("BEGIN:VEVENT\nSOMETHING\nEND:VEVENT\n", 3, .notAProperty),
        ("END:VEVENT\n", 2, .endWithoutBegin("VEVENT")),
        ("BEGIN:VEVENT\nDTSTART:20240203\nRRULE:FREQ=MINUTELY\nEND:VEVENT\n", 4, .timesOfDay),
        ("BEGIN:VEVENT\nDTSTART:20240203\nRRULE:FREQ=DAILY;BYHOUR=9\nEND:VEVENT\n", 4, .timesOfDay),
        (
            "BEGIN:VEVENT\nDTSTART:20240203\nRRULE:COUNT=3\nEND:VEVENT\n", 4,
            .rule(RRuleError(range: 7..<7, reason: .noFrequency))
        ),
    ]

    @Test(arguments: broken)
    func namesTheLine(text: String, line: Int, reason: HolidayFileError.Reason) {
        let error = #expect(throws: HolidayFileError.self) {
            try HolidayFile(parsing: "BEGIN:VCALENDAR\n\(text)END:VCALENDAR\n")
        }
        #expect(error == HolidayFileError(line: line, reason: reason))
    }

    /// Files may say more days than anybody has holidays.
    @Test(arguments: ["FREQ=DAILY", "FREQ=DAILY;COUNT=2000000000", "FREQ=WEEKLY;BYDAY=MO,TU,WE"])
    func givesUpBeyondALimit(rule: String) throws {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:00010103\nRRULE:\(rule)\nEND:VEVENT\nEND:VCALENDAR\n"
        let holidays = try HolidayFile(parsing: text)
        #expect(holidays.dates(in: 2000...2199, atMost: 10_000) == nil)
    }

    @Test func refusesWhatIsNoCalendar() {
        #expect(throws: HolidayFileError(line: 1, reason: .notACalendar)) { try HolidayFile(parsing: "") }
        #expect(throws: HolidayFileError(line: 1, reason: .notACalendar)) { try HolidayFile(parsing: "hello: you") }
        #expect(throws: HolidayFileError(line: 1, reason: .endMissing("VCALENDAR"))) {
            try HolidayFile(parsing: "BEGIN:VCALENDAR\n")
        }
    }
}
