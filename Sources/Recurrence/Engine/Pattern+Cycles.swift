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
        return withUnsafeTemporaryAllocation(of: FewDays.Lanes.self, capacity: FewDays.room(for: known.dayCount)) { room in
            let few = known.withDays { FewDays($0, modulus: weekdays.modulus, in: room) }
            return withUnsafeTemporaryAllocation(of: CycledTime.self, capacity: most * weekdays.count) { times in
                var count = 0
                residues { time, residue in
                    weekdays.forEachResidue(residue) { day in
                        times[count] = CycledTime(time: time, day: day, turn: few.turn(of: day))
                        count += 1
                    }
                }
                return firstCycled(second, limit: limit, few, UnsafeMutableBufferPointer(rebasing: times[..<count]))
            }
        }
    }

    /// The first of the times on one of the days, stretch by stretch of years.
    private func firstCycled(
        _ second: Int, limit: Int, _ few: FewDays, _ times: UnsafeMutableBufferPointer<CycledTime>
    ) -> Int {
        let today = dayOf(second)
        let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
        var from = today
        while from * daySeconds < bound {
            let stretch = FourYears.Stretch(holding: from)
            var best = min(bound, stretch.end * daySeconds)
            let fours = from - stretch.place(of: from)
            let place = few.place(of: fours)
            let turn = few.turn(of: place)
            for each in times {
                // What is over today comes tomorrow or later.
                let earliest = today * daySeconds + each.time < second ? today + 1 : today
                let found = few.first(
                    from: fours, place: (place, turn), residue: (each.day, each.turn), behind: max(0, earliest - fours))
                if found < stretch.end, found * daySeconds + each.time < best {
                    best = found * daySeconds + each.time
                }
            }
            if best < bound, best < stretch.end * daySeconds { return best }
            from = stretch.end
        }
        return .max
    }
}

/// A time of day, and a day of those on which the interval meets it, modulo the interval, with its turn.
private struct CycledTime {
    var time: Int
    var day: Int
    var turn: Int
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
