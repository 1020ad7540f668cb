import CivilTime
import Planning

/// Claims, attempts and what ends them.
extension ChangeWriter {
    /// A nudge that a delivery is about, and the round in which it carries it.
    private struct Target {
        var id: Int64
        var round: Int64
        /// False where the nudge closed or was snoozed while the attempt was under way: then only the record learns
        /// of it.
        var isPresent: Bool
    }

    func claim(
        _ delivery: DeliveryKey, _ members: [NudgeKey], _ at: Timestamp, _ lease: Timestamp
    ) throws(DatabaseError) {
        let digest: DigestKey? =
            if case .digest(let key) = delivery.subject { key } else { nil }
        var seen: Set<NudgeKey> = []
        var carried: [Row] = []
        for key in members where seen.insert(key).inserted {
            guard let row = try row(key), row.isOpen else { continue }
            if digest == nil && row.round != Int64(delivery.round) { continue }
            carried.append(row)
        }
        guard !carried.isEmpty else { return }
        let gathering: Int64? =
            if let digest { try self.digest(digest) } else { nil }
        if let gathering {
            try database.run(
                "UPDATE members SET current = 0 WHERE digest = ? AND current = 1", .integer(gathering))
        }
        for (position, row) in carried.enumerated() {
            try end(Target(id: row.id, round: row.round, isPresent: true), delivery.channel)
            try database.run(
                Self.newClaim, .integer(row.id), .text(delivery.channel.text), .integer(row.round),
                .integer(gathering), .integer(at.microseconds), .integer(lease.microseconds), .truth(false))
            guard let gathering else { continue }
            if row.digest != gathering { try leave(row.digest, row.id) }
            try database.run("UPDATE nudges SET digest = ? WHERE id = ?", .integer(gathering), .integer(row.id))
            try database.run(
                """
                INSERT INTO members (digest, nudge, position, current) VALUES (?, ?, ?, 1)
                ON CONFLICT (digest, nudge) DO UPDATE SET position = excluded.position, current = 1
                """, .integer(gathering), .integer(row.id), .integer(position))
        }
    }

    func begin(_ delivery: DeliveryKey) throws(DatabaseError) {
        for target in try targets(delivery) {
            try database.run(
                "UPDATE claims SET begun = 1 WHERE nudge = ? AND channel = ? AND round = ?", .integer(target.id),
                .text(delivery.channel.text), .integer(target.round))
        }
    }

    func release(_ delivery: DeliveryKey) throws(DatabaseError) {
        for target in try targets(delivery) { try end(target, delivery.channel) }
    }

    func attempt(_ delivery: DeliveryKey, _ outcome: AttemptOutcome, _ at: Timestamp) throws(DatabaseError) {
        try note(outcome, on: delivery.channel, at)
        for target in try targets(delivery) {
            try end(target, delivery.channel)
            try keep(outcome.recorded, at: at, channel: delivery.channel, nudge: target.id, round: target.round)
            if target.isPresent, outcome.mayHaveArrived { try keepOut(target.id) }
            guard target.isPresent, case .delivered = outcome else { continue }
            try database.run(
                "UPDATE nudges SET delivered = coalesce(delivered, ?) WHERE id = ?", .integer(at.microseconds),
                .integer(target.id))
        }
    }

    func see(_ delivery: DeliveryKey, _ at: Timestamp) throws(DatabaseError) {
        for target in try targets(delivery) where target.isPresent {
            try database.run(
                "UPDATE nudges SET seen = coalesce(seen, ?) WHERE id = ?", .integer(at.microseconds),
                .integer(target.id))
        }
    }

    private func end(_ target: Target, _ channel: ChannelID) throws(DatabaseError) {
        try database.run(
            "DELETE FROM claims WHERE nudge = ? AND channel = ? AND round = ?", .integer(target.id),
            .text(channel.text), .integer(target.round))
    }

    func keep(
        _ outcome: AttemptOutcome, at: Timestamp, channel: ChannelID, nudge: Int64, round: Int64
    ) throws(DatabaseError) {
        try database.run(
            """
            INSERT INTO attempts (nudge, channel, round, at, outcome, detail, retry_after)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, .integer(nudge), .text(channel.text), .integer(round), .integer(at.microseconds),
            .text(outcome.word), .text(outcome.detail), .integer(outcome.retryAfter))
    }

    private func targets(_ delivery: DeliveryKey) throws(DatabaseError) -> [Target] {
        let round = Int64(delivery.round)
        switch delivery.subject {
        case .nudge(let key):
            guard let row = try row(key) else { return [] }
            if row.isOpen && row.round == round { return [Target(id: row.id, round: round, isPresent: true)] }
            let claim = try database.integer(
                "SELECT id FROM claims WHERE nudge = ? AND channel = ? AND round = ?", .integer(row.id),
                .text(delivery.channel.text), .integer(round))
            return claim == nil ? [] : [Target(id: row.id, round: round, isPresent: false)]
        case .digest(let key):
            guard let digest = try existing(key) else { return [] }
            return try targets(digest, delivery.channel)
        }
    }

    private func targets(_ digest: Int64, _ channel: ChannelID) throws(DatabaseError) -> [Target] {
        var targets: [Target] = []
        func collect(_ sql: String, _ values: [Value], isPresent: Bool) throws(DatabaseError) {
            do {
                try database.rows(sql, values) { row in
                    targets.append(Target(id: row.integer(0), round: row.integer(1), isPresent: isPresent))
                }
            } catch {
                if case .database(let error) = error { throw error }
            }
        }
        try collect(
            """
            SELECT nudges.id, nudges.round FROM members JOIN nudges ON nudges.id = members.nudge
            WHERE members.digest = ? AND members.current = 1 AND outcome IS NULL ORDER BY position
            """, [.integer(digest)], isPresent: true)
        try collect(
            """
            SELECT nudges.id, claims.round FROM claims JOIN nudges ON nudges.id = claims.nudge
            WHERE claims.digest = ? AND channel = ? AND (outcome IS NOT NULL OR claims.round <> nudges.round)
            ORDER BY claims.id
            """, [.integer(digest), .text(channel.text)], isPresent: false)
        return targets
    }
}

extension AttemptOutcome {
    /// The word that the ledger keeps for the outcome.
    var word: String {
        switch self {
        case .delivered: "delivered"
        case .transient: "transient"
        case .permanent: "permanent"
        case .uncertain: "uncertain"
        case .unreachable: "unreachable"
        }
    }

    var detail: String {
        switch self {
        case .delivered(let text), .transient(let text, _), .permanent(let text), .uncertain(let text),
            .unreachable(let text):
            text
        }
    }

    var retryAfter: Int64? {
        if case .transient(_, let seconds) = self { seconds } else { nil }
    }

    init?(word: String, detail: String, retryAfter: Int64?) {
        switch word {
        case "delivered": self = .delivered(detail)
        case "transient": self = .transient(detail, retryAfter: retryAfter)
        case "permanent": self = .permanent(detail)
        case "uncertain": self = .uncertain(detail)
        case "unreachable": self = .unreachable(detail)
        default: return nil
        }
    }
}
