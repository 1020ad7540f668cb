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
        let error = Self.write(text, descriptor) ?? (rename(fresh, path) == 0 ? nil : errno)
        if let error {
            unlink(fresh)
            throw ending(.configuration, error)
        }
    }

    /// Makes a file that was not there, with the folders above it; what cannot be written whole is taken away again,
    /// so that another try finds the place free.
    ///
    /// - Throws: ``Ending``: 78 where it is there already or cannot be written.
    func create(with text: String) throws {
        makeFolders()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw Ending(.configuration, CallerLanguage.words.alreadyThere(path)) }
            throw ending(.configuration)
        }
        if let error = Self.write(text, descriptor) {
            unlink(path)
            throw ending(.configuration, error)
        }
    }

    private func makeFolders() {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            made += "/\(part)"
            mkdir(made, 0o755)
        }
    }

    /// Writes all of `text` to the disk and closes the file.
    ///
    /// - Returns: The errno of what went wrong; nil when all is written.
    private static func write(_ text: String, _ descriptor: Int32) -> Int32? {
        var error: Int32?
        var rest = Array(text.utf8)[...]
        while error == nil, !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { error = errno }
        }
        // What is no file on a disk cannot be put onto one.
        if error == nil, fsync(descriptor) != 0, errno != EINVAL { error = errno }
        if close(descriptor) != 0, error == nil { error = errno }
        return error
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
