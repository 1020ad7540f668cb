public import Planning

/// The ledger of one node: a SQLite file in a folder that only its owner can read.
///
/// `ledger.sqlite` (with `-wal` and `-shm`) is the record, `lock` says who works on it. For one thread.
public final class SQLiteLedger: Ledger {
    /// How to come to a ledger.
    public enum Access: Sendable {
        /// Makes folder and ledger where there are none; holds the lock.
        case create
        /// Works on a ledger that is there; holds the lock.
        case existing
        /// Reads a ledger that is there, also while a service holds it.
        case reading
    }

    public static let fileName = "ledger.sqlite"

    /// The ledger's file, without symbolic links.
    public let path: String
    let database: Database
    private let lock: StateLock?
    private let access: Access
    /// Which start of the machine this is; without it every commit is durable.
    private let boot: String?

    /// Opens the ledger in `folder`.
    ///
    /// - Parameter boot: What tells one start of the machine from the next. A claim from before the last start counts
    ///   as begun: that it began may not have reached the disk.
    ///
    /// A folder or file that others could read and that is ours is closed to them first.
    ///
    /// - Throws: ``LedgerError/held(by:)`` where another service has it; ``LedgerError/unusable(path:reason:)`` for
    ///   what is around the file; ``LedgerError/unreadable(reason:)`` for a file that is damaged, from a later version
    ///   or not a ledger (it is left as it is); ``LedgerError/refused(reason:)`` for a full disk.
    public init(folder: String, _ access: Access = .create, boot: String? = nil) throws(LedgerError) {
        let state = try StateFolder(folder, creating: access == .create)
        self.access = access
        self.boot = boot
        lock = access == .reading ? nil : try StateLock(state)
        path = state.path(Self.fileName)
        if try !state.secure(Self.fileName) {
            guard access == .create else { throw .unusable(path: path, reason: .missing) }
            try state.make(Self.fileName)
        }
        for companion in ["-wal", "-shm", "-journal"] { _ = try state.secure(Self.fileName + companion) }
        do {
            database = try Database(path: path, readOnly: access == .reading)
            try database.execute(Self.settings)
        } catch { throw error.told(path) }
        let version = try Schema.check(database, path)
        try prepare(version)
        if version == 0 { state.sync() }
    }

    private static let settings = """
        PRAGMA cache_size = -512;
        PRAGMA mmap_size = 0;
        PRAGMA temp_store = MEMORY;
        PRAGMA cell_size_check = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        """

    private static let writing = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA journal_size_limit = 1048576;
        """

    private func prepare(_ version: Int64) throws(LedgerError) {
        do {
            if version > 0, let problem = try database.text("PRAGMA quick_check(1)"), problem != "ok" {
                throw LedgerFault.row(problem)
            }
            guard access != .reading else {
                guard version == Schema.version else {
                    throw LedgerError.unreadable(reason: .earlier(version: version))
                }
                return
            }
            try database.execute(Self.writing)
            try Schema.migrate(database, from: version)
            if try database.integer("SELECT id FROM meta") == nil {
                try database.run(
                    "INSERT INTO meta (id, secret, boot) VALUES (1, ?, ?)", .bytes(Self.fresh()), .text(boot))
            }
            try noteBoot()
        } catch let error as DatabaseError {
            throw error.told(path)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unreadable(reason: .damaged("\(error)"))
        }
    }

    /// After a power cut it is not known which claims had begun; a ledger that never left it open says so itself.
    private func noteBoot() throws(DatabaseError) {
        let known = try database.text("SELECT boot FROM meta")
        guard known != boot else { return }
        try database.execute("BEGIN IMMEDIATE")
        if known != nil { try database.run("UPDATE claims SET begun = 1 WHERE begun = 0") }
        try database.run("UPDATE meta SET boot = ?", .text(boot))
        try database.execute("COMMIT")
    }

    /// 32 bytes from the kernel (the standard library's generator is getrandom(2) here).
    private static func fresh() -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    }

    public func secret() throws(LedgerError) -> [UInt8] {
        var secret: [UInt8] = []
        try read("SELECT secret FROM meta") { secret = $0.bytes(0) }
        guard secret.count == 32 else { throw .unreadable(reason: .noSecret) }
        return secret
    }

    @discardableResult
    public func commit(_ changes: [LedgerChange], durably: Bool) throws(LedgerError) -> [NudgeKey] {
        guard access != .reading else { throw .refused(reason: .readingOnly) }
        guard !changes.isEmpty else { return [] }
        return try transact(durably: durably) { writer throws(LedgerFault) in
            for change in changes { try writer.write(change) }
            return writer.refused
        }
    }

    /// Runs `body` as one transaction.
    func transact<Result>(
        durably: Bool, _ body: (inout ChangeWriter) throws(LedgerFault) -> Result
    ) throws(LedgerError) -> Result {
        guard access != .reading else { throw .refused(reason: .readingOnly) }
        let durably = durably || boot == nil
        do {
            // The setting cannot change within a transaction.
            try database.waitForDisk(durably)
        } catch { throw error.told(path) }
        var writer = ChangeWriter(database)
        let result: Result
        do {
            try writer.database.run("BEGIN IMMEDIATE")
            result = try body(&writer)
            try writer.database.run("COMMIT")
        } catch {
            if database.isInTransaction { try? database.execute("ROLLBACK") }
            switch error {
            case let error as DatabaseError: throw error.told(path)
            case let error as LedgerFault: throw error.told(path)
            default: throw .refused(reason: .other("\(error)"))
            }
        }
        if durably { database.checkpoint(from: 256) }
        return result
    }

    /// Runs a query and tells what goes wrong in the port's words.
    func read(
        _ sql: String, _ values: [Value] = [], _ body: (Statement) throws(LedgerFault) -> Void
    ) throws(LedgerError) {
        do throws(LedgerFault) {
            try database.rows(sql, values, body)
        } catch { throw error.told(path) }
    }
}
