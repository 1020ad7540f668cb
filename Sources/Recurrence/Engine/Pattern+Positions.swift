import CivilTime

/// Positions in the whole set of a year, a month or a week (BYSETPOS): all its
/// matching days times all times of the day.
extension Pattern {
    /// The matching days of a year's months, each worked out when it is first needed.
    private struct YearDays {
        let year: Int
        private var masks = SIMD16<UInt32>(repeating: .max)

        init(year: Int) {
            self.year = year
        }

        /// A month's days; bit 31 is used by none but a first of the month put forward.
        mutating func days(_ pattern: Pattern, _ month: Int) -> UInt64 {
            if masks[month] != .max { return UInt64(masks[month]) }
            var days: UInt64 = 0
            if pattern.months &>> UInt16(month - 1) & 1 == 1 {
                let first = CivilDate.dayNumber(year: year, month: month, day: 1)
                days = pattern.days(year: year, first: first, length: CivilDate.days(inMonth: month, year: year))
            }
            masks[month] = UInt32(truncatingIfNeeded: days)
            return days
        }

        /// The day with so many matching days of the year before it, `Int.max` past the end.
        mutating func day(_ pattern: Pattern, rank: Int) -> Int {
            var left = rank
            for month in 1...12 {
                let here = days(pattern, month)
                let count = here.nonzeroBitCount
                if left < count {
                    return CivilDate.dayNumber(year: year, month: month, day: 1) + bitPlace(here, rank: left)
                }
                left -= count
            }
            return .max
        }

        /// The day with so many matching days of the year after it, `Int.max` before the start.
        mutating func day(_ pattern: Pattern, rankFromEnd: Int) -> Int {
            var left = rankFromEnd
            var month = 12
            while month >= 1 {
                let here = days(pattern, month)
                let count = here.nonzeroBitCount
                if left < count {
                    return CivilDate.dayNumber(year: year, month: month, day: 1)
                        + bitPlace(here, rank: count - 1 - left)
                }
                left -= count
                month -= 1
            }
            return .max
        }
    }

    /// The first occurrence at `second` or later, or `Int.max`.
    func nextPosition(_ second: Int) -> Int {
        let day = dayOf(second)
        if frequency == .monthly { return nextMonthPosition(second, day) }
        // The first of a month can belong to the month before (SKIP=FORWARD).
        var period = periodPlace(marks.contains(.forward) ? day - 1 : day)
        let past = floorModulo(period, Int(interval))
        if past != 0 { period += Int(interval) - past }
        while periodStart(period) <= Pattern.lastDay {
            var best = Int.max
            forEachPosition(period) { found in if found >= second, found < best { best = found } }
            if best < .max { return best }
            period = nextPeriod(period)
        }
        return .max
    }

    /// The last occurrence at `second` or earlier, or `Int.min`.
    func previousPosition(_ second: Int) -> Int {
        var period = periodPlace(dayOf(second))
        period -= floorModulo(period, Int(interval))
        while period >= 0 {
            var best = Int.min
            forEachPosition(period) { found in if found <= second, found > best { best = found } }
            if best > .min { return best }
            period -= Int(interval)
        }
        return .min
    }

    private func nextMonthPosition(_ second: Int, _ day: Int) -> Int {
        guard let rare else { return .max }
        let start = marks.contains(.forward) ? day - 1 : day
        let (year, month, _) = CivilDate(dayNumber: Int32(truncatingIfNeeded: start)).components
        let step = Int(interval)
        var place = year * 12 + month - 1
        if step > 1 {
            let past = floorModulo(place - anchorMonth, step)
            if past != 0 { place += step - past }
        }
        let times = timesOfDay
        let last = Int(lastYear) * 12 + 11
        while place <= last {
            let (year, month) = Pattern.month(place)
            if months &>> UInt16(month - 1) & 1 == 1 {
                let first = CivilDate.dayNumber(year: year, month: month, day: 1)
                let mask = days(year: year, first: first, length: CivilDate.days(inMonth: month, year: year))
                var best = Int.max
                forEachPosition(mask, first, times, rare) { found in
                    if found >= second, found < best { best = found }
                }
                if best < .max { return best }
            }
            place += step
        }
        return .max
    }

    /// The kinds of years whose set has one of the positions; bits as in ``yearTypes``.
    func yearTypesWithPositions() -> UInt16 {
        guard let rare else { return 0 }
        let least = rare.setPositions.map { abs(Int($0)) }.min() ?? 0
        var types: UInt16 = 0
        // As for the months that match: 28 years in a row show all there are.
        for year in 2001...2028 {
            var days = 0
            forEachMonth(of: year) { _, mask in days += mask.nonzeroBitCount }
            guard days * timesOfDay >= least else { continue }
            let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
            types |= 1 << UInt16(weekdayOf(newYear) * 2 + (CivilDate.isLeapYear(year) ? 1 : 0))
        }
        return types
    }

