import CivilTime

/// The few days of a calendar that an interval seldom meets, such as a Tuesday 6 October
/// every 50 days.
extension Pattern {
    /// The first wall time at `second` or later and before `limit`, or `Int.max`.
    ///
    /// - Parameters:
    ///   - modulus: The days after which the interval meets a time again.
    ///   - most: How many times of day there are at most.
    ///   - residues: Calls its argument with each time of day, and with a day of
    ///     those on which the interval meets it.
    @inline(__always)
    func nextCycled(
        _ second: Int, limit: Int, modulus: Int, most: Int, residues: ((Int, Int) -> Void) -> Void
    ) -> Int {
        guard let known else { return .max }
        let weekdays = WeekdaysOfInterval(plainWeekdays, modulus: modulus)
        let step = weekdays.modulus
        let turns = Turns(word: known.number)
        return withUnsafeTemporaryAllocation(of: CycledTime.self, capacity: most * weekdays.count) { times in
            let today = dayOf(second)
            var count = 0
            residues { time, residue in
                // What is over today comes tomorrow or later.
                let earliest = today * daySeconds + time < second ? today + 1 : today
                weekdays.forEachResidue(residue) { day in
                    let ahead =
                        step <= Int(Int32.max) ? smallModulo(day - earliest, step) : floorModulo(day - earliest, step)
                    times[count] = CycledTime(time: time, day: earliest + ahead)
                    count += 1
                }
            }
            let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
            return known.withDays { days in
                firstCycled(
                    from: today, before: bound, every: step, turns, days,
                    UnsafeMutableBufferPointer(rebasing: times[..<count]))
            }
        }
    }

    /// The first of the times, each every so many days, on one of the days.
    @inline(__always)
    private func firstCycled(
        from today: Int, before bound: Int, every step: Int, _ turns: Turns, _ days: UnsafeBufferPointer<Int16>,
        _ times: UnsafeMutableBufferPointer<CycledTime>
    ) -> Int {
        var from = today
        while from * daySeconds < bound {
            // As far as every fourth year is a leap year, or the one year that is not.
            let stretch = FourYears.Stretch(holding: from)
            var best = min(bound, stretch.end * daySeconds)
            for place in 0..<times.count {
                let each = times[place]
                guard each.day < stretch.end else { continue }
                let steps = turns.steps(from: stretch.place(of: each.day), to: days)
                let found = (each.day + steps * step) * daySeconds + each.time
                if steps >= 0, found < best { best = found }
                // On to the first step of the next stretch.
                let left = stretch.end - each.day + step - 1
                times[place].day += left - left % step
            }
            if best < bound, best < stretch.end * daySeconds { return best }
            from = stretch.end
        }
        return .max
    }
}

/// A time of day, and the next day on which the interval meets it.
private struct CycledTime {
    var time: Int
    var day: Int
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

    /// How many days there are, modulo the whole, at most.
    var count: Int { mask == 0x7F ? 1 : max(1, mask.nonzeroBitCount) }

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
