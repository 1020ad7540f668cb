import CivilTime

/// Steps that meet the clock on a calendar of few days: for each of those days it is reckoned when its first step
/// comes, and the clock is asked about it.
extension Pattern {
    /// Shorter steps meet most days, and longer ones do not fit into 32 bits.
    static let lanedLengths = 1800...1 << 30

    /// The first occurrence from a step on and before `limit`.
    @inline(never)
    func nextLanedStep(_ second: Int, base: Int, limit: Int) -> Int {
        guard let known else { return .max }
        let count = known.fewDays.count
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { ahead in
            // How much further into a step the days begin than the four years do.
            let remainders = Remainders(by: UInt32(truncatingIfNeeded: stepLength))
            for place in 0..<count {
                ahead[place] = remainders.of(
                    UInt32(truncatingIfNeeded: known.fewDays[place]) &* UInt32(truncatingIfNeeded: daySeconds))
            }
            let turn = FewDays.fourYears * daySeconds % stepLength
            let today = dayOf(second)
            let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
            var year = CivilDate(dayNumber: Int32(truncatingIfNeeded: today)).year
            while year <= Pattern.lastYear {
                let stretch = Pattern.stretch(around: year)
                let start = CivilDate.dayNumber(year: stretch.lowerBound, month: 1, day: 1)
                let end = CivilDate.dayNumber(year: stretch.upperBound + 1, month: 1, day: 1)
                var fours = start + max(0, today - start) / FewDays.fourYears * FewDays.fourYears
                var into = floorModulo(fours * daySeconds - base, stepLength)
                while fours < end {
                    guard fours * daySeconds < bound else { return .max }
                    for place in 0..<count {
                        let day = fours + Int(known.fewDays[place])
                        guard day < end else { break }
                        guard day >= today else { continue }
                        let past = into + Int(ahead[place])
                        let found = firstStep(
                            onDay: day, past: past >= stepLength ? past - stepLength : past, from: second)
                        if found < .max { return found < limit ? found : .max }
                    }
                    fours += FewDays.fourYears
                    into += turn
                    if into >= stepLength { into -= stepLength }
                }
                year = stretch.upperBound + 1
            }
            return .max
        }
    }

    /// The first time of a day that a step meets, at `second` or later; `Int.max` for none.
    ///
    /// - Parameter past: Seconds from the last step to the day's midnight.
    @inline(__always)
    private func firstStep(onDay day: Int, past: Int, from second: Int) -> Int {
        var time = past == 0 ? 0 : stepLength - past
        while time <= Int(lastTime) {
            let hour = UInt32(truncatingIfNeeded: time) / 3600
            if hours &>> hour & 1 == 1 {
                let met = nextTime(time)
                if met >= 0, met < time + stepWindow, day * daySeconds + met >= second {
                    // All of the day's times are on one weekday.
                    return plainWeekdays &>> UInt8(weekdayOf(day)) & 1 == 1 ? day * daySeconds + met : .max
                }
            }
            time += stepLength
        }
        return .max
    }
}
