/// A date and a time as they stand on a wall, without a zone.
///
/// A ``Zone`` turns it into a ``Timestamp``, and says where there is none or two.
public struct CivilDateTime: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00 on the same wall, 24 hours a day.
    public let microseconds: Int64

    /// The wall time so many microseconds after 1970-01-01T00:00.
    @inlinable
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The wall time so many seconds after 1970-01-01T00:00, held at the ends of the
    /// representable range (about the years ±292,000).
    @inlinable
    public init(seconds: Int64) {
        microseconds = clampedProduct(seconds, 1_000_000)
    }

    /// The wall time of a date and a time of day.
    @inlinable
    public init(_ date: CivilDate, _ time: TimeOfDay = .midnight) {
        microseconds = clampedSum(
            clampedProduct(Int64(date.dayNumber), microsecondsPerDay), time.microseconds)
    }

    /// The wall time with these parts, or nil where there is no such day or time.
    @inlinable
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard let date = CivilDate(year: year, month: month, day: day),
            let time = TimeOfDay(hour: hour, minute: minute, second: second)
        else { return nil }
        self.init(date, time)
    }

    /// The date.
    @inlinable
    public var date: CivilDate {
        CivilDate(dayNumber: Int32(truncatingIfNeeded: floorDivision(microseconds, by: microsecondsPerDay)))
    }

    /// The time of day.
    @inlinable
    public var time: TimeOfDay {
        TimeOfDay(unchecked: floorRemainder(microseconds, by: microsecondsPerDay))
    }

    /// Whole seconds since 1970-01-01T00:00 on the same wall, rounded down.
    @inlinable
    public var seconds: Int64 { floorDivision(microseconds, by: 1_000_000) }

    /// The wall time so many microseconds later, on a wall that never changes its
    /// clock; held at the ends of the representable range.
    @inlinable
    public func adding(microseconds: Int64) -> CivilDateTime {
        CivilDateTime(microseconds: clampedSum(self.microseconds, microseconds))
    }

    /// The same time of day so many days later; held at the ends of the
    /// representable range.
    @inlinable
    public func adding(days: Int) -> CivilDateTime {
        adding(microseconds: clampedProduct(Int64(days), microsecondsPerDay))
    }

    /// Orders as the wall does, without a zone.
    @inlinable
    public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
        left.microseconds < right.microseconds
    }
}
