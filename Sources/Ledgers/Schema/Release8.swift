extension Schema {
    /// Several prompts for a nudge, each draw's deck and occurrence, and whether it may have reached somebody.
    static let release8 = """
        ALTER TABLE nudges ADD COLUMN prompts TEXT;
        UPDATE nudges SET prompts = CAST(prompt AS TEXT) WHERE prompt IS NOT NULL;
        ALTER TABLE nudges DROP COLUMN prompt;
        ALTER TABLE draws ADD COLUMN deck INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE draws ADD COLUMN occurrence TEXT;
        ALTER TABLE draws ADD COLUMN out INTEGER NOT NULL DEFAULT 0;
        UPDATE draws SET out = 1;
        """
}
