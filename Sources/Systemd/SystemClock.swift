import CLinux
import Glibc
public import Loop

/// What the system knows of the time.
public enum SystemClock {
    /// The wall clock, CLOCK_REALTIME.
    public static var now: WallTime { .now }

    /// Whether the wall clock is kept right by a time service.
    public enum Synchronisation: Sendable {
        case synchronised
        case unsynchronised
        /// The kernel may not be asked here (a sandbox forbids adjtimex(2), as `ProtectClock=` does).
        case unknown
    }

    /// The kernel's word (adjtimex(2), which is only read), or, where that may not be asked,
    /// systemd-timesyncd's mark: it makes a file after its first synchronisation
    /// (systemd-timesyncd.service(8)).
    public static var synchronisation: Synchronisation {
        var state = timex()
        state.modes = 0
        let result = adjtimex(&state)
        return judge(result: result, status: state.status) {
            access("/run/systemd/timesync/synchronized", F_OK) == 0
        }
    }

    static func judge(result: Int32, status: Int32, hasMark: () -> Bool) -> Synchronisation {
        if result < 0 { return hasMark() ? .synchronised : .unknown }
        return result == TIME_ERROR || status & STA_UNSYNC != 0 ? .unsynchronised : .synchronised
    }
}
