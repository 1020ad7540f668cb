import CLinux
import Glibc

/// One epoll loop on one thread: descriptors, timers, signals, children, sockets.
///
/// Everything runs in callbacks on the thread that called ``run()``, one after another; nothing
/// here may be touched from another thread. Between callbacks the thread sleeps in the kernel,
/// without any wake-up of its own.
public final class EpollLoop {
    private let epoll: Descriptor
    private var watches: [UInt64: Watch] = [:]
    private var lastKey: UInt64 = 0
    private var queue: [() -> Void] = []
    private var isRunning = false
    private var isStopping = false
    private let delays: DelayQueue
    private var wall: WallTimer

    /// Called each time before the loop goes to sleep, when nothing is left to do: the place to
    /// plan the next wake-up and to tell the watchdog that the loop is well.
    public var beforeSleep: (() -> Void)?

    /// Called when the wall clock reaches the time given to ``sleep(until:)``, and when it was set.
    public var onWake: ((Wake) -> Void)?

    /// Bytes on their way through; each use is over before the next callback.
    let scratch: UnsafeMutableRawBufferPointer

    /// - Parameter delaysCountSuspend: Whether time asleep (suspended) counts for ``after(_:_:)``.
    /// - Throws: ``SystemError`` from epoll_create1(2) or timerfd_create(2).
    public init(delaysCountSuspend: Bool = false) throws(SystemError) {
        epoll = try Descriptor(epoll_create1(Int32(EPOLL_CLOEXEC)), "epoll_create1")
        delays = try DelayQueue(countsSuspend: delaysCountSuspend)
        wall = try WallTimer()
        scratch = .allocate(byteCount: 16 * 1024, alignment: 16)
        // A pipe to a child that has ended must give EPIPE, not end the service.
        _ = linux_ignore_broken_pipes()
        let delays = delays
        try watch(delays.descriptor, .read) { _ in delays.fire() }
        try watch(wall.descriptor, .read) { [weak self] _ in self?.wallReady() }
        try wall.arm(nil)
    }

    deinit {
        for watch in watches.values { watch.cancel() }
        scratch.deallocate()
    }

    // MARK: Descriptors

    /// Calls `body` whenever `descriptor` is ready (level-triggered) until the watch is cancelled.
    ///
    /// The loop keeps the watch; it need not be kept by the caller.
    /// - Throws: ``SystemError`` from epoll_ctl(2), such as EPERM for a plain file.
    @discardableResult
    public func watch(
        _ descriptor: Int32, _ interest: Interest, _ body: @escaping (Readiness) -> Void
    ) throws(SystemError) -> Watch {
        lastKey += 1
        let watch = Watch(key: lastKey, descriptor: descriptor, loop: self, body: body)
        watches[watch.key] = watch
        do throws(SystemError) { try watch.update(interest) } catch {
            watches[watch.key] = nil
            throw error
        }
        return watch
    }

    func register(_ watch: Watch, _ interest: Interest, was: Interest) throws(SystemError) {
        var event = epoll_event()
        event.events = interest.events
        event.data.u64 = watch.key
        let operation = was.isEmpty ? EPOLL_CTL_ADD : interest.isEmpty ? EPOLL_CTL_DEL : EPOLL_CTL_MOD
        guard epoll_ctl(epoll.number, operation, watch.descriptor, &event) == 0 else {
            throw SystemError.last("epoll_ctl")
        }
    }

    func forget(_ watch: Watch) {
        guard watches.removeValue(forKey: watch.key) != nil, !watch.interest.isEmpty else { return }
        var event = epoll_event()
        _ = epoll_ctl(epoll.number, EPOLL_CTL_DEL, watch.descriptor, &event)
    }

    // MARK: Time

    /// The monotonic clock that delays go by, from an arbitrary start.
    public var now: Duration { delays.now }

    /// Calls `body` once, `delay` from now; at once (but never inside this call) when that is not positive.
    ///
    /// The loop keeps the delay; equal deadlines fire in the order they were asked for.
    @discardableResult
    public func after(_ delay: Duration, _ body: @escaping () -> Void) -> Delay {
        delays.add(delay, body)
    }

    /// Sleeps until a wall-clock time, then calls ``onWake`` with ``Wake/due``; `nil` waits for
    /// no time. A later call replaces an earlier one. With or without a time, ``onWake`` gets
    /// ``Wake/clockSet`` when the clock is set, and the wait for the same time goes on.
    ///
    /// - Throws: ``SystemError`` from timerfd_settime(2).
    public func sleep(until time: WallTime?) throws(SystemError) {
        if try wall.arm(time) == .clockSet { deferred { [weak self] in self?.onWake?(.clockSet) } }
    }

    private func wallReady() {
        guard let wake = wall.read() else { return }
        onWake?(wake)
    }

    // MARK: Running

    /// Calls `body` after the current callback and what is already deferred.
    public func deferred(_ body: @escaping () -> Void) { queue.append(body) }

    /// Ends ``run()`` after the current callback.
    public func stop() { isStopping = true }

    /// Runs callbacks until ``stop()``; what was not called by then is called by the next `run()`.
    ///
    /// - Throws: ``SystemError`` from epoll_wait(2), and EDEADLK when the loop runs already.
    public func run() throws(SystemError) {
        guard !isRunning else { throw SystemError("run", EDEADLK) }
        isRunning = true
        defer {
            isRunning = false
            isStopping = false
        }
        let events = UnsafeMutableBufferPointer<epoll_event>.allocate(capacity: 64)
        defer { events.deallocate() }
        while !isStopping {
            drainQueue()
            if isStopping { return }
            if queue.isEmpty { beforeSleep?() }
            if isStopping { return }
            try delays.arm()
            let mayWait = queue.isEmpty
            let count = epoll_wait(epoll.number, events.baseAddress, Int32(events.count), mayWait ? -1 : 0)
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError.last("epoll_wait")
            }
            for event in events.prefix(Int(count)) {
                if isStopping { return }
                // A watch cancelled by an earlier callback of this round is no longer in the table.
                guard let watch = watches[event.data.u64], let body = watch.body else { continue }
                body(Readiness(events: event.events))
                drainQueue()
            }
        }
    }

    private func drainQueue() {
        // What a deferred callback defers runs in the same drain, but a callback that keeps
        // deferring itself gives way to the descriptors now and then.
        var rounds = 0
        while !queue.isEmpty, !isStopping, rounds < 16 {
            rounds += 1
            let batch = queue
            queue = []
            for (index, body) in batch.enumerated() {
                if isStopping {
                    queue = batch[index...] + queue
                    return
                }
                body()
            }
        }
    }
}
