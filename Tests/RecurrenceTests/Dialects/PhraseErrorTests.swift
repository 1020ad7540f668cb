import CivilTime
import Recurrence
import Testing

/// Text → the words that are wrong with it, and what is said of them.
@Suite struct PhraseErrorTests {
    static let refused: [(String, String, DialectError.Reason)] = [
        ("", "", .empty),
        ("   ", "   ", .empty),
        // words
        ("Sonntag um 19:00", "Sonntag", .foreignWord("Sonntag", english: "Sunday")),
        ("every lundi", "lundi", .foreignWord("lundi", english: "Monday")),
        ("miércoles 7pm", "miércoles", .foreignWord("miércoles", english: "Wednesday")),
        ("teh Sunday", "teh", .unknownWord("teh", near: "the")),
        ("Sundey at 19:00", "Sundey", .unknownWord("Sundey", near: "Sunday")),
        ("Sunday att 19:00", "att", .unknownWord("att", near: "at")),
        ("last Friday of teh month", "teh", .unknownWord("teh", near: "the")),
        ("whenever", "whenever", .unknownWord("whenever", near: nil)),
        ("fortnight", "fortnight", .vagueWord("fortnight", say: "2 weeks")),
        ("biweekly", "biweekly", .vagueWord("biweekly", say: "2 weeks")),
        ("at 09:00 every 15 minutes", "at 09:00", .timeOnElapsed),
        ("at 19:00 on Sundays at 20:00", "at", .trailing("at")),
        ("at 9am and 5pm", "at 9am and 5pm", .timeAlone("09:00")),
        ("weekend at 10:00", "weekend", .vagueWord("weekend", say: "weekend day")),
        ("quarter", "quarter", .vagueWord("quarter", say: "first day of the quarter")),
        ("second", "second", .vagueWord("second", say: "30 seconds")),
        ("Sunday at 19:00 starting 2026-01-04", "starting", .ownKey("starting", key: "starting")),
        ("15 m", "m", .bareM), ("15m", "15m", .bareM),
        ("Sunday at 19:00 Friday", "Friday", .trailing("Friday")),
        ("Sunday\nat 19:00", "\n", .controlCharacter),
        // clocks
        ("Sunday at 25:00", "25:00", .clockHour("25:00")),
        ("Sunday at 24:00", "24:00", .clockHour("24:00")),
        ("Sunday at 7", "7", .clockBare(7)),
        ("Sunday 7", "7", .clockBare(7)),
        ("Sunday at 7 o'clock", "7 o'clock", .clockBare(7)),
        ("Sunday at 19.00", "19.00", .clockDot("19.00", say: "19:00")),
        ("Sunday at 19h30", "19h30", .clockDot("19h30", say: "19:30")),
        ("Sunday at 19h", "19h", .clockDot("19h", say: "19:00")),
        ("Sunday at 7:5", "7:5", .clockMinute("7:5")),
        ("Sunday at 07:60", "07:60", .clockMinute("07:60")),
        ("Sunday at 13pm", "13pm", .clockHalf("13pm", say: "13:00")),
        ("Sunday at 19:00 pm", "19:00 pm", .clockHalf("19:00", say: "19:00")),
        ("Sunday at 0am", "0am", .clockTwelve("0am")),
        ("Sunday at", "", .expected(.time, found: nil)),
        ("Sunday at Friday", "Friday", .expected(.time, found: "Friday")),
        ("19:00", "19:00", .timeAlone("19:00")),
        ("at 7pm", "at 7pm", .timeAlone("19:00")),
        ("Monday at 09:00 and Friday at 17:00", "and Friday at 17:00", .secondRule),
        ("Monday at 09:00, on Friday at 17:00", ", on Friday at 17:00", .secondRule),
        ("Monday, at 09:00, Friday, at 17:00", ", Friday, at 17:00", .secondRule),
        ("day, Friday at 17:00", ", Friday at 17:00", .secondRule),
        ("at 09:00 and Friday", "and Friday", .secondRule),
        ("at 09:00, and Friday", ", and Friday", .secondRule),
        ("15 minutes, at 09:00", "at 09:00", .timeOnElapsed),
        ("19:00,", "", .expected(.time, found: nil)),
        ("Sunday, at", "", .expected(.time, found: nil)),
        ("15 minutes at 09:00", "at 09:00", .timeOnElapsed),
        ("day between 09:00 and 17:00", "between", .windowOnDays),
        ("hour between 17:00 and 09:00", "17:00 and 09:00", .windowOrder),
        ("30 seconds between 09:00 and 17:00", "between", .windowSeconds),
        // dates and counted days
        ("31 June", "31 June", .dateMissing(month: "June", day: 31)),
        ("February 30 at 09:00", "February 30", .dateMissing(month: "February", day: 30)),
        ("day 31 of June and July", "day 31 of June and July", .dateMissing(month: "June", day: 31)),
        ("32nd of the month", "32nd of the month", .dayNumber(32, limit: 31)),
        ("day 0 of the month", "0", .dayNumber(0, limit: 366)),
        ("June", "June", .whichDay("June")),
        ("June 15 2026", "2026", .yearInDate(2026)),
        ("sixth Friday of the month", "sixth Friday of the month", .ordinalRange(6, limit: 5)),
        ("last Friday", "last Friday", .scopeMissing("last Friday")),
        ("second Friday", "second Friday", .ordinalEvery("second", day: "Friday", count: 2)),
        ("3rd Friday at 19:00", "3rd Friday", .ordinalEvery("3rd", day: "Friday", count: 3)),
        ("Friday of the month", "Friday", .ordinalMissing("Friday")),
        ("first Monday and Tuesday of the month", "Tuesday", .expected(.dayOfPeriod, found: "Tuesday")),
        ("2 Fridays", "2 Fridays", .countOfDays(2, "Friday")),
        ("Monday to Monday", "Monday to Monday", .rangeOfOne("Monday")),
        // intervals
        ("2", "", .expected(.unit, found: nil)),
        ("0 days", "0", .count("0")),
        ("99999999999 days", "99999999999", .count("99999999999")),
        ("month on Friday", "Friday", .dayForUnit("Friday", unit: "month")),
        ("year on Friday", "Friday", .dayForUnit("Friday", unit: "year")),
        ("day on Friday", "on Friday", .onNothing(unit: "day")),
        ("2 weeks on day 3", "day", .expected(.weekday, found: "day")),
    ]

