import CivilTime
import Foundation
import Ledgers
import Planning
import Testing

/// The state folder: closed to others, held by one.
@Suite struct StateFolderTests {
    static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    static let files = ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "lock"]

    @Test(arguments: [0, 0o077, 0o777] as [mode_t])
    func closedToOthersWhateverTheUmask(mask: mode_t) async throws {
        let folder = TemporaryFolder()
        let path = folder.path("above/state")
        await #expect(processExitsWith: .success) { [path = path as String, mask = mask as mode_t] in
            umask(mask)
            let ledger = try SQLiteLedger(folder: path)
            try ledger.commit([.advanced(through: .init(seconds: 1))], durably: true)
            for file in StateFolderTests.files {
                #expect(StateFolderTests.mode("\(path)/\(file)") == 0o600, "\(file)")
            }
            #expect(StateFolderTests.mode(path) == 0o700)
        }
    }

    @Test func looseModesAreTightened() throws {
        let folder = TemporaryFolder()
        do { _ = try SQLiteLedger(folder: folder.path) }
        chmod(folder.path, 0o755)
        for file in ["ledger.sqlite", "lock"] { chmod(folder.path(file), 0o666) }
        let ledger = try SQLiteLedger(folder: folder.path)
        try ledger.commit([.advanced(through: .init(seconds: 1))], durably: true)
        #expect(Self.mode(folder.path) == 0o700)
        for file in Self.files { #expect(Self.mode(folder.path(file)) == 0o600, "\(file)") }
    }

    /// Skipped without root: only root gives files away.
    @Test(.enabled(if: geteuid() == 0, "giving a folder to another user takes root"))
    func anothersFolderIsRefused() throws {
        let folder = TemporaryFolder()
        chown(folder.path, 65_534, 65_534)
        #expect(
            throws: LedgerError.unusable(path: folder.path, reason: .folderOfAnother(user: 65534))
        ) { try SQLiteLedger(folder: folder.path) }
        chown(folder.path, 0, 0)
        do { _ = try SQLiteLedger(folder: folder.path) }
        let file = folder.path("ledger.sqlite")
        chown(file, 65_534, 65_534)
        #expect(throws: LedgerError.unusable(path: file, reason: .ofAnother(user: 65534))) {
            try SQLiteLedger(folder: folder.path)
        }
    }

    @Test(arguments: ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "lock"])
    func symbolicLinksAreRefused(file: String) throws {
        let folder = TemporaryFolder()
        let state = folder.path("state")
        do { _ = try SQLiteLedger(folder: state) }
        unlink("\(state)/\(file)")
        let target = folder.path("target")
        _ = FileManager.default.createFile(atPath: target, contents: Data("precious".utf8))
        symlink(target, "\(state)/\(file)")
        #expect(throws: LedgerError.unusable(path: "\(state)/\(file)", reason: .symbolicLink)) {
            try SQLiteLedger(folder: state)
        }
        #expect(FileManager.default.contents(atPath: target) == Data("precious".utf8))
    }

    @Test func hardLinksAreRefused() throws {
        let folder = TemporaryFolder()
        let state = folder.path("state")
        do { _ = try SQLiteLedger(folder: state) }
        link("\(state)/ledger.sqlite", folder.path("elsewhere"))
        #expect(throws: LedgerError.self) { try SQLiteLedger(folder: state) }
    }

    /// systemd's DynamicUser makes the state folder a link to the real one.
    @Test func folderMayBeReachedThroughALink() throws {
        let folder = TemporaryFolder()
        do { _ = try SQLiteLedger(folder: folder.path("private")) }
        symlink(folder.path("private"), folder.path("state"))
        let ledger = try SQLiteLedger(folder: folder.path("state"))
        #expect(ledger.path.hasSuffix("/private/ledger.sqlite"))
    }

    @Test func secondOpenerIsToldWhoHolds() throws {
        let folder = TemporaryFolder()
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            #expect(throws: LedgerError.held(by: getpid())) { try SQLiteLedger(folder: folder.path) }
            try ledger.commit([.advanced(through: .init(seconds: 7))], durably: true)
            let reader = try SQLiteLedger(folder: folder.path, .reading)
            #expect(try reader.load().through == .init(seconds: 7))
            #expect(throws: LedgerError.refused(reason: .readingOnly)) {
                try reader.commit([.advanced(through: .init(seconds: 8))], durably: true)
            }
        }
        _ = try SQLiteLedger(folder: folder.path)
    }

    @Test func neverMakesASecondLedger() throws {
        let folder = TemporaryFolder()
        for access in [SQLiteLedger.Access.existing, .reading] {
            #expect(
                throws: LedgerError.unusable(path: folder.path("ledger.sqlite"), reason: .missing)
            ) { try SQLiteLedger(folder: folder.path, access) }
            #expect(throws: LedgerError.self) { try SQLiteLedger(folder: folder.path("none"), access) }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("ledger.sqlite")))
        #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
    }
}
