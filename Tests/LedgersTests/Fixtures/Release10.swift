extension Fixtures {
    /// A ledger as release 10 wrote it: what it added to release 9's. Never edited after the release.
    static let release10 =
        release9 + """

            CREATE TABLE goals (
              id INTEGER PRIMARY KEY,
              number INTEGER NOT NULL,
              ritual TEXT NOT NULL,
              person TEXT NOT NULL,
              text TEXT NOT NULL,
              at INTEGER NOT NULL,
              reached INTEGER
            ) STRICT;
            INSERT INTO goals (number, ritual, person, text, at, reached) VALUES
              (1, 'weekly', 'sam', 'Cook on Tuesday', 1795284000000000, NULL),
              (2, 'weekly', 'alex', 'Call the bank', 1795284000000000, 1795287600000000);
            PRAGMA user_version = 10;
            """
}
