import Glibc
import Planning

/// The folder that holds the ledger, open and closed to everybody but its owner.
///
/// Once it is ours and nobody else may write to it, nothing in it can be exchanged under us; until then nothing in it
/// is touched.
struct StateFolder: ~Copyable {
    /// As it is without symbolic links.
    let path: String
    private let descriptor: Int32

    /// - Parameter creating: Whether to make the folder, and those above it, where there are none.
    init(_ given: String, creating: Bool) throws(LedgerError) {
        if creating { try Self.make(given) }
        let opened = open(given, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw .unusable(path: given, reason: Self.reason()) }
        do throws(LedgerError) {
            let identity = try Self.secure(opened, given)
            path = try Self.resolved(given, identity)
        } catch {
            close(opened)
            throw error
        }
        descriptor = opened
    }

    deinit { close(descriptor) }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Looks at a file of the folder and closes it to others where it is open to them.
    ///
    /// The file is not opened: closing it again would drop the locks that SQLite may hold on it.
    ///
    /// - Returns: Whether there is one.
    func secure(_ name: String) throws(LedgerError) -> Bool {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return false }
            throw .unusable(path: path(name), reason: Self.reason())
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw .unusable(path: path(name), reason: .symbolicLink)
        default: throw .unusable(path: path(name), reason: .notPlain)
        }
        guard status.st_uid == geteuid() else {
            throw .unusable(path: path(name), reason: .ofAnother(user: status.st_uid))
        }
        guard status.st_nlink == 1 else {
            throw .unusable(path: path(name), reason: .otherNames)
        }
        if status.st_mode & 0o177 != 0, fchmodat(descriptor, name, 0o600, 0) != 0 {
            throw .unusable(path: path(name), reason: Self.reason())
        }
        return true
    }

    /// Makes an empty file that only we can read; others' mode bits are never there, whatever the umask.
    func make(_ name: String) throws(LedgerError) {
        let made = try openFile(name, O_RDWR | O_CREAT | O_EXCL)
        close(made)
    }

    /// Opens a file of the folder, never through a symbolic link.
    func openFile(_ name: String, _ flags: Int32) throws(LedgerError) -> Int32 {
        let opened = openat(descriptor, name, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .unusable(path: path(name), reason: Self.reason()) }
        guard fchmod(opened, 0o600) == 0 else {
            let reason = Self.reason()
            close(opened)
            throw .unusable(path: path(name), reason: reason)
        }
        return opened
    }

    /// Makes the names of new files survive a power cut.
    func sync() { fsync(descriptor) }

    private static func make(_ path: String) throws(LedgerError) {
        if mkdir(path, 0o700) == 0 {
            // A umask can take the owner's bits away too.
            chmod(path, 0o700)
            return
        }
        switch errno {
        case EEXIST: return
        case ENOENT:
            guard let slash = path.dropLast().lastIndex(of: "/"), slash != path.startIndex else { break }
            try make(String(path[..<slash]))
            if mkdir(path, 0o700) == 0 || errno == EEXIST {
                return
            }
        default: break
        }
        throw .unusable(path: path, reason: reason())
    }

    private static func secure(_ descriptor: Int32, _ path: String) throws(LedgerError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unusable(path: path, reason: reason()) }
        guard status.st_uid == geteuid() else {
            throw .unusable(path: path, reason: .folderOfAnother(user: status.st_uid))
        }
        if status.st_mode & 0o077 != 0 || status.st_mode & 0o700 != 0o700 {
            guard fchmod(descriptor, 0o700) == 0 else { throw .unusable(path: path, reason: reason()) }
        }
        return status
    }

    /// The path without symbolic links, checked to be the folder that was opened.
    private static func resolved(_ path: String, _ identity: stat) throws(LedgerError) -> String {
        guard let found = realpath(path, nil) else { throw .unusable(path: path, reason: reason()) }
        defer { free(found) }
        var status = stat()
        guard lstat(found, &status) == 0 else { throw .unusable(path: path, reason: reason()) }
        guard status.st_dev == identity.st_dev, status.st_ino == identity.st_ino else {
            throw .unusable(path: path, reason: .exchanged)
        }
        return String(cString: found)
    }

    private static func reason() -> LedgerProblem {
        switch errno {
        case ENOENT: .missing
        case ENOSPC: .diskFull
        default: .other(String(cString: strerror(errno)))
        }
    }
}
