import CLinux
import CSystemd
import Glibc

/// A descriptor that the service manager has passed in (sd_listen_fds(3)).
public struct PassedSocket: Equatable, Sendable {
    /// The descriptor; whoever takes it owns it. It is closed on exec.
    public let descriptor: Int32
    /// What the socket unit calls it (`FileDescriptorName=`), else the unit's name.
    public let name: String

    /// All that were passed to this process, in their order.
    public static func all() -> [PassedSocket] {
        var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = sd_listen_fds_with_names(0, &names)
        guard count > 0, let names else { return [] }
        defer {
            for index in 0..<Int(count) { free(names[index]) }
            free(names)
        }
        return (0..<count).map { index in
            PassedSocket(
                descriptor: 3 + index, name: names[Int(index)].map { String(cString: $0) } ?? "unknown")
        }
    }

    /// Whether it is a listening Unix stream socket, as the control socket has to be.
    public var isUnixListener: Bool { sd_is_socket_unix(descriptor, Int32(SOCK_STREAM.rawValue), 1, nil, 0) > 0 }
}
