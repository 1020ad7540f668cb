extension Fixtures {
    /// A ledger as release 9 wrote it: what it added to release 8's. Never edited after the release.
    static let release9 =
        release8 + """

            CREATE TABLE switches (
              id INTEGER PRIMARY KEY,
              season TEXT NOT NULL,
              is_on INTEGER NOT NULL,
              day_from INTEGER NOT NULL,
              day_until INTEGER,
              at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE wins (
              id INTEGER PRIMARY KEY,
              number INTEGER NOT NULL,
              person TEXT NOT NULL,
              day INTEGER NOT NULL,
              text TEXT NOT NULL,
              is_shared INTEGER NOT NULL,
              is_yearly INTEGER NOT NULL,
              at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE promises (
              id INTEGER PRIMARY KEY,
              ritual TEXT NOT NULL,
              maker TEXT NOT NULL,
              recipient TEXT,
              text TEXT NOT NULL,
              time INTEGER NOT NULL,
              lead TEXT,
              is_shared INTEGER NOT NULL,
              at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE promise_moves (
              id INTEGER PRIMARY KEY,
              ritual TEXT NOT NULL,
              time INTEGER NOT NULL,
              at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE repairs (
              id INTEGER PRIMARY KEY,
              number INTEGER NOT NULL,
              ritual TEXT NOT NULL,
              person TEXT NOT NULL,
              began INTEGER NOT NULL,
              at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE repair_ends (
              id INTEGER PRIMARY KEY,
              number INTEGER NOT NULL,
              person TEXT NOT NULL,
              is_own_only INTEGER NOT NULL,
              at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE notices (
              id INTEGER PRIMARY KEY,
              number INTEGER NOT NULL,
              person TEXT NOT NULL,
              ritual TEXT NOT NULL,
              change TEXT NOT NULL,
              moment INTEGER NOT NULL,
              at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE letters (
              id INTEGER PRIMARY KEY,
              number INTEGER NOT NULL,
              writer TEXT NOT NULL,
              reader TEXT NOT NULL,
              opens INTEGER NOT NULL,
              text TEXT,
              at INTEGER NOT NULL
            ) STRICT;
            INSERT INTO switches (season, is_on, day_from, day_until, at) VALUES
              ('apart', 1, 20778, 20785, 1795284000000000), ('apart', 0, 20778, NULL, 1795284000000000);
            INSERT INTO wins (number, person, day, text, is_shared, is_yearly, at) VALUES
              (1, 'sam', 20778, 'A walk', 1, 0, 1795284000000000);
            INSERT INTO promises (ritual, maker, recipient, text, time, lead, is_shared, at) VALUES
              ('promise-1', 'sam', 'alex', 'Call', 1795370400000000, '1 h', 0, 1795284000000000);
            INSERT INTO promise_moves (ritual, time, at) VALUES ('promise-1', 1795370400000000, 1795284000000000);
            INSERT INTO repairs (number, ritual, person, began, at) VALUES
              (1, 'repair', 'sam', 1795370400000000, 1795284000000000);
            INSERT INTO repair_ends (number, person, is_own_only, at) VALUES (1, 'alex', 1, 1795284000000000);
            INSERT INTO notices (number, person, ritual, change, moment, at) VALUES
              (1, 'alex', 'weekly', 'moved', 1795284000000000, 1795284000000000),
              (1, 'alex', 'walk', 'off', 1795284000000000, 1795284000000000);
            INSERT INTO letters (number, writer, reader, opens, text, at) VALUES
              (1, 'sam', 'alex', 20778, 'Dear Alex', 1795284000000000), (2, 'sam', 'sam', 20778, NULL, 1795284000000000);
            PRAGMA user_version = 9;
            """
}
