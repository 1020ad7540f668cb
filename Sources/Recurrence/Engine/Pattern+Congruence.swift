/// Steps that seldom meet the clock's parts, such as every 7 minutes at 03:05: the
/// days on which they do are the solutions of a congruence.
///
/// In units of the step's window, a step is `length` units, a day `perDay`. A time of
/// day whose window begins `slot` units after the base's midnight is met on day D
/// where D · perDay + slot ≡ 0 modulo `length`.
struct StepCongruence: Hashable, Sendable {
    /// Units of a step divided by what it has in common with a day: the days after
    /// which a slot is met again.
    let cycle: Int
    /// What a step and a day have in common; slots that it does not divide are never met.
    let common: Int
    /// The inverse of `perDay / common` modulo `cycle`.
    private let inverse: Int
    private let window: Int

    init(length stepLength: Int, window: Int) {
        self.window = window
        let length = stepLength / window
        let perDay = daySeconds / window
        common = greatestCommonDivisor(length, perDay)
        cycle = length / common
        inverse = StepCongruence.inverse(of: perDay / common % max(cycle, 1), modulo: cycle)
    }

    /// The slot of a time of day.
    @inline(__always)
    func slot(_ time: Int, base: Int) -> Int { floorDivide(time - base, window) }

    /// The first day not before `day` on which the slot is met, nil if it never is.
    @inline(__always)
    func day(_ slot: Int, notBefore day: Int) -> Int? {
        guard slot % common == 0 else { return nil }
        let residue = floorModulo(-(slot / common), cycle)
        let solution: Int
        if cycle <= Int(Int32.max) {
            solution = Int(UInt(residue) &* UInt(inverse) % UInt(cycle))
        } else {
            let product = UInt(residue).multipliedFullWidth(by: UInt(inverse))
            solution = Int(UInt(cycle).dividingFullWidth(product).remainder)
        }
        return day + floorModulo(solution - day, cycle)
    }

    private static func inverse(of number: Int, modulo modulus: Int) -> Int {
        var (remainder, next) = (modulus, number)
        var (factor, nextFactor) = (0, 1)
        while next != 0 {
            let quotient = remainder / next
            (remainder, next) = (next, remainder - quotient * next)
            (factor, nextFactor) = (nextFactor, factor - quotient * nextFactor)
        }
        return modulus == 1 ? 0 : floorModulo(factor, modulus)
    }
}

extension Pattern {
    /// Times of day that a congruence is solved for at once; more are met often enough.
    static let greatestSlotCount = 256

    /// Whether some matching time of day is ever met by a step.
    func meetsClock(shift: Int) -> Bool {
        guard let rare, let congruence = rare.congruence, !marks.contains(.anyTime) else { return true }
        guard congruence.common > 1 else { return true }
        var time = nextTime(0)
        while time >= 0 {
            if congruence.slot(time, base: rare.stepBase + shift) % congruence.common == 0 { return true }
            time = time + 1 < daySeconds ? nextTime(time + 1) : -1
        }
        return false
    }

    /// The first occurrence at `second` or later and before `limit`, found day by day
    /// of the congruence.
    @inline(never)
    func nextSeldomStep(_ second: Int, base: Int, limit: Int, _ rare: Rare, _ congruence: StepCongruence) -> Int {
        if parts.isEmpty || congruence.cycle < 16 {
            return nextSeldomStep(notBefore: second, base: base, limit: limit, congruence)
        }
        // The days are about as rare as those on which the steps meet the clock, or
        // rarer: each solution is looked at, in windows that double.
        let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
        let fixedWeekday = congruence.cycle % 7 == 0
        let mask = plainWeekdays
        var from = second
        var window = congruence.cycle * 4 * daySeconds
        while from < bound {
            let end = min(bound, from + window)
            var best = Int.max
            let today = dayOf(from)
            var time = nextTime(0)
            while time >= 0 {
                let earliest = today * daySeconds + time < from ? today + 1 : today
                if var day = congruence.day(congruence.slot(time, base: base), notBefore: earliest),
                    !fixedWeekday || mask &>> UInt8(weekdayOf(day)) & 1 == 1
                {
                    let last = dayOf(min(end, best) - 1 - time)
                    var weekday = weekdayOf(day)
                    while day <= last {
                        if mask &>> UInt8(weekday) & 1 == 1, matches(day: day) {
                            best = day * daySeconds + time
                            break
                        }
                        day += congruence.cycle
                        weekday = (weekday + congruence.cycle % 7) % 7
                    }
                }
                time = time + 1 < daySeconds ? nextTime(time + 1) : -1
            }
            if best < .max { return best }
            from = end
            window = min(window &* 2, bound)
        }
        return .max
    }

    /// The same, passing over the days between: for steps that meet the clock often.
    private func nextSeldomStep(notBefore second: Int, base: Int, limit: Int, _ congruence: StepCongruence) -> Int {
        var from = second
        while from < limit {
            let today = dayOf(from)
            var best = Int.max
            var time = nextTime(0)
            while time >= 0 {
                // A time that is already over today is met on a later day.
                let earliest = today * daySeconds + time < from ? today + 1 : today
                if let day = congruence.day(congruence.slot(time, base: base), notBefore: earliest) {
                    best = min(best, day * daySeconds + time)
                }
                time = time + 1 < daySeconds ? nextTime(time + 1) : -1
            }
            if best >= limit { return .max }
            if parts.isEmpty { return best }
            let day = dayOf(best)
            let found = nextYearDay(day)
            if found == day { return best }
            if found == .max { return .max }
            from = found * daySeconds
        }
        return .max
    }
}
