/// Why a file cannot be read or written.
public enum FileProblem: Hashable, Sendable {
    case missing
    /// Who runs the program may not.
    case forbidden
    case isFolder
    case tooLarge
    case diskFull
    case readOnly
    /// In the system's own words.
    case other(String)
}
