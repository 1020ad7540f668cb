import CivilTime

/// The next and the previous day that matches, interval and all, found period by
/// period.
extension Pattern {
    /// The first matching day at `day` or later, or `Int.max` when there is none.
    @inline(__always)
    func nextDay(_ day: Int) -> Int {
        switch walk {
        case .daily where parts.isEmpty: nextStepDay(day)
        case .weekly: nextWeekDay(day)
        case .monthly: nextMonthDay(day)
        case .daily where meeting != .walking: nextSparseDay(day)
        default: nextYearDay(day)
        }
    }

    /// The last matching day at `day` or earlier, or `Int.min` when there is none from
    /// the anchor on.
    @inline(__always)
    func previousDay(_ day: Int) -> Int {
        switch walk {
        case .daily where parts.isEmpty: previousStepDay(day)
        case .weekly: previousWeekDay(day)
        case .monthly: previousMonthDay(day)
        case .daily where interval >= 32: previousSparseDay(day)
        default: previousYearDay(day)
        }
    }

    /// The day of the anchor, from which intervals of days count.
    @inline(__always)
    var anchorDay: Int { dayOf(anchor) }

    // MARK: - Days at a fixed distance

    @inline(__always)
    private func nextStepDay(_ day: Int) -> Int {
        if interval == 1 { return day }
        let past = floorModulo(day - anchorDay, Int(interval))
        return past == 0 ? day : day + Int(interval) - past
    }

    @inline(__always)
    private func previousStepDay(_ day: Int) -> Int {
        interval == 1 ? day : day - floorModulo(day - anchorDay, Int(interval))
    }

    /// Steps of some days, each looked at, or the days of four years solved for.
    @inline(never)
    private func nextSparseDay(_ from: Int) -> Int {
        if meeting == .cycling {
            let found = nextCycled(from * daySeconds, limit: .max, modulus: Int(interval)) { $0(0, anchorDay) }
            return found == .max ? .max : dayOf(found)
        }
        return nextSteppedDay(nextStepDay(from), every: Int(interval), through: Pattern.lastDay)
    }

    /// The first matching day of those every `step` days from `first` on, `Int.max` past `last`.
    @inline(__always)
    func nextSteppedDay(_ first: Int, every step: Int, through last: Int) -> Int {
        var day = first
        guard day <= last else { return .max }
        let mask = plainWeekdays
        if mask == 0x7F {
            while day <= last {
                if matches(day: day) { return day }
                day += step
            }
            return .max
        }
        var weekday = weekdayOf(day)
        if mask &>> UInt8(weekday) & 1 == 0 {
            let jump = Int(weekdayJumps &>> UInt32(4 * weekday) & 15)
            guard jump > 0 else { return .max }
            day += jump * step
            weekday = weekdayOf(day)
        }
        while day <= last {
            if matches(day: day) { return day }
            let jump = Int(weekdayJumps &>> UInt32(4 * weekday) & 15)
            day += jump * step
            weekday = weekdayOf(day)
        }
        return .max
    }

    private func previousSparseDay(_ from: Int) -> Int {
        var day = previousStepDay(from)
        let first = anchorDay
        let mask = plainWeekdays
        while day >= first {
            if mask &>> UInt8(weekdayOf(day)) & 1 == 1, matches(day: day) { return day }
            day -= Int(interval)
        }
        return .min
    }

    /// The weekdays that a day must be, where nothing else can make it match.
    var plainWeekdays: UInt8 {
        parts.contains(.weekdays) && parts.isDisjoint(with: [.nthWeekdays, .nthInYear]) ? weekdays : 0x7F
    }

    /// The days of a month that the interval reaches, for an interval below 32.
    @inline(__always)
    private func steppedDays(first: Int) -> UInt64 {
        let step = Int(interval)
        let past = floorModulo(first - anchorDay, step)
        var days: UInt64 = 0
        var place = past == 0 ? 0 : step - past
        while place < 32 {
            days |= 1 &<< UInt64(place)
            place += step
        }
        return days
    }

    // MARK: - Weeks

    /// The day on which the anchor's week begins.
    @inline(__always)
    private var anchorWeek: Int {
        let day = anchorDay
        return day - (weekdayOf(day) + 7 - Int(weekStart)) % 7
    }

    /// The weekdays, bit 0 for the day on which weeks begin.
    @inline(__always)
    var weekdaysOfWeek: UInt64 {
        let days = UInt64(weekdays)
        return (days &>> UInt64(weekStart) | days &<< UInt64(7 - weekStart)) & 0x7F
    }

