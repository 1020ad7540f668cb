import Planning

/// Prompts that are drawn, that went out, and that go back.
extension ChangeWriter {
    func draw(_ key: NudgeKey, _ prompt: UInt64, _ deck: UInt64, _ startsAnew: Bool) throws(DatabaseError) {
        let part = [Value.text(key.ritual.text), .text(key.person.text), .bits(deck)]
        if startsAnew {
            try database.run(
                "UPDATE draws SET current = 0 WHERE ritual = ? AND person = ? AND deck = ? AND current = 1",
                part[0], part[1], part[2])
        }
        try database.run(
            """
            INSERT INTO draws (ritual, person, deck, prompt, occurrence, current)
            SELECT ?1, ?2, ?3, ?4, ?5, 1 WHERE NOT EXISTS (
              SELECT 1 FROM draws WHERE ritual = ?1 AND person = ?2 AND deck = ?3 AND prompt = ?4 AND current = 1)
            """, part[0], part[1], part[2], .bits(prompt), .text(key.occurrence.keyText))
        guard let row = try row(key), row.isOpen else { return }
        var prompts: [UInt64] = []
        if let text = try database.text("SELECT prompts FROM nudges WHERE id = ?", .integer(row.id)) {
            prompts = [UInt64](promptsText: text)
        }
        guard !prompts.contains(prompt) else { return }
        try database.run(
            "UPDATE nudges SET prompts = ? WHERE id = ?", .text((prompts + [prompt]).promptsText), .integer(row.id))
    }

    /// What was drawn for the nudge may have been read.
    func keepOut(_ nudge: Int64) throws(DatabaseError) {
        try database.run(
            """
            UPDATE draws SET out = 1 FROM nudges
            WHERE nudges.id = ? AND nudges.prompts IS NOT NULL AND draws.ritual = nudges.ritual
              AND draws.person = nudges.person AND draws.occurrence = nudges.occurrence AND draws.current = 1
            """, .integer(nudge))
    }

    /// What was drawn for a nudge that has just closed unsent goes back, unless another nudge of its occurrence
    /// carries it.
    func putBack(_ key: NudgeKey, _ nudge: Int64) throws(DatabaseError) {
        let carriesAlone = try database.integer(
            """
            SELECT 1 FROM nudges AS mine WHERE mine.id = ? AND mine.prompts IS NOT NULL
              AND NOT EXISTS (
                SELECT 1 FROM claims WHERE claims.nudge = mine.id AND claims.round = mine.round AND begun = 1)
              AND NOT EXISTS (
                SELECT 1 FROM nudges AS other WHERE other.ritual = mine.ritual AND other.occurrence = mine.occurrence
                  AND other.person = mine.person AND other.outcome IS NULL AND other.prompts IS NOT NULL)
            """, .integer(nudge))
        guard carriesAlone != nil else { return }
        try database.run(
            "DELETE FROM draws WHERE ritual = ? AND person = ? AND occurrence = ? AND current = 1 AND out = 0",
            .text(key.ritual.text), .text(key.person.text), .text(key.occurrence.keyText))
    }
}

extension [UInt64] {
    /// The ids as a row keeps them; nil for none.
    var promptsText: String? {
        isEmpty ? nil : map { String(Int64(bitPattern: $0)) }.joined(separator: " ")
    }

    init(promptsText: String) {
        self = promptsText.split(separator: " ").compactMap { Int64($0).map(UInt64.init(bitPattern:)) }
    }
}
