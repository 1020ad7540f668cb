enum Fixtures {
    /// A ledger as release 1 wrote it: its schema, and a row of everything. Never edited after the release.
    static let release1 = """
        PRAGMA application_id = 1416787048;

        CREATE TABLE meta (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          secret BLOB NOT NULL CHECK (length(secret) = 32),
          through INTEGER
        ) STRICT;

        CREATE TABLE marks (
          ritual TEXT PRIMARY KEY,
          fingerprint INTEGER NOT NULL,
          since INTEGER NOT NULL,
          present INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE digests (
          id INTEGER PRIMARY KEY,
          person TEXT NOT NULL,
          gathered INTEGER NOT NULL,
          UNIQUE (person, gathered)
        ) STRICT;

        CREATE TABLE nudges (
          id INTEGER PRIMARY KEY,
          ritual TEXT NOT NULL,
          occurrence TEXT NOT NULL,
          lead TEXT NOT NULL,
          person TEXT NOT NULL,
          due INTEGER NOT NULL,
          moment INTEGER NOT NULL,
          closes INTEGER NOT NULL,
          horizon INTEGER,
          ordinal INTEGER,
          round INTEGER NOT NULL,
          not_before INTEGER NOT NULL,
          is_late INTEGER NOT NULL,
          digest INTEGER REFERENCES digests (id),
          prompt INTEGER,
          delivered INTEGER,
          outcome TEXT,
          reason TEXT,
          closed_at INTEGER,
          UNIQUE (ritual, occurrence, lead, person),
          CHECK ((outcome IS NULL) = (closed_at IS NULL)),
          CHECK ((outcome IS NULL) = (reason IS NULL))
        ) STRICT;
        CREATE INDEX nudges_open ON nudges (id) WHERE outcome IS NULL;
        CREATE INDEX nudges_due ON nudges (due);

        CREATE TABLE members (
          digest INTEGER NOT NULL REFERENCES digests (id),
          nudge INTEGER NOT NULL REFERENCES nudges (id),
          position INTEGER NOT NULL,
          current INTEGER NOT NULL,
          PRIMARY KEY (digest, nudge)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX members_current ON members (digest, position) WHERE current = 1;

        CREATE TABLE claims (
          id INTEGER PRIMARY KEY,
          nudge INTEGER NOT NULL REFERENCES nudges (id),
          channel TEXT NOT NULL,
          round INTEGER NOT NULL,
          digest INTEGER REFERENCES digests (id),
          at INTEGER NOT NULL,
          lease INTEGER NOT NULL,
          begun INTEGER NOT NULL,
          UNIQUE (nudge, channel, round)
        ) STRICT;

        CREATE TABLE attempts (
          id INTEGER PRIMARY KEY,
          nudge INTEGER NOT NULL REFERENCES nudges (id),
          channel TEXT NOT NULL,
          round INTEGER NOT NULL,
          at INTEGER NOT NULL,
          outcome TEXT NOT NULL,
          detail TEXT NOT NULL,
          retry_after INTEGER
        ) STRICT;
        CREATE INDEX attempts_nudge ON attempts (nudge);

        CREATE TABLE answers (
          id INTEGER PRIMARY KEY,
          ritual TEXT NOT NULL,
          occurrence TEXT NOT NULL,
          lead TEXT,
          person TEXT NOT NULL,
          answer TEXT NOT NULL,
          until INTEGER,
          at INTEGER NOT NULL,
          written INTEGER NOT NULL,
          ahead INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX answers_occurrence ON answers (ritual, occurrence, person);
        CREATE INDEX answers_ahead ON answers (written) WHERE ahead = 1;

        CREATE TABLE missed (
          id INTEGER PRIMARY KEY,
          ritual TEXT NOT NULL,
          person TEXT NOT NULL,
          after INTEGER NOT NULL,
          through INTEGER NOT NULL,
          outcome TEXT NOT NULL,
          reason TEXT NOT NULL,
          at INTEGER NOT NULL,
          void_beyond INTEGER
        ) STRICT;
        CREATE INDEX missed_through ON missed (through);

        CREATE TABLE draws (
          id INTEGER PRIMARY KEY,
          ritual TEXT NOT NULL,
          person TEXT NOT NULL,
          prompt INTEGER NOT NULL,
          current INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX draws_current ON draws (ritual, person) WHERE current = 1;

        PRAGMA user_version = 1;

        INSERT INTO meta VALUES (1, x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
          1795370400000000);
        INSERT INTO marks VALUES ('weekly', 42, 1790000000000000, 1), ('morning', -1, 1790000000000000, 1),
          ('gone', 3, 1790000000000000, 0);
        INSERT INTO digests VALUES (1, 'sam', 1795284000000000);
        INSERT INTO nudges VALUES
          (1, 'weekly', '2026-11-22T19:00:00', '1 day', 'sam', 1795284000000000, 1795370400000000,
            1795370400000000, NULL, 7, 0, 1795284000000000, 1, 1, NULL, NULL, NULL, NULL, NULL),
          (2, 'morning', '2026-11-20T07:30:00Z', '0', 'sam', 1795159800000000, 1795159800000000,
            1795203000000000, 1795419000000000, NULL, 1, 1795160400000000, 0, NULL, 7, 1795160400000000,
            'acknowledged', 'done', 1795161000000000);
        INSERT INTO members VALUES (1, 1, 0, 1);
        INSERT INTO claims VALUES (1, 1, 'email', 0, 1, 1795284000000000, 1795284090000000, 1);
        INSERT INTO attempts VALUES (1, 1, 'email', 0, 1795284000000000, 'transient', '451 later', 30),
          (2, 2, 'desktop', 1, 1795160400000000, 'delivered', '', NULL);
        INSERT INTO answers VALUES (1, 'weekly', '2026-11-22T19:00:00', NULL, 'alex', 'done', NULL,
          1795161000000000, 1795374000000000, 1);
        INSERT INTO missed VALUES (1, 'morning', 'sam', 1795000000000000, 1795100000000000, 'expired', 'missed',
          1795159800000000, NULL);
        INSERT INTO draws VALUES (1, 'morning', 'sam', 7, 1), (2, 'morning', 'sam', 8, 0);
        """
}
