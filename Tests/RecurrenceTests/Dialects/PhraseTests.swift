import Recurrence
import Testing

/// Text → normal form → the same phrase again.
@Suite struct PhraseTests {
    static let accepted: [(String, String)] = [
        // weekdays
        ("Sunday at 19:00", "Sunday at 19:00"),
        ("every Sunday 7pm", "Sunday at 19:00"),
        ("On Sundays at 7 PM", "Sunday at 19:00"),
        ("SUN 7:30 pm", "Sunday at 19:30"),
        ("sun, mon", "Monday and Sunday"),
        ("Monday, Wednesday and Friday at 07:15", "Monday, Wednesday and Friday at 07:15"),
        ("Monday, Wednesday, and Friday at 07:15", "Monday, Wednesday and Friday at 07:15"),
        ("Monday to Friday", "weekday"),
        ("Mon-Fri 9am", "weekday at 09:00"),
        ("Mon–Thu at 09:00", "Monday to Thursday at 09:00"),
        ("Friday to Monday", "Monday, Friday, Saturday and Sunday"),
        ("weekday at 08:30", "weekday at 08:30"),
        ("weekdays and Saturday at 08:30", "Monday to Saturday at 08:30"),
        ("weekend day", "weekend day"),
        ("weekends at 10am", "weekend day at 10:00"),
        ("Friday and weekends", "Friday to Sunday"),
        ("workdays at 08:30", "weekday at 08:30"),
        // the time first
        ("at 19:00 on Sundays", "Sunday at 19:00"),
        ("7 pm every Sunday", "Sunday at 19:00"),
        ("at 19:00, on Sundays", "Sunday at 19:00"),
        ("09:00, 17:00, weekdays", "weekday at 09:00 and 17:00"),
        ("7am, 7pm, the 1st and 15th of the month", "day 1 and 15 of the month at 07:00 and 19:00"),
        // a comma between
        ("Sundays, at 19:00", "Sunday at 19:00"),
        ("Monday, Wednesday, and Friday, at 9am and at 5pm", "Monday, Wednesday and Friday at 09:00 and 17:00"),
        ("first Monday, last Friday of the month, at noon", "first Monday and last Friday of the month at 12:00"),
        ("day 1, 15 of June, July, at 9am", "June 1, June 15, July 1 and July 15 at 09:00"),
        ("15 June, 24 December, at 09:00", "June 15 and December 24 at 09:00"),
        ("every other week on Friday, at 7:30 pm", "2 weeks on Friday at 19:30"),
        ("daily, at 07:00", "day at 07:00"),
        ("19:00 on every Sunday", "Sunday at 19:00"),
        ("on each weekday at 08:30", "weekday at 08:30"),
        ("noon on weekdays", "weekday at 12:00"),
        ("at 9am and 5pm every other day", "2 days at 09:00 and 17:00"),
        ("19:00 on the last Friday of the month", "last Friday of the month at 19:00"),
        ("09:00 on 15 June", "June 15 at 09:00"),
        ("noon and 17:00", "day at 12:00 and 17:00"),
        ("Saturday and Sunday at noon", "weekend day at 12:00"),
        ("Monday to Sunday at 08:00", "day at 08:00"),
        // intervals
        ("day at 09:00", "day at 09:00"),
        ("every day at noon and midnight", "day at 00:00 and 12:00"),
        ("noon", "day at 12:00"),
        ("2 days at 09:00", "2 days at 09:00"),
        ("every other day", "2 days"),
        ("2 weeks on Friday at 19:30", "2 weeks on Friday at 19:30"),
        ("two weeks on Friday", "2 weeks on Friday"),
        ("other Tuesday", "2 weeks on Tuesday"),
        ("every second week on Tue and Thu", "2 weeks on Tuesday and Thursday"),
        ("third month on the last Friday", "3 months on last Friday"),
        ("week", "week"),
        ("daily at 07:00", "day at 07:00"),
        ("weekly", "week"),
        ("weekly on Sunday at 19:00", "Sunday at 19:00"),
        ("monthly on the 5th", "day 5 of the month"),
        ("yearly on 24 December at 16:00", "December 24 at 16:00"),
        ("annually", "year"),
        ("fortnightly on Friday at 19:30", "2 weeks on Friday at 19:30"),
        ("hourly between 9am and 5pm", "hour between 09:00 and 17:00"),
        ("at 08:00 daily", "day at 08:00"),
        ("week on Friday", "Friday"),
        ("month", "month"),
        ("3 months on day 15", "3 months on day 15"),
        ("3 months on the 15th of the month at 9am", "3 months on day 15 at 09:00"),
        ("year", "year"),
        ("2 years on June 15", "2 years on June 15"),
        ("2 years on the first Sunday of May", "2 years on first Sunday of May"),
        // counted days
        ("last Friday of the month", "last Friday of the month"),
        ("first and third Monday of the month at 20:00", "first Monday and third Monday of the month at 20:00"),
        ("first Monday and last Friday of each month", "first Monday and last Friday of the month"),
        ("second-to-last Friday of the month", "second-to-last Friday of the month"),
        ("penultimate Friday of the month", "second-to-last Friday of the month"),
        ("3rd to last day of the month", "third-to-last day of the month"),
        ("day 1 of the month", "day 1 of the month"),
        ("first day of the month", "day 1 of the month"),
        ("1st of the month", "day 1 of the month"),
        ("1st and 15th of the month", "day 1 and 15 of the month"),
        ("days 1, 15 and last Friday of the month", "day 1 and 15 and last Friday of the month"),
        ("last day of the month", "last day of the month"),
        ("last weekday of the month", "last weekday of the month"),
        ("first weekend day of the month at 10:00", "first weekend day of the month at 10:00"),
        ("first Sunday of May", "first Sunday of May"),
        ("last Friday of May and October", "last Friday of May and October"),
        ("last day of February", "last day of February"),
        ("day 15 of June", "June 15"),
        ("first Monday of the year", "first Monday of the year"),
        ("100th day of the year", "day 100 of the year"),
        ("first day of the quarter", "January 1, April 1, July 1 and October 1"),
        ("last weekday of the quarter", "last weekday of March, June, September and December"),
        // dates
        ("June 15", "June 15"), ("15 June", "June 15"), ("15th of June", "June 15"), ("Jun 15th", "June 15"),
        ("June 15 and December 24 at 09:00", "June 15 and December 24 at 09:00"),
        ("year on June 15 at 09:00", "June 15 at 09:00"), ("February 29", "February 29"),
        // minutes and hours
        ("15 minutes", "15 minutes"), ("15min", "15 minutes"), ("2 h", "2 hours"), ("hour", "hour"),
        ("minute", "minute"), ("30 seconds", "30 seconds"), ("1 second", "1 second"),
        ("15 minutes between 09:00 and 17:00", "15 minutes between 09:00 and 17:00"),
        ("hour from 9am to 5pm on weekdays", "hour between 09:00 and 17:00 on weekday"),
        // clocks
        ("day at 8am, 12:00, and 8 pm", "day at 08:00, 12:00 and 20:00"),
        ("day at 12am", "day at 00:00"), ("day at 12pm", "day at 12:00"), ("day at 0:05", "day at 00:05"),
        ("day at 7 p.m.", "day at 19:00"), ("day at 08:30:15", "day at 08:30:15"),
        ("day 9:15", "day at 09:15"),
    ]

