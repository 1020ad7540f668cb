import CivilTime
import Testing

/// POSIX `TZ` strings: what they say, what is refused and where, and the C library's
/// reading of the same.
@Suite struct PosixRuleTests {
    /// The rule, then an instant, its offset in seconds and its name.
    static let valid: [(rule: String, at: String, seconds: Int32, name: String)] = [
        ("UTC0", "2026-01-01T00:00:00Z", 0, "UTC"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", 3600, "CET"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", 7200, "CEST"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:59:59Z", 7200, "CEST"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", 3600, "CET"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "1900-07-01T00:00:00Z", 7200, "CEST"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "12345-07-01T00:00:00Z", 7200, "CEST"),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", -14_400, "EDT"),
        ("EST5EDT", "2026-07-01T00:00:00Z", -14_400, "EDT"),
        ("EST+5EDT+4:00:00,M3.2.0/02:00,M11.1.0/2:00:00", "2026-07-01T00:00:00Z", -14_400, "EDT"),
        // Europe/Dublin: standard in summer, daylight saving time an hour less.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00:00Z", 0, "GMT"),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 3600, "IST"),
        ("<+03>-3", "2026-01-01T00:00:00Z", 10_800, "+03"),
        ("<-00>0", "2026-01-01T00:00:00Z", 0, "-00"),
        ("<+0545>-5:45", "2026-01-01T00:00:00Z", 20_700, "+0545"),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01T00:00:00Z", 39_600, "+11"),
        ("<+00>0<+02>-2,M3.5.0/1,M10.5.0/3", "2026-07-01T00:00:00Z", 7200, "+02"),
        // America/Godthab and Asia/Gaza: hours before the day and past it.
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3600, "-01"),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7200, "-02"),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", 10_800, "EEST"),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", 7200, "EET"),
        ("AAA0BBB,M7.1.0/167,M9.1.0/-167", "2026-07-12T00:00:00Z", 3600, "BBB"),
        // J60 is 1 March always; 59 is 29 February where there is one.
        ("AAA0BBB,J60/0,J61/0", "2024-03-01T00:00:00Z", 3600, "BBB"),
        ("AAA0BBB,J60/0,J61/0", "2024-02-29T12:00:00Z", 0, "AAA"),
        ("AAA0BBB,59/0,J90/0", "2024-02-29T00:00:00Z", 3600, "BBB"),
        ("AAA0BBB,59/0,J90/0", "2023-03-01T00:00:00Z", 3600, "BBB"),
        ("AAA0BBB,59/0,J90/0", "2023-02-28T23:59:59Z", 0, "AAA"),
        // Daylight saving time all year, as RFC 9636 writes it.
        ("EST5EDT,0/0,J365/25", "2026-01-01T05:00:00Z", -14_400, "EDT"),
        ("EST5EDT,0/0,J365/25", "2026-12-31T23:59:59Z", -14_400, "EDT"),
        ("XXX3EDT4,0/0,J365/23", "2026-01-01T03:00:00Z", -14_400, "EDT"),
        ("XXX3EDT4,0/0,J365/23", "2028-12-31T12:00:00Z", -14_400, "EDT"),
        ("AAA24:59:59", "2026-01-01T00:00:00Z", -89_999, "AAA"),
        ("AAA-24:59:59BBB", "2026-07-01T00:00:00Z", 93_599, "BBB"),
    ]

    @Test(arguments: valid)
    func reads(rule: String, at: String, seconds: Int32, name: String) throws {
        let zone = try Zone(identifier: rule, posix: rule)
        let instant = try #require(
            Timestamp(parsing: at) ?? (at.hasPrefix("12345") ? Timestamp(parsing: "+0" + at) : nil))
        let offset = zone.offset(at: instant)
        #expect(offset.seconds == seconds)
        #expect(offset.abbreviation == name)
    }

    /// The rule, the byte at which it fails, from 0, and what was expected there.
    static let invalid: [(rule: String, place: Int, problem: PosixRuleError.Problem)] = [
        ("", 0, .name), ("A0", 0, .name), ("AB0", 0, .name), ("1AB0", 0, .name), ("ABC", 3, .offset),
        ("ABC25", 3, .offset), ("ABC-25", 3, .offset), ("ABC100", 5, .name), ("ABC1:60", 3, .offset),
        ("ABC1:00:60", 3, .offset), ("ABC1:", 3, .offset), ("<AB>0", 0, .name), ("<ABC0", 0, .name),
        ("<AB C>0", 0, .name),
        ("ABC0DEF,", 8, .day), ("ABC0DEF,M3.5.0", 14, .comma), ("ABC0DEF,M3.5.0,", 15, .day),
        ("ABC0DEF,M13.1.0,M1.1.0", 8, .dayRange), ("ABC0DEF,M0.1.0,M1.1.0", 8, .dayRange),
        ("ABC0DEF,M3.6.0,M1.1.0", 8, .dayRange), ("ABC0DEF,M3.0.0,M1.1.0", 8, .dayRange),
        ("ABC0DEF,M3.1.7,M1.1.0", 8, .dayRange), ("ABC0DEF,M3.1,M1.1.0", 8, .day), ("ABC0DEF,J0,J1", 8, .dayRange),
        ("ABC0DEF,J366,J1", 8, .dayRange), ("ABC0DEF,366,1", 8, .dayRange), ("ABC0DEF,J1/168,J2", 11, .time),
        ("ABC0DEF,J1/-168,J2", 11, .time), ("ABC0DEF,J1/,J2", 11, .time), ("ABC0DEF,J1,J2,J3", 13, .trailing),
        ("ABC0 ", 4, .name), ("ABC0DEF;", 7, .offset), ("ABC0DEF,X1,J2", 8, .day), ("ÄÖÜ0", 0, .name),
        ("Europe/Berlin", 6, .offset),
    ]

    @Test(arguments: invalid)
    func refuses(rule: String, place: Int, problem: PosixRuleError.Problem) {
        #expect(throws: PosixRuleError.self) { try PosixRule(parsing: rule) }
        do throws(PosixRuleError) {
            _ = try PosixRule(parsing: rule)
        } catch {
            #expect(error.place == place)
            #expect(error.problem == problem)
            #expect(error.description.hasSuffix("at byte \(place + 1)"))
        }
    }

    /// Rules that the C library reads alike, in every year.
    static let shared = [
        "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "NZST-12NZDT,M9.5.0,M4.1.0/3",
        "IST-1GMT0,M10.5.0,M3.5.0/1",
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
        "EET-2EEST,M3.4.4/50,M10.4.4/50", "AAA3BBB,J60/1:30,J300/3:45:15", "AAA-3BBB,59,300", "AAA0BBB1,J100,J200",
        "<-12>12", "AAA0BBB,M2.5.6,M6.4.3/-30", "AAA-11:22:33BBB-12:34:56,M4.1.1,M8.3.5", "AAA7",
    ]

    @Test(.enabled(if: CLibrary.isThere, "asking the C library needs python3"))
    func againstTheCLibrary() throws {
        var questions: [(zone: String, seconds: [Int])] = []
        for rule in Self.shared {
            let zone = try Zone(identifier: rule, posix: rule)
            var seconds: Set<Int> = [0]
            for year in [1971, 1999, 2000, 2024, 2026, 2100, 2199, 2370, 2400, 2800] {
                var at = Timestamp(seconds: try #require(CivilDateTime(year: year, month: 1, day: 3)).seconds)
                for _ in 0..<4 {
                    guard let next = zone.nextTransition(after: at) else { break }
                    at = next.at
                    for step in [-1, 0, 1, 40 * 86_400] { seconds.insert(Int(at.seconds) + step) }
                }
            }
            questions.append((rule, seconds.sorted()))
        }
        for (question, answers) in zip(questions, try CLibrary.answers(questions)) {
            let zone = try Zone(identifier: question.zone, posix: question.zone)
            try #require(answers.count == question.seconds.count)
            for (second, answer) in zip(question.seconds, answers) {
                let offset = zone.offset(at: Timestamp(seconds: Int64(second)))
                #expect(Int(offset.seconds) == answer.seconds, "\(question.zone) at \(second)")
                #expect(offset.abbreviation == answer.abbreviation, "\(question.zone) at \(second)")
            }
        }
    }

    /// Any rule, however odd, gives a zone that agrees with itself.
    @Test func randomRulesAgreeWithThemselves() throws {
        let seed: UInt64 = 20_261_122
        var random = SeededGenerator(seed: seed)
        func day() -> String {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: "J\(Int.random(in: 1...365, using: &random))"
            case 1: "\(Int.random(in: 0...365, using: &random))"
            default:
                "M\(Int.random(in: 1...12, using: &random)).\(Int.random(in: 1...5, using: &random)).\(Int.random(in: 0...6, using: &random))"
            }
        }
        for _ in 0..<150 {
            let rule =
                "AAA\(Int.random(in: -24...24, using: &random)):30BBB\(Int.random(in: -24...24, using: &random)),"
                + "\(day())/\(Int.random(in: -167...167, using: &random)),\(day())/\(Int.random(in: -167...167, using: &random))"
            let zone = try Zone(identifier: rule, posix: rule)
            var cursor = ZoneCursor(zone)
            for _ in 0..<60 {
                let second = Int64.random(in: -20_000_000_000...30_000_000_000, using: &random)
                let instant = Timestamp(seconds: second)
                let local = zone.local(at: instant)
                let holds: Bool
                switch zone.resolve(local) {
                case .unique(let only): holds = only == instant && zone.instant(of: local) == instant
                case .fold(let first, let last):
                    holds =
                        (first == instant || last == instant || first < instant && instant < last)
                        && zone.instant(of: local) == first && first < last
                case .gap: holds = false
                }
                guard holds, cursor.local(at: instant) == local, cursor.instant(of: local) == zone.instant(of: local)
                else {
                    Issue.record("\(rule) at \(second), seed \(seed)")
                    return
                }
            }
        }
    }
}
