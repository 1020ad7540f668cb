import CivilTime
import Foundation
import Planning
import Recurrence
import Testing

@testable import Ledgers

/// Files of other versions, and files that are no ledger.
@Suite struct SchemaTests {
    private func write(_ folder: TemporaryFolder, _ sql: String) throws {
        let path = folder.path(SQLiteLedger.fileName)
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        let database = try Database(path: path)
        try database.execute(sql)
    }

    /// Release 1's file opens in every later release with all that it holds.
    @Test func release1IsBroughtUpToDate() throws {
        let folder = TemporaryFolder()
        try write(folder, Fixtures.release1)
        let ledger = try SQLiteLedger(folder: folder.path, .existing)
        #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
        #expect(try ledger.secret() == (0..<32).map { UInt8($0) })
        let state = try ledger.load()
        #expect(state.through == Timestamp(seconds: 1_795_370_400))
        #expect(state.marks.keys.sorted() == [RitualID("morning"), RitualID("weekly")])
        let name = OccurrenceName(
            ritual: RitualID("weekly"), key: .wall(try #require(CivilDateTime(parsing: "2026-11-22T19:00:00"))))
        let key = NudgeKey(occurrence: name, lead: Lead(.days(1)), person: PersonID("sam"))
        let record = try #require(state.open[key])
        #expect(record.attempts.map(\.outcome) == [.transient("451 later", retryAfter: 30)])
        #expect(record.claims.map(\.channel) == [ChannelID("email")])
        let digest = DigestKey(person: PersonID("sam"), gathered: Timestamp(seconds: 1_795_284_000))
        #expect(record.digest == digest)
        #expect(state.digests == [digest: [key]])
        #expect(state.closed.count == 1)
        #expect(state.ahead == [name: [PersonID("alex"): .done]])
        let draw = Draw(deck: 0, prompt: 7, occurrence: nil, isOut: true)
        #expect(state.draws == [RitualID("morning"): [PersonID("sam"): [draw]]])
        let part = Participation(ritual: RitualID("weekly"), person: PersonID("alex"))
        #expect(state.done.keys.map { $0 } == [part])
        #expect(try state.done[part] == ledger.answers(HistoryQuery()).first?.at)
        #expect(try ledger.history(HistoryQuery()).count == 2)
        #expect(try ledger.missed(HistoryQuery()).count == 1)
        #expect(try ledger.answers(HistoryQuery()).count == 1)
    }

    /// Release 3's file opens in every later release with all that it holds.
    @Test func release3IsBroughtUpToDate() throws {
        let folder = TemporaryFolder()
        try write(folder, Fixtures.release3)
        let ledger = try SQLiteLedger(folder: folder.path, .existing)
        #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
        let sam = Participation(ritual: RitualID("calls"), person: PersonID("sam"))
        let alex = Participation(ritual: RitualID("weekly"), person: PersonID("alex"))
        let state = try ledger.load()
        #expect(Set(state.done.keys) == [sam, alex])
        #expect(state.done[sam] == Timestamp(seconds: 1_795_000_000))
    }

    /// What a new ledger looks like is what the steps make; a released step is never edited.
    @Test func firstStepIsTheReleasedOne() throws {
        try expectStep(1, Fixtures.release1)
    }

    @Test func thirdStepIsTheReleasedOne() throws {
        try expectStep(3, Fixtures.release3)
    }

    private func expectStep(_ version: Int64, _ sql: String) throws {
        let (folder, fixture) = (TemporaryFolder(), TemporaryFolder())
        try write(fixture, sql)
        _ = FileManager.default.createFile(atPath: folder.path("ledger.sqlite"), contents: nil)
        let fresh = try Database(path: folder.path("ledger.sqlite"))
        try Schema.migrate(fresh, from: 0, to: version)
        let schema = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)"
        let released = try Database(path: fixture.path("ledger.sqlite")).text(schema)
        #expect(try fresh.text(schema) == released)
    }

    /// That an attempt began is not forced to the disk: after a power cut every claim counts as begun.
    @Test func claimsBeforeTheMachinesLastStartCountAsBegun() throws {
        for (next, begun) in [("one", false), ("two", true), (nil, true)] as [(String?, Bool)] {
            let folder = TemporaryFolder()
            let key = LedgerConformance.delivery
            do {
                let ledger = try SQLiteLedger(folder: folder.path, boot: "one")
                let at = LedgerConformance.nudge.due
                try ledger.commit(
                    [
                        .opened(LedgerConformance.nudge),
                        .claimed(key, members: [LedgerConformance.nudge.key], at: at, lease: at.adding(seconds: 60)),
                    ], durably: true)
            }
            let ledger = try SQLiteLedger(folder: folder.path, boot: next)
            #expect(try ledger.load().open.values.flatMap(\.claims).map(\.begun) == [begun], "\(next ?? "unknown")")
        }
    }

    @Test func laterVersionIsRefused() throws {
        let folder = TemporaryFolder()
        do { _ = try SQLiteLedger(folder: folder.path) }
        try write(folder, "PRAGMA user_version = 99")
        try expectRefusedAndKept(
            folder,
            .unreadable(reason: "the file is of version 99, from a later Troth; this one knows up to \(Schema.version)")
        )
    }

    @Test func anotherProgramsFileIsRefused() throws {
        let folder = TemporaryFolder()
        try write(folder, "CREATE TABLE pictures (id INTEGER PRIMARY KEY)")
        try expectRefusedAndKept(folder, .unreadable(reason: "the file is not a ledger of Troth"))
    }

    /// Where the damage lies, and how many bytes of it.
    static let damages: [(offset: UInt64, count: Int)] = [
        (0, 16), (0, 100), (4096, 4096), (12_288, 4096), (28_672, 64),
    ]

    @Test(arguments: damages)
    func damagedFileIsRefusedAndKept(offset: UInt64, count: Int) throws {
        let folder = TemporaryFolder()
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            var source = ChangeSource(seed: 5)
            for _ in 0..<80 { try ledger.commit(source.batch(try ledger.load()), durably: false) }
        }
        let file = try #require(FileHandle(forUpdatingAtPath: folder.path("ledger.sqlite")))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data(repeating: 0xA5, count: count))
        try file.close()
        try expectRefusedAndKept(folder, nil)
    }

    @Test func fileCutShortIsRefusedAndKept() throws {
        let folder = TemporaryFolder()
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            var source = ChangeSource(seed: 5)
            for _ in 0..<80 { try ledger.commit(source.batch(try ledger.load()), durably: false) }
        }
        truncate(folder.path("ledger.sqlite"), 20_000)
        try expectRefusedAndKept(folder, nil)
    }

    private func expectRefusedAndKept(_ folder: TemporaryFolder, _ expected: LedgerError?) throws {
        let path = folder.path("ledger.sqlite")
        let before = FileManager.default.contents(atPath: path)
        for access in [SQLiteLedger.Access.create, .existing, .reading] {
            let error = #expect(throws: LedgerError.self) { try SQLiteLedger(folder: folder.path, access) }
            if let expected { #expect(error == expected) }
            if case .unreadable? = error {
            } else {
                Issue.record("not told as unreadable: \(String(describing: error))")
            }
        }
        #expect(FileManager.default.contents(atPath: path) == before)
    }
}
