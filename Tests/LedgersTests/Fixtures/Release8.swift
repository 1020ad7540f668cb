extension Fixtures {
    /// A ledger as release 8 wrote it: what it added to release 7's. Never edited after the release.
    static let release8 =
        release7 + """

            ALTER TABLE nudges ADD COLUMN prompts TEXT;
            UPDATE nudges SET prompts = CAST(prompt AS TEXT) WHERE prompt IS NOT NULL;
            ALTER TABLE nudges DROP COLUMN prompt;
            ALTER TABLE draws ADD COLUMN deck INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE draws ADD COLUMN occurrence TEXT;
            ALTER TABLE draws ADD COLUMN out INTEGER NOT NULL DEFAULT 0;
            UPDATE draws SET out = 1;
            UPDATE nudges SET prompts = '7 -9' WHERE id = 3;
            INSERT INTO draws (id, ritual, person, prompt, current, deck, occurrence, out) VALUES
              (3, 'walk', 'alex', 7, 1, 5, '2026-11-22T18:00:00', 1),
              (4, 'walk', 'alex', -9, 1, 6, '2026-11-22T18:00:00', 0);
            PRAGMA user_version = 8;
            """
}
