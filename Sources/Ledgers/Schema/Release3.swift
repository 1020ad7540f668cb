extension Schema {
    /// When somebody last said done, apart from the answers themselves, so that it outlives them and is found at once.
    static let release3 = """
        CREATE TABLE done (
          ritual TEXT NOT NULL,
          person TEXT NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (ritual, person)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO done (ritual, person, at)
          SELECT ritual, person, max(at) FROM answers WHERE answer = 'done' GROUP BY ritual, person;
        """
}
