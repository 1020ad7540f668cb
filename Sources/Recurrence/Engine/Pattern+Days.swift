import CivilTime

/// Which days of a month match: the parts BYMONTHDAY, BYDAY, BYYEARDAY and BYWEEKNO.
extension Pattern {
    /// The lowest bit of each of six weeks.
    private static let weekBits: UInt64 = 0x8_1020_4081

    /// The matching days of a month, bit `d - 1` for day d.
    ///
    /// With RFC 7529's SKIP=FORWARD the bit after the month's last stands for the
    /// first of the next month.
    ///
    /// - Parameters:
    ///   - first: The day number of the month's first.
    ///   - length: The days the month has.
    @inline(__always)
    func days(year: Int, first: Int, length: Int) -> UInt64 {
        let all = lowBits(length)
        var days = all
        if parts.contains(.monthDays) {
            days = UInt64(monthDays) & all | UInt64(monthDaysFromEnd) &>> UInt64(31 - length)
            if UInt64(monthDays) & ~all != 0 {
                if marks.contains(.clamp) { days |= 1 &<< UInt64(length - 1) }
                if marks.contains(.forward) { days |= 1 &<< UInt64(length) }
            }
        }
        if !parts.isDisjoint(with: [.weekdays, .nthWeekdays, .nthInYear]) {
            let weekday = UInt64(weekdayOf(first))
            var matching = (UInt64(weekdays) &* Pattern.weekBits) &>> weekday
            if parts.contains(.nthWeekdays) {
                matching |= rotated(nthFromStart, from: weekday) & all
                let place = UInt64(weekdayOf(first + length))
                matching |= rotated(nthFromEnd, from: place) &>> UInt64(35 - length)
            }
            if parts.contains(.nthInYear) { matching |= nthInYearDays(year: year, first: first, length: length) }
            days &= matching
        }
        if !parts.isDisjoint(with: [.yearDays, .weekNumbers]) {
            days &= yearlyDays(year: year, first: first, length: length)
        }
        return days
    }

    /// Five weeks of weekday bits, turned so that bit 0 is the given weekday's first.
    @inline(__always)
    private func rotated(_ weeks: UInt64, from weekday: UInt64) -> UInt64 {
        let before = (Pattern.weekBits & lowBits(35)) &* lowBits(Int(weekday))
        return (weeks & ~before) &>> weekday | (weeks & before) &<< (7 &- weekday)
    }

    /// What BYYEARDAY and BYWEEKNO leave of a month.
    @inline(never)
    private func yearlyDays(year: Int, first: Int, length: Int) -> UInt64 {
        guard let rare else { return 0 }
        let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
        var days: UInt64 = ~0
        if parts.contains(.yearDays) {
            days = rare.yearDays(from: first - newYear, daysInYear: CivilDate.days(inYear: year))
        }
        if parts.contains(.weekNumbers) {
            days &= weekDays(rare, year: year, newYear: newYear, first: first, length: length)
        }
        return days & lowBits(length)
    }

    /// The day number on which the year's first week begins: the first week with four
    /// days of the year.
    private func firstWeek(newYear: Int) -> Int {
        let intoWeek = (weekdayOf(newYear) - Int(weekStart) + 7) % 7
        return newYear - intoWeek + (intoWeek > 3 ? 7 : 0)
    }

    /// The days of a month whose week number is chosen. A week belongs to the year in
    /// which most of it lies, and keeps its number where it reaches into another.
    private func weekDays(_ rare: Rare, year: Int, newYear: Int, first: Int, length: Int) -> UInt64 {
        let nextNewYear = newYear + CivilDate.days(inYear: year)
        let this = firstWeek(newYear: newYear)
        let next = firstWeek(newYear: nextNewYear)
        var days: UInt64 = 0
        var monday = first - (weekdayOf(first) - Int(weekStart) + 7) % 7
        while monday < first + length {
            let (start, end): (Int, Int)
            if monday < this {
                (start, end) = (firstWeek(newYear: newYear - CivilDate.days(inYear: year - 1)), this)
            } else if monday >= next {
                (start, end) = (next, firstWeek(newYear: nextNewYear + CivilDate.days(inYear: year + 1)))
            } else {
                (start, end) = (this, next)
            }
            let number = (monday - start) / 7 + 1
            let fromEnd = (end - monday) / 7
            if rare.weekNumbers &>> UInt64(number) & 1 == 1 || rare.weekNumbersFromEnd &>> UInt64(fromEnd) & 1 == 1 {
                let place = monday - first
                days |= place < 0 ? 0x7F &>> UInt64(-place) : 0x7F &<< UInt64(place)
            }
            monday += 7
        }
        return days
    }

    /// The days of a month that are chosen by their place among the year's weekdays.
    @inline(never)
    private func nthInYearDays(year: Int, first: Int, length: Int) -> UInt64 {
        guard let rare else { return 0 }
        let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
        let end = newYear + CivilDate.days(inYear: year)
        var days: UInt64 = 0
        rare.forEachNthInYear { place, weekday in
            let day: Int
            if place > 0 {
                day = newYear + (weekday - weekdayOf(newYear) + 7) % 7 + 7 * (place - 1)
            } else {
                day = end - 1 - (weekdayOf(end - 1) - weekday + 7) % 7 + 7 * (place + 1)
            }
            guard day >= max(first, newYear), day < min(first + length, end) else { return }
            days |= 1 << UInt64(day - first)
        }
        return days
    }

    /// Whether a year may have matching days.
    @inline(__always)
    func mayMatch(year: Int, newYear: Int) -> Bool {
        let type = weekdayOf(newYear) * 2 + (CivilDate.isLeapYear(year) ? 1 : 0)
        guard yearTypes &>> UInt16(type) & 1 == 1 else { return false }
        guard let rare, rare.hasYears else { return true }
        return rare.hasYear(year)
    }

    /// Whether a day matches all parts, the interval aside.
    @inline(__always)
    func matches(day: Int) -> Bool {
        let (year, month, dayOfMonth) = CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).components
        guard months &>> UInt16(month - 1) & 1 == 1 else { return false }
        if parts.isSubset(of: [.months, .monthDays, .weekdays]), marks.isDisjoint(with: [.clamp, .forward]) {
            // No need to work out the whole month.
            if parts.contains(.weekdays), weekdays &>> UInt8(weekdayOf(day)) & 1 == 0 { return false }
            guard parts.contains(.monthDays), monthDays &>> UInt32(dayOfMonth - 1) & 1 == 0 else { return true }
            guard monthDaysFromEnd != 0 else { return false }
            return monthDaysFromEnd &>> UInt32(31 - CivilDate.days(inMonth: month, year: year) + dayOfMonth - 1) & 1
                == 1
        }
        return matches(year: year, month: month, dayOfMonth: dayOfMonth, day: day)
    }

    @inline(never)
    private func matches(year: Int, month: Int, dayOfMonth: Int, day: Int) -> Bool {
        let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
        if parts.contains(.yearDays), let rare,
            !rare.hasYearDay(day - newYear, daysInYear: CivilDate.days(inYear: year))
        {
            return false
        }
        if parts.contains(.years), !mayMatch(year: year, newYear: newYear) { return false }
        let length = CivilDate.days(inMonth: month, year: year)
        let days = days(year: year, first: day - dayOfMonth + 1, length: length)
        return days &>> UInt64(dayOfMonth - 1) & 1 == 1
    }
}
