import CSQLite

/// One connection to a SQLite file; its statements are prepared once and kept.
///
/// Not for use by two threads at once.
final class Database {
    private let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    private var waitsForDisk: Bool?
    /// How many pages the write-ahead log holds.
    private let logged = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    /// Opens the file at `path`, none of whose parts may be a symbolic link.
    init(path: String, readOnly: Bool = false) throws(DatabaseError) {
        let flags =
            (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX
            | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let error = DatabaseError(code: code, connection: opened)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        sqlite3_busy_timeout(handle, 250)
        logged.initialize(to: 0)
        // Takes the place of SQLite's own moving of the log; `PRAGMA wal_autocheckpoint` would take it away again.
        _ = sqlite3_wal_hook(
            handle,
            { logged, _, _, pages in
                logged?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, logged)
    }

    /// Whether a commit waits until it is on the disk.
    ///
    /// Before the first call it is as the settings have it. It is only said to SQLite when it changes.
    func waitForDisk(_ waits: Bool) throws(DatabaseError) {
        guard waits != waitsForDisk else { return }
        try execute("PRAGMA synchronous = \(waits ? "FULL" : "NORMAL")")
        waitsForDisk = waits
    }

    /// Moves the write-ahead log into the file once it has `pages`; of what cannot be moved now, the next try will do.
    ///
    /// Asked for by the caller, who knows when a moment's wait does no harm.
    func checkpoint(from pages: Int32) {
        guard logged.pointee >= pages else { return }
        logged.pointee = 0
        _ = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }

    /// Moves the whole write-ahead log into the file and cuts it to nothing, so that no former page is left in it.
    ///
    /// - Returns: False where somebody reads an earlier moment, so that the log has to stay for now.
    func emptyLog() throws(DatabaseError) -> Bool {
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        guard code & 0xFF != SQLITE_BUSY else { return false }
        guard code == SQLITE_OK else { throw DatabaseError(code: code, connection: handle) }
        logged.pointee = 0
        return true
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
        logged.deallocate()
    }

    /// Runs `sql`, which yields nothing of interest, without keeping it.
    func execute(_ sql: String) throws(DatabaseError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw DatabaseError(code: code, connection: handle) }
    }

    /// Runs a statement that yields no rows.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: Value...) throws(DatabaseError) -> Int { try run(sql, values) }

    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Int {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {}
        return Int(sqlite3_changes(handle))
    }

    /// Calls `body` with each row that a query yields.
    func rows(
        _ sql: String, _ values: [Value] = [], _ body: (Statement) throws(LedgerFault) -> Void
    ) throws(LedgerFault) {
        let statement: Statement
        do {
            statement = try self.statement(sql)
            try statement.bind(values)
        } catch { throw .database(error) }
        defer { statement.reset() }
        while true {
            do {
                guard try statement.step() else { return }
            } catch { throw .database(error) }
            try body(statement)
            try statement.checkNumbers()
        }
    }

    /// The first column of a query's first row; nil where there is none or it is NULL.
    func integer(_ sql: String, _ values: Value...) throws(DatabaseError) -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        return try statement.step() ? statement.optionalInteger(0) : nil
    }

    /// The first column of a query's first row; nil where there is none or it is NULL.
    func text(_ sql: String, _ values: Value...) throws(DatabaseError) -> String? {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        return try statement.step() ? statement.optionalText(0) : nil
    }

    var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Whether a transaction is open.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    private func statement(_ sql: String) throws(DatabaseError) -> Statement {
        if let kept = statements[sql] { return kept }
        let made = try Statement(sql, on: handle)
        statements[sql] = made
        return made
    }
}

/// What SQLite refused.
struct DatabaseError: Error {
    /// Extended result code.
    var code: Int32
    var message: String
    /// The system's own error number, 0 where there is none.
    var systemError: Int32

    init(code: Int32, connection: OpaquePointer?) {
        self.code = code
        if let connection {
            message = String(cString: sqlite3_errmsg(connection))
            systemError = sqlite3_system_errno(connection)
        } else {
            message = String(cString: sqlite3_errstr(code))
            systemError = 0
        }
    }

    /// The result code without what extends it.
    var primary: Int32 { code & 0xFF }
}
