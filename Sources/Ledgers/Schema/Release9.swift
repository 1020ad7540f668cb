extension Schema {
    /// What people undertake by hand. Days are counted from 1970-01-01; local times are microseconds of the clock on the
    /// wall.
    static let release9 = """
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
        """
}