    /// Calls `body` with the wall time at each position of one set of days.
    @inline(__always)
    private func forEachPosition(_ mask: UInt64, _ first: Int, _ times: Int, _ rare: Rare, _ body: (Int) -> Void) {
        let total = mask.nonzeroBitCount * times
        for position in rare.setPositions {
            let rank = position > 0 ? Int(position) - 1 : total + Int(position)
            guard rank >= 0, rank < total else { continue }
            if times == 1 {
                let day = position == -1 ? highestBit(mask) : bitPlace(mask, rank: rank)
                body((first + day) * daySeconds + Int(firstTime))
            } else {
                let (day, time) = rank.quotientAndRemainder(dividingBy: times)
                body((first + bitPlace(mask, rank: day)) * daySeconds + timeOfDay(rank: time))
            }
        }
    }

    /// Calls `body` with the wall time at each position of a period, in no order.
    @inline(__always)
    private func forEachPosition(_ period: Int, _ body: (Int) -> Void) {
        guard let rare else { return }
        let times = timesOfDay
        if frequency != .yearly {
            // One set of bits is all there is.
            let (mask, first) = frequency == .weekly ? week(period) : month(period)
            forEachPosition(mask, first, times, rare, body)
            return
        }
        let year = anchorYear + period
        if parts.contains(.years), !mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1)) {
            return
        }
        var days = YearDays(year: year)
        for position in rare.setPositions {
            let rank = position > 0 ? Int(position) - 1 : -1 - Int(position)
            let (dayRank, time) = times == 1 ? (rank, 0) : rank.quotientAndRemainder(dividingBy: times)
            let day = position > 0 ? days.day(self, rank: dayRank) : days.day(self, rankFromEnd: dayRank)
            guard day < .max else { continue }
            let ofDay = times == 1 ? Int(firstTime) : timeOfDay(rank: position > 0 ? time : times - 1 - time)
            body(day * daySeconds + ofDay)
        }
    }

    /// The wall times at the positions of the period that holds one of them.
    func positionsOfPeriod(holding second: Int) -> Set<Int> {
        var walls: Set<Int> = []
        let period = periodPlace(dayOf(second))
        let back = marks.contains(.forward) && floorModulo(period, Int(interval)) != 0 ? period - 1 : period
        forEachPosition(back) { walls.insert($0) }
        if !walls.contains(second) { forEachPosition(period - 1) { walls.insert($0) } }
        return walls
    }

    /// Periods from the anchor's to the one a day lies in.
    private func periodPlace(_ day: Int) -> Int {
        switch frequency {
        case .weekly:
            return floorDivide(day - anchorWeek, 7)
        case .monthly:
            let (year, month, _) = CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).components
            return year * 12 + month - 1 - anchorMonth
        default:
            return CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).year - anchorYear
        }
    }

    private func periodStart(_ period: Int) -> Int {
        switch frequency {
        case .weekly: return anchorWeek + period * 7
        case .monthly:
            let (year, month) = Pattern.month(anchorMonth + period)
            return year > Int(lastYear) ? .max : CivilDate.dayNumber(year: year, month: month, day: 1)
        default:
            let year = anchorYear + period
            return year > Int(lastYear) ? .max : CivilDate.dayNumber(year: year, month: 1, day: 1)
        }
    }

    /// The next period of the interval; years that cannot match are passed over.
    private func nextPeriod(_ period: Int) -> Int {
        var next = period + Int(interval)
        if frequency == .weekly, parts.contains(.months) {
            // Pass over the weeks of months that have nothing.
            let start = anchorWeek + next * 7
            let month = nextMonthStart(start)
            if month == .max { return Pattern.lastDay }
            if month > start + 6 { next += (month - start) / 7 / Int(interval) * Int(interval) }
            return next
        }
        guard frequency == .yearly, parts.contains(.years) else { return next }
        var year = anchorYear + next
        while year <= Int(lastYear),
            !mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1))
        {
            year += Int(interval)
            next += Int(interval)
        }
        return next
    }

    /// The matching days of a week, and the day of bit 0.
    private func week(_ period: Int) -> (UInt64, Int) {
        let start = anchorWeek + period * 7
        var week = weekdaysOfWeek
        if parts != .weekdays {
            for place in 0..<7 where week >> UInt64(place) & 1 == 1 && !matches(day: start + place) {
                week &= ~(1 << UInt64(place))
            }
        }
        return (week, start)
    }

    /// The matching days of a month, and the day of bit 0.
    @inline(__always)
    private func month(_ period: Int) -> (UInt64, Int) {
        let (year, month) = Pattern.month(anchorMonth + period)
        guard months &>> UInt16(month - 1) & 1 == 1 else { return (0, 0) }
        let first = CivilDate.dayNumber(year: year, month: month, day: 1)
        return (days(year: year, first: first, length: CivilDate.days(inMonth: month, year: year)), first)
    }
}
