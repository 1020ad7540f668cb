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
        let step = weekdays.modulus
        let turns = Turns(word: known.reciprocal)
        return known.withDays { days in
            let today = dayOf(second)
            let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
            var from = today
            while from * daySeconds < bound {
                // As far as every fourth year is a leap year, or the one year that is not.
                let stretch = FourYears.Stretch(holding: from)
                var best = min(bound, stretch.end * daySeconds)
                residues { time, residue in
                    // What is over today comes tomorrow or later.
                    let earliest = today * daySeconds + time < second ? max(from, today + 1) : from
                    weekdays.forEachResidue(residue) { day in
                        let ahead = step <= Int(Int32.max) ? smallModulo(day - earliest, step) : floorModulo(day - earliest, step)
                        let first = earliest + ahead
                        guard first * daySeconds + time < best else { return }
                        let steps = turns.steps(from: stretch.place(of: first), to: days)
                        guard steps >= 0 else { return }
                        let found = (first + steps * step) * daySeconds + time
                        if found < best { best = found }
                    }
                }
                if best < bound, best < stretch.end * daySeconds { return best }
                from = stretch.end
            }
            return .max
        }
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
        let first = smallModulo(residue, interval)
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
