import CLinux
import Glibc

/// The file of a Unix socket that this process has bound.
struct SocketFile {
    let path: String
    private let device: UInt
    private let inode: UInt

    /// Makes a listening socket at `path`, in the place of one that nobody listens at any more.
    static func bind(_ path: String, mode: UInt32) throws(SystemError) -> (Descriptor, SocketFile) {
        // A path with a zero byte would name another file.
        guard !path.utf8.contains(0) else { throw SystemError("bind", EINVAL) }
        let descriptor = try Descriptor(
            socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0), "socket")
        // On the socket itself, before it has a name: at no time is the file open to more than it should be.
        guard fchmod(descriptor.number, mode & 0o777) == 0 else { throw SystemError.last("fchmod") }
        if linux_bind_unix(descriptor.number, path) != 0 {
            guard errno == EADDRINUSE else { throw SystemError.last("bind \(path)") }
            try removeStale(path)
            guard linux_bind_unix(descriptor.number, path) == 0 else { throw SystemError.last("bind \(path)") }
        }
        var status = stat()
        // The umask may have taken away what was asked for.
        guard chmod(path, mode & 0o777) == 0, lstat(path, &status) == 0, listen(descriptor.number, 64) == 0 else {
            let error = SystemError.last("listen \(path)")
            unlink(path)
            throw error
        }
        return (descriptor, SocketFile(path: path, device: UInt(status.st_dev), inode: UInt(status.st_ino)))
    }

    private static func removeStale(_ path: String) throws(SystemError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw SystemError.last("lstat \(path)")
        }
        guard status.st_mode & S_IFMT == S_IFSOCK, status.st_uid == geteuid() else {
            throw SystemError("bind \(path)", EEXIST)
        }
        let probe = try Descriptor(
            socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0), "socket")
        // Refused: a name without a listener. Anything else, a full queue among it, means that somebody is there.
        if linux_connect_unix(probe.number, path) == 0 || errno != ECONNREFUSED {
            throw SystemError("bind \(path)", EADDRINUSE)
        }
        guard unlink(path) == 0 || errno == ENOENT else { throw SystemError.last("unlink \(path)") }
    }

    /// Removes the file, unless another socket has taken its place.
    func remove() {
        var status = stat()
        guard lstat(path, &status) == 0, UInt(status.st_dev) == device, UInt(status.st_ino) == inode else { return }
        unlink(path)
    }
}
