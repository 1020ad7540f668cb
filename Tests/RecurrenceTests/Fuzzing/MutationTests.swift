import Foundation
import Recurrence
import Testing
import ZoneFiles

/// The short share of the fuzzing: spoilt cases of the test tables, the same ones each time.
/// The long one is `make fuzz`.
@Suite struct MutationTests {
    /// Inputs a reader; FUZZ_ROUNDS=1000000 in the environment makes a long run.
    static let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 20_000

    @Test func recurrenceRules() {
        let seeds = RFC5545Tests.cases.map(\.0) + RFC5545Tests.subdaily.map(\.0) + ReaderTests.refused.map(\.0)
        check(seeds, signs: "0123456789=;,-+ZTFREQBYDAMOCUNIL\u{0}é", seed: 1, ReaderChecks.rrule)
    }

    /// Rules that grow from one another by their parts and values, so that most of them are good.
    @Test func changedRules() {
        let check = { (bytes: [UInt8]) in RuleMutation.isSpared(bytes, butOneIn: 200) ? nil : ReaderChecks.rrule(bytes) }
        grow(RFC5545Tests.cases.map(\.0), seed: 8, upTo: 160, check) { rule, seed in
            var mutation = RuleMutation(seed: seed)
            return mutation.mutated(rule)
        }
    }

    /// The same with phrases, by their words.
    @Test func changedPhrases() {
        grow(PhraseTests.accepted.map(\.0), seed: 9, upTo: 100, ReaderChecks.phrase) { phrase, seed in
            var mutation = PhraseMutation(seed: seed)
            return mutation.mutated(phrase)
        }
    }

    @Test func calendarExpressions() {
        let seeds = CalendarTests.accepted.map(\.0) + CalendarTests.refused.map(\.0)
        check(seeds, signs: "0123456789 :,.-~*/@MonFriU\u{0}é", seed: 2, ReaderChecks.calendar)
    }

    @Test func cronLines() {
        let seeds = CronTests.accepted.map(\.0) + CronTests.refused.map(\.0)
        check(seeds, signs: "0123456789 ,-*/@mondecLW#?\u{0}é", seed: 3, ReaderChecks.cron)
    }

    @Test func phrases() {
        let seeds = PhraseTests.accepted.map(\.0) + PhraseErrorTests.refused.map(\.0)
        check(seeds, signs: "0123456789 :,.-–apm@*/thsdon\u{0}é\u{1F431}\u{301}", seed: 4, ReaderChecks.phrase)
    }

    @Test func anyDialect() {
        let tables = [CalendarTests.accepted, CronTests.accepted, PhraseTests.accepted]
        let seeds = RFC5545Tests.cases.map(\.0) + tables.flatMap { $0.map(\.0) }
        check(seeds, signs: "0123456789 :,.-=;*/@~MoFRT\u{0}é", seed: 5, ReaderChecks.explanation)
    }

    @Test func posixRules() {
        let seeds = ["CET-1CEST,M3.5.0,M10.5.0/3", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "AAA-14BBB,J60/-30,300/99", "EST5EDT", "UTC0"]
        check(seeds, signs: "0123456789+-<>,./:MJABC\u{0}", seed: 6, ZoneChecks.posix)
    }

    /// What long runs of the fuzzers left, a line each, without great counts: together these reach nearly whatever was
    /// ever reached. All of it in a long run, else one in twenty.
    @Test func whatWasFound() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Fuzz/Found")
        let readers = [("rrule", ReaderChecks.rrule), ("phrase", ReaderChecks.phrase), ("calendar", ReaderChecks.calendar)]
        for (reader, check) in readers {
            let lines = try String(contentsOf: folder.appendingPathComponent("\(reader).txt"), encoding: .utf8).split(separator: "\n")
            #expect(lines.count > 400)
            for line in Self.rounds > 20_000 ? lines : stride(from: 0, to: lines.count, by: 20).map({ lines[$0] }) {
                if let wrong = check(Array(line.utf8)) { Issue.record("\(reader) \(line): \(wrong)") }
            }
        }
    }

    /// Bytes changed, dropped, doubled and swapped in the zones of the machine's tzdb.
    @Test func zoneFiles() throws {
        let files = SystemZones()
        let names = ["Europe/Berlin", "Europe/Dublin", "Antarctica/Troll", "Africa/Casablanca", "Pacific/Apia", "Asia/Kolkata"]
        let seeds = names.compactMap(files.bytes(of:))
        try #require(!seeds.isEmpty)
        var random = DialectRandom(seed: 7)
        for round in 0..<Self.rounds / 10 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<random.number(1...4) where !bytes.isEmpty {
                // The head, with its counts, more often than the body.
                let place = random.number(0...(random.chance(40) ? min(bytes.count, 120) : bytes.count) - 1)
                switch random.number(0...4) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(UInt8(random.number(0...255)), at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...40)))
                case 3: bytes[place] ^= 1 << UInt8(random.number(0...7))
                default: bytes[place] = random.pick([0, 1, 0x7F, 0x80, 0xFF])
                }
            }
            if let wrong = ZoneChecks.tzif(bytes) {
                Issue.record("round \(round): \(wrong)")
                return
            }
        }
    }

    /// Changes one of the texts at a time, which takes its place.
    private func grow(
        _ seeds: [String], seed: UInt64, upTo length: Int, _ check: ([UInt8]) -> String?, by change: (String, UInt64) -> String
    ) {
        var random = DialectRandom(seed: seed)
        var texts = seeds
        for round in 0..<Self.rounds / 2 {
            let place = random.number(0...texts.count - 1)
            let text = change(texts[place], UInt64(round))
            if let wrong = check(Array(text.utf8)) {
                Issue.record("round \(round): \(text): \(wrong)")
                return
            }
            if text.utf8.count < length { texts[place] = text }
        }
    }

    private func check(_ seeds: [String], signs: String, seed: UInt64, _ check: ([UInt8]) -> String?) {
        var random = DialectRandom(seed: seed)
        for round in 0..<Self.rounds {
            let text = random.mutated(random.pick(seeds), signs: signs)
            if let wrong = check(Array(text.utf8)) {
                Issue.record("round \(round): \(text.debugDescription): \(wrong)")
                return
            }
        }
    }
}
