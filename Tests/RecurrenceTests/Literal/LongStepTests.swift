import CivilTime
import Recurrence
import Testing

/// Steps of many days, minutes or seconds that seldom meet the calendar and the clock, against the slow reading: they
/// are solved for in one of several ways, chosen by the parts that a rule has.
struct LongStepTests {
    /// A rule with long steps and a start, in seconds on the wall since 1970-01-01.
    static func rule(_ random: inout SplitMix) -> (text: String, start: Int) {
        let (name, most) = [("DAILY", 400), ("HOURLY", 500), ("MINUTELY", 3_000), ("SECONDLY", 90_000)][
            [0, 1, 2, 2, 3, 3, 3][Int.random(in: 0..<7, using: &random)]]
        var parts = ["FREQ=\(name)", "INTERVAL=\(Int.random(in: most / 40...most, using: &random))"]
        func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
        func list(_ part: String, _ range: ClosedRange<Int>, signed: Bool = false) {
            let values = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Int.random(in: range, using: &random) * (signed && chance(30) ? -1 : 1)
            }
            parts.append("\(part)=\(Set(values).sorted().map(String.init).joined(separator: ","))")
        }
        if chance(35) { list("BYMONTH", 1...12) }
        if chance(40) { list("BYMONTHDAY", 1...31, signed: true) }
        if name != "DAILY", chance(15) { list("BYYEARDAY", 1...366, signed: true) }
        if chance(35) {
            let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].shuffled(using: &random)
            parts.append("BYDAY=\(names.prefix(Int.random(in: 1...3, using: &random)).joined(separator: ","))")
        }
        if name != "DAILY" {
            if chance(50) { list("BYHOUR", 0...23) }
            if name != "HOURLY", chance(45) { list("BYMINUTE", 0...59) }
            if name == "SECONDLY", chance(35) { list("BYSECOND", 0...59) }
        }
        return (parts.joined(separator: ";"), Int.random(in: -500_000_000..<1_500_000_000, using: &random))
    }

    @Test(arguments: LiteralTests.seeds)
    func areExpandedAsTheyAreWritten(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 51)
        for number in 0..<LiteralTests.rounds * 2 {
            let (text, start) = Self.rule(&random)
            let end = start + 16 * 366 * 86_400
            let expected = LiteralRule(text, start: start).walls(until: end, limit: 12)
            let parsed = try Rule(rrule: text, start: CivilDateTime(seconds: Int64(start)))
            let recurrence = Recurrence(parsed, policies: Policies(subdaily: .wall))
            let source: Comment = "seed \(seed), rule \(number): \(text) from \(parsed.anchor)"
            let found = recurrence.occurrences(in: .utc).prefix { $0.instant.seconds < end }.prefix(12)
                .map { Int($0.instant.seconds) }
            #expect(found == expected, source)
            // From an instant between two occurrences, or far from any.
            for _ in 0..<8 {
                let after = Int.random(in: start..<(expected.last ?? end), using: &random)
                let next = recurrence.next(after: Timestamp(seconds: Int64(after)), in: .utc).map {
                    Int($0.instant.seconds)
                }
                let wanted = expected.first { $0 > after }
                #expect(wanted == nil ? (next ?? end) >= end : next == wanted, source)
            }
        }
    }

    /// Rules that take decades to come back, each met in another way: the first three times after 2026-01-01, which a
    /// loop over the single steps finds as well.
    static let rare: [(text: String, start: String, expected: [String])] = [
        (
            "FREQ=DAILY;INTERVAL=50;BYMONTH=2,5,10;BYMONTHDAY=10,15,29;BYDAY=SA", "2015-03-10T14:39:00",
            ["2037-10-10T14:39:00", "2070-05-10T14:39:00", "2397-02-15T14:39:00"]
        ),
        (
            "FREQ=DAILY;INTERVAL=57;BYMONTHDAY=10", "1991-04-26T20:54:00",
            ["2026-04-10T20:54:00", "2027-07-10T20:54:00", "2031-02-10T20:54:00"]
        ),
        (
            "FREQ=SECONDLY;INTERVAL=81622;BYDAY=SA,SU,TH;BYMINUTE=36", "1977-05-10T04:50:00",
            ["2026-03-19T13:36:20", "2026-05-10T12:36:30", "2026-08-22T10:36:50"]
        ),
        (
            "FREQ=SECONDLY;INTERVAL=80998;BYMONTH=3,12;BYMINUTE=5", "2019-05-03T01:50:00",
            ["2031-12-20T08:05:56", "2031-12-22T05:05:52", "2031-12-24T02:05:48"]
        ),
        (
            "FREQ=SECONDLY;INTERVAL=35572;BYMONTHDAY=-15;BYMINUTE=3,40,42,46;BYSECOND=40,45,49", "2009-09-24T13:57:00",
            ["2028-08-17T22:46:40", "2035-03-17T07:03:40", "2042-02-14T03:40:40"]
        ),
        (
            "FREQ=SECONDLY;INTERVAL=38386;BYMONTHDAY=22;BYDAY=SA,TH,WE;BYHOUR=2,7,19;BYSECOND=16,26",
            "1984-09-19T07:43:00",
            ["2087-11-22T19:11:26", "2089-01-22T07:27:26", "2099-01-22T07:29:26"]
        ),
        (
            "FREQ=SECONDLY;INTERVAL=70656;BYMONTH=7;BYHOUR=18", "2018-05-17T02:23:00",
            ["2047-07-01T18:03:48", "2048-07-03T18:03:48", "2049-07-06T18:03:48"]
        ),
        (
            "FREQ=SECONDLY;INTERVAL=70262;BYYEARDAY=173,174,238;BYHOUR=15,19;BYMINUTE=1,32,52,57",
            "1989-03-16T04:42:00",
            ["2109-08-26T19:52:14", "2117-06-22T15:52:20", "2124-08-25T15:52:46"]
        ),
        (
            "FREQ=SECONDLY;INTERVAL=81413;BYMONTHDAY=17,23,27;BYMINUTE=15,29,33,50;BYSECOND=28,53",
            "2003-05-05T13:45:00",
            ["2036-02-23T14:33:28", "2044-03-17T05:33:53", "2051-10-17T12:50:53"]
        ),
        (
            "FREQ=MINUTELY;INTERVAL=1365;BYMONTH=5,11;BYDAY=WE;BYHOUR=3,8,11", "1992-06-15T04:03:00",
            ["2033-11-30T03:18:00", "2034-05-31T03:18:00", "2034-11-29T03:18:00"]
        ),
    ]

    @Test(arguments: rare)
    func rareOnesAreFound(text: String, start: String, expected: [String]) throws {
        let anchor = try #require(CivilDateTime(parsing: start))
        let recurrence = Recurrence(try Rule(rrule: text, start: anchor), policies: Policies(subdaily: .wall))
        let after = try #require(Timestamp(parsing: "2026-01-01T00:00:00Z"))
        let found = recurrence.occurrences(after: after, in: .utc).prefix(3).map(\.instant.description)
        #expect(Array(found) == expected.map { $0 + "Z" })
    }
}
