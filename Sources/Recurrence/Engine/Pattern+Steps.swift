/// Steps of a fixed length that do not fit into a day's clock: every 90 minutes,
/// every 7 seconds within some hours, and all rules in elapsed time.
///
/// A step opens a window (an hour for HOURLY with BYMINUTE, else a minute or a
/// second); the times in it that match the clock's and the days' parts are
/// occurrences. The search goes back and forth between the next window and the next
/// matching time, each found by arithmetic.
extension Pattern {
    /// The first occurrence at `second` or later and before `limit`, or `Int.max`.
    ///
    /// - Parameter shift: Seconds by which the local clock differs from the anchor's
    ///   (elapsed time after a change of offset).
    func nextStep(_ second: Int, shift: Int = 0, limit: Int = (Pattern.lastDay + 1) * daySeconds) -> Int {
        guard let rare else { return .max }
        let base = rare.stepBase + shift
        let (length, window) = (rare.stepLength, rare.stepWindow)
        var time = max(second, base)
        var tries = 0
        var seldom = 8
        var matchingDay = Int.min
        while time < limit {
            tries += 1
            if tries == seldom, !marks.contains(.anyTime), let congruence = rare.congruence {
                // Solving costs as much as some tries for each time of day.
                let slots = timesOfDay
                let worth = 8 + (parts.isEmpty ? slots * 2 : slots / 2)
                if worth > tries, slots <= Pattern.greatestSlotCount {
                    seldom = worth
                } else if slots <= Pattern.greatestSlotCount {
                    return nextSeldomStep(time, base: base, limit: limit, rare, congruence)
                }
            }
            if tries == 256, !marks.contains(.anyTime) {
                if !meetsClock(shift: shift) { return .max }
            }
            let place = floorDivide(time - base, length)
            var start = base + place * length
            if time - start >= window {
                start += length
                time = start
            }
            let day = dayOf(time)
            if !parts.isEmpty, day != matchingDay {
                let found = nextYearDay(day)
                if found == .max { return .max }
                matchingDay = found
                if found > day {
                    time = found * daySeconds
                    continue
                }
            }
            let ofDay = time - day * daySeconds
            let found = nextTime(ofDay)
            if found == ofDay { return time < limit ? time : .max }
            time = found < 0 ? (day + 1) * daySeconds : day * daySeconds + found
            if found >= 0, time < start + window { return time < limit ? time : .max }
        }
        return .max
    }

    /// The last occurrence at `second` or earlier and not before `limit`, or `Int.min`.
    func previousStep(_ second: Int, shift: Int = 0, limit: Int = .min) -> Int {
        guard let rare else { return .min }
        let base = rare.stepBase + shift
        let (length, window) = (rare.stepLength, rare.stepWindow)
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
