import CivilTime
import Planning

/// Writes changes into an open transaction, so that what is loaded later equals ``LedgerState/apply(_:)-…``.
struct ChangeWriter {
    let database: Database
    /// Keys that the record already held.
    var refused: [NudgeKey] = []

    init(_ database: Database) { self.database = database }

    /// One row of `nudges`, as far as changes need it.
    struct Row {
        var id: Int64
        var round: Int64
        var isOpen: Bool
        var digest: Int64?
    }

    mutating func write(_ change: LedgerChange) throws(LedgerFault) {
        do throws(DatabaseError) {
            switch change {
            case .marked(let ritual, let mark): try self.mark(ritual, mark)
            case .unmarked(let ritual): try unmark(ritual)
            case .renamed(let from, let to): try rename(from, to)
            case .opened(let record): try open(record)
            case .drawn(let key, let prompt, let deck, let startsAnew): try draw(key, prompt, deck, startsAnew)
            case .claimed(let delivery, let members, let at, let lease): try claim(delivery, members, at, lease)
            case .begun(let delivery): try begin(delivery)
            case .released(let delivery): try release(delivery)
            case .attempted(let delivery, let outcome, let at): try attempt(delivery, outcome, at)
            case .seen(let delivery, let at): try see(delivery, at)
            case .held(let key, let until):
                guard let row = try row(key), row.isOpen else { return }
                try database.run(
                    "UPDATE nudges SET not_before = ? WHERE id = ?", .integer(until.microseconds), .integer(row.id))
            case .closed(let key, let outcome, let reason, let at): try close(key, outcome, reason, at)
            case .missed(let span, let at): try miss(span, at)
            case .answered(let answer): try self.answer(answer)
            case .snoozed(let key, let until, let closes): try snooze(key, until, closes)
            case .undertaken(let undertaking): try note(undertaking)
            case .wished(let wish, let at): try self.wish(wish, at)
            case .unwished(let wish, let at): try unwish(wish, at)
            case .met(let person, let at): try meet(person, at)
            case .askedAgain(let key, let at, let joinsOthers, let spends):
                try askAgain(key, at, joinsOthers: joinsOthers, spends: spends)
            case .advanced(let through): try advance(through)
            case .rewound(let now): try rewind(now)
            }
        } catch { throw .database(error) }
    }

    func row(_ key: NudgeKey) throws(DatabaseError) -> Row? {
        var found: Row?
        do {
            try database.rows(
                """
                SELECT id, round, outcome IS NULL, digest FROM nudges
                WHERE ritual = ? AND occurrence = ? AND lead = ? AND person = ?
                """, key.values
            ) { row in
                found = Row(
                    id: row.integer(0), round: row.integer(1), isOpen: row.integer(2) != 0,
                    digest: row.optionalInteger(3))
            }
        } catch {
            guard case .database(let error) = error else { return nil }
            throw error
        }
        return found
    }

    private func mark(_ ritual: RitualID, _ mark: RitualMark) throws(DatabaseError) {
        try database.run(
            """
            INSERT INTO marks (ritual, fingerprint, since, present) VALUES (?, ?, ?, 1)
            ON CONFLICT (ritual) DO UPDATE
            SET fingerprint = excluded.fingerprint, since = excluded.since, present = 1
            """, .text(ritual.text), .bits(mark.fingerprint), .integer(mark.since.microseconds))
    }

    private func unmark(_ ritual: RitualID) throws(DatabaseError) {
        try database.run("UPDATE marks SET present = 0 WHERE ritual = ?", .text(ritual.text))
        try database.run("UPDATE draws SET current = 0 WHERE ritual = ? AND current = 1", .text(ritual.text))
    }

    private mutating func open(_ record: NudgeRecord) throws(DatabaseError) {
        let digest: Int64? =
            if let digest = record.digest { try self.digest(digest) } else { nil }
        let inserted = try database.run(
            """
            INSERT INTO nudges (ritual, occurrence, lead, person, due, moment, closes, horizon, ordinal, round,
              not_before, is_late, digest, prompts, delivered, spends, seen, asked, answered, waited, waited_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (ritual, occurrence, lead, person) DO NOTHING
            """,
            .text(record.key.ritual.text), .text(record.key.occurrence.keyText), .text(record.key.lead.description),
            .text(record.key.person.text), .integer(record.due.microseconds), .integer(record.moment.microseconds),
            .integer(record.closes.microseconds), .integer(record.horizon?.microseconds), .integer(record.ordinal),
            .integer(record.round), .integer(record.notBefore.microseconds), .truth(record.isLate), .integer(digest),
            .text(record.prompts.promptsText), .integer(record.delivered?.microseconds), .truth(record.spends),
            .integer(record.seen?.microseconds), .integer(record.asked), .integer(record.answered?.microseconds),
            .text(record.waited?.rawValue),
            .integer(record.waited == nil ? nil : record.notBefore.microseconds))
        guard inserted == 1 else {
            refused.append(record.key)
            return
        }
        let id = database.lastInsertedRow
        let round = Int64(record.round)
        for attempt in record.attempts {
            try keep(attempt.outcome.recorded, at: attempt.at, channel: attempt.channel, nudge: id, round: round)
        }
        for claim in record.claims {
            try database.run(
                Self.newClaim, .integer(id), .text(claim.channel.text), .integer(round), .integer(digest),
                .integer(claim.at.microseconds), .integer(claim.lease.microseconds), .truth(claim.begun))
        }
    }

    private func close(
        _ key: NudgeKey, _ outcome: Outcome, _ reason: Reason, _ at: Timestamp
    ) throws(DatabaseError) {
        guard let row = try row(key), row.isOpen else { return }
        try database.run(
            "UPDATE nudges SET outcome = ?, reason = ?, closed_at = ? WHERE id = ?",
            .text(outcome.rawValue), .text(reason.rawValue), .integer(at.microseconds), .integer(row.id))
        try putBack(key, row.id)
        try leave(row.digest, row.id)
    }

    func leave(_ digest: Int64?, _ nudge: Int64) throws(DatabaseError) {
        guard let digest else { return }
        try database.run(
            "UPDATE members SET current = 0 WHERE digest = ? AND nudge = ?", .integer(digest), .integer(nudge))
    }

    /// The row of a digest, made where there is none.
    func digest(_ key: DigestKey) throws(DatabaseError) -> Int64 {
        try database.run(
            "INSERT INTO digests (person, gathered) VALUES (?, ?) ON CONFLICT DO NOTHING", .text(key.person.text),
            .integer(key.gathered.microseconds))
        return try existing(key) ?? database.lastInsertedRow
    }

    func existing(_ key: DigestKey) throws(DatabaseError) -> Int64? {
        try database.integer(
            "SELECT id FROM digests WHERE person = ? AND gathered = ?", .text(key.person.text),
            .integer(key.gathered.microseconds))
    }

    static let newClaim = """
        INSERT INTO claims (nudge, channel, round, digest, at, lease, begun) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
}

extension NudgeKey {
    /// As the columns ritual, occurrence, lead, person.
    var values: [Value] {
        [.text(ritual.text), .text(occurrence.keyText), .text(lead.description), .text(person.text)]
    }
}
