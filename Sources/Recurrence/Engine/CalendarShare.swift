import CivilTime

/// The matching days of a calendar that repeats after four years, while it is found out how to search them.
struct CalendarShare {
    /// The days of four years, weekdays aside, as bits; see ``FourYears``.
    let days: [UInt64]
    /// How many they are.
    let count: Int
    private let weekdays: UInt8

    /// Nil where the calendar does not repeat, or has nothing but weekdays.
    init?(_ pattern: Pattern) {
        guard !pattern.parts.isSubset(of: .weekdays), pattern.repeatsAfterFourYears else { return nil }
        days = pattern.daysOfFourYears()
        count = days.reduce(0) { $0 + $1.nonzeroBitCount }
        weekdays = pattern.plainWeekdays
        guard count > 0 else { return nil }
    }

    /// Whether a day from 1970-01-01 on matches, as if every fourth year were a leap year.
    func has(_ day: Int) -> Bool {
        // 2001-01-01 was a Monday.
        let ahead = day + 2 * FourYears.daysWithWeekdays - CivilDate.dayNumber(year: 2001, month: 1, day: 1)
        let place = ahead % FourYears.days
        return days[place >> 6] >> UInt64(place & 63) & 1 == 1 && weekdays >> UInt8(ahead % 7) & 1 == 1
    }

    /// Whether some weekdays are left out.
    var hasWeekdays: Bool { weekdays != 0x7F }

    /// The share of weekdays that match.
    var weekdayShare: Double { Double(weekdays.nonzeroBitCount) / 7 }

    /// The share of all days that match.
    var density: Double { Double(count) / Double(FourYears.days) * weekdayShare }

    /// The days of four years in order, weekdays aside.
    var numbers: [Int16] {
        var numbers: [Int16] = []
        numbers.reserveCapacity(count)
        for (place, word) in days.enumerated() {
            var left = word
            while left != 0 {
                numbers.append(Int16(place * 64 + left.trailingZeroBitCount))
                left &= left &- 1
            }
        }
        return numbers
    }

    /// How many days a list of all of them has: of 28 years where weekdays matter.
    var listCount: Int { hasWeekdays ? count * weekdays.nonzeroBitCount : count }

    /// The days of four years in order, or those of 28 years with the right weekdays, from a Monday; nil where that is
    /// more than so many words, or the bits are quicker to go through.
    func list(in words: Int) -> [Int16]? {
        guard (listCount + 3) / 4 <= min(words, FourYears.words) else { return nil }
        guard hasWeekdays else { return numbers }
        let numbers = numbers
        var list: [Int16] = []
        list.reserveCapacity(listCount)
        for turn in 0..<7 {
            let first = turn * FourYears.days
            for number in numbers where weekdays >> UInt8((first + Int(number)) % 7) & 1 == 1 {
                list.append(Int16(first + Int(number)))
            }
        }
        return list
    }

    /// After how many steps of so many days one matches, on the average over all beginnings; infinite where none does.
    func meanWait(every step: Int) -> Double {
        let turns = FourYears.days / greatestCommonDivisor(step, FourYears.days)
        let more = step % FourYears.days
        var (place, gap, first, squares) = (0, 0, -1, 0.0)
        // All that begin at day 0; where others never meet, or later, it says the same for an interval without a
        // divisor in common with four years.
        for turn in 0..<turns {
            gap += 1
            if days[place >> 6] >> UInt64(place & 63) & 1 == 1 {
                if first < 0 { first = turn } else { squares += Double(gap * gap) }
                gap = 0
            }
            place += more
            if place >= FourYears.days { place -= FourYears.days }
        }
        guard first >= 0 else { return .infinity }
        gap += first + 1
        squares += Double(gap * gap)
        return squares / Double(2 * turns) + 0.5
    }
}
