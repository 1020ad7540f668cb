import Recurrence
import Testing

@Suite struct DialectTests {
    static let cases: [(String, Dialect)] = [
        ("Sunday at 19:00", .phrase), ("every 2 weeks on Friday", .phrase), ("Sun 19:00", .phrase),
        ("last Friday of the month", .phrase), ("15 minutes", .phrase), ("15 June", .phrase), ("noon", .phrase),
        ("Sonntag um 19:00", .phrase), ("", .phrase), ("Sunday at 19", .phrase), ("month", .phrase),
        ("first Friday of teh month", .phrase), ("7pm", .phrase), ("daily at 07:00", .phrase), ("monthly on teh 5th", .phrase),
        ("at 19:00 on Sundays", .phrase),
        ("FREQ=WEEKLY;BYDAY=SU", .rrule), ("RRULE:FREQ=DAILY", .rrule), ("freq=daily", .rrule), ("rrule", .rrule),
        ("DTSTART=1", .rrule),
        ("Mon..Fri *-*-1/2 09:00", .calendar), ("*-*~1", .calendar), ("12-31", .calendar), ("19:00", .calendar),
        ("weekly", .calendar), ("daily Europe/Berlin", .calendar), ("daily Europ/Berlin", .calendar), ("@1767225600", .calendar), ("*:0/15", .calendar),
        ("Mon 2026-01-01..32", .calendar), ("2026-02-30 25:00", .calendar), ("Mon..Fry 09:00", .calendar),
        ("Sun 19:00 Europe/Berlin", .calendar),
        ("30 8 * * 1-5", .cron), ("*/15 * * * *", .cron), ("0 9 1 jan mon", .cron), ("@weekly", .cron),
        ("@reboot", .cron), ("0 30 8 * * 1", .cron), ("0 8 L * *", .cron), ("0 8 * *", .cron), ("61 8 * * *", .cron),
        ("H 8 * * *", .cron),
    ]

    @Test(arguments: cases) func recognises(_ text: String, _ dialect: Dialect) {
        #expect(Dialect.recognise(text) == dialect)
    }
}
