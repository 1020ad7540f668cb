/// What one listener grants to its clients.
public struct UnixLimits: Sendable {
    /// The longest request line, in bytes, without its newline.
    public var line = 64 * 1024
    /// How many clients are served at a time; more wait in the kernel's queue until one leaves.
    public var connections = 16
    /// How many of them may be one user's: the others wait for nobody who holds on. Nil is all.
    public var connectionsOfOne: Int?
    /// The most bytes that may be unread by a client who asks on; beyond it, they are disconnected. An answer may be longer.
    public var waiting = 1024 * 1024
    /// How long a client may go without a whole line when it waits for no answer, or read nothing of one.
    public var idle: Duration = .seconds(30)

    public init() {}
}

/// Why a connection is over.
public enum UnixClosure: Equatable, Sendable {
    /// The client has closed it, or this side has, with ``UnixConnection/close()`` or ``UnixConnection/finish()``.
    case done
    /// A line was longer than the limit.
    case lineTooLong
    /// The client was silent, or read nothing, for too long.
    case idle
    /// The client asked on and left too much unread.
    case unread
    /// The connection broke.
    case failed(SystemError)
}
