/// A stretch of a file as it is shown: where it stands, and the line it stands in.
///
/// Secrets in the line are masked already.
public struct Place: Sendable, Hashable {
    /// The file's name as it was given.
    public let file: String
    /// From 1.
    public let line: Int
    /// From 1, in characters.
    public let column: Int
    /// The line without its end, or of a very long line the part around the stretch.
    public let text: String
    /// How many characters of the line stand before ``text``.
    public let skipped: Int
    /// How many characters of the line the stretch covers; 0 for a place between two.
    public let width: Int

    public init(file: String, line: Int, column: Int, text: String, skipped: Int = 0, width: Int) {
        self.file = file
        self.line = line
        self.column = column
        self.text = text
        self.skipped = skipped
        self.width = width
    }
}
