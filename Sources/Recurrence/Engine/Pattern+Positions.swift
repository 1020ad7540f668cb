import CivilTime

/// Positions in the whole set of a year, a month or a week (BYSETPOS): all its
/// matching days times all times of the day.
extension Pattern {
    /// A period's matching days.
    private struct DaySet {
        /// For each month or week, its days.
        var masks = SIMD16<UInt64>()
        /// The day number of bit 0 of each.
        var firsts = SIMD16<Int>()
        var length = 0
        var count = 0

        mutating func append(_ mask: UInt64, first: Int) {
            guard mask != 0 else { return }
            masks[length] = mask
            firsts[length] = first
            length += 1
            count += mask.nonzeroBitCount
        }

        /// The day with so many days before it in the set.
        func day(rank: Int) -> Int {
            var left = rank
            for place in 0..<length {
                let here = masks[place].nonzeroBitCount
                if left < here { return firsts[place] + bitPlace(masks[place], rank: left) }
                left -= here
            }
            return .max
        }
    }

    /// The first occurrence at `second` or later, or `Int.max`.
    func nextPosition(_ second: Int) -> Int {
        let day = dayOf(second)
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

    /// Calls `body` with the wall time at each position of a period, in no order.
    @inline(__always)
    private func forEachPosition(_ period: Int, _ body: (Int) -> Void) {
        guard let rare else { return }
        let days = daySet(period)
        let times = timesOfDay
        let total = days.count * times
        for position in rare.setPositions {
            let rank = position > 0 ? Int(position) - 1 : total + Int(position)
            guard rank >= 0, rank < total else { continue }
            if times == 1 {
                body(days.day(rank: rank) * daySeconds + Int(firstTime))
            } else {
                body(days.day(rank: rank / times) * daySeconds + timeOfDay(rank: rank % times))
            }
        }
    }

    /// Periods from the anchor's to the one a day lies in.
    private func periodPlace(_ day: Int) -> Int {
        switch frequency {
        case .weekly:
            return floorDivide(day - weekOrigin, 7)
        case .monthly:
            let (year, month, _) = CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).components
            return year * 12 + month - 1 - anchorMonth
        default:
            return CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).year - anchorYear
        }
    }

    private var weekOrigin: Int {
        let day = anchorDay
        return day - (weekdayOf(day) + 7 - Int(weekStart)) % 7
    }

    private func periodStart(_ period: Int) -> Int {
        switch frequency {
        case .weekly: return weekOrigin + period * 7
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

    private func daySet(_ period: Int) -> DaySet {
        var set = DaySet()
        switch frequency {
        case .weekly:
            let start = weekOrigin + period * 7
            var week = weekdaysOfWeek
            if parts != .weekdays {
                for place in 0..<7 where week >> UInt64(place) & 1 == 1 && !matches(day: start + place) {
                    week &= ~(1 << UInt64(place))
                }
            }
            set.append(week, first: start)
        case .monthly:
            let (year, month) = Pattern.month(anchorMonth + period)
            append(year: year, month: month, to: &set)
        default:
            let year = anchorYear + period
            if parts.contains(.years),
                !mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1))
            {
                break
            }
            for month in 1...12 { append(year: year, month: month, to: &set) }
        }
        return set
    }

    @inline(__always)
    private func append(year: Int, month: Int, to set: inout DaySet) {
        guard months &>> UInt16(month - 1) & 1 == 1 else { return }
        let first = CivilDate.dayNumber(year: year, month: month, day: 1)
        set.append(
            days(year: year, first: first, length: CivilDate.days(inMonth: month, year: year)), first: first)
    }
}
