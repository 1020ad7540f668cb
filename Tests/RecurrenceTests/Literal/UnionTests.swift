import CivilTime
import Recurrence
import Testing

/// Several rules with dates and exclusions, against the occurrences of each rule by itself, put together one by one.
struct UnionTests {
    private static let zones = [
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
    ].compactMap { try? Zone(identifier: $0, posix: $0) }

    @Test(arguments: LiteralTests.seeds)
    func membersArePutTogether(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 123)
        for number in 0..<LiteralTests.rounds * 6 {
            let zone = Self.zones[Int.random(in: 0..<Self.zones.count, using: &random)]
            let policies = Policies.all.randomElement(using: &random) ?? Policies()
            let start = Int.random(in: -1_500_000_000..<3_000_000_000, using: &random) / 1800 * 1800
            var rules: [Rule] = []
            var texts: [String] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                var text = RandomRule(&random).text
                if Int.random(in: 0..<4, using: &random) == 0 { text += ";COUNT=\(Int.random(in: 1...20, using: &random))" }
                let anchor = start + Int.random(in: 0...3, using: &random) * 86_400
                texts.append("\(text) from \(CivilDateTime(seconds: Int64(anchor)))")
                rules.append(try Rule(rrule: text, start: CivilDateTime(seconds: Int64(anchor))))
            }
            let most = 40
            let singles = rules.map { Recurrence($0, policies: policies).occurrences(in: zone).prefix(most).map(\.self) }
            // Beyond the last one known of a rule that goes on, nothing is known.
            let end = singles.filter { $0.count == most }.compactMap { $0.last?.instant }.min()
                ?? singles.compactMap { $0.last?.instant }.max().map { $0.adding(seconds: 1) }
            guard let end else { continue }
            let known = singles.flatMap(\.self)
            func some(_ count: Int) -> [Occurrence] {
                (0..<Int.random(in: 0...count, using: &random)).compactMap { _ in known.randomElement(using: &random) }
            }
            func local(_ occurrence: Occurrence) -> CivilDateTime {
                if case .wall(let local) = occurrence.key { local } else { zone.local(at: occurrence.instant) }
            }
            let dates = some(3).map { local($0) } + [CivilDateTime(seconds: Int64(start + 40_000))]
            let excluded = some(6).map(local)
            let excludedInstants = some(3).map(\.instant)
            var expected = Set(known.filter { !excluded.contains(local($0)) }.map(\.instant))
            for date in dates where !excluded.contains(date) {
                switch zone.resolve(date) {
                case .unique(let instant): expected.insert(instant)
                case .gap(let before, _, _):
                    let shifted = Timestamp(seconds: date.seconds - Int64(before))
                    if policies.gap == .shift { expected.insert(shifted) }
                case .fold(let first, let second): expected.insert(policies.fold == .first ? first : second)
                }
            }
            let wanted = expected.subtracting(excludedInstants).filter { $0 < end }.sorted()
            let recurrence = Recurrence(
                rules: rules, dates: dates, excluding: excluded, excludingInstants: excludedInstants, policies: policies)
            let source: Comment = "seed \(seed), set \(number): \(texts) with \(dates) less \(excluded) and \(excludedInstants) in \(zone) with \(policies)"
            let walked = recurrence.occurrences(in: zone).prefix { $0.instant < end }.map(\.instant)
            #expect(walked == wanted, source)
            let settled = recurrence.settled(in: zone)
            for _ in 0..<10 {
                guard let first = wanted.first else { break }
                let at = Timestamp(microseconds: Int64.random(in: first.microseconds - 1...end.microseconds - 1, using: &random))
                #expect(settled.latest(atOrBefore: at, in: zone)?.instant == wanted.last { $0 <= at }, "\(source) at \(at)")
                guard let next = wanted.first(where: { $0 > at }) else { continue }
                #expect(settled.next(after: at, in: zone)?.instant == next, "\(source) after \(at)")
            }
        }
    }
}
