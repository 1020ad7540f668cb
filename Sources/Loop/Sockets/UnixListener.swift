import CLinux
import Glibc

/// A Unix stream socket that serves clients line by line, a bounded number at a time.
public final class UnixListener {
    private let descriptor: Descriptor
    private let loop: EpollLoop
    private let limits: UnixLimits
    private let file: SocketFile
    private var watch: Watch?
    private var pause: Delay?
    private var connections: [ObjectIdentifier: UnixConnection] = [:]
    private let onLine: (UnixConnection, [UInt8]) -> Void

    /// Called when a connection is over, with the reason.
    public var onClose: ((UnixConnection, UnixClosure) -> Void)?
    /// Called for each new client before anything is read from it; `false` turns it away.
    public var onConnect: ((UnixConnection) -> Bool)?
    /// Called when a client's line is too long: the place for a last answer, after which the
    /// connection is closed.
    public var onLineTooLong: ((UnixConnection) -> Void)?

    /// Listens at `path`, which becomes a socket file of this mode.
    ///
    /// A socket file left behind by a process that has ended is replaced; it is left alone when
    /// somebody listens there, when it belongs to another user, or when it is no socket.
    ///
    /// - Throws: ``SystemError``: EADDRINUSE when somebody listens at `path` already, EEXIST
    ///   when what is there is not ours to replace, ENAMETOOLONG beyond 107 bytes, or bind(2)'s.
    public init(
        path: String, mode: UInt32 = 0o600, limits: UnixLimits = UnixLimits(), on loop: EpollLoop,
        onLine: @escaping (_ client: UnixConnection, _ line: [UInt8]) -> Void
    ) throws(SystemError) {
        (descriptor, file) = try SocketFile.bind(path, mode: mode)
        (self.loop, self.limits, self.onLine) = (loop, limits, onLine)
        watch = try loop.watch(descriptor.number, .read) { [self] _ in accept() }
    }

    /// How many clients are connected.
    public var count: Int { connections.count }

    /// Stops listening, removes the socket file and closes every connection.
    public func close() {
        guard descriptor.isOpen else { return }
        watch?.cancel()
        pause?.cancel()
        descriptor.close()
        file.remove()
        for connection in connections.values { connection.close() }
    }

    private func accept() {
        while descriptor.isOpen, connections.count < limits.connections {
            let number = accept4(descriptor.number, nil, nil, Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue))
            if number >= 0 {
                serve(Descriptor(number))
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR, errno != ECONNABORTED {
                // Out of descriptors or memory: the clients wait, and so does the loop.
                try? watch?.update([])
                pause = loop.after(.seconds(1)) { [self] in resume() }
                return
            }
        }
        if connections.count >= limits.connections { try? watch?.update([]) }
    }

    private func resume() {
        guard descriptor.isOpen, connections.count < limits.connections else { return }
        try? watch?.update(.read)
    }

    private func serve(_ descriptor: Descriptor) {
        let connection = try? UnixConnection(
            descriptor, limits, loop,
            UnixConnection.Handlers(
                line: onLine,
                tooLong: { [weak self] in self?.onLineTooLong?($0) },
                closed: { [weak self] in self?.ended($0, $1) }))
        guard let connection, isWelcome(connection), onConnect?(connection) ?? true, connection.isOpen else { return }
        connections[ObjectIdentifier(connection)] = connection
        do { try connection.begin() } catch { connection.close() }
    }

    private func isWelcome(_ connection: UnixConnection) -> Bool {
        let sameUser = connections.values.count { $0.peer.user == connection.peer.user }
        return sameUser < limits.connectionsOfOne ?? .max
    }

    private func ended(_ connection: UnixConnection, _ reason: UnixClosure) {
        guard connections.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
        onClose?(connection, reason)
        resume()
    }
}
