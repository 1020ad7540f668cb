import CivilTime
import Recurrence
import Testing

/// Rules on the wall through the gaps and folds of a zone, with COUNT and without, against their wall times read slowly
/// and put on the clock one by one.
struct WallTests {
    private static let zones = [
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "IST-1GMT0,M10.5.0,M3.5.0/1",
    ].compactMap { try? Zone(identifier: $0, posix: $0) }

    @Test(arguments: LiteralTests.seeds)
    func gapsAndFoldsAreMet(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 99)
        var left = LiteralTests.rounds * 2
        while left > 0 {
            let text = Bool.random(using: &random) ? Self.nightly(&random) : RandomRule(&random).text
            let zone = Self.zones[Int.random(in: 0..<Self.zones.count, using: &random)]
            // From a little before a change.
            let around = Timestamp(seconds: Int64.random(in: -1_500_000_000..<3_000_000_000, using: &random))
            guard let change = zone.nextTransition(after: around)?.at.seconds else { continue }
            let start = Int(zone.local(at: Timestamp(seconds: change)).seconds) - Int.random(in: 0..<200_000, using: &random)
            let policies = Policies(
                gap: Bool.random(using: &random) ? .shift : .skip, fold: Bool.random(using: &random) ? .first : .second,
                subdaily: .wall)
            left -= 1
            try check(text, start / 60 * 60, zone, policies, Int.random(in: 1...12, using: &random), "seed \(seed): ")
        }
    }

    /// Several times a night, where clocks change.
    private static func nightly(_ random: inout SplitMix) -> String {
        func list(_ numbers: ClosedRange<Int>) -> String {
            Set((0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: numbers, using: &random) }).sorted()
                .map(String.init).joined(separator: ",")
        }
        let frequency = ["DAILY", "DAILY", "WEEKLY;BYDAY=SA,SU,MO", "MONTHLY;BYDAY=SU", "HOURLY", "MINUTELY;INTERVAL=7"]
        var text = "FREQ=\(frequency[Int.random(in: 0..<frequency.count, using: &random)])"
        if Int.random(in: 0..<4, using: &random) > 0 { text += ";BYHOUR=\(list(0...4))" }
        if Int.random(in: 0..<4, using: &random) > 0 { text += ";BYMINUTE=\(list(0...59))" }
        return text
    }

    private func check(
        _ text: String, _ start: Int, _ zone: Zone, _ policies: Policies, _ count: Int, _ origin: String
    ) throws {
        let isSubdaily = ["HOURLY", "MINUTELY", "SECONDLY"].contains { text.hasPrefix("FREQ=\($0)") }
        let horizon = start + (isSubdaily ? 20 : 1_000) * 86_400
        let walls = LiteralRule(text, start: start).walls(until: horizon, limit: 150)
        let instants = Set(
            walls.compactMap { wall -> Int? in
                switch zone.resolve(CivilDateTime(seconds: Int64(wall))) {
                case .unique(let instant): Int(instant.seconds)
                case .gap(let before, _, _): policies.gap == .shift ? wall - Int(before) : nil
                case .fold(let first, let second): Int((policies.fold == .first ? first : second).seconds)
                }
            }
        ).sorted()
        // What comes last may still be joined by what a gap moves.
        guard let last = instants.last else { return }
        let anchor = CivilDateTime(seconds: Int64(start))
        let source: Comment = "\(origin)\(text) from \(anchor) in \(zone) with \(policies)"
        let recurrence = Recurrence(try Rule(rrule: text, start: anchor), policies: policies)
        let end = walls.count < 150 ? horizon - 2 * 86_400 : last - 4 * 3_600
        let known = instants.filter { $0 < end }
        let walked = recurrence.occurrences(in: zone).prefix { $0.instant.seconds < end }.map { Int($0.instant.seconds) }
        #expect(walked == known, source)
        guard known.count > count else { return }
        // A time that a gap drops or moves onto another does not count.
        let counted = Recurrence(try Rule(rrule: text + ";COUNT=\(count)", start: anchor), policies: policies)
        #expect(counted.occurrences(in: zone).map { Int($0.instant.seconds) } == Array(known.prefix(count)), "COUNT=\(count): \(source)")
        let settled = counted.settled(in: zone)
        for after in [known[0] - 1, known[count - 1] - 1, known[count - 1], (known[0] + known[count - 1]) / 2] {
            let next = settled.next(after: Timestamp(seconds: Int64(after)), in: zone).map { Int($0.instant.seconds) }
            #expect(next == known.prefix(count).first { $0 > after }, "COUNT=\(count) after \(after): \(source)")
            let latest = settled.latest(atOrBefore: Timestamp(seconds: Int64(after)), in: zone).map { Int($0.instant.seconds) }
            #expect(latest == known.prefix(count).last { $0 <= after }, "COUNT=\(count) at \(after): \(source)")
        }
    }
}
