extension Fixtures {
    /// A ledger as release 7 wrote it: what it added to release 6's. Never edited after the release.
    static let release7 =
        release6 + """

            CREATE TABLE wishes (
              id INTEGER PRIMARY KEY,
              person TEXT NOT NULL,
              kind TEXT NOT NULL,
              subject TEXT NOT NULL,
              terms TEXT NOT NULL,
              since INTEGER NOT NULL,
              until INTEGER,
              at INTEGER NOT NULL,
              taken_back INTEGER,
              current INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX wishes_current ON wishes (person) WHERE current = 1;
            CREATE TABLE met (
              person TEXT PRIMARY KEY,
              at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            INSERT INTO wishes VALUES
              (1, 'sam', 'stop', 'ritual walk', '', 1795000000000000, NULL, 1795000000000000, NULL, 1),
              (2, 'sam', 'pause', 'everything', '', 1794000000000000, 1794100000000000, 1794000000000000, NULL, 0);
            INSERT INTO met VALUES ('alex', 1795366800000000), ('sam', 1795159800000000);
            PRAGMA user_version = 7;
            """
}
