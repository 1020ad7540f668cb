import CivilTime

/// Days of the calendar that an interval or steps seldom meet: of each of them it is reckoned whether they do.
extension Pattern {
    /// Steps of which it is reckoned at once when the first of a day comes: shorter ones are gone through as on any
    /// day, and longer ones do not fit into 32 bits.
    static let reckonedLengths = 1800...1 << 30

    // MARK: - An interval of days

    /// The first matching day at `from` or later, or `Int.max`.
    @inline(never)
    func nextScannedDay(_ from: Int) -> Int {
        guard let known else { return .max }
        let (origin, step) = (anchorDay, Int(interval))
        let reciprocal = known.number
        return scan(known, from: from, through: Pattern.lastDay, length: step) { first in
            smallModulo(first - origin, step)
        } check: { day, past in
            // Divisible, as it is found out by multiplication.
            UInt64(past) &* reciprocal < reciprocal ? day : .max
        }
    }

    // MARK: - Steps

    /// The first occurrence from a step on and before `limit`, or `Int.max`.
    ///
    /// - Parameter base: A step, at the beginning of one of the windows that the clock can be divided into.
    @inline(never)
    func nextScannedStep(_ second: Int, base: Int, limit: Int) -> Int {
        guard let known else { return .max }
        let last = dayOf(min(limit, (Pattern.lastDay + 1) * daySeconds) - 1)
        let found: Int
        if Pattern.reckonedLengths.contains(stepLength) {
            // When the first window of the day that may match begins, and when the first step from there on does.
            let opening = Int(firstTime) - Int(firstTime) % stepWindow
            let length = stepLength
            let remainders = Remainders(by: UInt32(truncatingIfNeeded: length), reciprocal: known.number)
            found = scan(known, from: dayOf(second), through: last, length: length, unit: daySeconds) { first in
                floorModulo(first * daySeconds + opening - base, length)
            } check: { day, past in
                let over = Int(remainders.of(past))
                let midnight = day * daySeconds
                let time = timeReckoned(opening + (over == 0 ? 0 : length - over), least: second - midnight)
                return time >= 0 ? midnight + time : .max
            }
        } else {
            found = scan(known, from: dayOf(second), through: last, length: 1) { _ in
                0
            } check: { day, _ in
                timeMet(onDay: day, from: second, base: base)
            }
        }
        return found < limit ? found : .max
    }

    /// The first time of a day, `least` or later, that a step meets, its steps being those from `first` on; -1 for none.
    @inline(__always)
    private func timeReckoned(_ first: Int, least: Int) -> Int {
        var time = first
        while time <= Int(lastTime) {
            let found = firstTime(ofWindow: time)
            if found >= 0, found >= least { return found }
            time += stepLength
        }
        return -1
    }

    /// Whether a step meets the clock on a day, where steps are reckoned.
    func meetsClock(onDay day: Int) -> Bool {
        let opening = Int(firstTime) - Int(firstTime) % stepWindow
        let over = floorModulo(day * daySeconds + opening - stepBase, stepLength)
        return timeReckoned(opening + (over == 0 ? 0 : stepLength - over), least: 0) >= 0
    }

    /// The first matching time of the window that begins at a time of day; -1 for none.
    @inline(__always)
    func firstTime(ofWindow time: Int) -> Int {
        let hour = UInt32(truncatingIfNeeded: time) / 3600
        guard hours &>> hour & 1 == 1 else { return -1 }
        if marks.contains(.listedTimes) {
            let found = nextTime(time)
            return found < time + stepWindow ? found : -1
        }
        if window == 3600 { return time + minutes.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount }
        let ofHour = UInt32(truncatingIfNeeded: time) - hour * 3600
        let minute = ofHour / 60
        guard minutes &>> UInt64(minute) & 1 == 1 else { return -1 }
        if window == 60 { return time + seconds.trailingZeroBitCount }
        return seconds &>> UInt64(ofHour - minute * 60) & 1 == 1 ? time : -1
    }

