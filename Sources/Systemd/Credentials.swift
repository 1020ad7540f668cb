import CLinux
import Glibc
public import Loop

/// What the service manager has handed over in `CREDENTIALS_DIRECTORY` (systemd.exec(5), `LoadCredential=`).
public struct Credentials: Sendable {
    /// Why a credential could not be read.
    public enum Failure: Error, Equatable {
        /// No credentials were handed over: `CREDENTIALS_DIRECTORY` is unset or no absolute path.
        case noDirectory
        /// Not a credential's name: letters, digits, `.`, `_`, `-`; 1 to 255 of them; not `.` or `..`.
        case badName
        case noSuchCredential
        /// Longer than the limit, in bytes.
        case tooLong(limit: Int)
        /// Something else than a plain file.
        case notAFile
        case system(SystemError)
    }

    public let directory: String?

    /// - Parameter environment: Where `CREDENTIALS_DIRECTORY` is looked up.
    public init(environment: [String: String] = ProcessEnvironment.all()) {
        directory = environment["CREDENTIALS_DIRECTORY"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// The named credential.
    ///
    /// - Parameter limit: The most bytes it may have; systemd itself allows 1 MiB for all.
    /// - Throws: ``Failure``.
    public func read(_ name: String, limit: Int = 64 * 1024) throws(Failure) -> Secret {
        guard let directory else { throw .noDirectory }
        guard Credentials.isName(name) else { throw .badName }
        let descriptor = linux_open(directory + "/" + name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .noSuchCredential : errno == ELOOP ? .notAFile : .system(failure("open", name))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(failure("fstat", name)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_size <= limit else { throw .tooLong(limit: limit) }
        // One byte more than is allowed shows a file that has grown since.
        var buffer = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
        var length = 0
        while length < buffer.count {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(descriptor, bytes.baseAddress?.advanced(by: length), bytes.count - length)
            }
            if count == 0 { break }
            if count > 0 { length += count } else if errno != EINTR { throw .system(failure("read", name)) }
        }
        guard length < buffer.count else { throw .tooLong(limit: limit) }
        return Secret(Array(buffer.prefix(length)))
    }

    private func failure(_ call: String, _ name: String) -> SystemError {
        SystemError("\(call) credential \(name)", errno)
    }

    static func isName(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && (1...255).contains(name.utf8.count) && name != "." && name != ".."
    }
}
