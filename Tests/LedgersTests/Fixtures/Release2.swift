extension Fixtures {
    /// A ledger as release 2 wrote it: what it added to release 1's. Never edited after the release.
    static let release2 =
        release1 + """

            ALTER TABLE meta ADD COLUMN boot TEXT;

            UPDATE meta SET boot = 'b1b2b3b4';
            INSERT INTO nudges VALUES
              (3, 'weekly', '2026-11-22T19:00:00', '1 day', 'alex', 1795284000000000, 1795370400000000,
                1795370400000000, NULL, 7, 0, 1795284000000000, 0, NULL, NULL, NULL, NULL, NULL, NULL);
            INSERT INTO claims VALUES (2, 3, 'desktop', 0, NULL, 1795284000000000, 1795284090000000, 0);
            PRAGMA user_version = 2;
            """
}
