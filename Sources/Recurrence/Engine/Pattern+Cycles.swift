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
        return withUnsafeTemporaryAllocation(of: FewDays.Lanes.self, capacity: FewDays.room(for: known.dayCount)) { room in
            let few = known.withDays { FewDays($0, modulus: weekdays.modulus, in: room) }
            let today = dayOf(second)
            let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
            var from = today
            while from * daySeconds < bound {
                let stretch = FourYears.Stretch(holding: from)
                if max(stretch.start, today) * daySeconds >= bound { return .max }
                var best = min(bound, stretch.end * daySeconds)
                let fours = from - stretch.place(of: from)
                let place = few.place(of: fours)
                residues { time, residue in
                    // What is over today comes tomorrow or later.
                    let earliest = today * daySeconds + time < second ? today + 1 : today
                    weekdays.forEachResidue(residue) { day in
                        let found = few.first(
                            from: fours, place: place, residue: day, behind: max(0, earliest - fours))
                        if found < stretch.end, found * daySeconds + time < best { best = found * daySeconds + time }
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
