/// A TOML 1.0 file, read: what it says, and where each word of it stands.
public struct TOMLDocument: Sendable {
    public let root: TOMLTable
    public let source: SourceText

    /// How many tables and arrays may stand inside one another, headers and dotted keys included.
    public static let greatestDepth = 100

    /// Reads a file and finds all that is wrong with it in one go.
    ///
    /// Always ends, in time linear in the size. With errors, the document holds what could
    /// be read; a value that could not is ``TOMLValue/Kind/invalid``. Without errors the
    /// file is valid TOML 1.0.
    ///
    /// - Returns: The document, and the errors in the order of the file.
    public static func parse(_ bytes: [UInt8]) -> (document: TOMLDocument, errors: [TOMLError]) {
        var reader = TOMLReader(bytes)
        let root = reader.document()
        return (TOMLDocument(root: root, source: SourceText(bytes)), reader.errors.sorted())
    }
}
