import CivilTime
import Planning

/// What people asked for themselves, and who is known.
extension ChangeWriter {
    func wish(_ wish: Wish, _ at: Timestamp) throws(DatabaseError) {
        // The same wish twice is one.
        try database.run(
            """
            INSERT INTO wishes (person, kind, subject, terms, since, until, at, current)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, 1 WHERE NOT EXISTS (
              SELECT 1 FROM wishes WHERE person = ?1 AND kind = ?2 AND subject = ?3 AND terms = ?4 AND since = ?5
                AND until IS ?6 AND current = 1)
            """, wish.values + [.integer(at.microseconds)])
    }

    func unwish(_ wish: Wish, _ at: Timestamp) throws(DatabaseError) {
        try database.run(
            """
            UPDATE wishes SET taken_back = ?7, current = 0
            WHERE person = ?1 AND kind = ?2 AND subject = ?3 AND terms = ?4 AND since = ?5 AND until IS ?6
              AND current = 1
            """, wish.values + [.integer(at.microseconds)])
    }

    func meet(_ person: PersonID, _ at: Timestamp) throws(DatabaseError) {
        try database.run(
            "INSERT INTO met (person, at) VALUES (?, ?) ON CONFLICT DO NOTHING", .text(person.text),
            .integer(at.microseconds))
    }

    func renameWishes(_ from: RitualID, _ to: RitualID) throws(DatabaseError) {
        try database.run(
            "UPDATE wishes SET subject = ?2 WHERE subject = ?1", .text(Wish.Subject.ritual(from).keyText),
            .text(Wish.Subject.ritual(to).keyText))
    }

    func endWishes(through oldest: Timestamp) throws(DatabaseError) {
        try database.run(
            "UPDATE wishes SET current = 0 WHERE current = 1 AND until <= ?", .integer(oldest.microseconds))
    }

    func rewindWishes(_ now: Timestamp) throws(DatabaseError) {
        try database.run(
            "UPDATE wishes SET since = ?1 WHERE current = 1 AND since > ?1 AND kind <> 'mute'",
            .integer(now.microseconds))
    }
}

extension Wish {
    /// As the columns person, kind, subject, terms, since and until.
    fileprivate var values: [Value] {
        [
            .text(person.text), .text(kind.rawValue), .text(subject.keyText), .text(terms),
            .integer(from.microseconds), .integer(until?.microseconds),
        ]
    }
}
