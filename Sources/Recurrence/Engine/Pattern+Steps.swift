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
                let found = nextTimeOnWall(from)
                if found < start + stepWindow, parts.isEmpty || matches(day: dayOf(found)) {
                    return found < limit ? found : .max
                }
            }
            start += stepLength
        }
        switch meeting {
        case .walking: break
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
        if parts.isSubset(of: .weekdays), Pattern.reckonedLengths.contains(stepLength), floorModulo(base, stepWindow) == 0 {
            return nextLongStep(start, shift: shift, limit: limit)
        }
        return parts.isSubset(of: .weekdays)
            ? nextClockStep(start, base: base, shift: shift, limit: limit)
            : nextDayStep(start, base: base, shift: shift, limit: limit)
    }

    /// Step by step, where each is so long that there is no going forth to the next matching time.
    ///
    /// - Parameter first: A step.
    @inline(never)
    private func nextLongStep(_ first: Int, shift: Int, limit: Int) -> Int {
        let last = dayOf(min(limit, (Pattern.lastDay + 1) * daySeconds) - 1)
        let (days, ofDay) = stepLength.quotientAndRemainder(dividingBy: daySeconds)
        var day = dayOf(first)
        var time = first - day * daySeconds
        var tries = 0
        while day <= last {
            let found = firstTime(ofWindow: time)
            if found >= 0, isWeekday(day * daySeconds) {
                let wall = day * daySeconds + found
                return wall < limit ? wall : .max
            }
            day += days
            time += ofDay
            if time >= daySeconds {
                time -= daySeconds
                day += 1
            }
            tries += 1
            if tries == 64, !meetsClock(shift: shift) { return .max }
        }
        return .max
    }

    /// Step by step, back and forth between the next window and the next matching time;
    /// after some tries, only the steps that meet the clock's last part.
    ///
    /// - Parameter first: A step.
    @inline(__always)
    private func nextClockStep(_ first: Int, base: Int, shift: Int, limit: Int) -> Int {
        let (length, window) = (stepLength, stepWindow)
        var start = first
        var tries = 0
        while start < limit {
            let found = nextTimeOnWall(start)
            if found < start + window {
                if isWeekday(found) { return found < limit ? found : .max }
                start += max(1, (nextWeekdayStart(after: found) - start) / length) * length
            } else {
                start += (found - start) / length * length
                if found >= start + window { start += length }
            }
            tries += 1
            if tries == 24, !marks.contains(.anyTime) {
                if !meetsClock(shift: shift) { return .max }
                guard !marks.contains(.listedTimes) else { continue }
                if window == 1, seconds != lowBits(60) { return nextFineStep(start, length, 1, seconds, limit) }
                if window == 60, minutes != lowBits(60), floorModulo(base, 60) == 0 {
                    return nextFineStep(start, length, 60, minutes, limit)
                }
            }
        }
        return .max
    }

    /// Whether a time lies on one of the weekdays, where there are any.
    @inline(__always)
    private func isWeekday(_ second: Int) -> Bool {
        parts.isEmpty || weekdays &>> UInt8(weekdayOf(dayOf(second))) & 1 == 1
    }

    /// The start of the first of the weekdays after a time's day.
    @inline(__always)
    private func nextWeekdayStart(after second: Int) -> Int {
        let day = dayOf(second) + 1
        let twoWeeks = UInt64(weekdays) | UInt64(weekdays) &<< 7
        return (day + (twoWeeks &>> UInt64(weekdayOf(day))).trailingZeroBitCount) * daySeconds
    }

    /// Of each sixty steps the same ones meet the second of the minute, or the minute of
    /// the hour: the others are passed over.
    @inline(never)
    private func nextFineStep(_ second: Int, _ length: Int, _ unit: Int, _ wanted: UInt64, _ limit: Int) -> Int {
        var meeting: UInt64 = 0
        let step = length / unit % 60
        var place = floorModulo(floorDivide(second, unit), 60)
        for turn in 0..<60 {
            meeting |= (wanted &>> UInt64(place) & 1) &<< UInt64(turn)
            place += step
            if place >= 60 { place -= 60 }
        }
        guard meeting != 0 else { return .max }
        var start = second
        while start < limit {
            var left = meeting
            var turns = 0
            while left != 0 {
                let time = start + left.trailingZeroBitCount * length
                let ofDay = time - dayOf(time) * daySeconds
                let hour = ofDay / 3600
                if hours &>> UInt32(hour) & 1 == 1, minutes &>> UInt64((ofDay - hour * 3600) / 60) & 1 == 1 {
                    let found = nextTimeOnWall(time)
                    if found < time + unit {
                        if isWeekday(found) { return found < limit ? found : .max }
                        turns = (nextWeekdayStart(after: found) - start) / length
                        if turns >= 60 { break }
                        left &= ~lowBits(turns) & (left &- 1)
                        continue
                    }
                }
                left &= left &- 1
            }
            start += max(1, turns / 60) * 60 * length
        }
        return .max
    }

    /// The first matching time of any day at `second` or later, of no other than the next day.
    @inline(__always)
    private func nextTimeOnWall(_ second: Int) -> Int {
        let midnight = dayOf(second) * daySeconds
        let found = nextTime(second - midnight)
        return found >= 0 ? midnight + found : midnight + daySeconds + Int(firstTime)
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
