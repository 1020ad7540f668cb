import CivilTime

/// The next and the previous day of rules that count months or years, and of all that go by the months of every year.
extension Pattern {
    func nextMonthDay(_ from: Int) -> Int {
        let start = marks.contains(.forward) ? from - 1 : from
        var (year, month, dayOfMonth) = CivilDate(dayNumber: Int32(truncatingIfNeeded: start)).components
        let step = Int(interval)
        var place = year * 12 + month - 1
        let past = floorModulo(place - anchorMonth, step)
        var earlier = lowBits(dayOfMonth - 1 + from - start)
        if past != 0 {
            earlier = 0
            place += step - past
            (year, month) = Pattern.month(place)
        }
        let live = monthsWithKinds
        while year <= Int(lastYear) {
            if live &>> UInt16(month - 1) & 1 == 1 {
                let first = CivilDate.dayNumber(year: year, month: month, day: 1)
                let length = CivilDate.days(inMonth: month, year: year)
                if hasKindOfMonth(first: first, length: length) {
                    let found = days(year: year, first: first, length: length) & ~earlier
                    if found != 0 { return first + found.trailingZeroBitCount }
                }
            }
            earlier = 0
            place += step
            (year, month) = Pattern.month(place)
        }
        return .max
    }

    func previousMonthDay(_ from: Int) -> Int {
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
        guard place >= 0, place < 1 << 20 else {
            let year = floorDivide(place, 12)
            return (year, place - year * 12 + 1)
        }
        let year = UInt32(truncatingIfNeeded: place) / 12
        return (Int(year), place - Int(year) * 12 + 1)
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
            var left = bits(UInt64(liveMonths(of: year)), from: month - 1)
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