    // MARK: - Days in order

    /// The first answer that is not `Int.max` to the question about each matching day in order, the interval aside.
    ///
    /// - Parameters:
    ///   - length: What the steps come back after, in units.
    ///   - unit: Units that a day has.
    ///   - phase: How far into a step a first day of four years is.
    ///   - check: Is given a day, and that phase with the units from the first day to this one.
    @inline(__always)
    private func scan(
        _ known: Known, from day: Int, through last: Int, length: Int, unit: Int = 1, phase: (Int) -> Int,
        check: (Int, UInt32) -> Int
    ) -> Int {
        var from = day
        while from <= last {
            let stretch = FourYears.Stretch(holding: from)
            let end = min(stretch.end, last + 1)
            let found =
                known.dayCount > 0
                ? scanList(known, from, stretch, end, length, unit, phase, check)
                : scanBits(known, from, stretch, end, length, unit, phase, check)
            if found < .max { return found }
            from = stretch.end
        }
        return .max
    }

    @inline(__always)
    private func scanList(
        _ known: Known, _ from: Int, _ stretch: FourYears.Stretch, _ end: Int, _ length: Int, _ unit: Int,
        _ phase: (Int) -> Int, _ check: (Int, UInt32) -> Int
    ) -> Int {
        let period = known.daysHaveWeekdays ? FourYears.daysWithWeekdays : FourYears.days
        var first = known.daysHaveWeekdays ? stretch.startWithWeekdays : stretch.start
        let turns = UInt32(truncatingIfNeeded: from - first) / UInt32(truncatingIfNeeded: period)
        first += Int(turns) * period
        var past = phase(first)
        let more = Int(UInt32(truncatingIfNeeded: period * unit) % UInt32(truncatingIfNeeded: length))
        return known.withDays { days in
            var place = 0
            while place < days.count, first + Int(days[place]) < from { place += 1 }
            while first < end {
                while place < days.count {
                    let ahead = Int(days[place])
                    let day = first + ahead
                    if day >= end { return .max }
                    let found = check(day, UInt32(truncatingIfNeeded: past + ahead * unit))
                    if found < .max { return found }
                    place += 1
                }
                place = 0
                first += period
                past += more
                if past >= length { past -= length }
            }
            return .max
        }
    }

    @inline(__always)
    private func scanBits(
        _ known: Known, _ from: Int, _ stretch: FourYears.Stretch, _ end: Int, _ length: Int, _ unit: Int,
        _ phase: (Int) -> Int, _ check: (Int, UInt32) -> Int
    ) -> Int {
        var ahead = stretch.place(of: from)
        var first = from - ahead
        var past = phase(first)
        let more = Int(UInt32(truncatingIfNeeded: FourYears.days * unit) % UInt32(truncatingIfNeeded: length))
        let weeks = FourYears.weeks(plainWeekdays)
        return known.withCalendar { calendar in
            while first < end {
                var word = ahead >> 6
                var weekday = weekdayOf(first + word * 64)
                var mask: UInt64 = ~0 &<< UInt64(truncatingIfNeeded: ahead & 63)
                while word < FourYears.words {
                    var left = calendar[word] & mask & FourYears.weeks(weeks, from: weekday)
                    while left != 0 {
                        let ahead = word * 64 + left.trailingZeroBitCount
                        let day = first + ahead
                        if day >= end { return .max }
                        let found = check(day, UInt32(truncatingIfNeeded: past + ahead * unit))
                        if found < .max { return found }
                        left &= left &- 1
                    }
                    mask = ~0
                    word += 1
                    // 64 days on, the weekday is one further.
                    weekday = weekday == 6 ? 0 : weekday + 1
                }
                ahead = 0
                first += FourYears.days
                past += more
                if past >= length { past -= length }
            }
            return .max
        }
    }
}
