public import CivilTime

/// What time it is, and how far to believe it.
public struct ClockReading: Hashable, Sendable {
    public var now: Timestamp
    /// Whether something keeps the machine's clock right (adjtimex(2)).
    public var isSynchronised: Bool

    public init(now: Timestamp, isSynchronised: Bool) {
        self.now = now
        self.isSynchronised = isSynchronised
    }
}

/// Where the present comes from: the machine, or a simulation.
public protocol WallClock: AnyObject {
    func read() -> ClockReading
}
