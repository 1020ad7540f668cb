import CivilTime

/// Steps that have no calendar to meet but weekdays, one after another until the clock agrees.
extension Pattern {
    /// Step by step, where each is so long that there is no going forth to the next matching time.
    ///
    /// - Parameter first: A step.
    @inline(never)
    func nextLongStep(_ first: Int, shift: Int, limit: Int) -> Int {
        let last = dayOf(min(limit, (Pattern.lastDay + 1) * daySeconds) - 1)
        let (days, ofDay) = stepLength.quotientAndRemainder(dividingBy: daySeconds)
        var day = dayOf(first)
        var time = first - day * daySeconds
        var tries = 0
        while day <= last {
            let found = firstTime(ofWindow: time)
            if found >= 0 {
                let wall = day * daySeconds + found
                if isWeekday(wall) { return wall < limit ? wall : .max }
                // On to the last step before the next of the weekdays.
                let start = day * daySeconds + time
                let steps = (nextWeekdayStart(after: wall) - start) / stepLength - 1
                if steps > 0 {
                    day = dayOf(start + steps * stepLength)
                    time = start + steps * stepLength - day * daySeconds
                }
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
    func nextClockStep(_ first: Int, base: Int, shift: Int, limit: Int) -> Int {
        let (length, window) = (stepLength, stepWindow)
        var start = first
        var tries = 0
        while start < limit {
            let found = nextTimeOnWall(start)
            if found < start + window {
                if isWeekday(found) { return found < limit ? found : .max }
                let weekday = nextWeekdayStart(after: found)
                if weekday < start + window {
                    // A change of offset by half an hour has windows reach from one day into the next.
                    let found = nextTimeOnWall(weekday)
                    if found < start + window { return found < limit ? found : .max }
                }
                start += max(1, (weekday - start) / length) * length
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
    func nextTimeOnWall(_ second: Int) -> Int {
        let midnight = dayOf(second) * daySeconds
        let found = nextTime(second - midnight)
        return found >= 0 ? midnight + found : midnight + daySeconds + Int(firstTime)
    }
}
