import CivilTime
import Planning

/// What begins a nudge's next round, and what a channel's attempts say about the channel.
extension ChangeWriter {
    func snooze(_ key: NudgeKey, _ until: Timestamp, _ closes: Timestamp) throws(DatabaseError) {
        guard let row = try row(key), row.isOpen else { return }
        try beginRound(row, until)
        try database.run(
            "UPDATE nudges SET closes = ?, is_late = 0 WHERE id = ?", .integer(closes.microseconds), .integer(row.id))
    }

    func askAgain(_ key: NudgeKey, _ at: Timestamp, joinsOthers: Bool, spends: Bool) throws(DatabaseError) {
        guard let row = try row(key), row.isOpen else { return }
        try beginRound(row, at)
        try database.run(
            "UPDATE nudges SET asked = asked + 1, is_late = ? WHERE id = ?", .truth(joinsOthers), .integer(row.id))
        try database.run(
            "INSERT INTO asks (nudge, at, spends) VALUES (?, ?, ?)", .integer(row.id), .integer(at.microseconds),
            .truth(spends))
    }

    private func beginRound(_ row: Row, _ time: Timestamp) throws(DatabaseError) {
        try leave(row.digest, row.id)
        try database.run(
            """
            UPDATE nudges SET round = round + 1, not_before = ?, digest = NULL, delivered = NULL, seen = NULL
            WHERE id = ?
            """, .integer(time.microseconds), .integer(row.id))
    }

    /// Whatever a channel delivers ends its trouble.
    func note(_ outcome: AttemptOutcome, on channel: ChannelID, _ at: Timestamp) throws(DatabaseError) {
        let (failures, outOfReach): (Int64, Int64)
        switch outcome {
        case .delivered:
            try database.run("DELETE FROM troubles WHERE channel = ?", .text(channel.text))
            return
        case .unreachable: (failures, outOfReach) = (0, 1)
        case .transient, .permanent, .uncertain: (failures, outOfReach) = (1, 0)
        }
        try database.run(
            """
            INSERT INTO troubles (channel, failures, out_of_reach, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (channel) DO UPDATE
            SET failures = failures + excluded.failures, out_of_reach = out_of_reach + excluded.out_of_reach
            """, .text(channel.text), .integer(failures), .integer(outOfReach), .integer(at.microseconds))
    }
}
