import CivilTime

/// Steps of a fixed length that do not fit into a day's clock: every 90 minutes,
/// every 7 seconds within some hours, and all rules in elapsed time.
///
/// A step opens a window (an hour for HOURLY with BYMINUTE, else a minute or a
/// second); the times in it that match the clock's and the days' parts are
/// occurrences. The search goes back and forth between the next window and the next
/// matching time, each found by arithmetic.
extension Pattern {
    /// Seconds that a unit of the interval has.
    var stepUnit: Int { frequency == .hourly ? 3600 : frequency == .minutely ? 60 : 1 }

    /// Seconds from one step to the next.
    @inline(__always)
    var stepLength: Int { Int(interval) * stepUnit }

    /// How long a step's window is.
    @inline(__always)
    var stepWindow: Int { Int(window) }

    /// Where the first step's window begins, at the anchor or before.
    @inline(__always)
    var stepBase: Int { window == 1 ? anchor : anchor - floorModulo(anchor, stepWindow) }

    /// The first occurrence at `second` or later and before `limit`, or `Int.max`.
    ///
    /// - Parameter shift: Seconds by which the local clock differs from the anchor's
    ///   (elapsed time after a change of offset).
    func nextStep(_ second: Int, shift: Int = 0, limit: Int = (Pattern.lastDay + 1) * daySeconds) -> Int {
        let base = stepBase + shift
        let from = max(second, base)
        guard from < limit else { return .max }
        // The rest of the step that has begun, then whole ones.
        var start = base + floorDivide(from - base, stepLength) * stepLength
        if from > start {
            if from - start < stepWindow {
                let end = start + stepWindow
                var found = nextTimeOnWall(from)
                if found < end, !parts.isEmpty, !matches(day: dayOf(found)) { found = nextTimeOfNextDay(found, before: end) }
                if found < end { return found < limit ? found : .max }
            }
            start += stepLength
        }
        switch meeting {
        case .walking, .kinds: break
        case .streaming:
            if let streams = known?.streams, floorModulo(base, stepWindow) == 0 {
                return nextStreamedStep(start, base: base, limit: limit, streams)
            }
        case .scanning:
            if floorModulo(base, stepWindow) == 0 { return nextScannedStep(start, base: base, limit: limit) }
        case .solving:
            if let known { return nextSolvedStep(start, base: base, limit: limit, known) }
        case .cycling:
            if let congruence = known?.congruence {
                return nextCycledStep(start, base: base, limit: limit, congruence)
            }
        }
        if parts.isSubset(of: .weekdays), Pattern.reckonedLengths.contains(stepLength),
            floorModulo(base, stepWindow) == 0
        {
            return nextLongStep(start, shift: shift, limit: limit)
        }
        return parts.isSubset(of: .weekdays)
            ? nextClockStep(start, base: base, shift: shift, limit: limit)
            : nextDayStep(start, base: base, shift: shift, limit: limit)
    }

    /// The first matching time after `second`'s day, before a window's end; `Int.max` where there is none.
    ///
    /// A change of offset by half an hour has windows of an hour reach from one day into the next.
    @inline(never)
    private func nextTimeOfNextDay(_ second: Int, before end: Int) -> Int {
        let midnight = (dayOf(second) + 1) * daySeconds
        guard midnight < end, matches(day: dayOf(midnight)) else { return .max }
        return nextTimeOnWall(midnight)
    }

    /// Day by day of those that match, back and forth between the next window and the
    /// next matching time.
    @inline(__always)
    private func nextDayStep(_ second: Int, base: Int, shift: Int, limit: Int) -> Int {
        var days = 0
        let today = dayOf(second)
        var (year, month, dayOfMonth) = CivilDate(dayNumber: Int32(truncatingIfNeeded: today)).components
        while year <= Int(lastYear) {
            if !parts.contains(.years)
                || mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1))
            {
                var left = bits(UInt64(months), from: month - 1)
                while left != 0 {
                    let found = left.trailingZeroBitCount + 1
                    let first = CivilDate.dayNumber(year: year, month: found, day: 1)
                    if first * daySeconds >= limit { return .max }
                    var mask = self.days(year: year, first: first, length: CivilDate.days(inMonth: found, year: year))
                    if found == month { mask &= ~lowBits(dayOfMonth - 1) }
                    while mask != 0 {
                        let day = first + mask.trailingZeroBitCount
                        let found = timeMet(onDay: day, from: second, base: base)
                        if found < .max { return found < limit ? found : .max }
                        days += 1
                        if days == 64, !meetsClock(shift: shift) { return .max }
                        mask &= mask &- 1
                    }
                    left &= left &- 1
                }
            }
            (year, month, dayOfMonth) = (year + 1, 1, 1)
        }
        return .max
    }

    /// The first time on a day, at `second` or later, at which a step meets the clock; `Int.max` for none.
    @inline(__always)
    func timeMet(onDay day: Int, from second: Int, base: Int) -> Int {
        let (length, window) = (stepLength, stepWindow)
        let midnight = day * daySeconds
        var time = max(second, midnight + Int(firstTime))
        let last = midnight + Int(lastTime)
        guard time <= last else { return .max }
        let past = floorModulo(time - base, length)
        var end = time - past + window
        if past >= window {
            end += length
            time = end - window
        }
        while time <= last {
            let found = nextTime(time - midnight)
            if found < 0 { return .max }
            let wall = midnight + found
            if wall < end { return wall }
            // On to the window that holds the time, or the first one after it.
            end += (wall - end + length) / length * length
            if wall >= end - window { return wall }
            time = end - window
        }
        return .max
    }

    /// The last occurrence at `second` or earlier and not before `limit`, or `Int.min`.
    func previousStep(_ second: Int, shift: Int = 0, limit: Int = .min) -> Int {
        let base = stepBase + shift
        let (length, window) = (stepLength, stepWindow)
        let least = max(limit, base)
        var time = second
        var tries = 0
        while time >= least {
            tries += 1
            if tries == 24, !meetsClock(shift: shift) { return .min }
            let start = base + floorDivide(time - base, length) * length
            if time - start >= window { time = start + window - 1 }
            let day = dayOf(time)
            if !parts.isEmpty {
                let found = previousYearDay(day)
                if found == .min { return .min }
                if found < day {
                    time = (found + 1) * daySeconds - 1
                    continue
                }
            }
            let ofDay = time - day * daySeconds
            let found = previousTime(ofDay)
            if found == ofDay { return time >= least ? time : .min }
            time = found < 0 ? day * daySeconds - 1 : day * daySeconds + found
            if found >= 0, time >= start { return time >= least ? time : .min }
        }
        return .min
    }
}
