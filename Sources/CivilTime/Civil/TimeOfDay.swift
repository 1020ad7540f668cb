/// A time on the clock, from 00:00 up to the last microsecond before midnight.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Microseconds since midnight, 0 ..< 86,400,000,000.
    public let microseconds: Int64

    /// 00:00.
    public static let midnight = TimeOfDay(unchecked: 0)

    /// The time so many microseconds after midnight, or nil outside a day of 24 hours.
    @inlinable
    public init?(microseconds: Int64) {
        guard microseconds >= 0, microseconds < microsecondsPerDay else { return nil }
        self.microseconds = microseconds
    }

    /// The time with these parts, or nil where one is out of range. There is no
    /// 24:00 and no leap second.
    @inlinable
    public init?(hour: Int, minute: Int, second: Int = 0, microsecond: Int = 0) {
        guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second, 0...999_999 ~= microsecond else { return nil }
        microseconds = Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + Int64(microsecond)
    }

    @inlinable
    init(unchecked microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The hour, 0…23.
    @inlinable public var hour: Int { Int(microseconds / 3_600_000_000) }
    /// The minute, 0…59.
    @inlinable public var minute: Int { Int(microseconds / 60_000_000 % 60) }
    /// The second, 0…59.
    @inlinable public var second: Int { Int(microseconds / 1_000_000 % 60) }
    /// The microsecond of the second, 0…999,999.
    @inlinable public var microsecond: Int { Int(microseconds % 1_000_000) }
    /// Whole seconds since midnight, 0…86,399.
    @inlinable public var secondOfDay: Int { Int(microseconds / 1_000_000) }

    /// Orders from midnight on.
    @inlinable
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.microseconds < right.microseconds
    }
}