    private func nextWeekDay(_ from: Int) -> Int {
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

    private func previousWeekDay(_ from: Int) -> Int {
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
    private func previousMonthEnd(_ day: Int) -> Int {
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

    // MARK: - Months

    private func nextMonthDay(_ from: Int) -> Int {
        let start = marks.contains(.forward) ? from - 1 : from
        var (year, month, dayOfMonth) = CivilDate(dayNumber: Int32(truncatingIfNeeded: start)).components
        let step = Int(interval)
        let place = year * 12 + month - 1
        let past = floorModulo(place - anchorMonth, step)
        var earlier = lowBits(dayOfMonth - 1 + from - start)
        if past != 0 {
            earlier = 0
            (year, month) = Pattern.month(place + step - past)
        }
        while year <= Int(lastYear) {
            if months &>> UInt16(month - 1) & 1 == 1 {
                let first = CivilDate.dayNumber(year: year, month: month, day: 1)
                let found =
                    days(year: year, first: first, length: CivilDate.days(inMonth: month, year: year)) & ~earlier
                if found != 0 { return first + found.trailingZeroBitCount }
            }
            earlier = 0
            if step < 12 {
                month += step
                if month > 12 { (year, month) = (year + 1, month - 12) }
            } else {
                (year, month) = Pattern.month(year * 12 + month - 1 + step)
            }
        }
        return .max
    }

    private func previousMonthDay(_ from: Int) -> Int {
        var (year, month, dayOfMonth) = CivilDate(dayNumber: Int32(truncatingIfNeeded: from)).components
        let step = Int(interval)
        let place = year * 12 + month - 1
        let origin = anchorMonth
        let past = floorModulo(place - origin, step)
        var reached = lowBits(dayOfMonth)
        if past != 0 {
            reached = ~0
            (year, month) = Pattern.month(place - past)
        }
        while year * 12 + month - 1 >= origin {
            if months &>> UInt16(month - 1) & 1 == 1 {
                let first = CivilDate.dayNumber(year: year, month: month, day: 1)
                let found = days(year: year, first: first, length: CivilDate.days(inMonth: month, year: year)) & reached
                if found != 0 { return first + highestBit(found) }
            }
            reached = ~0
            (year, month) = Pattern.month(year * 12 + month - 1 - step)
        }
        return .min
    }

    /// The anchor's month, counted from year 0.
    var anchorMonth: Int {
        let (year, month, _) = CivilDate(dayNumber: Int32(truncatingIfNeeded: anchorDay)).components
        return year * 12 + month - 1
    }

    /// The anchor's year.
    var anchorYear: Int { CivilDate(dayNumber: Int32(truncatingIfNeeded: anchorDay)).year }

    @inline(__always)
    static func month(_ place: Int) -> (year: Int, month: Int) {
        let year = floorDivide(place, 12)
        return (year, place - year * 12 + 1)
    }

    // MARK: - Years, and days in the months of every year

    /// Also the days that match where the interval counts something else.
    func nextYearDay(_ from: Int) -> Int {
        let start = marks.contains(.forward) ? from - 1 : from
        var (year, month, dayOfMonth) = CivilDate(dayNumber: Int32(truncatingIfNeeded: start)).components
        var earlier = lowBits(dayOfMonth - 1 + from - start)
        let stepped = walk == .daily && interval > 1
        let step = walk == .yearly ? Int(interval) : 1
        if step > 1 {
            let past = floorModulo(year - anchorYear, step)
            if past != 0 { (year, month, earlier) = (year + step - past, 1, 0) }
        }
        while year <= Int(lastYear) {
            if !parts.contains(.years)
                || mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1))
            {
                var left = bits(UInt64(months), from: month - 1)
                if left.trailingZeroBitCount != month - 1 { earlier = 0 }
                while left != 0 {
                    let found = left.trailingZeroBitCount + 1
                    let first = CivilDate.dayNumber(year: year, month: found, day: 1)
                    var days = days(year: year, first: first, length: CivilDate.days(inMonth: found, year: year))
                    if stepped { days &= steppedDays(first: first) }
                    days &= ~earlier
                    if days != 0 { return first + days.trailingZeroBitCount }
                    left &= left &- 1
                    earlier = 0
                }
            }
            (year, month, earlier) = (year + step, 1, 0)
        }
        return .max
    }

    func previousYearDay(_ from: Int) -> Int {
        var (year, month, dayOfMonth) = CivilDate(dayNumber: Int32(truncatingIfNeeded: from)).components
        var reached = lowBits(dayOfMonth)
        let stepped = walk == .daily && interval > 1
        let step = walk == .yearly ? Int(interval) : 1
        // A clock in elapsed time may be a year behind the anchor's.
        let origin = walk == .steps ? anchorYear - 1 : anchorYear
        if step > 1 {
            let past = floorModulo(year - origin, step)
            if past != 0 { (year, month, reached) = (year - past, 12, ~0) }
        }
        while year >= origin {
            if !parts.contains(.years)
                || mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1))
            {
                var left = UInt64(months) & lowBits(month)
                while left != 0 {
                    let found = highestBit(left) + 1
                    let first = CivilDate.dayNumber(year: year, month: found, day: 1)
                    var days = days(year: year, first: first, length: CivilDate.days(inMonth: found, year: year))
                    if stepped { days &= steppedDays(first: first) }
                    if found == month { days &= reached }
                    if days != 0 { return first + highestBit(days) }
                    left &= ~(1 &<< UInt64(found - 1))
                }
            }
            (year, month, reached) = (year - step, 12, ~0)
        }
        return .min
    }
}
