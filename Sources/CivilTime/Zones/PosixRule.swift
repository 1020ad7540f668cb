/// The rule of a POSIX `TZ` string: a standard offset, and perhaps a daylight offset
/// with the days on which the year changes to it and back.
///
/// Source: POSIX.1-2024 Base Definitions §8.3, RFC 9636 §3.3.1.
public struct PosixRule: Hashable, Sendable {
    /// A day of the year.
    public enum Day: Hashable, Sendable {
        /// `Jn`: the nth day, 1…365, where 29 February is never counted.
        case withoutLeapDay(Int)
        /// `n`: the day after n others, 0…365, where 29 February is counted.
        case fromZero(Int)
        /// `Mm.w.d`: the wth weekday of a month; week 5 is the last.
        case inMonth(Int, week: Int, weekday: Weekday)
    }

    /// A change of the clock.
    public struct Change: Hashable, Sendable {
        /// The day.
        public let day: Day
        /// Seconds after that day's midnight on the clock in force before the change,
        /// −601,200…604,799, so also on days before and after.
        public let seconds: Int32
    }

    /// Daylight saving time and its span of the year.
    public struct Daylight: Hashable, Sendable {
        /// Its offset.
        public let offset: Offset
        /// When it begins.
        public let start: Change
        /// When it ends.
        public let end: Change
    }

    /// The offset outside daylight saving time.
    public let standard: Offset
    /// Daylight saving time, where the rule has it.
    public let daylight: Daylight?
}

extension PosixRule.Day {
    /// The day's number in a year, counted from 1970-01-01.
    func dayNumber(in year: Int) -> Int {
        let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
        switch self {
        case .withoutLeapDay(let day):
            return newYear + day - 1 + (day >= 60 && CivilDate.isLeapYear(year) ? 1 : 0)
        case .fromZero(let day):
            return newYear + day
        case .inMonth(let month, let week, let weekday):
            let first = CivilDate.dayNumber(year: year, month: month, day: 1)
            let firstWeekday = CivilDate(dayNumber: Int32(clamping: first)).weekday
            let day = firstWeekday.days(until: weekday) + 7 * (week - 1)
            return first + (day < CivilDate.days(inMonth: month, year: year) ? day : day - 7)
        }
    }
}

extension PosixRule {
    /// The changes of some years in ascending order, each with what holds from it on.
    func changes(in years: ClosedRange<Int>) -> [ZoneChange] {
        guard let daylight else { return [] }
        var all: [ZoneChange] = []
        all.reserveCapacity(2 * years.count)
        for year in years {
            let start = second(of: daylight.start, in: year, standard)
            let end = second(of: daylight.end, in: year, daylight.offset)
            all.append(ZoneChange(second: start, offset: daylight.offset))
            // A span as long as the year is daylight saving time all year.
            guard end - start < Int64(CivilDate.days(inYear: year)) * 86_400 else { continue }
            all.append(ZoneChange(second: end, offset: standard))
        }
        // Where one year's end meets the next one's start, the start stays in force.
        return all.enumerated()
            .sorted { ($0.element.second, $0.offset) < ($1.element.second, $1.offset) }
            .map(\.element)
    }

    private func second(of change: Change, in year: Int, _ before: Offset) -> Int64 {
        Int64(change.day.dayNumber(in: year)) * 86_400 + Int64(change.seconds) - Int64(before.seconds)
    }
}
