extension Schema {
    /// What people set out to do by the next time.
    static let release10 = """
        CREATE TABLE goals (
          id INTEGER PRIMARY KEY,
          number INTEGER NOT NULL,
          ritual TEXT NOT NULL,
          person TEXT NOT NULL,
          text TEXT NOT NULL,
          at INTEGER NOT NULL,
          reached INTEGER
        ) STRICT;
        """
}
