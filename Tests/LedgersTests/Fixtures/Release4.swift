extension Fixtures {
    /// A ledger as release 4 wrote it: what it added to release 3's. Never edited after the release.
    static let release4 =
        release3 + """

            ALTER TABLE nudges ADD COLUMN spends INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX nudges_spends ON nudges (due) WHERE spends = 1;
            UPDATE nudges SET spends = 1 WHERE id = 1;
            PRAGMA user_version = 4;
            """
}
