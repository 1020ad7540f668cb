import CivilTime
import Planning
import Recurrence
import Testing

@testable import Ledgers

/// What leaves the record: people who ask for it, and what is long over. Both ledgers agree.
@Suite struct ForgettingTests {
    private static func both(_ seed: UInt64, batches: Int = 120) throws -> (MemoryLedger, SQLiteLedger, TemporaryFolder) {
        let folder = TemporaryFolder()
        let (memory, file) = (MemoryLedger(), try SQLiteLedger(folder: folder.path, boot: "one"))
        var source = ChangeSource(seed: seed)
        for _ in 0..<batches {
            let changes = source.batch(try memory.load())
            _ = try memory.commit(changes, durably: false)
            _ = try file.commit(changes, durably: false)
        }
        return (memory, file, folder)
    }

    private static func expectSame(_ memory: MemoryLedger, _ file: SQLiteLedger, _ what: String) throws {
        let all = HistoryQuery(limit: 10_000)
        #expect(try memory.load() == file.load(), "\(what)")
        #expect(try Self.history(memory) == Self.history(file), "\(what)")
        #expect(try memory.missed(all) == file.missed(all), "\(what)")
        #expect(try memory.answers(all) == file.answers(all), "\(what)")
        for person in ["sam", "alex"].map({ PersonID($0) }) {
            #expect(try memory.wishes(of: person) == file.wishes(of: person), "\(what), \(person)")
        }
    }

    /// Without what only digests of several people, which there are none of, could tell apart.
    private static func history(_ ledger: any Ledger) throws -> [HistoryEntry] {
        try ledger.history(HistoryQuery(limit: 10_000)).map { entry in
            var entry = entry
            entry.gathered = nil
            return entry
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func bothForgetTheSame(seed: UInt64) throws {
        let (memory, file, _) = try Self.both(seed)
        let sam = PersonID("sam")
        try Self.expectSame(memory, file, "seed \(seed), before")
        #expect(try memory.load().open.keys.contains { $0.person == sam })
        _ = try memory.forget(sam)
        #expect(try file.forget(sam) > 0)
        try Self.expectSame(memory, file, "seed \(seed)")
        let left = try memory.load()
        #expect(!left.open.keys.contains { $0.person == sam } && left.done.keys.allSatisfy { $0.person != sam })
        // An id within another word is another word.
        let replies = try memory.history(HistoryQuery(limit: 10_000)).flatMap(\.attempts).compactMap(\.outcome)
        #expect(!replies.contains(.delivered("250 sam is at home, samuel is not")))
    }

    /// The change source has far ends say "at home"; nobody is called so.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func aWordThatIsNobodysStays(seed: UInt64) throws {
        let (memory, file, _) = try Self.both(seed)
        let all = HistoryQuery(limit: 10_000)
        let (state, rows) = (try file.load(), try file.history(all))
        #expect(rows.contains { $0.attempts.contains { $0.outcome?.detail.contains("home") ?? false } })
        #expect(try memory.forget(PersonID("home")) == 0 && file.forget(PersonID("home")) == 0)
        #expect(try file.load() == state && file.history(all) == rows)
        try Self.expectSame(memory, file, "seed \(seed)")
    }

    @Test(arguments: 11...15 as ClosedRange<UInt64>)
    func whatIsOverGoesAndNothingElse(seed: UInt64) throws {
        let (memory, file, _) = try Self.both(seed, batches: 160)
        let before = try memory.load()
        let all = HistoryQuery(limit: 10_000)
        let kept = try memory.history(all)
        let edge = try #require(before.through).adding(seconds: -4 * 86_400)
        var rounds = 0
        while try file.prune(before: edge, atMost: 7) > 0 { rounds += 1 }
        #expect(rounds > 1, "a little at a time")
        while try memory.prune(before: edge, atMost: 7) > 0 {}
        #expect(try file.load() == before, "seed \(seed): what is decided hangs on none of it")
        #expect(try memory.history(all) == file.history(all) && memory.missed(all) == file.missed(all))
        let left = try file.history(all)
        #expect(left.count < kept.count)
        let expected = kept.filter { entry in left.contains { $0.number == entry.number } }
        #expect(left.map(\.nudge) == expected.map(\.nudge) && left.map(\.attempts) == expected.map(\.attempts))
        // What closed and went stays closed as far as anybody could ask for it again.
        #expect(try file.prune(before: edge, atMost: 7) == 0)
    }
}
