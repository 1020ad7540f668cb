import CivilTime
import Recurrence
import Testing

/// Steps of exact length through changes of the local clock, against the slow reading of them.
///
/// A change by half an hour, or by two, moves the steps' windows against the hours and the days.
struct ElapsedTests {
    private static let zones = [
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3",
        "AAA-5:45BBB-6:30,J60,J300",
    ].compactMap { try? Zone(identifier: $0, posix: $0) }

    static let found: [(text: String, start: String, days: Int)] = [
        // Windows began on one day and ended on the next.
        ("FREQ=HOURLY;BYMINUTE=31,15,14,35,6;INTERVAL=199;BYDAY=MO", "2023-02-04T18:02:01", 800),
        ("FREQ=HOURLY;BYMINUTE=15;BYMONTHDAY=1", "2023-02-04T18:02:01", 800),
        // What met the clock only in summer was taken for what never does.
        ("FREQ=HOURLY;INTERVAL=42;BYHOUR=6,14,20;BYMINUTE=1", "2019-03-19T11:53:48", 800),
        // Looked for further and further back, where the next change of the clock lies before 1970.
        ("FREQ=HOURLY;BYDAY=TH;BYMINUTE=10;BYHOUR=0,8,14,1,3;INTERVAL=12600;BYMONTH=5,7", "1962-05-05T00:00:00", 10_000),
    ]

    @Test(arguments: found)
    func wasFound(_ text: String, _ start: String, _ days: Int) throws {
        let anchor = try #require(CivilDateTime(parsing: start))
        for zone in Self.zones + [.utc] { try check(text, Int(anchor.seconds), zone, "", days: days) }
    }

    /// By the hour, the weekday or the parity of a second; the last began before offsets were whole quarters of an hour.
    /// One of them came 17 s after it was asked for, from the end of time.
    @Test(.timeLimit(.minutes(1)), arguments: [
        ("FREQ=HOURLY;INTERVAL=72;BYMONTHDAY=-8,8,16;BYHOUR=4,5", "1975-09-05T07:46:00"),
        ("FREQ=HOURLY;INTERVAL=21;BYDAY=SU;BYHOUR=10;BYMINUTE=10,14", "2012-01-07T08:22:00"),
        ("FREQ=SECONDLY;BYMONTHDAY=5,29;BYDAY=TU;BYSECOND=33,27,29;INTERVAL=2;COUNT=8", "1950-03-01T10:00:00"),
    ])
    func whatNeverMeetsItsClockEnds(_ text: String, _ start: String) throws {
        let recurrence = Recurrence(try Rule(rrule: text, start: try #require(CivilDateTime(parsing: start))))
        for zone in Self.zones.prefix(2) + [.utc] {
            for year in stride(from: 1960, through: 2200, by: 2) {
                let after = Timestamp(seconds: CivilDateTime(year: year, month: 3, day: 1).map(\.seconds) ?? 0)
                #expect(recurrence.next(after: after, in: zone) == nil, "in \(zone) after \(year)")
            }
            #expect(recurrence.latest(atOrBefore: SetTests.far, in: zone) == nil)
        }
    }

    @Test(arguments: LiteralTests.seeds)
    func stepsKeepTheirLength(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 77)
        var left = LiteralTests.rounds * 4
        while left > 0 {
            let isLong = Bool.random(using: &random)
            let text = isLong ? LongStepTests.rule(&random).text : RandomRule(&random).text
            guard ["HOURLY", "MINUTELY", "SECONDLY"].contains(where: { text.hasPrefix("FREQ=\($0)") }) else { continue }
            left -= 1
            let start = Int.random(in: -1_500_000_000..<3_000_000_000, using: &random)
            // Which position a time has in a step through whose middle the clock changes is anybody's reading.
            let zone = Int.random(in: 0..<Self.zones.count, using: &random)
            try check(text, start, Self.zones[zone], "seed \(seed): ")
        }
    }

    private func check(_ text: String, _ start: Int, _ zone: Zone, _ origin: String, days: Int = 800) throws {
        let rule = try Rule(rrule: text, start: CivilDateTime(seconds: Int64(start)))
        let recurrence = Recurrence(rule, policies: Policies(subdaily: .elapsed))
        guard recurrence.isElapsed else { return }
        let first = Int(zone.instant(of: rule.anchor).seconds)
        let unit = ["FREQ=HOURLY": 3600, "FREQ=MINUTELY": 60][text.prefix { $0 != ";" }] ?? 1
        let end = first + min(days * 86_400, 40_000 * unit * Int(rule.interval))
        var span = Int.min..<Int.min
        var offset = 0
        let expected = LiteralRule(text, start: start).instants(
            from: first, saysMinutes: text.contains("BYMINUTE"), saysSeconds: text.contains("BYSECOND"), until: end, limit: 60
        ) { instant in
            if !span.contains(instant) {
                let at = Timestamp(seconds: Int64(instant))
                offset = Int(zone.local(at: at).seconds) - instant
                span = instant..<(zone.nextTransition(after: at).map { Int($0.at.seconds) } ?? .max)
            }
            return offset
        }
        let source: Comment = "\(origin)\(text) from \(rule.anchor) in \(zone)"
        let walked = recurrence.occurrences(in: zone).prefix { $0.instant.seconds < end }.prefix(60).map { Int($0.instant.seconds) }
        #expect(walked == expected, source)
        guard let last = expected.last else { return }
        // From anywhere between, and back.
        let settled = recurrence.settled(in: zone)
        for step in 0..<20 {
            let after = first - 1 + (last - first) / 20 * step
            let next = settled.next(after: Timestamp(seconds: Int64(after)), in: zone).map { Int($0.instant.seconds) }
            #expect(next == expected.first { $0 > after }, "\(source) after \(after)")
            let latest = settled.latest(atOrBefore: Timestamp(seconds: Int64(after)), in: zone).map { Int($0.instant.seconds) }
            #expect(latest == expected.last { $0 <= after }, "\(source) at \(after) or before")
        }
        let count = (expected.count + 1) / 2
        let counted = Recurrence(try Rule(rrule: "\(text);COUNT=\(count)", start: rule.anchor), policies: recurrence.policies)
        #expect(counted.occurrences(in: zone).map { Int($0.instant.seconds) } == Array(expected.prefix(count)), source)
        let latest = counted.settled(in: zone).latest(atOrBefore: Timestamp(seconds: Int64(last)), in: zone)
        #expect(latest.map { Int($0.instant.seconds) } == expected[count - 1], "\(source), COUNT=\(count)")
    }
}
