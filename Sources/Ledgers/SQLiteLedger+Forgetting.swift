public import CivilTime
public import Planning

extension SQLiteLedger {
    public func wishes(of person: PersonID) throws(LedgerError) -> [WishEntry] {
        var entries: [WishEntry] = []
        try read(
            "SELECT person, kind, subject, terms, since, until, at, taken_back FROM wishes WHERE person = ? ORDER BY id DESC",
            [.text(person.text)]
        ) { row throws(LedgerFault) in
            entries.append(WishEntry(try row.wish(0), at: row.time(6), takenBack: row.optionalTime(7)))
        }
        return entries
    }

    @discardableResult
    public func forget(_ person: PersonID) throws(LedgerError) -> Int {
        let own = try transact(durably: true) { writer throws(LedgerFault) in try writer.forget(person) }
        // Cells that a page's rearrangement left behind are in no free space that SQLite would overwrite: only a file
        // that is written anew has none of them, and only an empty log has no former pages.
        do {
            try database.execute("VACUUM")
            guard try database.emptyLog() else { throw LedgerError.refused(reason: .inUse) }
        } catch let error as DatabaseError {
            throw error.told(path)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .refused(reason: .other("\(error)"))
        }
        return own
    }

    public func prune(before time: Timestamp, atMost most: Int) throws(LedgerError) -> Int {
        let count = try transact(durably: false) { writer throws(LedgerFault) in
            try writer.prune(before: time, atMost: most)
        }
        // Nothing is lost where somebody reads just now; then the log is emptied the next time.
        if count == 0 { _ = try? database.emptyLog() }
        return count
    }
}
