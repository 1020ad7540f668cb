import CivilTime
import Planning

/// What takes rows out of the record again: a person who wants to be forgotten, and time.
extension ChangeWriter {
    /// The tables whose rows are one person's, by the column that says whose.
    static let personal = ["answers", "missed", "draws", "done", "met", "wishes", "wins", "notices", "repairs", "goals"]

    /// - Returns: How many rows were the person's own.
    func forget(_ person: PersonID) throws(LedgerFault) -> Int {
        do throws(DatabaseError) {
            let id = Value.text(person.text)
            let changed = try database.integer("SELECT total_changes()")
            var own = try delete(nudges: "SELECT id FROM nudges WHERE person = ?1", [id])
            let digests = "digest IN (SELECT id FROM digests WHERE person = ?)"
            try database.run("DELETE FROM members WHERE \(digests)", id)
            for table in ["nudges", "claims"] { try database.run("UPDATE \(table) SET digest = NULL WHERE \(digests)", id) }
            try database.run("DELETE FROM digests WHERE person = ?", id)
            own += try forgetUndertakings(id)
            for table in Self.personal { own += try database.run("DELETE FROM \(table) WHERE person = ?", id) }
            let terms = Value.text(Escalation.terms(with: person))
            try database.run("DELETE FROM wishes WHERE substr(terms, 1, length(?1)) = ?1", terms)
            // Where nobody is meant, the id is a word like any other in what far ends said.
            if try database.integer("SELECT total_changes()") != changed { try leaveOut(person) }
            return own
        } catch { throw .database(error) }
    }

    /// Promises, letters, and ends of repairs; what ended for all stays ended.
    private func forgetUndertakings(_ id: Value) throws(DatabaseError) -> Int {
        try database.run(
            "DELETE FROM promise_moves WHERE ritual IN (SELECT ritual FROM promises WHERE maker = ?)", id)
        var own = try database.run("DELETE FROM promises WHERE maker = ?", id)
        try database.run("UPDATE promises SET recipient = NULL WHERE recipient = ?", id)
        own += try database.run("DELETE FROM letters WHERE writer = ?1 OR reader = ?1", id)
        try database.run(
            """
            DELETE FROM repair_ends
            WHERE number IN (SELECT number FROM repairs WHERE person = ?1) OR person = ?1 AND is_own_only = 1
            """, id)
        try database.run("UPDATE repair_ends SET person = ? WHERE person = ?", .text(PersonID.somebody.text), id)
        return own
    }

    /// Takes the person's id out of what far ends said about others' nudges.
    private func leaveOut(_ person: PersonID) throws(DatabaseError) {
        var texts: [(id: Int64, text: String)] = []
        do {
            try database.rows(
                "SELECT id, detail FROM attempts WHERE instr(detail, ?) > 0", [.text(person.text)]
            ) { row in texts.append((row.integer(0), row.text(1))) }
        } catch {
            if case .database(let error) = error { throw error }
        }
        for (id, text) in texts {
            let left = AttemptOutcome.delivered(text).without(person).detail
            guard left != text else { continue }
            try database.run("UPDATE attempts SET detail = ? WHERE id = ?", .text(left), .integer(id))
        }
    }

    /// - Returns: How many rows went.
    func prune(before time: Timestamp, atMost most: Int) throws(LedgerFault) -> Int {
        do throws(DatabaseError) {
            let day = Value.text(Zone.utc.local(at: time).date.description)
            let (time, most) = (Value.integer(time.microseconds), Value.integer(most))
            var count = try delete(
                nudges: """
                    SELECT id FROM nudges WHERE due < ?1 AND outcome IS NOT NULL AND closed_at < ?1
                      AND NOT EXISTS (SELECT 1 FROM claims WHERE nudge = nudges.id)
                    ORDER BY due, id LIMIT ?2
                    """, [time, most])
            // Looking for what refers to a digest walks through all nudges, so only a few at a time.
            count += try database.run(
                """
                DELETE FROM digests WHERE id IN (
                  SELECT id FROM digests WHERE gathered < ?1
                    AND NOT EXISTS (SELECT 1 FROM members WHERE digest = digests.id) LIMIT 10)
                """, time)
            count += try database.run(
                "DELETE FROM missed WHERE id IN (SELECT id FROM missed WHERE through < ? ORDER BY through, id LIMIT ?)",
                time, most)
            // The oldest were written first, so that nobody has to walk through all.
            count += try database.run(
                """
                DELETE FROM answers WHERE id IN (
                  SELECT id FROM (SELECT id, at, ahead FROM answers ORDER BY id LIMIT 2000)
                  WHERE at < ?1 AND ahead = 0 ORDER BY id LIMIT ?2)
                """, time, most)
            count += try database.run(
                """
                DELETE FROM wishes WHERE id IN (
                  SELECT id FROM wishes WHERE current = 0 AND coalesce(taken_back, until) < ? ORDER BY id LIMIT ?)
                """, time, most)
            // Of passes through decks that are over; the present one is needed however old it is.
            count += try database.run(
                """
                DELETE FROM draws WHERE id IN (
                  SELECT id FROM draws WHERE current = 0 AND (occurrence IS NULL OR substr(occurrence, 1, 10) < ?)
                  ORDER BY id LIMIT ?)
                """, day, most)
            return count
        } catch { throw .database(error) }
    }

    /// Deletes nudges with all that belongs to them.
    ///
    /// - Returns: How many nudges there were.
    private func delete(nudges query: String, _ values: [Value]) throws(DatabaseError) -> Int {
        var ids: [Int64] = []
        do {
            try database.rows(query, values) { ids.append($0.integer(0)) }
        } catch {
            if case .database(let error) = error { throw error }
        }
        for id in ids {
            for table in ["asks", "attempts", "claims", "members"] {
                try database.run("DELETE FROM \(table) WHERE nudge = ?", .integer(id))
            }
            try database.run("DELETE FROM nudges WHERE id = ?", .integer(id))
        }
        return ids.count
    }
}
