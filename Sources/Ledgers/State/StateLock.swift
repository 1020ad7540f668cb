import Glibc
import Planning

/// The mark of the one service that works on a state folder: `flock` on a file that names the holder.
///
/// The kernel takes the lock away when the process ends, however it ends.
struct StateLock: ~Copyable {
    private let descriptor: Int32

    static let fileName = "lock"

    /// - Throws: ``LedgerError/held(by:)`` where another open folder holds the lock.
    init(_ folder: borrowing StateFolder) throws(LedgerError) {
        _ = try folder.secure(Self.fileName)
        let opened = try folder.openFile(Self.fileName, O_RDWR | O_CREAT)
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let problem = errno
            let holder = Self.holder(opened)
            close(opened)
            if problem == EWOULDBLOCK { throw .held(by: holder) }
            throw .unusable(path: folder.path(Self.fileName), reason: .other(String(cString: strerror(problem))))
        }
        descriptor = opened
        let text = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        // Only whoever is refused reads it: a lock without a name still holds.
        _ = pwrite(descriptor, text, text.count, 0)
    }

    deinit {
        // A child between fork and exec may share the lock for a moment; it ends for both.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
