import CLinux
import CSystemd
import Glibc
public import Loop

/// A connection to a message bus (sd-bus(3)), on the service's own loop.
///
/// Nothing here waits: connecting, calls and their replies happen between callbacks. A bus that is not there is
/// waited for without looking (inotify on its socket); one that goes away is connected to again, with pauses that
/// double from one second to five minutes where it does not last.
public final class Bus {
    public enum State: Sendable, Hashable {
        /// No bus, and why.
        case absent(String)
        case connecting
        case ready
    }

    public private(set) var state: State = .connecting
    /// Called on the loop at each change of ``state``.
    public var onState: ((State) -> Void)?

    private let loop: EpollLoop
    private let address: String
    private var bus: OpaquePointer?
    private var watch: Watch?
    private var watched: Int32 = -1
    private var timer: Delay?
    private var timerEnd = UInt64.max
    private var retry: Delay?
    private var pause = Bus.firstPause
    private var readySince: Duration?
    private var isDrainAsked = false
    private var calls: [UInt64: PendingCall] = [:]
    private var lastCall: UInt64 = 0
    private var matches: [SignalMatch] = []
    var names: [BusName] = []

    private static let firstPause = Duration.seconds(1)
    private static let longestPause = Duration.seconds(300)
    /// A connection that lasted so long was a good one.
    private static let lasting = Duration.seconds(60)

    /// - Parameter address: As the D-Bus specification writes it.
    public init(_ address: String = BusAddress.user(), on loop: EpollLoop) {
        self.address = address
        self.loop = loop
        open()
    }

    deinit {
        watch?.cancel()
        timer?.cancel()
        retry?.cancel()
        if let bus { sd_bus_close_unref(bus) }
    }

    /// Calls a method; `reply` comes once, later, on the loop.
    public func call(
        _ call: BusCall, within limit: Duration, _ reply: @escaping (Result<BusMessage, BusFault>) -> Void
    ) {
        guard state == .ready, let bus else { return loop.deferred { reply(.failure(.lost)) } }
        let message: OpaquePointer
        switch call.message(on: bus) {
        case .success(let made): message = made
        case .failure(let error):
            let reason = SystemError(call.member, error.code).reason
            return loop.deferred { reply(.failure(.unsayable(reason: reason))) }
        }
        defer { sd_bus_message_unref(message) }
        lastCall += 1
        let pending = PendingCall(lastCall, self, until: loop.now + limit, reply)
        let data = Unmanaged.passUnretained(pending).toOpaque()
        let (seconds, attoseconds) = limit.components
        let limit = UInt64(max(seconds * 1_000_000 + attoseconds / 1_000_000_000_000, 1))
        guard sd_bus_call_async(bus, nil, message, PendingCall.callback, data, limit) >= 0 else {
            return loop.deferred { reply(.failure(.lost)) }
        }
        calls[pending.number] = pending
        askForDrain()
    }

    func ended(_ call: PendingCall, _ message: BusMessage) {
        guard calls.removeValue(forKey: call.number) != nil else { return }
        guard var fault = message.fault else { return call.reply(.success(message)) }
        // The library gives three things one name: its own time limit, the end of the connection, and what the bus
        // tells of a far end that is gone.
        if case .refused("org.freedesktop.DBus.Error.NoReply", _) = fault {
            if let bus, sd_bus_is_open(bus) <= 0 { fault = .lost } else if loop.now >= call.end { fault = .timedOut }
        }
        call.reply(.failure(fault))
    }

    /// Calls `body` with each signal that fits `rule` (D-Bus specification, "Match Rules"), on this connection and all
    /// later ones.
    public func onSignals(_ rule: String, _ body: @escaping (BusMessage) -> Void) {
        let match = SignalMatch(rule, body)
        matches.append(match)
        if state == .ready { add(match) }
    }

    private func add(_ match: SignalMatch) {
        guard let bus else { return }
        let data = Unmanaged.passUnretained(match).toOpaque()
        // A match that the bus refuses ends the connection; what comes of that is seen when it is processed.
        _ = sd_bus_add_match_async(bus, nil, match.rule, SignalMatch.callback, nil, data)
        askForDrain()
    }

