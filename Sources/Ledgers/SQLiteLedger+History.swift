import CivilTime
public import Planning

extension SQLiteLedger {
    public func history(_ query: HistoryQuery) throws(LedgerError) -> [HistoryEntry] {
        var found: [(id: Int64, entry: HistoryEntry)] = []
        try read(
            """
            SELECT id, ritual, occurrence, lead, person, due, moment, outcome, reason, closed_at, waited, waited_until
            FROM nudges
            WHERE (?1 IS NULL OR ritual = ?1) AND (?2 IS NULL OR person = ?2) AND (?3 IS NULL OR due >= ?3)
              AND (?4 IS NULL OR due < ?4) AND (?5 IS NULL OR due < ?5 OR due = ?5 AND id < ?6)
              AND CASE coalesce(?7, '') WHEN '' THEN 1 WHEN 'open' THEN outcome IS NULL
                WHEN 'delivered' THEN outcome = 'delivered' OR outcome IS NULL AND EXISTS (
                  SELECT 1 FROM attempts WHERE nudge = nudges.id AND attempts.outcome = 'delivered')
                ELSE outcome = ?7 END
              AND (?9 IS NULL OR substr(occurrence, 1, length(?9)) = ?9)
            ORDER BY due DESC, id DESC LIMIT ?8
            """, query.values(isNudge: true) + [.text(query.occurrence)]
        ) { row throws(LedgerFault) in
            let end = try row.end(7)
            var entry = HistoryEntry(
                number: row.integer(0), nudge: try row.nudgeKey(1), due: row.time(5), moment: row.time(6),
                outcome: end?.0, reason: end?.1, closedAt: row.optionalTime(9), attempts: [])
            if let reason = try row.waitReason(10) {
                entry.waited = HistoryEntry.Wait(reason, until: row.optionalTime(11) ?? entry.due)
            }
            found.append((row.integer(0), entry))
        }
        var entries: [HistoryEntry] = []
        for (id, entry) in found {
            var entry = entry
            entry.attempts = try attempts(id)
            entry.answers = try answers(entry.nudge)
            try read(
                "SELECT max(gathered) FROM members JOIN digests ON digests.id = members.digest WHERE nudge = ?",
                [.integer(id)]
            ) { entry.gathered = $0.optionalTime(0) }
            try read("SELECT at FROM asks WHERE nudge = ? ORDER BY id", [.integer(id)]) {
                entry.asks.append($0.time(0))
            }
            entries.append(entry)
        }
        return entries
    }

    public func missed(_ query: HistoryQuery) throws(LedgerError) -> [MissedEntry] {
        var entries: [MissedEntry] = []
        try read(
            """
            SELECT ritual, person, after, through, outcome, reason, at, void_beyond, id FROM missed
            WHERE (?1 IS NULL OR ritual = ?1) AND (?2 IS NULL OR person = ?2) AND (?3 IS NULL OR through >= ?3)
              AND (?4 IS NULL OR through < ?4) AND (?5 IS NULL OR through < ?5 OR through = ?5 AND id < ?6)
              AND (?7 IS NULL OR outcome = ?7) AND (void_beyond IS NULL OR void_beyond > after)
            ORDER BY through DESC, id DESC LIMIT ?8
            """, query.values(isNudge: false)
        ) { row throws(LedgerFault) in
            guard let (outcome, reason) = try row.end(4) else { throw .row("a missed stretch without an outcome") }
            let span = MissedSpan(
                ritual: row.ritual(0), person: row.person(1), after: row.time(2), through: row.time(3),
                outcome: outcome, reason: reason)
            entries.append(MissedEntry(number: row.integer(8), span: span, at: row.time(6), voidBeyond: row.optionalTime(7)))
        }
        return entries
    }

    public func answers(_ query: HistoryQuery) throws(LedgerError) -> [AnswerRecord] {
        var answers: [AnswerRecord] = []
        try read(
            """
            SELECT ritual, occurrence, lead, person, answer, until, at FROM answers
            WHERE (?1 IS NULL OR ritual = ?1) AND (?2 IS NULL OR person = ?2) AND (?3 IS NULL OR at >= ?3)
              AND (?4 IS NULL OR at < ?4)
            ORDER BY id DESC LIMIT ?5
            """,
            [
                .text(query.ritual?.text), .text(query.person?.text), .integer(query.since?.microseconds),
                .integer(query.until?.microseconds), .integer(max(0, query.limit)),
            ]
        ) { row throws(LedgerFault) in answers.append(try row.answerRecord(0)) }
        return answers
    }

    private func attempts(_ nudge: Int64) throws(LedgerError) -> [HistoryEntry.Attempt] {
        var attempts: [HistoryEntry.Attempt] = []
        try read(
            "SELECT channel, round, at, outcome, detail, retry_after FROM attempts WHERE nudge = ? ORDER BY id",
            [.integer(nudge)]
        ) { row throws(LedgerFault) in
            attempts.append(
                HistoryEntry.Attempt(
                    channel: row.channel(0), round: row.number(1), at: row.time(2),
                    outcome: try row.attemptOutcome(3)))
        }
        try read(
            "SELECT channel, round, at FROM claims WHERE nudge = ? AND begun = 1 ORDER BY id", [.integer(nudge)]
        ) { row in
            attempts.append(
                HistoryEntry.Attempt(
                    channel: row.channel(0), round: row.number(1), at: row.time(2), outcome: nil))
        }
        return attempts
    }

    private func answers(_ key: NudgeKey) throws(LedgerError) -> [AnswerRecord] {
        var answers: [AnswerRecord] = []
        try read(
            """
            SELECT ritual, occurrence, lead, person, answer, until, at FROM answers
            WHERE ritual = ? AND occurrence = ? AND person = ? ORDER BY id
            """, [.text(key.ritual.text), .text(key.occurrence.keyText), .text(key.person.text)]
        ) { row throws(LedgerFault) in answers.append(try row.answerRecord(0)) }
        return answers
    }
}

extension HistoryQuery {
    /// Ritual, person, since, until, the time and the number before which to read, the end, the limit.
    fileprivate func values(isNudge: Bool) -> [Value] {
        let outcome: String? =
            switch end {
            case nil: nil
            case .open: "open"
            case .outcome(let outcome): outcome.rawValue
            }
        return [
            .text(ritual?.text), .text(person?.text), .integer(since?.microseconds), .integer(until?.microseconds),
            .integer(before?.at.microseconds), .integer(before?.bound(isNudge: isNudge)), .text(outcome),
            .integer(max(0, limit)),
        ]
    }
}
