import CivilTime

/// The days of four years as bits, for a calendar in which every fourth year is a leap year: it comes back after them.
///
/// Day 0 is the first of a year that follows a leap year.
enum FourYears {
    static let days = 1461
    static let words = (days + 63) / 64
    /// The days after which the weekdays come back too.
    static let daysWithWeekdays = 7 * days

    /// A run of years in which every fourth is a leap year, from one that follows a leap year, or a single year that
    /// is a century without a leap day.
    struct Stretch {
        /// The first day.
        var start: Int
        /// The day after the last.
        var end: Int

        /// The stretch that a day lies in.
        @inline(__always)
        init(holding day: Int) {
            // From 1901-01-01 to 2099-12-31, where most questions lie.
            if day >= -25_202, day < 47_482 {
                (start, end) = (-25_202, 47_482)
            } else {
                self = Stretch(farFrom: day)
            }
        }

        @inline(never)
        private init(farFrom day: Int) {
            let years = Stretch.years(around: CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).year)
            start = CivilDate.dayNumber(year: years.lowerBound, month: 1, day: 1)
            end = CivilDate.dayNumber(year: years.upperBound + 1, month: 1, day: 1)
        }

        /// The same as years.
        static func years(around year: Int) -> ClosedRange<Int> {
            let century = year - floorModulo(year, 100)
            if century % 400 == 0 { return century - 99...century + 99 }
            if year == century { return year...year }
            return century + 1...((century + 100) % 400 == 0 ? century + 199 : century + 99)
        }

        /// Where a day of it lies within the four years.
        @inline(__always)
        func place(of day: Int) -> Int {
            Int(UInt32(truncatingIfNeeded: day - start) % UInt32(truncatingIfNeeded: FourYears.days))
        }

        /// A first day from which 28 years that begin on a Monday lead through the stretch.
        @inline(__always)
        var startWithWeekdays: Int {
            // Four years on, the weekday is five further; three times as many turns undo it.
            start - weekdayOf(start) * 3 % 7 * FourYears.days
        }
    }

    /// The weekdays as bits of 64 days from a Monday.
    @inline(__always)
    static func weeks(_ weekdays: UInt8) -> UInt64 { UInt64(weekdays) &* 0x8102_0408_1020_4081 }

    /// The same from a day that is so many after Monday.
    @inline(__always)
    static func weeks(_ weeks: UInt64, from weekday: Int) -> UInt64 {
        weeks &>> UInt64(truncatingIfNeeded: weekday) | weeks &<< UInt64(truncatingIfNeeded: 63 &- weekday)
    }
}

extension Pattern {
    /// The days of four years that match, weekdays aside, as bits.
    func daysOfFourYears() -> [UInt64] {
        let plain = withoutWeekdays
        let start = CivilDate.dayNumber(year: 2001, month: 1, day: 1)
        var calendar = [UInt64](repeating: 0, count: FourYears.words)
        for year in 2001...2004 {
            plain.forEachMonth(of: year) { first, days in
                let place = first - start
                calendar[place >> 6] |= days &<< UInt64(place & 63)
                if place & 63 > 0, place >> 6 + 1 < FourYears.words {
                    calendar[place >> 6 + 1] |= days &>> UInt64(64 - place & 63)
                }
            }
        }
        return calendar
    }

    /// Whether every four years have the same days, where there is no century without a leap day.
    var repeatsAfterFourYears: Bool {
        parts.isDisjoint(with: [.nthWeekdays, .nthInYear, .weekNumbers]) && !(rare?.hasYears ?? false)
    }
}
