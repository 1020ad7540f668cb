import CivilTime
import Recurrence
import Testing

/// Calendar expressions and cron lines against the slow readings of the same texts, and every
/// dialect's normal form against itself.
struct LiteralDialectTests {
    /// Random texts a seed.
    private static let rounds = LiteralTests.rounds * 3
    /// 2024-01-01 to 2034-01-01, in microseconds.
    private static let (first, last) = (1_704_067_200_000_000, 2_019_686_400_000_000)

    @Test(arguments: LiteralTests.seeds)
    func calendarExpressionsAreExpandedAsTheyAreWritten(seed: UInt64) throws {
        var random = DialectRandom(seed: seed)
        for number in 0..<Self.rounds {
            let text = RandomCalendar(&random).text
            let start = random.number(Self.first...Self.last)
            let end = start + 9 * 365 * 86_400_000_000
            let source: Comment = "seed \(seed), expression \(number): \(text) after \(start)"
            let expected = LiteralCalendar(text).walls(after: start, until: end, limit: 25)
            let expression = try CalendarExpression(text)
            try expectSame(expression.rules(), expected, after: start, until: end, limit: 25, source)
            // The normal form is the same expression, and says the same times.
            let normal = try CalendarExpression(expression.text)
            #expect(normal == expression && normal.text == expression.text, source)
            #expect(LiteralCalendar(expression.text).walls(after: start, until: end, limit: 25) == expected, source)
        }
    }

    @Test(arguments: LiteralTests.seeds)
    func cronLinesAreExpandedAsTheyAreWritten(seed: UInt64) throws {
        var random = DialectRandom(seed: seed &+ 5)
        for number in 0..<Self.rounds {
            let text = RandomCron(&random).text
            let start = random.number(Self.first...Self.last)
            let end = start + 400 * 86_400_000_000
            let source: Comment = "seed \(seed), line \(number): \(text) after \(start)"
            let expected = LiteralCron(text).walls(after: start / 1_000_000, until: end / 1_000_000, limit: 25)
                .map { $0 * 1_000_000 }
            let expression = try CronExpression(text)
            try expectSame(expression.rules(), expected, after: start, until: end, limit: 25, source)
            let normal = try CronExpression(expression.text)
            #expect(normal == expression && normal.text == expression.text, source)
            let again = LiteralCron(expression.text).walls(after: start / 1_000_000, until: end / 1_000_000, limit: 25)
            #expect(again.map { $0 * 1_000_000 } == expected, source)
        }
    }

    /// The engine's times, forwards and backwards.
    private func expectSame(
        _ rules: [Rule], _ expected: [Int], after start: Int, until end: Int, limit: Int, _ source: Comment
    ) throws {
        for rule in rules { #expect(try Rule(normalForm: rule.normalForm) == rule, source) }
        let recurrence = Recurrence(rules: rules)
        let from = Timestamp(microseconds: Int64(start))
        let found = recurrence.occurrences(after: from, in: .utc).prefix(limit).map { Int($0.instant.microseconds) }
        #expect(found.prefix { $0 < end } == expected[...], source)
        guard let last = expected.last else { return }
        var backwards: [Int] = []
        var bound = Timestamp(microseconds: Int64(last))
        while let latest = recurrence.latest(atOrBefore: bound, in: .utc), latest.instant > from {
            backwards.append(Int(latest.instant.microseconds))
            bound = Timestamp(microseconds: latest.instant.microseconds - 1)
            if backwards.count > limit { break }
        }
        #expect(backwards.reversed() == expected, source)
    }

    @Test(arguments: LiteralTests.seeds)
    func ruleTextsReadBack(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 77)
        var written = 0
        for number in 0..<400 {
            let rule = RandomRule(&random)
            let start = CivilDateTime(seconds: Int64(rule.start))
            let parsed = try Rule(rrule: rule.text, start: start)
            let source: Comment = "seed \(seed), rule \(number): \(rule.text) from \(start)"
            guard let normal = parsed.rrule else { continue }
            written += 1
            let again = try Rule(rrule: normal, start: start)
            #expect(again == parsed && again.rrule == normal, source)
            #expect(try Rule(normalForm: parsed.normalForm) == parsed, source)
        }
        #expect(written == 400)
    }
}