    @Test(arguments: refused) func refuses(_ text: String, _ part: String, _ reason: DialectError.Reason) throws {
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(error.reason == reason)
        #expect(text.slice(error.range) == part)
        #expect(error.dialect == .phrase)
        expectWellFormed(error, for: text)
    }

    /// The wording of some, as a person reads it.
    static let wording: [(String, String, String?)] = [
        ("Sonntag", "cannot read `Sonntag`", "did you mean `Sunday`? rules are written in English"),
        ("teh Sunday", "cannot read `teh`", "did you mean `the`?"),
        ("Sunday at 7", "`7` could be in the morning or in the evening", "write `07:00` or `7pm`"),
        ("Sunday at 25:00", "`25:00` has an hour beyond 23", "the day goes from `00:00` to `23:59`"),
        ("15 m", "`m` could be minutes or months", "write `min` or `months`"),
        ("31 June", "there is no 31 June", "for the end of the month say `last day of June`"),
        (
            "second Friday", "`second Friday` of what, or every how many weeks",
            "say `second Friday of the month`, or `2 weeks on Friday`"
        ),
    ]

    @Test(arguments: wording) func words(_ text: String, _ message: String, _ hint: String?) throws {
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(error.message == message)
        #expect(error.hint == hint)
    }

    @Test func refusesWhatIsTooLong() throws {
        let text = "Monday" + String(repeating: ", Monday", count: 200)
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(error.reason == .tooLong(limit: Phrase.limit))
        expectWellFormed(error, for: text)
    }

    /// Phrase, whether starting and a time are given, and what it still needs.
    static let needs: [(String, Bool, Bool, PhraseNeed?)] = [
        ("Sunday", false, true, nil), ("Sunday", false, false, .time), ("Sunday", true, false, nil),
        ("Sunday at 19:00", false, true, .oneTime), ("2 weeks on Friday at 19:30", false, false, .starting),
        ("2 weeks on Friday at 19:30", true, false, nil), ("week", false, true, .day), ("week", true, true, nil),
        ("15 minutes", false, false, nil), ("15 minutes", true, false, nil), ("15 minutes", false, true, .noTime),
        ("hour between 09:00 and 17:00", false, true, .oneTime),
    ]

    @Test(arguments: needs) func compiles(_ text: String, _ isStarting: Bool, _ isAt: Bool, _ need: PhraseNeed?) throws
    {
        let phrase = try Phrase(text)
        let starting = isStarting ? CivilDateTime(year: 2026, month: 1, day: 5, hour: 9) : nil
        let time = isAt ? TimeOfDay(hour: 9, minute: 0) : nil
        if let need {
            #expect(throws: need) { try phrase.rules(starting: starting, at: time) }
        } else {
            #expect(try !phrase.rules(starting: starting, at: time).isEmpty)
        }
    }
}
