import Recurrence
import Testing

/// Text → normal form → itself.
@Suite struct CronTests {
    static let accepted: [(String, String)] = [
        ("30 8 * * 1-5", "30 8 * * 1-5"),
        ("*/15 * * * *", "*/15 * * * *"),
        ("0-59/15 * * * *", "*/15 * * * *"),
        ("0,15,30,45 * * * *", "*/15 * * * *"),
        ("  0\t9  *   *  mon-fri ", "0 9 * * 1-5"),
        ("0 9 * JAN,jul Sun", "0 9 * 1,7 0"),
        ("0 9 * jan-mar *", "0 9 * 1-3 *"),
        ("0 9 * * 7", "0 9 * * 0"), ("0 9 * * 5-7", "0 9 * * 0,5,6"), ("0 9 * * 0,7", "0 9 * * 0"),
        ("0 9-17/2 * * *", "0 9,11,13,15,17 * * *"),
        ("5,5,3,4 0 1,15 * *", "3-5 0 1,15 * *"),
        ("0 9 */2 * 1", "0 9 */2 * 1"), ("0 9 * * */2", "0 9 * * */2"),
        ("0 9 *,5 * 1", "0 9 * * 1"), ("0 9 */10,5 * 1", "0 9 */10,5 * 1"),
        ("0 9 1-31 * 1", "0 9 1-31 * 1"),
        ("0 0-23 * 1-12 *", "0 * * * *"),
        ("@hourly", "0 * * * *"), ("@daily", "0 0 * * *"), ("@midnight", "0 0 * * *"), ("@weekly", "0 0 * * 0"),
        ("@monthly", "0 0 1 * *"), ("@yearly", "0 0 1 1 *"), ("@Annually", "0 0 1 1 *"),
    ]

    @Test(arguments: accepted) func reads(_ text: String, _ normal: String) throws {
        let expression = try CronExpression(text)
        #expect(expression.text == normal)
        #expect(try CronExpression(normal) == expression)
    }

    /// How many rules it takes: two where either day field is enough.
    static let ruleCounts: [(String, Int)] = [
        ("0 9 * * *", 1), ("0 9 1 * *", 1), ("0 9 * * 1", 1), ("0 9 1 * 1", 2), ("0 9 1,15 * mon,fri", 2),
        ("0 9 */2 * 1", 1), ("0 9 1 * */2", 1), ("0 9 1-31 * 1", 1), ("0 9 13 * 0-6", 1),
    ]

    @Test(arguments: ruleCounts) func takesRules(_ text: String, _ count: Int) throws {
        #expect(try CronExpression(text).rules().count == count)
    }

    static let refused: [(String, String, DialectError.Reason)] = [
        ("", "", .empty),
        ("0 9 * *", "0 9 * *", .cronFields(4)),
        ("30", "30", .cronFields(1)),
        ("0 30 8 * * 1", "0", .cronSeconds),
        ("0 30 8 * * MON", "0", .cronSeconds),
        ("0 30 8 * * ? 2026", "? 2026", .cronCommand("?")),
        ("30 8 * * 1-5 /usr/bin/true now", "/usr/bin/true now", .cronCommand("/usr/bin/true")),
        ("@reboot", "@reboot", .cronReboot),
        ("@every 5m", "@every 5m", .cronEvery),
        ("@fortnightly", "@fortnightly", .cronShorthand("@fortnightly")),
        ("@daily echo", "echo", .cronCommand("echo")),
        ("60 8 * * *", "60", .cronValue(.minute, low: 0, high: 59)),
        ("0 24 * * *", "24", .cronValue(.hour, low: 0, high: 23)),
        ("0 8 0 * *", "0", .cronValue(.day, low: 1, high: 31)),
        ("0 8 * 13 *", "13", .cronValue(.month, low: 1, high: 12)),
        ("0 8 * * 8", "8", .cronValue(.weekday, low: 0, high: 7)),
        ("0 17-9 * * *", "17-9", .cronRange(.hour)),
        ("0 8 * * fri-mon", "fri-mon", .cronRange(.weekday)),
        ("0 8 * * sat-sun", "sat-sun", .cronRange(.weekday)),
        ("*/0 * * * *", "*/0", .cronStep(.minute)),
        ("*/90 * * * *", "*/90", .cronStep(.minute)),
        ("5/15 * * * *", "5/15", .cronStepAlone(.minute, say: "5-59/15")),
        ("0 8 * * monday", "monday", .cronName(.weekday, "monday")),
        ("0 8 * juni *", "juni", .cronName(.month, "juni")),
        ("0 8 ? * 1", "?", .cronExtension("?")),
        ("0 8 L * *", "L", .cronExtension("L")),
        ("0 8 15W * *", "W", .cronExtension("W")),
        ("0 8 * * 5#2", "#", .cronExtension("#")),
        ("H 8 * * *", "H", .cronExtension("H")),
        ("0, 8 * * *", ",", .cronSyntax(.minute)),
        ("1- 8 * * *", "1-", .cronSyntax(.minute)),
        ("** 8 * * *", "**", .cronSyntax(.minute)),
        ("0 8 * *\n*", "\n", .controlCharacter),
    ]

    @Test(arguments: refused) func refuses(_ text: String, _ part: String, _ reason: DialectError.Reason) throws {
        let error = try #require(throws: DialectError.self) { try CronExpression(text) }
        #expect(error.reason == reason)
        #expect(text.slice(error.range) == part)
        #expect(error.dialect == .cron)
        expectWellFormed(error, for: text)
    }

    @Test func spoiltTextsAreRefusedInPlace() {
        var random = DialectRandom(seed: 5)
        let seeds = Self.accepted.map(\.0) + Self.refused.map(\.0)
        for _ in 0..<8_000 {
            let text = random.mutated(random.pick(seeds), signs: "0123456789 ,-*/@mondecLW#?\u{0}é")
            do throws(DialectError) {
                let expression = try CronExpression(text)
                #expect((try? CronExpression(expression.text)) == expression, "\(text) → \(expression.text)")
                #expect((1...2).contains(expression.rules().count))
            } catch {
                expectWellFormed(error, for: text)
            }
        }
    }
}
