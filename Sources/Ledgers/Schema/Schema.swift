import Planning

/// The file's versions: each step is the whole change from the version before it, and no released step is ever edited.
enum Schema {
    /// "Trth", in the file's header (PRAGMA application_id).
    static let applicationID: Int64 = 0x5472_7468

    /// Step `n` makes version `n + 1`.
    static let steps: [String] = [
        release1, release2, release3, release4, release5, release6, release7, release8, release9,
    ]

    static var version: Int64 { Int64(steps.count) }

    /// The file's version, once it is certain that the file is a ledger and not from the future; 0 is a new file.
    static func check(_ database: Database, _ path: String) throws(LedgerError) -> Int64 {
        let id: Int64
        let version: Int64
        let tables: Int64
        do {
            id = try database.integer("PRAGMA application_id") ?? 0
            version = try database.integer("PRAGMA user_version") ?? 0
            tables = try database.integer("SELECT count(*) FROM sqlite_schema") ?? 0
        } catch { throw error.told(path) }
        if id == 0 && version == 0 && tables == 0 { return 0 }
        guard id == applicationID else { throw .unreadable(reason: .notALedger) }
        guard version <= self.version else {
            throw .unreadable(reason: .later(version: version, known: self.version))
        }
        guard version > 0 else { throw .unreadable(reason: .noVersion) }
        return version
    }

    /// Brings the file up to date, one transaction a step.
    static func migrate(_ database: Database, from version: Int64, to last: Int64 = version) throws(DatabaseError) {
        for next in version..<last {
            try database.execute("BEGIN IMMEDIATE")
            do throws(DatabaseError) {
                try database.execute(steps[Int(next)])
                try database.execute("PRAGMA user_version = \(next + 1)")
                try database.execute("COMMIT")
            } catch {
                if database.isInTransaction { try? database.execute("ROLLBACK") }
                throw error
            }
        }
    }
}
