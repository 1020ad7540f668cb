import CivilTime

/// The few days of a calendar that an interval seldom meets, such as a Tuesday 6 October
/// every 50 days.
extension Pattern {
    /// The first wall time at `second` or later and before `limit`, or `Int.max`.
    ///
    /// - Parameters:
    ///   - modulus: The days after which the interval meets a time again.
    ///   - residues: Calls its argument with each time of day, and with a day of
    ///     those on which the interval meets it.
    @inline(__always)
    func nextCycled(
        _ second: Int, limit: Int, modulus: Int, residues: ((Int, Int) -> Void) -> Void
    ) -> Int {
        guard let known else { return .max }
        let weekdays = WeekdaysOfInterval(plainWeekdays, modulus: modulus)
        return withUnsafeTemporaryAllocation(
            of: FewDays.Lanes.self, capacity: FewDays.room(for: known.fewDays.count)
        ) { room in
            let few = FewDays(known.fewDays, modulus: weekdays.modulus, in: room)
            let today = dayOf(second)
            var year = CivilDate(dayNumber: Int32(truncatingIfNeeded: today)).year
            let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
            while year <= Pattern.lastYear {
                // As far as every fourth year is a leap year, or the one year that is not.
                let stretch = Pattern.stretch(around: year)
                let start = CivilDate.dayNumber(year: stretch.lowerBound, month: 1, day: 1)
                let end = CivilDate.dayNumber(year: stretch.upperBound + 1, month: 1, day: 1)
                if start * daySeconds >= bound { return .max }
                var best = min(bound, end * daySeconds)
                let fours = start + max(0, today - start) / FewDays.fourYears * FewDays.fourYears
                let place = few.place(of: fours)
                residues { time, residue in
                    // What is over today comes tomorrow or later.
                    let earliest = today * daySeconds + time < second ? today + 1 : today
                    weekdays.forEachResidue(residue) { day in
                        let found = few.first(
                            from: fours, place: place, residue: day, behind: max(0, earliest - fours))
                        if found < end, found * daySeconds + time < best { best = found * daySeconds + time }
                    }
                }
                if best < bound, best < end * daySeconds { return best }
                year = stretch.upperBound + 1
            }
            return .max
        }
    }

    /// The years around one in which every fourth is a leap year, from one that follows a
    /// leap year, or the year itself where it is a century without a leap day.
    static func stretch(around year: Int) -> ClosedRange<Int> {
        let century = year - floorModulo(year, 100)
        if century % 400 == 0 { return century - 99...century + 99 }
        if year == century { return year...year }
        return century + 1...((century + 100) % 400 == 0 ? century + 199 : century + 99)
    }
}

/// An interval of days and the weekdays that are wanted, as one interval: a day that the interval meets on a Monday
/// comes back after seven times as long.
private struct WeekdaysOfInterval {
    let modulus: Int
    private let mask: UInt8
    private let interval: Int
    /// The inverse of the interval modulo 7; 0 where the interval is whole weeks.
    private let inverse: Int

    init(_ mask: UInt8, modulus: Int) {
        self.mask = mask
        interval = modulus
        inverse = StepCongruence.inverse(of: modulus % 7, modulo: 7)
        self.modulus = mask == 0x7F || modulus % 7 == 0 ? modulus : modulus * 7
    }

    /// Calls `body` with each day, modulo the whole, on which the interval meets a wanted weekday.
    @inline(__always)
    func forEachResidue(_ residue: Int, _ body: (Int) -> Void) {
        let first = floorModulo(residue, interval)
        if mask == 0x7F { return body(first) }
        let weekday = weekdayOf(first)
        if inverse == 0 {
            if mask &>> UInt8(weekday) & 1 == 1 { body(first) }
            return
        }
        var left = mask
        while left != 0 {
            let steps = smallModulo((left.trailingZeroBitCount - weekday + 7) * inverse, 7)
            body(first + steps * interval)
            left &= left &- 1
        }
    }
}
