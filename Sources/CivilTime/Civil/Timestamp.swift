/// An instant: POSIX time in microseconds, without leap seconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    /// The instant so many microseconds after the epoch.
    @inlinable
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The instant so many seconds after the epoch, held at the ends of the
    /// representable range (about the years ±292,000).
    @inlinable
    public init(seconds: Int64) {
        microseconds = clampedProduct(seconds, 1_000_000)
    }

    /// Whole seconds since the epoch, rounded down.
    @inlinable
    public var seconds: Int64 { floorDivision(microseconds, by: 1_000_000) }

    /// The instant so many microseconds later, earlier for a negative count; held at
    /// the ends of the representable range.
    @inlinable
    public func adding(microseconds: Int64) -> Timestamp {
        Timestamp(microseconds: clampedSum(self.microseconds, microseconds))
    }

    /// The instant so many seconds later, earlier for a negative count.
    @inlinable
    public func adding(seconds: Int64) -> Timestamp {
        adding(microseconds: clampedProduct(seconds, 1_000_000))
    }

    /// Microseconds from `other` to this instant, negative where `other` is later.
    @inlinable
    public func microseconds(since other: Timestamp) -> Int64 {
        let (difference, overflow) = microseconds.subtractingReportingOverflow(other.microseconds)
        return overflow ? (microseconds < other.microseconds ? .min : .max) : difference
    }

    /// The wall time in UTC.
    @inlinable
    public var utc: CivilDateTime { CivilDateTime(microseconds: microseconds) }

    /// Orders by time.
    @inlinable
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}
