extension Schema {
    /// Which nudges count against a person's budget for a day.
    static let release4 = """
        ALTER TABLE nudges ADD COLUMN spends INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX nudges_spends ON nudges (due) WHERE spends = 1;
        """
}
