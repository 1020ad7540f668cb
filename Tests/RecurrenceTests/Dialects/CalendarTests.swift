import Recurrence
import Testing

/// Text → normal form (as `systemd-analyze calendar` of systemd 252 prints it) → itself.
@Suite struct CalendarTests {
    static let accepted: [(String, String)] = [
        ("Mon..Fri *-*-1/2 09:00", "Mon..Fri *-*-01/2 09:00:00"),
        ("Sat,Thu,Mon..Wed,Sat..Sun", "Mon..Thu,Sat,Sun *-*-* 00:00:00"),
        ("Mon-Fri 12:00", "Mon..Fri *-*-* 12:00:00"),
        ("monday,TUE 5:7", "Mon,Tue *-*-* 05:07:00"),
        ("Wed, 17:48", "Wed *-*-* 17:48:00"),
        ("Mon..Sun 8:00", "*-*-* 08:00:00"),
        ("Monday", "Mon *-*-* 00:00:00"),
        ("Mon ", "Mon *-*-* 00:00:00"),
        ("*-*-*", "*-*-* 00:00:00"), ("*:*", "*-*-* *:*:00"), ("*:*:*", "*-*-* *:*:*"),
        ("12-31", "*-12-31 00:00:00"), ("2026-06-15", "2026-06-15 00:00:00"),
        ("26-6-15 1:2:3", "2026-06-15 01:02:03"), ("93..00-*-*", "1993..2000-*-* 00:00:00"),
        ("2024..2030/2-*-1", "2024..2030/2-*-01 00:00:00"),
        ("*-1/7-1 4:00", "*-01/7-01 04:00:00"),
        ("*-*-31,1,15,1", "*-*-01,15,31 00:00:00"), ("*-*-1..7,3", "*-*-01..07,03 00:00:00"),
        // from the end of the month
        ("*-*~1", "*-*~01 00:00:00"), ("*-2~3", "*-02~03 00:00:00"), ("Mon *-5~7/1", "Mon *-05~07/1 00:00:00"),
        ("*-*~1..7/2", "*-*~01..07/2 00:00:00"), ("*-*~*", "*-*-* 00:00:00"), ("12~1 8:00", "*-12~01 08:00:00"),
        ("*~01..03", "*-*~01..03 00:00:00"),
        // ranges and steps
        ("*:0/15", "*-*-* *:00/15:00"), ("9..17:30", "*-*-* 09..17:30:00"), ("00/2:00", "*-*-* 00/2:00:00"),
        ("*:0..50/20", "*-*-* *:00..40/20:00"), ("*:10..15/20", "*-*-* *:10:00"), ("5..5:00", "*-*-* 05:00:00"),
        ("*-02..13/2-1", "*-02..12/2-01 00:00:00"),
        // seconds and fractions
        ("0:0:1.0..3.8", "*-*-* 00:00:01..03"), ("0:0:20..40/1", "*-*-* 00:00:20..40"),
        ("*:4,30:0/1,3,5", "*-*-* *:04,30:*"), ("0:0:0/1,0.5", "*-*-* 00:00:00/1,00.500000"), ("0:0:1.25/0.5", "*-*-* 00:00:01.250000/0.500000"),
        ("9:11:23.42", "*-*-* 09:11:23.420000"), ("0:0:1.2345678", "*-*-* 00:00:01.234568"),
        ("0:0:0.000001/0.000002", "*-*-* 00:00:00.000001/0.000002"),
        // zones
        ("9:00 UTC", "*-*-* 09:00:00 UTC"), ("9:00 utc", "*-*-* 09:00:00 UTC"),
        ("Sun 1:00 Europe/Dublin", "Sun *-*-* 01:00:00 Europe/Dublin"), ("daily Etc/GMT+5", "*-*-* 00:00:00 Etc/GMT+5"),
        ("@1767225600", "2026-01-01 00:00:00 UTC"), ("@0", "1970-01-01 00:00:00 UTC"),
        // shorthands
        ("minutely", "*-*-* *:*:00"), ("hourly", "*-*-* *:00:00"), ("daily", "*-*-* 00:00:00"),
        ("Weekly", "Mon *-*-* 00:00:00"), ("monthly", "*-*-01 00:00:00"), ("quarterly", "*-01,04,07,10-01 00:00:00"),
        ("semiannually", "*-01,07-01 00:00:00"), ("bi-annually", "*-01,07-01 00:00:00"),
        ("yearly", "*-01-01 00:00:00"), ("annually UTC", "*-01-01 00:00:00 UTC"),
    ]

