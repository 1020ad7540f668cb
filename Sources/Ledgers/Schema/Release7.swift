extension Schema {
    /// What people asked for themselves, and who is known.
    ///
    /// A wish that was taken back, or ended long ago, stays for the record and is no longer `current`. Whoever has had
    /// a nudge is known already.
    static let release7 = """
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
        INSERT INTO met (person, at) SELECT person, min(due) FROM nudges GROUP BY person;
        """
}
