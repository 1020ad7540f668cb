/// A date of the proleptic Gregorian calendar, without a time and without a zone.
///
/// It is stored as the number of days since 1970-01-01, so comparing and adding
/// days cost one instruction, and the year, month and day are worked out when asked.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let dayNumber: Int32

    /// The years ``init(year:month:day:)`` accepts.
    public static let years = -200_000...200_000

    /// The date so many days after 1970-01-01.
    @inlinable
    public init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// The date with these parts, or nil where the calendar has no such day or the
    /// year is outside ``years``. Year 0 is 1 BC.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard CivilDate.years.contains(year), 1...12 ~= month, day >= 1,
            day <= 28 || day <= CivilDate.days(inMonth: month, year: year)
        else { return nil }
        dayNumber = Int32(truncatingIfNeeded: CivilDate.dayNumber(year: year, month: month, day: day))
    }

    /// The year, the month 1…12 and the day 1…31 in one computation.
    ///
    /// Source: Neri and Schneider, "Euclidean affine functions and their application
    /// to calendar algorithms" (2022).
    @inlinable
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = UInt64(bitPattern: Int64(dayNumber) + 719_468 + 146_097 * CivilDate.shiftedCycles)
        let inCenturies = 4 * shifted + 3
        let century = inCenturies / 146_097
        let inYears = (inCenturies % 146_097) | 3
        let product = 2_939_745 * inYears
        let yearOfCentury = product >> 32
        let dayOfYear = (product & 0xFFFF_FFFF) / 2_939_745 / 4
        let inMonths = 2_141 * dayOfYear + 197_913
        let month = inMonths >> 16
        let day = (inMonths & 0xFFFF) / 2_141 + 1
        let year = Int64(100 * century + yearOfCentury) - 400 * CivilDate.shiftedCycles
        return dayOfYear >= 306
            ? (Int(year) + 1, Int(month) - 12, Int(day))
            : (Int(year), Int(month), Int(day))
    }

    /// The year; 0 is 1 BC.
    @inlinable public var year: Int { components.year }
    /// The month, 1…12.
    @inlinable public var month: Int { components.month }
    /// The day of the month, 1…31.
    @inlinable public var day: Int { components.day }

    /// The day of the week.
    @inlinable
    public var weekday: Weekday {
        Weekday(rawValue: Int(floorRemainder(Int64(dayNumber) + 3, by: 7))) ?? .monday
    }

    /// The day of the year, 1…366.
    @inlinable
    public var dayOfYear: Int {
        Int(dayNumber) - CivilDate.dayNumber(year: year, month: 1, day: 1) + 1
    }

    /// Orders by the calendar.
    @inlinable
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }

    /// 400-year cycles added before dividing, so that every `Int32` day number is positive.
    @usableFromInline static let shiftedCycles: Int64 = 15_000
}

extension CivilDate {
    /// Days since 1970-01-01 of a date given in parts, which are not checked: a day
    /// past the month's end counts on into the next month.
    ///
    /// - Parameters:
    ///   - year: Any; 0 is 1 BC.
    ///   - month: 1…12.
    ///   - day: 1 for the month's first.
    @inlinable
    public static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let early = month <= 2
        let shifted = UInt(bitPattern: year + 400 * Int(shiftedCycles) - (early ? 1 : 0))
        let shiftedMonth = UInt(bitPattern: early ? month + 9 : month - 3)
        let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * shiftedMonth + 2) / 5
        return Int(bitPattern: days) + day - 719_469 - 146_097 * Int(shiftedCycles)
    }

    /// Whether the year has a 29 February.
    @inlinable
    public static func isLeapYear(_ year: Int) -> Bool {
        year & 3 == 0 && (year % 100 != 0 || year & 15 == 0)
    }

    /// The number of days in a month, 28…31; 0 for a month outside 1…12.
    @inlinable
    public static func days(inMonth month: Int, year: Int) -> Int {
        guard 1...12 ~= month else { return 0 }
        return month == 2 ? (isLeapYear(year) ? 29 : 28) : 30 | (month ^ (month >> 3))
    }

    /// The number of days in a year, 365 or 366.
    @inlinable
    public static func days(inYear year: Int) -> Int {
        isLeapYear(year) ? 366 : 365
    }

    /// Whether the date's year has a 29 February.
    @inlinable public var isLeapYear: Bool { CivilDate.isLeapYear(year) }

    /// The ISO 8601 week, 1…53, and the year that week belongs to.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 3 - weekday.rawValue)
        return (thursday.year, (thursday.dayOfYear - 1) / 7 + 1)
    }
}
