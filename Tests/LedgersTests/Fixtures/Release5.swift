extension Fixtures {
    /// A ledger as release 5 wrote it: what it added to release 4's. Never edited after the release.
    static let release5 =
        release4 + """

            ALTER TABLE nudges ADD COLUMN seen INTEGER;
            UPDATE nudges SET seen = 1795284060000000 WHERE id = 1;
            PRAGMA user_version = 5;
            """
}
