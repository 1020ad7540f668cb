extension Schema {
    /// What was asked again, what waits for the others' answers, what a nudge waited for when it fell due, and which
    /// channels have not got anything through since they last did.
    static let release6 = """
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
        """
}
