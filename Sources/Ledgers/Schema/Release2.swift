extension Schema {
    /// Which start of the machine the record was last written in; NULL where that cannot be known.
    static let release2 = """
        ALTER TABLE meta ADD COLUMN boot TEXT;
        """
}