    @Test(arguments: accepted) func reads(_ text: String, _ normal: String) throws {
        let phrase = try Phrase(text)
        #expect(phrase.text == normal)
        #expect(try Phrase(normal) == phrase)
        #expect(try Phrase("  EVERY \(normal.uppercased())\t") == phrase)
    }

    /// Text, and which of time, starting, day and elapsed it says or needs.
    static let flags: [(String, String)] = [
        ("Sunday at 19:00", "time"), ("Sunday", ""), ("day", ""), ("day at 09:00", "time"), ("2 days", "starting"),
        ("2 weeks on Friday at 19:30", "time starting"), ("2 weeks", "starting day"), ("week", "day"),
        ("month", "day"), ("3 months", "starting day"), ("3 months on day 15", "starting"), ("year", "day"),
        ("2 years on June 15", "starting"), ("June 15", ""), ("last Friday of the month", ""),
        ("15 minutes", "time elapsed"), ("hour", "time elapsed"), ("36 hours", "time elapsed"),
        ("15 minutes between 09:00 and 17:00", "time"),
    ]

    @Test(arguments: flags) func says(_ text: String, _ expected: String) throws {
        let phrase = try Phrase(text)
        let found = [
            (phrase.namesTime, "time"), (phrase.needsStarting, "starting"), (phrase.needsDay, "day"),
            (phrase.isElapsed, "elapsed"),
        ].filter(\.0).map(\.1).joined(separator: " ")
        #expect(found == expected)
    }
}
