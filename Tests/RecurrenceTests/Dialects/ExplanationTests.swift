import CivilTime
import Recurrence
import Testing

@Suite struct ExplanationTests {
    /// Text → dialect, normal form, and the RRULEs that say the same.
    static let cases: [(String, Dialect, String, [String]?)] = [
        ("every Sunday 7pm", .phrase, "Sunday at 19:00", ["FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0"]),
        ("last weekday of the month at 17:00", .phrase, "last weekday of the month at 17:00",
            ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=17;BYMINUTE=0;BYSECOND=0;BYSETPOS=-1"]),
        ("15min", .phrase, "15 minutes", ["FREQ=MINUTELY;INTERVAL=15"]),
        ("rrule:freq=daily;interval=2", .rrule, "FREQ=DAILY;INTERVAL=2", ["FREQ=DAILY;INTERVAL=2"]),
        ("Fri *-*-13 09:00", .calendar, "Fri *-*-13 09:00:00",
            ["FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR;BYHOUR=9;BYMINUTE=0;BYSECOND=0"]),
        ("2026-06-15 09:00", .calendar, "2026-06-15 09:00:00", nil),
        ("0 9 1 * mon", .cron, "0 9 1 * 1",
            ["FREQ=DAILY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0;BYSECOND=0", "FREQ=DAILY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;BYSECOND=0"]),
    ]

    @Test(arguments: cases) func explains(
        _ text: String, _ dialect: Dialect, _ normal: String, _ rrules: [String]?
    ) throws {
        let explanation = try Explanation(text)
        #expect(explanation.dialect == dialect)
        #expect(explanation.text == normal)
        #expect(explanation.rrules == rrules)
        #expect(explanation.needs.isEmpty)
        #expect(try Explanation(normal).rules == explanation.rules)
    }

    @Test func saysWhatIsNeeded() throws {
        #expect(try Explanation("Sunday").needs == [.time])
        #expect(try Explanation("2 weeks").needs == [.starting, .time])
        #expect(try Explanation("month at 09:00").needs == [.day])
        #expect(try Explanation("Sunday").rules.isEmpty)
        #expect(try Explanation("Sunday", at: TimeOfDay(hour: 9, minute: 0)).needs.isEmpty)
        #expect(try Explanation("15 minutes").asksSubdaily)
        #expect(try Explanation("*:0/15").asksGapAndFold)
        #expect(try Explanation("9:00 Europe/Berlin").zone == "Europe/Berlin")
    }

    @Test func placesTheErrorsOfRecurrenceRules() throws {
        let text = "RRULE:FREQ=SOMETIMES"
        let error = try #require(throws: DialectError.self) { try Explanation(text) }
        #expect(error.dialect == .rrule)
        #expect(text.slice(error.range).contains("SOMETIMES"))
        expectWellFormed(error, for: text)
    }

    @Test func needsAreWorded() {
        for need in PhraseNeed.allCases {
            #expect(!need.message.isEmpty && !need.hint.isEmpty)
        }
    }
}
