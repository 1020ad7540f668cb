import CivilTime
import Loop
public import Planning
import Systemd

/// The machine's own clock.
public final class MachineClock: WallClock {
    public init() {}

    public func read() -> ClockReading {
        let wall = SystemClock.now
        let now = Timestamp(microseconds: wall.seconds * 1_000_000 + Int64(wall.nanoseconds) / 1_000)
        // What cannot be asked is not believed.
        return ClockReading(now: now, isSynchronised: SystemClock.synchronisation == .synchronised)
    }
}