    @Test(arguments: accepted) func reads(_ text: String, _ normal: String) throws {
        let expression = try CalendarExpression(text)
        #expect(expression.text == normal)
        #expect(try CalendarExpression(normal) == expression)
    }

    @Test func namesItsZone() throws {
        #expect(try CalendarExpression("9:00 Europe/Berlin").zone == "Europe/Berlin")
        #expect(try CalendarExpression("9:00").zone == nil)
        #expect(try CalendarExpression("@5").zone == "UTC")
        let error = try #require(throws: DialectError.self) {
            try CalendarExpression("9:00 Nowhere/Zone", isZone: { $0.hasPrefix("Europe/") })
        }
        #expect(error.reason == .calendarZone("Nowhere/Zone"))
        #expect(error.range == 5..<17)
    }

    static let refused: [(String, String, DialectError.Reason)] = [
        ("", "", .empty),
        ("Fri..Mon 12:00", "Fri..Mon", .calendarWeekdayRange),
        ("Monday..", "Monday..", .calendarSyntax(.weekday)),
        ("Mon..Tue..Wed", "Tue", .calendarSyntax(.weekday)),
        ("Sonntag 12:00", "Sonntag", .calendarWeekday("Sonntag", near: "Sunday")),
        ("Tues 12:00", "Tues", .calendarWeekday("Tues", near: "Tuesday")),
        ("daily daily", "daily", .calendarWeekday("daily", near: nil)),
        ("2016~11-22", "2016~11", .calendarTilde),
        ("*~29", "29", .calendarValue(.day, low: 1, high: 28)),
        ("2016- 11- 24 12: 30: 00", " ", .calendarSyntax(.date)),
        ("1-2-3-4", "1-2-3-", .calendarSyntax(.date)),
        ("*-13-1", "13", .calendarValue(.month, low: 1, high: 12)),
        ("*-*-32", "32", .calendarValue(.day, low: 1, high: 31)),
        ("1969-1-1", "1969", .calendarValue(.year, low: 1970, high: 2199)),
        ("25:00", "25", .calendarValue(.hour, low: 0, high: 23)),
        ("12:60", "60", .calendarValue(.minute, low: 0, high: 59)),
        ("0:0:60", "60", .calendarValue(.second, low: 0, high: 59)),
        ("20/4:00", "20/4", .calendarStep(.hour)),
        ("00:00/60", "00/60", .calendarStep(.minute)),
        ("*-*~5/5", "5/5", .calendarStep(.day)),
        ("*:0/0", "0/0", .calendarStepZero),
        ("*:*/5", "*/", .calendarStar),
        ("*:4,30:5,*", "*", .calendarSyntax(.second)),
        ("17..9:00", "17..9", .calendarRange(.hour)),
        ("0:0:1..1.5", "1..1.5", .calendarRange(.second)),
        ("12:00 ", " ", .calendarSyntax(.time)),
        ("9", "9", .calendarSyntax(.time)),
        ("@88588582097858858", "@88588582097858858", .calendarEpoch),
        ("@-5", "@", .calendarEpoch),
        ("@5 12:00", " 12:00", .calendarRest(" 12:00")),
        ("*:0/15\n", "\n", .controlCharacter),
    ]

    @Test(arguments: refused) func refuses(_ text: String, _ part: String, _ reason: DialectError.Reason) throws {
        let error = try #require(throws: DialectError.self) { try CalendarExpression(text) }
        #expect(error.reason == reason)
        #expect(text.slice(error.range) == part)
        #expect(error.dialect == .calendar)
        expectWellFormed(error, for: text)
    }

    @Test func spoiltTextsAreRefusedInPlace() {
        var random = DialectRandom(seed: 252)
        let seeds = Self.accepted.map(\.0) + Self.refused.map(\.0)
        for _ in 0..<8_000 {
            let text = random.mutated(random.pick(seeds), signs: "0123456789 :,.-~*/@MonFriU\u{0}é")
            do throws(DialectError) {
                let expression = try CalendarExpression(text)
                let again = try? CalendarExpression(expression.text)
                #expect(again == expression, "\(text) → \(expression.text)")
                #expect(expression.rules().count == 1)
            } catch {
                expectWellFormed(error, for: text)
            }
        }
    }
}
