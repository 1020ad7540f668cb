import CLinux
import Glibc

/// A time of the wall clock: seconds and nanoseconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX).
public struct WallTime: Hashable, Comparable, Sendable {
    public var seconds: Int64
    /// 0 to 999,999,999.
    public var nanoseconds: Int32

    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
    }

    /// What CLOCK_REALTIME says now.
    public static var now: WallTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return WallTime(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
    }

    public static func < (left: WallTime, right: WallTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

/// Why the sleep on the wall clock ended.
public enum Wake: Sendable {
    /// The time has come.
    case due
    /// The wall clock was set: by hand, by a time service that stepped it, or (since Linux 5.13)
    /// by waking from suspend. Whatever was planned with the old time wants a new plan.
    case clockSet
}

/// An absolute timer on CLOCK_REALTIME that is cancelled when the clock is set (timerfd_create(2)).
struct WallTimer: ~Copyable {
    private let timer: Descriptor
    private var wanted: WallTime?

    /// The kernel's clock ends in 2262; what is later than this waits in stages.
    private static let farthest: Int64 = 9_000_000_000

    init() throws(SystemError) {
        timer = try Descriptor(
            timerfd_create(CLOCK_REALTIME, Int32(TFD_CLOEXEC | TFD_NONBLOCK)), "timerfd_create")
    }

    var descriptor: Int32 { timer.number }

    /// How long the kernel will wait; zero when the timer is not armed.
    var left: Duration {
        var setting = itimerspec()
        guard timerfd_gettime(timer.number, &setting) == 0 else { return .zero }
        return .seconds(setting.it_value.tv_sec) + .nanoseconds(setting.it_value.tv_nsec)
    }

    /// Arms the timer; without a time it is armed all the same, far away, to hear of a set clock.
    ///
    /// Returns ``Wake/clockSet`` when the clock was set since the timer was last read or armed.
    @discardableResult
    mutating func arm(_ time: WallTime?) throws(SystemError) -> Wake? {
        wanted = time
        var setting = itimerspec()
        setting.it_value = WallTimer.expiry(of: time)
        // TFD_TIMER_ABSTIME and TFD_TIMER_CANCEL_ON_SET
        if timerfd_settime(timer.number, 1 | 2, &setting, nil) == 0 { return nil }
        // The timer is armed even so: the kernel only says what happened before.
        if errno == ECANCELED { return .clockSet }
        throw SystemError.last("timerfd_settime")
    }

    /// A zero expiry would disarm the timer, so times up to the epoch become its first nanosecond.
    static func expiry(of time: WallTime?) -> timespec {
        guard let time else { return timespec(tv_sec: Int(farthest), tv_nsec: 0) }
        if time <= WallTime(seconds: 0) { return timespec(tv_sec: 0, tv_nsec: 1) }
        if time.seconds >= farthest { return timespec(tv_sec: Int(farthest), tv_nsec: 0) }
        return timespec(tv_sec: Int(time.seconds), tv_nsec: Int(time.nanoseconds))
    }

    /// Reads the timer after it became readable, and arms it again.
    mutating func read() -> Wake? {
        var expirations: UInt64 = 0
        let result = Glibc.read(timer.number, &expirations, MemoryLayout<UInt64>.size)
        return settle(readResult: result, code: result < 0 ? errno : 0, now: .now)
    }

    /// What a read of the timer means.
    mutating func settle(readResult: Int, code: Int32, now: WallTime) -> Wake? {
        if readResult < 0 {
            guard code == ECANCELED else { return nil }
            // Armed again for the same time, in case the kernel has dropped it.
            _ = try? arm(wanted)
            return .clockSet
        }
        if let wanted, wanted <= now {
            _ = try? arm(nil)
            return .due
        }
        // A stage of a far time, or a step back between expiry and read.
        return (try? arm(wanted)) ?? nil
    }
}
