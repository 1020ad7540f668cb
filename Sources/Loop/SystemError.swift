import CLinux
import Glibc

/// A call to the system that failed: which one, and why.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// What was being done, as a reader would name it: `"posix_spawn"`, `"bind /run/troth/control"`.
    public let operation: String
    /// The errno value.
    public let code: Int32

    public init(_ operation: String, _ code: Int32) {
        self.operation = operation
        self.code = code
    }

    /// The error of the call that has just failed on this thread.
    static func last(_ operation: String) -> SystemError { SystemError(operation, errno) }

    /// The errno's name (`"ENOENT"`), or its number for one the C library does not know.
    public var name: String { linux_error_name(code).map { String(cString: $0) } ?? "errno \(code)" }

    /// The C library's words for it (`"No such file or directory"`), never localised.
    public var reason: String { linux_error_text(code).map { String(cString: $0) } ?? name }

    public var description: String { "\(operation): \(reason) (\(name))" }
}
