import CivilTime
import Foundation
import Ledgers
import Planning
import Testing

/// A ledger whose process ends without a word, or whose disk does.
@Suite struct CrashTests {
    /// Commits by the seed's sequence for ever; each commit counts itself, so that what survives tells its length.
    static func writeForEver(_ folder: String, seed: UInt64, progress: String, killAfter: UInt64?) throws {
        let ledger = try SQLiteLedger(folder: folder)
        var source = ChangeSource(seed: seed)
        let report = open(progress, O_WRONLY | O_CREAT, 0o600)
        var delay = SeededGenerator(seed)
        let pause = UInt32.random(in: 0...4000, using: &delay)
        for count in 1...UInt64.max {
            try ledger.commit(batch(&source, try ledger.load(), count), durably: true)
            withUnsafeBytes(of: count) { _ = pwrite(report, $0.baseAddress, $0.count, 0) }
            if count == killAfter {
                Thread.detachNewThread {
                    usleep(pause)
                    kill(getpid(), SIGKILL)
                }
            }
        }
    }

    static func batch(_ source: inout ChangeSource, _ state: LedgerState, _ count: UInt64) -> [LedgerChange] {
        source.batch(state) + [.marked(Self.counter, RitualMark(fingerprint: count, since: Timestamp(seconds: 0)))]
    }

    static let counter = RitualID("count")

    /// What a ledger says that lived through exactly this many commits.
    static func expected(seed: UInt64, commits: UInt64) throws -> LedgerState {
        let ledger = MemoryLedger()
        var source = ChangeSource(seed: seed)
        for count in 0..<commits { try ledger.commit(batch(&source, ledger.state, count + 1), durably: true) }
        return ledger.state
    }

    /// Reads what survived: no commit that returned is lost, none is there by half.
    static func check(_ folder: String, seed: UInt64, progress: String) throws {
        let state = try SQLiteLedger(folder: folder, .existing).load()
        let commits = state.marks[counter]?.fingerprint ?? 0
        let reported = FileManager.default.contents(atPath: progress).map { data in
            data.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        }
        #expect(commits >= reported ?? 0, "seed \(seed)")
        #expect(commits <= (reported ?? 0) + 1, "seed \(seed)")
        let expected = try expected(seed: seed, commits: commits)
        #expect(state == expected, "seed \(seed), \(commits) commits")
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func killedWhileCommitting(seed: UInt64) async throws {
        let folder = TemporaryFolder()
        let (state, progress) = (folder.path("state"), folder.path("progress"))
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [state = state as String, progress = progress as String, seed = seed as UInt64] in
            try CrashTests.writeForEver(state, seed: seed, progress: progress, killAfter: 4 + seed * 3)
        }
        try Self.check(state, seed: seed, progress: progress)
    }

    /// A file that may not grow stands in for a full disk; tried without privileges.
    @Test func fileThatMayNotGrow() async throws {
        let folder = TemporaryFolder()
        let (state, progress) = (folder.path("state"), folder.path("progress"))
        await #expect(processExitsWith: .exitCode(75)) {
            [state = state as String, progress = progress as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 400_000, rlim_max: 400_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            do {
                try CrashTests.writeForEver(state, seed: 77, progress: progress, killAfter: nil)
            } catch LedgerError.refused {
                exit(75)
            }
        }
        try Self.check(state, seed: 77, progress: progress)
    }

    static let canMount: Bool = geteuid() == 0 && tryMounting()

    private static func tryMounting() -> Bool {
        let folder = TemporaryFolder()
        guard mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0 else { return false }
        return umount(folder.path) == 0
    }

    /// Skipped where no file system can be mounted (that takes root).
    @Test(.enabled(if: canMount, "mounting a small tmpfs takes root"))
    func diskFull() throws {
        let folder = TemporaryFolder()
        let disk = folder.path("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
        try #require(mount("tmpfs", disk, "tmpfs", 0, "size=700k") == 0)
        defer { umount2(disk, Int32(MNT_DETACH)) }
        let (state, progress) = (disk + "/state", folder.path("progress"))
        #expect(throws: LedgerError.refused(reason: .diskFull)) {
            try Self.writeForEver(state, seed: 78, progress: progress, killAfter: nil)
        }
        try Self.check(state, seed: 78, progress: progress)
    }

    /// After a refused commit the same ledger goes on once there is room.
    @Test(.enabled(if: canMount, "mounting a small tmpfs takes root"))
    func goesOnOnceThereIsRoom() throws {
        let folder = TemporaryFolder()
        let disk = folder.path("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
        try #require(mount("tmpfs", disk, "tmpfs", 0, "size=700k") == 0)
        defer { umount2(disk, Int32(MNT_DETACH)) }
        let ledger = try SQLiteLedger(folder: disk + "/state")
        let before = try ledger.load()
        let ballast = disk + "/ballast"
        let fill = open(ballast, O_WRONLY | O_CREAT, 0o600)
        let block = [UInt8](repeating: 1, count: 4096)
        while write(fill, block, block.count) > 0 {}
        close(fill)
        let marks = (0..<3000).map {
            LedgerChange.marked(RitualID("ritual-\($0)"), RitualMark(fingerprint: 1, since: Timestamp(seconds: 0)))
        }
        #expect(throws: LedgerError.refused(reason: .diskFull)) {
            try ledger.commit(marks, durably: true)
        }
        #expect(try ledger.load() == before)
        unlink(ballast)
        try ledger.commit(Array(marks.prefix(5)), durably: true)
        #expect(try ledger.load().marks.count == 5)
    }
}
