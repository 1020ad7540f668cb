import CLinux
import CSystemd
import Glibc

/// Tells the service manager how this service is (sd_notify(3)).
///
/// Nothing is sent, and nothing is wrong, when no manager listens (`NOTIFY_SOCKET` is unset). All
/// texts are put on one line, so that no text can add an assignment of its own.
public struct Notifier: Sendable {
    public init() {}

    /// Whether a manager listens.
    public var isListenedTo: Bool { getenv("NOTIFY_SOCKET") != nil }

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

    /// `MAINPID=`: which process is the service's.
    public func mainProcess(_ pid: Int32) { send(["MAINPID=\(pid)"]) }

    /// `EXTEND_TIMEOUT_USEC=`: more time for the start, the reload or the stop that is under way.
    public func extendTimeout(by span: Duration) {
        let (seconds, attoseconds) = span.components
        send(["EXTEND_TIMEOUT_USEC=\(max(seconds, 0) * 1_000_000 + attoseconds / 1_000_000_000_000)"])
    }

    private func line(for status: String?) -> [String] {
        status.map { ["STATUS=" + PlainText.line($0)] } ?? []
    }

    private func send(_ assignments: [String]) {
        // What fails here is for the manager to notice; the service goes on.
        _ = sd_notify(0, assignments.joined(separator: "\n"))
    }

    /// How often the manager wants to hear ``watchdog()`` at the least (half of that is a good
    /// rhythm), or `nil` when it does not watch this process (sd_watchdog_enabled(3)).
    public static var watchdogInterval: Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }
}
