extension Fixtures {
    /// A ledger as release 3 wrote it: what it and release 2 added to release 1's. Never edited after the release.
    static let release3 =
        release1 + """

            ALTER TABLE meta ADD COLUMN boot TEXT;

            CREATE TABLE done (
              ritual TEXT NOT NULL,
              person TEXT NOT NULL,
              at INTEGER NOT NULL,
              PRIMARY KEY (ritual, person)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO done VALUES ('calls', 'sam', 1795000000000000), ('weekly', 'alex', 1795284000000000);
            PRAGMA user_version = 3;
            """
}
