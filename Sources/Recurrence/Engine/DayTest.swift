import CivilTime

/// Whether days match, the interval aside, asked about one after another.
struct DayTest {
    private let pattern: Pattern
    private let calendar: UnsafeBufferPointer<UInt64>?
    private let weekdays: UInt8
    private let isPlain: Bool
    private var stretch: FourYears.Stretch

    @inline(__always)
    private init(_ pattern: Pattern, _ calendar: UnsafeBufferPointer<UInt64>?, from day: Int) {
        (self.pattern, self.calendar) = (pattern, calendar)
        weekdays = pattern.plainWeekdays
        isPlain = pattern.parts.isSubset(of: .weekdays)
        stretch = FourYears.Stretch(holding: day)
    }

    /// Calls `body` with the test of a pattern's days, from a day on.
    @inline(__always)
    static func asking<Answer>(_ pattern: Pattern, from day: Int, _ body: (inout DayTest) -> Answer) -> Answer {
        if let known = pattern.known, known.hasCalendar {
            return known.withCalendar { calendar in
                var test = DayTest(pattern, calendar, from: day)
                return body(&test)
            }
        }
        var test = DayTest(pattern, nil, from: day)
        return body(&test)
    }

    /// - Parameter day: That of the last question, or a later one.
    @inline(__always)
    mutating func matches(_ day: Int) -> Bool {
        guard weekdays &>> UInt8(weekdayOf(day)) & 1 == 1 else { return false }
        if isPlain { return true }
        guard let calendar else { return pattern.matches(day: day) }
        if day >= stretch.end { stretch = FourYears.Stretch(holding: day) }
        let place = stretch.place(of: day)
        return calendar[place >> 6] &>> UInt64(place & 63) & 1 == 1
    }
}
