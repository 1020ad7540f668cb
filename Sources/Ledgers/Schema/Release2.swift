extension Schema {
    /// When somebody looked at what was delivered.
    static let release2 = """
        ALTER TABLE nudges ADD COLUMN seen INTEGER;
        """
}
