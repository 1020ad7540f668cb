import CLinux
import Glibc

/// One client of a ``UnixListener``: its lines come in, answers go out as it reads them.
public final class UnixConnection {
    struct Handlers {
        var line: (UnixConnection, [UInt8]) -> Void
        var tooLong: (UnixConnection) -> Void
        var closed: (UnixConnection, UnixClosure) -> Void
    }

    public let peer: PeerCredentials
    private let descriptor: Descriptor
    private let loop: EpollLoop
    private let limits: UnixLimits
    private let handlers: Handlers
    private var watch: Watch?
    private var lines: LineSplitter
    private var pending: [UInt8] = []
    private var written = 0
    private var owed = 0
    private var lastActivity: Duration
    private var idle: Delay?
    private var closesWhenDrained: UnixClosure?
    private var hasReadAll = false

    init(
        _ descriptor: Descriptor, _ limits: UnixLimits, _ loop: EpollLoop, _ handlers: Handlers
    ) throws(SystemError) {
        peer = try PeerCredentials(of: descriptor)
        (self.descriptor, self.limits, self.loop, self.handlers) = (descriptor, limits, loop, handlers)
        lines = LineSplitter(limit: limits.line)
        lastActivity = loop.now
    }

    /// Starts to listen to the client; from here the loop keeps the connection until it is closed.
    func begin() throws(SystemError) {
        watch = try loop.watch(descriptor.number, .read) { [self] ready in
            if ready.contains(.write) { flush() }
            if !ready.isDisjoint(with: [.read, .closed]) { receive(isGone: ready.contains(.closed)) }
        }
        updateWatch()
        watchIdleness(limits.idle)
    }

    public var isOpen: Bool { descriptor.isOpen }

    /// How many sent bytes the client has not read yet (what the kernel holds counts as read).
    public var unread: Int { pending.count - written }

    // MARK: Answering

    /// Answers one of the client's lines with one: `bytes` and a newline.
    public func send(line bytes: [UInt8]) { send(lines: [bytes]) }

    /// Answers one of the client's lines with some, a newline after each. Never waits: what the
    /// client does not read yet is kept, and of a client that asks on with too much of it nothing more is taken
    /// (``UnixLimits/waiting``).
    public func send(lines: [[UInt8]]) {
        guard isOpen, closesWhenDrained == nil else { return }
        if unread == 0 { lastActivity = loop.now }
        for bytes in lines {
            pending += bytes
            pending.append(UInt8(ascii: "\n"))
        }
        if owed > 0 { owed -= 1 }
        flush()
    }

    /// Closes once what was sent is read; no further line is taken or sent.
    public func finish() { finish(.done) }

    private func finish(_ reason: UnixClosure) {
        guard isOpen, closesWhenDrained == nil else { return }
        closesWhenDrained = reason
        owed = 0
        flush()
    }

    /// Closes at once.
    public func close() { end(.done) }

    private func flush() {
        while isOpen, unread > 0 {
            let count = pending.withUnsafeBytes { bytes in
                Glibc.send(
                    descriptor.number, bytes.baseAddress?.advanced(by: written), bytes.count - written,
                    Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                written += count
                lastActivity = loop.now
            } else if errno == EAGAIN {
                // What is gone already need not be kept while the rest waits.
                if written > 64 * 1024 {
                    pending.removeFirst(written)
                    written = 0
                }
                return updateWatch()
            } else if errno != EINTR {
                return end(errno == EPIPE || errno == ECONNRESET ? .done : .failed(.last("send")))
            }
        }
        guard isOpen else { return }
        (pending, written) = ([], 0)
        if let closesWhenDrained { return end(closesWhenDrained) }
        if hasReadAll, owed == 0 { return end(.done) }
        updateWatch()
    }

    private func updateWatch() {
        guard isOpen else { return }
        var interest: Interest = hasReadAll || closesWhenDrained != nil ? [] : .read
        if unread > 0 { interest.insert(.write) }
        do throws(SystemError) { try watch?.update(interest) } catch { end(.failed(error)) }
    }

    // MARK: Listening

    private func receive(isGone: Bool) {
        guard isOpen else { return }
        // Waiting only to be read; the far end will not read any more.
        if hasReadAll || closesWhenDrained != nil { return isGone ? end(.done) : () }
        let buffer = loop.scratch
        let count = read(descriptor.number, buffer.baseAddress, buffer.count)
        if count < 0 {
            if errno == EAGAIN || errno == EINTR { return }
            return end(errno == ECONNRESET ? .done : .failed(.last("read")))
        }
        if count == 0 {
            // A client that has closed only its sending side still waits for its answers.
            hasReadAll = true
            return isGone || (owed == 0 && unread == 0) ? end(.done) : updateWatch()
        }
        var complete: [[UInt8]] = []
        let isGood = lines.take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { line in
            guard let line else { return false }
            complete.append(line)
            return true
        }
        // A line that comes by the byte is no activity.
        if !complete.isEmpty { lastActivity = loop.now }
        for line in complete where isOpen && closesWhenDrained == nil {
            if unread > limits.waiting { return end(.unread) }
            owed += 1
            handlers.line(self, line)
        }
        if !isGood, isOpen, closesWhenDrained == nil {
            handlers.tooLong(self)
            finish(.lineTooLong)
        }
    }

    // MARK: Its end

    private func watchIdleness(_ span: Duration) {
        idle = loop.after(span) { [self] in
            guard isOpen else { return }
            // A client that waits for its answer owes nothing, nor one that has sent what this
            // side, held up elsewhere, has not read yet.
            let isWaiting = unread == 0 && (owed > 0 || linux_bytes_waiting(descriptor.number) > 0)
            let left = isWaiting ? limits.idle : lastActivity + limits.idle - loop.now
            if left > .zero { watchIdleness(left) } else { end(.idle) }
        }
    }

    private func end(_ reason: UnixClosure) {
        guard isOpen else { return }
        watch?.cancel()
        idle?.cancel()
        descriptor.close()
        (pending, written) = ([], 0)
        handlers.closed(self, reason)
    }
}
