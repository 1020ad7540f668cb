import CLinux

/// Who is at the other end of a Unix socket, as the kernel knows it (SO_PEERCRED, unix(7)): the
/// process that connected, at the time it did.
public struct PeerCredentials: Equatable, Sendable {
    public var user: UInt32
    public var group: UInt32
    public var process: Int32

    init(of socket: Descriptor) throws(SystemError) {
        (user, group, process) = (0, 0, 0)
        guard linux_peer_credentials(socket.number, &process, &user, &group) == 0 else {
            throw SystemError.last("getsockopt SO_PEERCRED")
        }
    }
}
