import CivilTime
import Planning

/// What concerns more than one nudge: renames, answers, missed stretches and the clock.
extension ChangeWriter {
    mutating func rename(_ from: RitualID, _ to: RitualID) throws(DatabaseError) {
        guard from != to else { return }
        let old = Value.text(from.text)
        let new = Value.text(to.text)
        try database.run(
            """
            INSERT INTO marks (ritual, fingerprint, since, present)
            SELECT ?2, fingerprint, since, 1 FROM marks WHERE ritual = ?1 AND present = 1
            ON CONFLICT (ritual) DO UPDATE
            SET fingerprint = excluded.fingerprint, since = excluded.since, present = 1
            """, old, new)
        try database.run("UPDATE marks SET present = 0 WHERE ritual = ?", old)
        if try database.integer("SELECT 1 FROM draws WHERE ritual = ? AND current = 1", old) != nil {
            try database.run("UPDATE draws SET current = 0 WHERE ritual = ? AND current = 1", new)
        }
        try database.run("UPDATE draws SET ritual = ?2 WHERE ritual = ?1", old, new)
        // A key that the new id already holds stays under the old one.
        try database.run("UPDATE OR IGNORE nudges SET ritual = ?2 WHERE ritual = ?1", old, new)
        try refuseRest(from)
        try database.run(
            """
            UPDATE answers SET ahead = 0 WHERE ritual = ?1 AND ahead = 1 AND EXISTS (
              SELECT 1 FROM answers AS own WHERE own.ritual = ?2 AND own.occurrence = answers.occurrence
                AND own.person = answers.person AND own.ahead = 1)
            """, old, new)
        try database.run("UPDATE answers SET ritual = ?2 WHERE ritual = ?1", old, new)
        try database.run("UPDATE missed SET ritual = ?2 WHERE ritual = ?1", old, new)
        try renameWishes(from, to)
        try database.run("UPDATE goals SET ritual = ?2 WHERE ritual = ?1", old, new)
        try database.run(
            """
            INSERT INTO done (ritual, person, at) SELECT ?2, person, at FROM done WHERE ritual = ?1
            ON CONFLICT (ritual, person) DO UPDATE SET at = max(at, excluded.at)
            """, old, new)
        try database.run("DELETE FROM done WHERE ritual = ?", old)
    }

    private mutating func refuseRest(_ ritual: RitualID) throws(DatabaseError) {
        var rest: [NudgeKey] = []
        do {
            try database.rows(
                "SELECT ritual, occurrence, lead, person FROM nudges WHERE ritual = ? ORDER BY id",
                [.text(ritual.text)]
            ) { row throws(LedgerFault) in rest.append(try row.nudgeKey(0)) }
        } catch {
            // A key that cannot be read cannot be told; loading says so.
            if case .database(let error) = error { throw error }
        }
        refused += rest
    }

    func answer(_ answer: AnswerRecord) throws(DatabaseError) {
        let word: String
        var until: Timestamp?
        switch answer.answer {
        case .done: word = "done"
        case .skip: word = "skip"
        case .snooze(let end):
            word = "snooze"
            until = end
        }
        if answer.answer == .done {
            try database.run(
                """
                INSERT INTO done (ritual, person, at) VALUES (?, ?, ?)
                ON CONFLICT (ritual, person) DO UPDATE SET at = max(at, excluded.at)
                """, .text(answer.occurrence.ritual.text), .text(answer.person.text), .integer(answer.at.microseconds))
        }
        let isAhead = until == nil && answer.lead == nil
        let name = answer.occurrence
        if isAhead {
            try database.run(
                "UPDATE answers SET ahead = 0 WHERE ritual = ? AND occurrence = ? AND person = ? AND ahead = 1",
                .text(name.ritual.text), .text(name.keyText), .text(answer.person.text))
        }
        if answer.answer == .done, let lead = answer.lead {
            try database.run(
                """
                UPDATE nudges SET answered = ?
                WHERE ritual = ? AND occurrence = ? AND lead = ? AND person = ? AND outcome IS NULL
                """, .integer(answer.at.microseconds), .text(name.ritual.text), .text(name.keyText),
                .text(lead.description), .text(answer.person.text))
        }
        try database.run(
            """
            INSERT INTO answers (ritual, occurrence, lead, person, answer, until, at, written, ahead)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, .text(name.ritual.text), .text(name.keyText), .text(answer.lead?.description),
            .text(answer.person.text), .text(word), .integer(until?.microseconds), .integer(answer.at.microseconds),
            .integer(name.written.microseconds), .truth(isAhead))
    }

    func miss(_ span: MissedSpan, _ at: Timestamp) throws(DatabaseError) {
        try database.run(
            """
            INSERT INTO missed (ritual, person, after, through, outcome, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?)
            """, .text(span.ritual.text), .text(span.person.text), .integer(span.after.microseconds),
            .integer(span.through.microseconds), .text(span.outcome.rawValue), .text(span.reason.rawValue),
            .integer(at.microseconds))
    }

    func advance(_ through: Timestamp) throws(DatabaseError) {
        try database.run(
            "UPDATE meta SET through = max(coalesce(through, ?1), ?1)", .integer(through.microseconds))
        try database.run(
            "UPDATE answers SET ahead = 0 WHERE ahead = 1 AND written <= ?",
            .integer(through.adding(seconds: -LedgerState.answersKept).microseconds))
        try endWishes(through: through.adding(seconds: -LedgerState.recent))
    }

    func rewind(_ now: Timestamp) throws(DatabaseError) {
        try rewindWishes(now)
        let now = Value.integer(now.microseconds)
        try database.run("UPDATE meta SET through = ?", now)
        try database.run("UPDATE marks SET since = ?1 WHERE since > ?1", now)
        try database.run("UPDATE done SET at = ?1 WHERE at > ?1", now)
        try database.run("UPDATE nudges SET spends = 0 WHERE spends = 1")
        try database.run("UPDATE asks SET spends = 0 WHERE spends = 1")
        try database.run(
            "UPDATE missed SET void_beyond = min(coalesce(void_beyond, ?1), ?1) WHERE through > ?1", now)
    }
}
