import CivilTime
import Foundation
import Planning
import Recurrence
import Testing
@testable import Ledgers

/// Records of a later version, of another program, and damaged ones.
extension SchemaTests {
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
            .unreadable(reason: .later(version: 99, known: Schema.version)))
    }

    @Test func anotherProgramsFileIsRefused() throws {
        let folder = TemporaryFolder()
        try write(folder, "CREATE TABLE pictures (id INTEGER PRIMARY KEY)")
        try expectRefusedAndKept(folder, .unreadable(reason: .notALedger))
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
