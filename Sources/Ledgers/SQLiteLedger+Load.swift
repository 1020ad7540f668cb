import CivilTime
public import Planning

extension SQLiteLedger {
    public func load() throws(LedgerError) -> LedgerState {
        var state = LedgerState()
        // One transaction, so that a reader beside the service sees one moment.
        do { try database.execute("BEGIN") } catch { throw error.told(path) }
        defer { try? database.execute("COMMIT") }
        try read("SELECT through FROM meta") { state.through = $0.optionalTime(0) }
        try read("SELECT count(*) FROM marks WHERE present = 1") { state.marks.reserveCapacity(Int($0.integer(0))) }
        try read("SELECT ritual, fingerprint, since FROM marks WHERE present = 1") { row in
            state.marks[row.ritual(0)] = RitualMark(fingerprint: row.bits(1), since: row.time(2))
        }
        try read("SELECT ritual, person, deck, prompt, occurrence, out FROM draws WHERE current = 1 ORDER BY id") {
            row in
            let draw = Draw(
                deck: row.bits(2), prompt: row.bits(3),
                occurrence: row.optionalText(4).flatMap { OccurrenceName(ritual: row.ritual(0), keyText: $0)?.key },
                isOut: row.integer(5) != 0)
            state.draws[row.ritual(0), default: [:]][row.person(1), default: []].append(draw)
        }
        try read("SELECT ritual, person, at FROM done") { row in
            state.done[Participation(ritual: row.ritual(0), person: row.person(1))] = row.time(2)
        }
        state.undertakings = try loadUndertakings()
        try loadWishes(&state)
        try loadOpen(&state)
        let oldest = state.through?.adding(seconds: -LedgerState.recent).microseconds ?? .min
        try read(
            "SELECT ritual, occurrence, lead, person, due FROM nudges WHERE due > ? AND outcome IS NOT NULL",
            [.integer(oldest)]
        ) { row throws(LedgerFault) in state.closed[try row.nudgeKey(0)] = row.time(4) }
        let oldestSpent = state.through?.adding(seconds: -LedgerState.spentKept).microseconds ?? .min
        try read("SELECT person, due FROM nudges WHERE spends = 1 AND due > ?", [.integer(oldestSpent)]) { row in
            state.spent[row.person(0), default: []].append(row.time(1))
        }
        try read(
            "SELECT person, at FROM asks JOIN nudges ON nudges.id = asks.nudge WHERE asks.spends = 1 AND at > ?",
            [.integer(oldestSpent)]
        ) { row in state.spent[row.person(0), default: []].append(row.time(1)) }
        try read("SELECT channel, failures, out_of_reach, since FROM troubles") { row in
            state.troubles[row.channel(0)] = Trouble(
                failures: row.number(1), outOfReach: row.number(2), since: row.time(3))
        }
        try read(
            "SELECT ritual, occurrence, NULL, person, answer, until, at FROM answers WHERE ahead = 1 ORDER BY id"
        ) { row throws(LedgerFault) in
            let answer = try row.answerRecord(0)
            state.ahead[answer.occurrence, default: [:]][answer.person] = answer.answer
        }
        return state
    }

    private func loadWishes(_ state: inout LedgerState) throws(LedgerError) {
        try read(
            "SELECT person, kind, subject, terms, since, until FROM wishes WHERE current = 1"
        ) { row throws(LedgerFault) in state.wishes.insert(try row.wish(0)) }
        try read("SELECT person FROM met") { row in state.met.insert(row.person(0)) }
    }

    private func loadOpen(_ state: inout LedgerState) throws(LedgerError) {
        var records: [Int64: NudgeRecord] = [:]
        try read(
            """
            SELECT nudges.id, ritual, occurrence, lead, nudges.person, due, moment, ordinal, closes, horizon, round,
              not_before, is_late, prompts, delivered, digests.person, digests.gathered, spends, seen,
              asked, answered, waited
            FROM nudges LEFT JOIN digests ON digests.id = nudges.digest WHERE outcome IS NULL
            """
        ) { row throws(LedgerFault) in
            records[row.integer(0)] = NudgeRecord(
                key: try row.nudgeKey(1), due: row.time(5), moment: row.time(6),
                ordinal: row.optionalNumber(7), closes: row.time(8), horizon: row.optionalTime(9),
                round: row.number(10), asked: row.number(19), notBefore: row.time(11),
                isLate: row.integer(12) != 0,
                spends: row.integer(17) != 0, waited: try row.waitReason(21),
                digest: row.optionalTime(16).map { DigestKey(person: row.person(15), gathered: $0) },
                prompts: [UInt64](promptsText: row.text(13)), delivered: row.optionalTime(14),
                seen: row.optionalTime(18), answered: row.optionalTime(20))
        }
        try read(
            """
            SELECT nudges.id, channel, at, attempts.outcome, detail, retry_after
            FROM nudges JOIN attempts ON attempts.nudge = nudges.id AND attempts.round = nudges.round
            WHERE nudges.outcome IS NULL ORDER BY attempts.id
            """
        ) { row throws(LedgerFault) in
            let outcome = try row.attemptOutcome(3)
            records[row.integer(0)]?.attempts.append(
                AttemptRecord(channel: row.channel(1), at: row.time(2), outcome: outcome))
        }
        try read(
            """
            SELECT nudges.id, channel, at, lease, begun
            FROM nudges JOIN claims ON claims.nudge = nudges.id AND claims.round = nudges.round
            WHERE outcome IS NULL ORDER BY claims.id
            """
        ) { row in
            records[row.integer(0)]?.claims.append(
                ClaimRecord(
                    channel: row.channel(1), at: row.time(2), lease: row.time(3), begun: row.integer(4) != 0))
        }
        for record in records.values { state.open[record.key] = record }
        try read(
            """
            SELECT person, gathered, nudge FROM members JOIN digests ON digests.id = members.digest
            WHERE current = 1 ORDER BY digest, position
            """
        ) { row in
            guard let record = records[row.integer(2)] else { return }
            let digest = DigestKey(person: row.person(0), gathered: row.time(1))
            state.digests[digest, default: []].append(record.key)
        }
    }
}
