import CLinux
import CSystemd
import Glibc
public import Loop

/// Tells the service manager how this service is (sd_notify(3)), and never waits for it.
///
/// Nothing is sent, and nothing is wrong, when no manager listens (`NOTIFY_SOCKET` is unset). All
/// texts are put on one line, so that no text can add an assignment of its own.
///
/// sd_notify waits where the manager's socket is full, for as long as the manager reads nothing. So it is called
/// only when there is room; until then the last message of each kind is held back, and goes out as soon as
/// the manager reads on. What is left is the moment between the look and the call, in which another service
/// may take the last place of a manager that has stopped reading.
public final class Notifier {
    private let loop: EpollLoop?
    /// The last message of each kind that found no room, in the order they were said.
    private var held: [(kind: String, text: String)] = []
    /// Asks for room while something is held back.
    private var probe: Int32 = -1
    private var watch: Watch?

    /// - Parameter loop: Where to wait for room; without one, what was held back goes out with the next message.
    public init(on loop: EpollLoop? = nil) { self.loop = loop }

    deinit { stopWaiting() }

    /// `READY=1`: starting, or reloading, is done.
    public func ready(_ status: String? = nil) { send(["READY=1"] + line(for: status)) }

    /// `STATUS=`: what `systemctl status` shows.
    public func status(_ text: String) { send(line(for: text)) }

    /// `WATCHDOG=1`: still alive.
    public func watchdog() { send(["WATCHDOG=1"]) }

    /// `RELOADING=1` with the monotonic time that `Type=notify-reload` wants; ``ready(_:)`` ends it.
    public func reloading(_ status: String? = nil) {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let microseconds = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
        send(["RELOADING=1", "MONOTONIC_USEC=\(microseconds)"] + line(for: status))
    }

    /// `STOPPING=1`: on the way out.
    public func stopping(_ status: String? = nil) { send(["STOPPING=1"] + line(for: status)) }

    private func line(for status: String?) -> [String] {
        status.map { ["STATUS=" + PlainText.line($0)] } ?? []
    }

    private func send(_ assignments: [String]) {
        let kind = assignments.first?.prefix { $0 != "=" } ?? ""
        held.removeAll { $0.kind == kind }
        held.append((String(kind), assignments.joined(separator: "\n")))
        sendHeld()
    }

    private func sendHeld() {
        while let message = held.first, hasRoom() {
            held.removeFirst()
            // What fails here is for the manager to notice; the service goes on.
            _ = sd_notify(0, message.text)
        }
        if held.isEmpty { stopWaiting() } else { waitForRoom() }
    }

    /// Whether the manager's socket takes another message at once. Where it cannot be asked, there is no queue to wait in.
    private func hasRoom() -> Bool {
        if probe < 0 { probe = Notifier.connect() }
        return probe < 0 || linux_has_room(probe) != 0
    }

    private static func connect() -> Int32 {
        guard let name = getenv("NOTIFY_SOCKET") else { return -1 }
        return linux_connect_manager(name)
    }

    private func waitForRoom() {
        guard watch == nil, let loop else { return }
        watch = try? loop.watch(probe, .write) { [weak self] _ in self?.sendHeld() }
    }

    private func stopWaiting() {
        watch?.cancel()
        watch = nil
        if probe >= 0 { close(probe) }
        probe = -1
    }

    /// How often the manager wants to hear ``watchdog()`` at the least (half of that is a good
    /// rhythm), or `nil` when it does not watch this process (sd_watchdog_enabled(3)).
    public static var watchdogInterval: Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }
}
