/// A date of the Gregorian calendar that exists, as it was written: no zone, no arithmetic.
public struct TOMLDate: Sendable, Hashable {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the month's last day.
    public let day: Int

    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The number of days of a month, which is 1 to 12.
    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

/// A time of day, as it was written.
public struct TOMLTime: Sendable, Hashable {
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 60: RFC 3339 §5.6 can write a leap second.
    public let second: Int
    /// 0 to 999,999,999; further digits are cut off, as TOML asks.
    public let nanosecond: Int

    public init(hour: Int, minute: Int, second: Int, nanosecond: Int = 0) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
    }
}

/// A date and a time of day, without an offset.
public struct TOMLDateTime: Sendable, Hashable {
    public let date: TOMLDate
    public let time: TOMLTime

    public init(date: TOMLDate, time: TOMLTime) {
        self.date = date
        self.time = time
    }
}
