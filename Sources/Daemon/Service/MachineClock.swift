public import CivilTime
public import Planning
import Systemd
import Glibc

/// The machine's own clock.
public final class MachineClock: WallClock {
    public init() {}

    public func read() -> ClockReading {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let microseconds = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000
        return ClockReading(now: Timestamp(microseconds: microseconds), isSynchronised: Self.isSynchronised)
    }
}
