import CivilTime
import Foundation
import Recurrence
import Testing

/// The engine against the slow reading of the same rules.
struct LiteralTests {
    static let seeds = Array(UInt64(1)...4)

    /// RECURRENCE_ROUNDS=1000 in the environment makes a long run.
    private static let asked = ProcessInfo.processInfo.environment["RECURRENCE_ROUNDS"].flatMap { Int($0) }
    /// Rules a seed.
    static let rounds = asked ?? 4
    /// Of the zones' changes, every so many is looked at.
    static let sparing = asked == nil ? 11 : 1

    @Test(arguments: seeds)
    func randomRulesAreExpandedAsTheyAreWritten(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for number in 0..<LiteralTests.rounds {
            let rule = RandomRule(&random)
            let literal = LiteralRule(rule.text, start: rule.start)
            let isSubdaily = ["HOURLY", "MINUTELY", "SECONDLY"].contains(literal.frequency)
            let horizon = rule.start + (isSubdaily ? 120 : 12_000) * 86_400
            let expected = literal.walls(until: horizon, limit: 30)
            let parsed = try Rule(rrule: rule.text, start: CivilDateTime(seconds: Int64(rule.start)))
            let recurrence = Recurrence(parsed, policies: Policies(subdaily: .wall))
            let found = recurrence.occurrences(in: .utc).prefix { $0.instant.seconds < horizon }.prefix(30)
                .map { Int($0.instant.seconds) }
            let source: Comment = "seed \(seed), rule \(number): \(rule.text) from \(parsed.anchor)"
            #expect(found == expected, source)
            if recurrence.neverFires { #expect(expected.isEmpty, source) }
        }
    }

    @Test(arguments: seeds)
    func seekingGivesWhatEnumeratingGives(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 1000)
        for number in 0..<LiteralTests.rounds {
            let rule = RandomRule(&random)
            let parsed = try Rule(rrule: rule.text, start: CivilDateTime(seconds: Int64(rule.start)))
            let recurrence = Recurrence(parsed, policies: Policies(subdaily: .wall))
            let all = recurrence.occurrences(in: .utc).prefix(80).map(\.instant)
            let source: Comment = "seed \(seed), rule \(number): \(rule.text) from \(parsed.anchor)"
            guard let first = all.first, let last = all.last else { continue }
            for _ in 0..<20 {
                let instant = Timestamp(
                    microseconds: Int64.random(in: first.microseconds - 1_000_000...last.microseconds, using: &random))
                let next = all.first { $0 > instant }
                if instant < last { #expect(recurrence.next(after: instant, in: .utc)?.instant == next, source) }
                let latest = all.last { $0 <= instant }
                #expect(recurrence.latest(atOrBefore: instant, in: .utc)?.instant == latest, source)
            }
            #expect(recurrence.next(after: Timestamp(microseconds: first.microseconds - 1), in: .utc)?.instant == first)
            #expect(recurrence.latest(atOrBefore: Timestamp(microseconds: first.microseconds - 1), in: .utc) == nil)
            if all.count > 1 {
                #expect(recurrence.next(after: first, in: .utc)?.instant == all[1], source)
                #expect(recurrence.latest(atOrBefore: first, in: .utc)?.instant == first, source)
            }
        }
    }
}
