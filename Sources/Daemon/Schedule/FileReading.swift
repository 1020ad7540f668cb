import Glibc
import Wording

/// Why a file could not be read or written.
public struct FileFault: Error, Sendable, Hashable {
    public var path: String
    /// The system's error number (errno(3)).
    public var code: Int32
    /// Whether it is the schedule itself.
    public var isSchedule = false

    public init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    var reason: String { String(cString: strerror(code)) }
    var problem: FileProblem { FileProblem(code: code) }
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    var isTooLarge: Bool { code == EFBIG }
}

/// Whole small files, read and replaced.
enum Files {
    /// A schedule larger than this is a mistake, not a schedule. Bytes.
    static let largest = 16 << 20

    static func read(_ path: String, atMost limit: Int = largest) throws(FileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileFault(path: path, code: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFault(path: path, code: errno)
            }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > limit { throw FileFault(path: path, code: EFBIG) }
        }
    }

    /// Replaces `path` in one step, readable by its owner alone.
    ///
    /// - Parameter durably: False for what means nothing after a power cut, and need not wait for the disk.
    static func replace(_ path: String, with bytes: [UInt8], durably: Bool = true) throws(FileFault) {
        let fresh = "\(path).new"
        unlink(fresh)
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileFault(path: fresh, code: errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let code = errno
                close(descriptor)
                throw FileFault(path: fresh, code: code)
            }
            written += count
        }
        let synced = durably ? fsync(descriptor) : 0
        let code = errno
        close(descriptor)
        guard synced == 0 else { throw FileFault(path: fresh, code: code) }
        guard rename(fresh, path) == 0 else { throw FileFault(path: path, code: errno) }
    }

    static func remove(_ path: String) { unlink(path) }

    /// Makes the folder that `path` lies in, for its owner alone; one that is there stays as it is.
    static func makeFolder(of path: String) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        mkdir(String(path[..<slash]), 0o700)
    }

    static var ownUser: UInt32 { geteuid() }
}
