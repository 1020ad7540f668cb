extension Fixtures {
    /// A ledger as release 2 wrote it: what it added to release 1's. Never edited after the release.
    static let release2 =
        release1 + """

            CREATE TABLE done (
              ritual TEXT NOT NULL,
              person TEXT NOT NULL,
              at INTEGER NOT NULL,
              PRIMARY KEY (ritual, person)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO done VALUES ('calls', 'sam', 1795000000000000), ('weekly', 'alex', 1795284000000000);
            PRAGMA user_version = 2;
            """
}
