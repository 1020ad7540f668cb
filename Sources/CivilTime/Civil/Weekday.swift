/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
    case monday = 0
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday

    /// The ISO 8601 number: Monday is 1, Sunday is 7.
    @inlinable public var isoNumber: Int { rawValue + 1 }

    /// Orders by the place in a week that begins on Monday.
    @inlinable
    public static func < (left: Weekday, right: Weekday) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The weekday so many days later, earlier for a negative count.
    @inlinable
    public func advanced(by days: Int) -> Weekday {
        let place = (rawValue + days % 7 + 7) % 7
        return Weekday(rawValue: place) ?? self
    }

    /// Days from this weekday forward to `other`, 0…6.
    @inlinable
    public func days(until other: Weekday) -> Int {
        let distance = other.rawValue - rawValue
        return distance < 0 ? distance + 7 : distance
    }
}
