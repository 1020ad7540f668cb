import CivilTime

/// The next and the previous day of rules that count weeks, and the months that such a search passes over.
extension Pattern {
    /// The day on which the anchor's week begins.
    @inline(__always)
    var anchorWeek: Int {
        let day = anchorDay
        return day - (weekdayOf(day) + 7 - Int(weekStart)) % 7
    }

    /// The weekdays, bit 0 for the day on which weeks begin.
    @inline(__always)
    var weekdaysOfWeek: UInt64 {
        let days = UInt64(weekdays)
        return (days &>> UInt64(weekStart) | days &<< UInt64(7 - weekStart)) & 0x7F
    }

    func nextWeekDay(_ from: Int) -> Int {
        let week = weekdaysOfWeek
        let step = Int(interval) * 7
        let origin = anchorWeek
        var place = floorModulo(from - origin, step)
        var start = from - place
        while start <= Pattern.lastDay {
            if place < 7 {
                var left = bits(week, from: place)
                while left != 0 {
                    let day = start + left.trailingZeroBitCount
                    if parts == .weekdays || matches(day: day) { return day }
                    left &= left &- 1
                }
            }
            place = 0
            start += step
            if parts.contains(.months), start <= Pattern.lastDay {
                // Pass over the months that have nothing.
                let month = nextMonthStart(start)
                if month == .max { return .max }
                if month > start + 6 { start = month - floorModulo(month - origin, step) }
            }
        }
        return .max
    }

    func previousWeekDay(_ from: Int) -> Int {
        let week = weekdaysOfWeek
        let step = Int(interval) * 7
        let origin = anchorWeek
        var place = floorModulo(from - origin, step)
        var start = from - place
        while start >= origin {
            var left = week & lowBits(min(place, 6) + 1)
            while left != 0 {
                let day = start + highestBit(left)
                if parts == .weekdays || matches(day: day) { return day }
                left &= ~(1 &<< UInt64(highestBit(left)))
            }
            place = 6
            start -= step
            if parts.contains(.months), start >= origin {
                let end = previousMonthEnd(start + 6)
                if end < start { start = end - floorModulo(end - origin, step) }
            }
        }
        return .min
    }

    /// The day itself where its month may match, else the first day of the next month
    /// that may.
    func nextMonthStart(_ day: Int) -> Int {
        guard day <= Pattern.lastDay, months != 0 else { return .max }
        let (year, month, _) = CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).components
        let left = bits(UInt64(months), from: month - 1)
        if left != 0 {
            let found = left.trailingZeroBitCount + 1
            return found == month ? day : CivilDate.dayNumber(year: year, month: found, day: 1)
        }
        return CivilDate.dayNumber(year: year + 1, month: months.trailingZeroBitCount + 1, day: 1)
    }

    /// The day itself where its month may match, else the last day of the month before
    /// that may.
    func previousMonthEnd(_ day: Int) -> Int {
        guard months != 0 else { return .min }
        let (year, month, _) = CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).components
        let left = UInt64(months) & lowBits(month)
        if left != 0 {
            let found = highestBit(left) + 1
            return found == month ? day : CivilDate.dayNumber(year: year, month: found + 1, day: 1) - 1
        }
        let found = highestBit(UInt64(months)) + 1
        return found == 12
            ? CivilDate.dayNumber(year: year, month: 1, day: 1) - 1
            : CivilDate.dayNumber(year: year - 1, month: found + 1, day: 1) - 1
    }
}
