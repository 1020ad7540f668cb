import Recurrence
import Testing

/// What is advised for words that are not in the grammar: what was written, and nothing else.
@Suite struct PhraseAdviceTests {
    /// (text, the part that cannot be read, what to say; nil for no guess)
    static let advice: [(String, String, String?)] = [
        // how often
        ("once a week", "once a week", "Sunday"),
        ("once a week at 7pm", "once a week", "Sunday at 19:00"),
        ("once a week on Friday at 8pm", "once a week on Friday", "Friday at 20:00"),
        ("twice a week", "twice a week", "Tuesday and Friday"),
        ("twice a week on Monday and Thursday", "twice a week on Monday and Thursday", "Monday and Thursday"),
        ("Twice weekly", "Twice weekly", "Tuesday and Friday"),
        ("week twice", "twice", "Tuesday and Friday"),
        ("3 times a week", "3 times a week", "Monday, Wednesday and Friday"),
        ("twice a day", "twice a day", "day at 08:00 and 20:00"),
        ("twice a day at 9am and 5pm", "twice a day", "day at 09:00 and 17:00"),
        ("once a month on the first Friday", "once a month on the first Friday", "first Friday of the month"),
        ("once every 2 weeks on Friday", "once every 2 weeks on Friday", "2 weeks on Friday"),
        ("11 times a month", "11 times a month", nil), ("once", "once", nil), ("once on Friday", "once", nil),
        // parts of the day
        ("every sunday evening", "evening", "Sunday at 19:00"),
        ("Sunday evening at 8pm", "evening", "Sunday at 20:00"),
        ("Sundays in the evening", "evening", "Sunday at 19:00"),
        ("Sunday at night", "night", "Sunday at 22:00"),
        ("at 19:30 on Sunday evening", "evening", "Sunday at 19:30"),
        ("weekday mornings", "mornings", "weekday at 08:00"),
        ("mornings on weekdays", "mornings", "weekday at 08:00"),
        ("every morning", "morning", "day at 08:00"),
        ("mornings and evenings", "mornings", "day at 08:00 and 19:00"),
        ("every other evening", "evening", "2 days at 19:00"),
        ("first Monday evening of the month", "evening", "first Monday of the month at 19:00"),
        ("2 weeks on Friday evening", "evening", "2 weeks on Friday at 19:00"),
        ("tonight", "tonight", nil),
        // the ends of a period
        ("end of the month", "end of the month", "last day of the month"),
        ("the end of the month at 17:00", "end of the month", "last day of the month at 17:00"),
        ("at the end of May", "end of May", "last day of May"),
        ("month end", "end", "last day of the month"),
        ("middle of the month", "middle of the month", "day 15 of the month"),
        ("end of the week", "end", nil), ("my day", "my", nil),
    ]

    @Test(arguments: advice) func keepsWhatWasWritten(_ text: String, _ part: String, _ say: String?) throws {
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(error.reason == (say.map { .vagueWord(part, say: $0) } ?? .unknownWord(part, near: nil)))
        #expect(text.slice(error.range) == part)
        if let say { #expect(try Phrase(say).text == say) }
        expectWellFormed(error, for: text)
    }

    @Test(arguments: ["on my birthday", "Sam's birthday at 19:00", "our wedding anniversary", "Sunday before my birthday"])
    func aDayWithADateIsAMilestone(_ text: String) throws {
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(error.reason == .datedDay(text.slice(error.range)))
        #expect(error.hint?.contains("[milestone.") ?? false)
        expectWellFormed(error, for: text)
    }

    /// What its key is for stays with the key.
    @Test func keysStayKeys() {
        for (text, key) in [("Sunday beginning 2026-01-04", "starting"), ("5 times", "count")] {
            let error = #expect(throws: DialectError.self) { try Phrase(text) }
            guard case .ownKey(_, let found)? = error?.reason else {
                Issue.record("\(text): \(String(describing: error))")
                continue
            }
            #expect(found == key)
        }
    }

    static let invisible: [(String, UInt32)] = [
        ("Sunday\u{200D}", 0x200D), ("\u{FEFF}Sunday", 0xFEFF), ("Sunday\u{A0}at 19:00", 0xA0),
        ("Sunday at 19:00\u{200F}", 0x200F), ("Sun\u{AD}day", 0xAD), ("Sunday \u{85}", 0x85),
    ]

    @Test(arguments: invisible) func whatCannotBeSeenIsNamed(_ text: String, _ scalar: UInt32) throws {
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(error.reason == .invisible(scalar))
        #expect(text.slice(error.range).unicodeScalars.map(\.value) == [scalar])
        #expect(error.message.hasPrefix("an invisible character (U+"))
        expectWellFormed(error, for: text)
    }
}
