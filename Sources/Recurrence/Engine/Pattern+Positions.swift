import CivilTime

/// Positions in the whole set of a year, a month or a week (BYSETPOS): all its
/// matching days times all times of the day.
extension Pattern {
    /// The first occurrence at `second` or later, or `Int.max`.
    func nextPosition(_ second: Int) -> Int {
        let day = dayOf(second)
        if frequency == .monthly { return nextMonthPosition(second, day) }
        if meeting == .kinds, let known { return nextYearPosition(second, known) }
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
        let live = monthsWithKinds
        while place <= last {
            let (year, month) = Pattern.month(place)
            if live &>> UInt16(month - 1) & 1 == 1 {
                let first = CivilDate.dayNumber(year: year, month: month, day: 1)
                let length = CivilDate.days(inMonth: month, year: year)
                if hasKindOfMonth(first: first, length: length) {
                    let mask = days(year: year, first: first, length: length)
                    var best = Int.max
                    forEachPosition(mask, first, times, rare) { found in
                        if found >= second, found < best { best = found }
                    }
                    if best < .max { return best }
                }
            }
            place += step
        }
        return .max
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
        forEachPosition(ofYear: year, times, rare) { _, day, time in
            if day < .max { body(day * daySeconds + time) }
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
