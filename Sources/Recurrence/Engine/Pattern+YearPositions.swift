import CivilTime

/// Positions in the whole set of a year: for each kind of year it is known which days they are.
extension Pattern {
    /// The first occurrence at `second` or later, or `Int.max`.
    @inline(never)
    func nextYearPosition(_ second: Int, _ known: Known) -> Int {
        let step = Int(interval)
        var year = CivilDate(dayNumber: Int32(truncatingIfNeeded: dayOf(second))).year
        let past = step == 1 ? 0 : floorModulo(year - anchorYear, step)
        if past != 0 { year += step - past }
        let hasYears = rare?.hasYears ?? false
        return known.withDays { days in
            known.withMet { times in
                while year <= Int(lastYear) {
                    let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
                    if !hasYears || mayMatch(year: year, newYear: newYear) {
                        let kind = YearKinds.kind(of: year, newYear: newYear) * times.count
                        var best = Int.max
                        for place in 0..<times.count where days[kind + place] >= 0 {
                            let wall = (newYear + Int(days[kind + place])) * daySeconds + Int(times[place])
                            if wall >= second, wall < best { best = wall }
                        }
                        if best < .max { return best }
                    }
                    year += step
                }
                return .max
            }
        }
    }

    /// The days of the year at each position, for each kind of year, and the times of day at each.
    func knownPositions() -> Known? {
        guard let rare, YearKinds.tellApart(self) else { return nil }
        var draft = Known.Draft()
        let (times, count) = (timesOfDay, rare.setPositions.count)
        guard 2 + (YearKinds.count * count + 3) / 4 + (count + 1) / 2 <= roomForKnown else { return nil }
        draft.days = [Int16](repeating: -1, count: YearKinds.count * count)
        draft.met = [UInt32](repeating: 0, count: count)
        YearKinds.forEachKind { kind, year, newYear in
            forEachPosition(ofYear: year, times, rare) { place, day, time in
                draft.met[place] = UInt32(time)
                if day < .max { draft.days[kind * count + place] = Int16(day - newYear) }
            }
        }
        return Known(draft)
    }

    /// Calls `body` with each of a year's positions in the order of the rule, its day, `Int.max` where the year has
    /// fewer, and its time of day.
    @inline(__always)
    func forEachPosition(ofYear year: Int, _ times: Int, _ rare: Rare, _ body: (Int, Int, Int) -> Void) {
        var days = DaysOfYear(year: year)
        var place = 0
        for position in rare.setPositions {
            let rank = position > 0 ? Int(position) - 1 : -1 - Int(position)
            let (dayRank, time) = times == 1 ? (rank, 0) : rank.quotientAndRemainder(dividingBy: times)
            let day = position > 0 ? days.day(self, rank: dayRank) : days.day(self, rankFromEnd: dayRank)
            let ofDay = times == 1 ? Int(firstTime) : timeOfDay(rank: position > 0 ? time : times - 1 - time)
            body(place, day, ofDay)
            place += 1
        }
    }

    /// The matching days of a year's months, each worked out when it is first needed.
    private struct DaysOfYear {
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
}
