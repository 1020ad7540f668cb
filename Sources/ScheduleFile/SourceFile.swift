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
    /// The greatest size of a holiday file, in bytes.
    public static let holidaySizeLimit = 1_048_576
}

/// Why a file that a schedule names could not be had.
public enum FileLookupError: Error, Sendable, Hashable {
    case missing
    /// In the system's words.
    case unreadable(reason: String)
    /// Larger than ``SourceFile/holidaySizeLimit``.
    case tooLarge
}
