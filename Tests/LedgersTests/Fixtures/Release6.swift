extension Fixtures {
    /// A ledger as release 6 wrote it: what it and the releases 4 and 5 added to release 3's. Never edited after the
    /// release.
    static let release6 =
        release3 + """

            ALTER TABLE nudges ADD COLUMN spends INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX nudges_spends ON nudges (due) WHERE spends = 1;
            ALTER TABLE nudges ADD COLUMN seen INTEGER;
            ALTER TABLE nudges ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE nudges ADD COLUMN answered INTEGER;
            ALTER TABLE nudges ADD COLUMN waited TEXT;
            ALTER TABLE nudges ADD COLUMN waited_until INTEGER;

            CREATE TABLE asks (
              id INTEGER PRIMARY KEY,
              nudge INTEGER NOT NULL REFERENCES nudges (id),
              at INTEGER NOT NULL,
              spends INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX asks_nudge ON asks (nudge);
            CREATE INDEX asks_spends ON asks (at) WHERE spends = 1;

            CREATE TABLE troubles (
              channel TEXT PRIMARY KEY,
              failures INTEGER NOT NULL,
              out_of_reach INTEGER NOT NULL,
              since INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            INSERT INTO nudges VALUES
              (3, 'walk', '2026-11-22T18:00:00', '0', 'alex', 1795366800000000, 1795366800000000,
                1795410000000000, NULL, NULL, 1, 1795369000000000, 0, NULL, NULL, NULL, NULL, NULL, NULL, 1,
                1795367000000000, 1, 1795369500000000, 'quiet hours', 1795366900000000);
            INSERT INTO asks VALUES (1, 3, 1795369000000000, 1);
            INSERT INTO troubles VALUES ('email', 4, 2, 1795000000000000);
            PRAGMA user_version = 6;
            """
}
