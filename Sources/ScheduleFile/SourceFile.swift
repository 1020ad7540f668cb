/// One file of a schedule, read but not yet understood.
public struct SourceFile: Sendable {
    /// As messages shall show it, such as `troth.toml`.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The greatest size of a file, in bytes.
    public static let sizeLimit = 16 * 1_048_576
}
