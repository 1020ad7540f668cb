/// Steps that meet a stretch of the clock, such as the hour from 4 to 5, as members of an
/// arithmetic progression that fall into a range.
extension Pattern {
    /// Whether every hour of every day has the same ranges.
    private var isSameEveryHour: Bool { parts.isEmpty && hours == 0xFF_FFFF && minutes != lowBits(60) }

    /// How many ranges of an hour, a day, or of a week where weekdays are said, the clock's parts
    /// leave; nil where they are not ranges of whole windows.
    func rangeCount(_ rare: Rare) -> Int? {
        guard marks.isDisjoint(with: [.listedTimes, .anyTime]), parts.isSubset(of: .weekdays) else { return nil }
        if isSameEveryHour, rare.stepWindow == 1, seconds == lowBits(60) { return minutes.nonzeroBitCount }
        let days = parts.isEmpty ? 1 : weekdays.nonzeroBitCount
        switch rare.stepWindow {
        case 60 where minutes == lowBits(60): return hours.nonzeroBitCount * days
        case 1 where seconds == lowBits(60):
            return minutes == lowBits(60)
                ? hours.nonzeroBitCount * days : hours.nonzeroBitCount * minutes.nonzeroBitCount * days
        default: return nil
        }
    }

    /// The first occurrence from a step on and before `limit`.
    @inline(never)
    func nextRangedStep(_ start: Int, limit: Int, _ rare: Rare) -> Int {
        let window = rare.stepWindow
        let span = (isSameEveryHour ? 3600 : parts.isEmpty ? daySeconds : 7 * daySeconds) / window
        let step = rare.stepLength / window % span
        let day = dayOf(start)
        let place = (start - day * daySeconds + (parts.isEmpty ? 0 : weekdayOf(day) * daySeconds)) / window % span
        let wholeHours = minutes == lowBits(60)
        let length = (wholeHours ? 3600 : 60) / window
        var best = Int.max
        var daysLeft = parts.isEmpty ? 1 : weekdays
        while daysLeft != 0 {
            let midnight = daysLeft.trailingZeroBitCount * daySeconds
            var hoursLeft = isSameEveryHour ? 1 : hours
            while hoursLeft != 0 {
                let hour = midnight + hoursLeft.trailingZeroBitCount * 3600
                var minutesLeft = wholeHours ? 1 : minutes
                while minutesLeft != 0 {
                    let first = (hour + minutesLeft.trailingZeroBitCount * 60) / window
                    let turns = Pattern.turns(from: place, every: step, into: first..<first + length, of: span)
                    if turns >= 0, turns < best { best = turns }
                    minutesLeft &= minutesLeft &- 1
                }
                hoursLeft &= hoursLeft &- 1
            }
            daysLeft &= daysLeft &- 1
        }
        guard best < (limit - start) / rare.stepLength + 1 else { return .max }
        let found = start + best * rare.stepLength
        let time = found - dayOf(found) * daySeconds
        let wall = found - time + nextTime(time)
        return wall < limit ? wall : .max
    }

    /// The least number of steps after which a place lies in a range, modulo `span`; -1 for none.
    @inline(__always)
    static func turns(from place: Int, every step: Int, into range: Range<Int>, of span: Int) -> Int {
        let low = floorModulo(range.lowerBound - place, span)
        let high = low + range.count - 1
        // The range holds the place itself.
        if low == 0 || high >= span { return 0 }
        return leastMultiple(of: step, low, high, modulo: span)
    }

    /// The least n for which `n · step` modulo `span` lies from `low` to `high`; -1 for none.
    ///
    /// As Euclid's algorithm goes: where the first round passes over the range, the number
    /// of rounds is the same question about the remainders.
    private static func leastMultiple(of step: Int, _ low: Int, _ high: Int, modulo span: Int) -> Int {
        if low == 0 { return 0 }
        if step == 0 { return -1 }
        if 2 * step > span { return leastMultiple(of: span - step, span - high, span - low, modulo: span) }
        let first = (low + step - 1) / step
        if first * step <= high { return first }
        let rounds = leastMultiple(of: span % step, floorModulo(-high, step), floorModulo(-low, step), modulo: step)
        return rounds < 0 ? -1 : (low + span * rounds + step - 1) / step
    }
}
