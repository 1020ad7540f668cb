import CLinux

/// What to be told about a descriptor.
public struct Interest: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let read = Interest(rawValue: 1)
    public static let write = Interest(rawValue: 2)

    var events: UInt32 {
        (contains(.read) ? EPOLLIN.rawValue | EPOLLRDHUP.rawValue : 0)
            | (contains(.write) ? EPOLLOUT.rawValue : 0)
    }
}

/// What a descriptor is ready for.
public struct Readiness: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let read = Readiness(rawValue: 1)
    public static let write = Readiness(rawValue: 2)
    /// The far end is gone, or the descriptor is in error: read or write to learn which.
    public static let closed = Readiness(rawValue: 4)

    init(events: UInt32) {
        var ready: Readiness = []
        if events & (EPOLLIN.rawValue | EPOLLRDHUP.rawValue) != 0 { ready.insert(.read) }
        if events & EPOLLOUT.rawValue != 0 { ready.insert(.write) }
        if events & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 { ready.insert(.closed) }
        self = ready
    }
}

/// One descriptor watched by a loop. The descriptor stays its owner's, who closes it after ``cancel()``.
public final class Watch {
    let key: UInt64
    let descriptor: Int32
    private(set) var interest: Interest = []
    private weak var loop: EpollLoop?
    private(set) var body: ((Readiness) -> Void)?

    init(key: UInt64, descriptor: Int32, loop: EpollLoop, body: @escaping (Readiness) -> Void) {
        self.key = key
        self.descriptor = descriptor
        self.loop = loop
        self.body = body
    }

    /// Changes what the watch is for. With no interest at all the kernel is asked to say nothing,
    /// not even that the far end is gone.
    ///
    /// - Throws: ``SystemError`` from epoll_ctl(2).
    public func update(_ interest: Interest) throws(SystemError) {
        guard body != nil, let loop, interest != self.interest else { return }
        try loop.register(self, interest, was: self.interest)
        self.interest = interest
    }

    /// Ends the watch: its callback is not called again, not even for what is already reported.
    public func cancel() {
        guard body != nil else { return }
        body = nil
        loop?.forget(self)
        interest = []
    }
}
