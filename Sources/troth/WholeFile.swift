import Control
import Daemon
import Glibc
import Wording

/// A file as a whole, at a name that somebody gave on the command line; `-` is the standard stream.
struct WholeFile {
    let path: String

    init(_ path: String) { self.path = path }

    /// Its bytes, at most so many and one more.
    ///
    /// - Throws: ``Ending``: 66 where it cannot be read.
    func read(atMost limit: Int) throws -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ending(.noInput) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ending(.noInput) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    /// Puts `text` in its place in one step, so that whoever fetches it never finds half of it.
    ///
    /// - Throws: ``Ending``: 78 where it cannot be written.
    func replace(with text: String) throws {
        let fresh = "\(path).new-\(getpid())"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw ending(.configuration) }
        var rest = Array(text.utf8)[...]
        var isWritten = true
        while isWritten, !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            isWritten = count > 0
            if isWritten { rest = rest.dropFirst(count) }
        }
        isWritten = isWritten && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isWritten, rename(fresh, path) == 0 else {
            let reason = isWritten ? errno : code
            unlink(fresh)
            throw ending(.configuration, reason)
        }
    }

    private func ending(_ code: ExitCode, _ reason: Int32 = errno) -> Ending {
        Ending(code, CallerLanguage.words.file(path, FileProblem(code: reason)))
    }
}

/// When a file was last changed, in seconds; nil where there is none.
func lastChange(of path: String) -> Int64? {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_mtim.tv_sec) : nil
}