    // MARK: - The connection

    private func open() {
        retry = nil
        var new: OpaquePointer?
        var result = sd_bus_new(&new)
        guard result >= 0, let new else { return closed(-result) }
        result = sd_bus_set_address(new, address)
        if result >= 0 { result = sd_bus_set_bus_client(new, 1) }
        if result >= 0 { result = sd_bus_set_watch_bind(new, 1) }
        if result >= 0 { result = sd_bus_start(new) }
        guard result >= 0 else {
            sd_bus_close_unref(new)
            return closed(-result)
        }
        bus = new
        note(isListened(new) ? .connecting : .absent("no bus is there"))
        askForDrain()
    }

    /// Lets the library work until it has nothing more to do, and asks to be woken when it has.
    private func drain() {
        isDrainAsked = false
        guard let bus else { return }
        var result: Int32 = 1
        var rounds = 0
        while result > 0, rounds < 64 {
            result = sd_bus_process(bus, nil)
            rounds += 1
        }
        if result < 0 { return lost(-result) }
        if result > 0 { askForDrain() }
        if sd_bus_is_ready(bus) > 0 {
            if state != .ready { connected() }
        } else {
            note(isListened(bus) ? .connecting : .absent("no bus is there"))
        }
        arm()
    }

    private func askForDrain() {
        guard !isDrainAsked else { return }
        isDrainAsked = true
        loop.deferred { [weak self] in self?.drain() }
    }

    private func arm() {
        guard let bus else { return }
        let descriptor = sd_bus_get_fd(bus)
        let events = sd_bus_get_events(bus)
        var end = UInt64.max
        guard descriptor >= 0, events >= 0, sd_bus_get_timeout(bus, &end) >= 0 else { return lost(ENOTCONN) }
        var interest: Interest = []
        if events & POLLIN != 0 { interest.insert(.read) }
        if events & POLLOUT != 0 { interest.insert(.write) }
        do throws(SystemError) {
            if watched == descriptor, let watch {
                try watch.update(interest)
            } else {
                watch?.cancel()
                watch = try loop.watch(descriptor, interest) { [weak self] _ in self?.drain() }
                watched = descriptor
            }
        } catch {
            return lost(error.code)
        }
        arm(until: end)
    }

    /// - Parameter end: Microseconds of the monotonic clock.
    private func arm(until end: UInt64) {
        guard end != timerEnd || timer?.isPending != true else { return }
        timer?.cancel()
        timer = nil
        timerEnd = end
        guard end != .max else { return }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let passed = UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1_000
        let left = end > passed ? end - passed : 0
        timer = loop.after(.microseconds(Int64(clamping: left))) { [weak self] in self?.drain() }
    }

    private func connected() {
        readySince = loop.now
        state = .ready
        for match in matches { add(match) }
        for name in names { ask(name) }
        onState?(.ready)
    }

    private func lost(_ code: Int32) {
        watch?.cancel()
        watch = nil
        watched = -1
        timer?.cancel()
        timer = nil
        timerEnd = .max
        if let bus { sd_bus_close_unref(bus) }
        bus = nil
        if let since = readySince, loop.now - since >= Self.lasting { pause = Self.firstPause }
        readySince = nil
        let interrupted = calls.sorted { $0.key < $1.key }.map(\.value)
        calls = [:]
        closed(code)
        for name in names { name.isAsked = false }
        for call in interrupted { call.reply(.failure(.lost)) }
    }

    private func closed(_ code: Int32) {
        retry = loop.after(pause) { [weak self] in self?.open() }
        pause = min(pause * 2, Self.longestPause)
        note(.absent("the bus cannot be reached: \(SystemError("connect", code).reason)"))
    }

    private func note(_ new: State) {
        guard new != state else { return }
        state = new
        onState?(new)
    }

    /// Whether something listens at the address: until then the library watches the folder of the socket.
    private func isListened(_ bus: OpaquePointer) -> Bool {
        var status = stat()
        let descriptor = sd_bus_get_fd(bus)
        return descriptor >= 0 && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
}
