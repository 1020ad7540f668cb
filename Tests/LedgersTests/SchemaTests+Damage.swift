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

    static let numbers: [(table: String, column: String)] = [
        ("meta", "through"), ("marks", "since"), ("nudges", "due"), ("nudges", "moment"), ("nudges", "closes"),
        ("nudges", "round"), ("nudges", "asked"), ("nudges", "not_before"), ("attempts", "at"), ("attempts", "retry_after"),
        ("claims", "lease"), ("wishes", "since"), ("troubles", "failures"), ("troubles", "since"), ("answers", "at"),
        ("wins", "number"), ("wins", "day"), ("promises", "time"), ("letters", "number"), ("notices", "number"),
        ("goals", "number"), ("repairs", "began"), ("switches", "day_from"),
    ]

    /// No service writes such numbers, and sums would overflow with them: they end nothing but the reading.
    @Test func numbersBeyondAllTimeAreRefused() throws {
        let whole = TemporaryFolder()
        do {
            let ledger = try SQLiteLedger(folder: whole.path)
            var source = ChangeSource(seed: 5)
            for _ in 0..<300 { try ledger.commit(source.batch(try ledger.load()), durably: false) }
        }
        try write(whole, "INSERT INTO troubles (channel, failures, out_of_reach, since) VALUES ('desk', 1, 0, 0)")
        try write(whole, "INSERT INTO switches (season, is_on, day_from, at) VALUES ('winter', 1, 20000, 0)")
        for place in Self.numbers {
            for number in [Int64.min, .max] {
                let folder = TemporaryFolder()
                _ = try SQLiteLedger(folder: folder.path)
                try FileManager.default.removeItem(atPath: folder.path(SQLiteLedger.fileName))
                try FileManager.default.copyItem(
                    atPath: whole.path(SQLiteLedger.fileName), toPath: folder.path(SQLiteLedger.fileName))
                try write(folder, "UPDATE \(place.table) SET \(place.column) = \(number) WHERE \(place.column) IS NOT NULL")
                let ledger = try SQLiteLedger(folder: folder.path)
                let error = #expect(throws: LedgerError.self, "\(place)") {
                    _ = try ledger.load()
                    _ = try ledger.history(HistoryQuery(limit: 1_000_000))
                    _ = try ledger.answers(HistoryQuery(limit: 1_000_000))
                }
                guard let error else { continue }
                guard case .unreadable(reason: .row(let found)) = error, found.hasSuffix(" \(number)") else {
                    Issue.record("\(place): \(error)")
                    continue
                }
            }
        }
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
