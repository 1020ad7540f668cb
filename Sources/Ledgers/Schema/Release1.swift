extension Schema {
    /// Times are microseconds of UTC; occurrences and leads are the texts of their keys; hashes are 64 bits, signed.
    ///
    /// Nothing is deleted but claims that ended. What the planner no longer needs is marked so (`present`, `current`,
    /// `ahead`) and stays for the record.
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
        """
}
