extension Schema {
    /// When somebody looked at what was delivered.
    static let release5 = """
        ALTER TABLE nudges ADD COLUMN seen INTEGER;
        """
}
