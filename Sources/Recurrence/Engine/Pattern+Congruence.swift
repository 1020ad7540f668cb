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
    let window: Int

    init(length stepLength: Int, window: Int) {
        self.window = window
        let length = stepLength / window
        let perDay = daySeconds / window
        common = greatestCommonDivisor(length, perDay)
        cycle = length / common
        inverse = StepCongruence.inverse(of: perDay / common % max(cycle, 1), modulo: cycle)
    }

    /// The same as three words; see ``Pattern/Known``.
    var words: [UInt64] { [UInt64(cycle), UInt64(inverse), UInt64(common) << 16 | UInt64(window)] }

    @inline(__always)
    init(words: ArraySlice<UInt64>) {
        let first = words.startIndex
        (cycle, inverse) = (Int(words[first]), Int(words[first + 1]))
        (common, window) = (Int(words[first + 2] >> 16), Int(words[first + 2] & 0xFFFF))
    }

    /// The slot of a time of day.
    @inline(__always)
    func slot(_ time: Int, base: Int) -> Int { floorDivide(time - base, window) }

    /// A day on which the slot, which `common` divides, is met: the first from day 0 on.
    @inline(__always)
    func day(_ slot: Int) -> Int {
        let residue = floorModulo(-(slot / common), cycle)
        if cycle <= Int(Int32.max) { return Int(UInt(residue) &* UInt(inverse) % UInt(cycle)) }
        let product = UInt(residue).multipliedFullWidth(by: UInt(inverse))
        return Int(UInt(cycle).dividingFullWidth(product).remainder)
    }

    /// A number of days modulo the cycle.
    @inline(__always)
    func daysOn(_ days: Int) -> Int {
        cycle <= 1 << 24 ? smallModulo(days, cycle) : floorModulo(days, cycle)
    }

    static func inverse(of number: Int, modulo modulus: Int) -> Int {
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
    static let greatestSlotCount = 512

    /// Whether some matching time of a day is ever met by a step; of a weekday, where only some match.
    func meetsClock(shift: Int) -> Bool {
        guard walk == .steps, !marks.contains(.anyTime) else { return true }
        let isWeekly = plainWeekdays != 0x7F
        let common = greatestCommonDivisor(stepLength, isWeekly ? 7 * daySeconds : daySeconds)
        guard common > stepWindow else { return true }
        return (0..<(isWeekly ? 7 : 1)).contains { day in
            (!isWeekly || plainWeekdays >> UInt8(weekdayOf(day)) & 1 == 1)
                && meetsClock(base: stepBase + shift - day * daySeconds, common: common)
        }
    }

    /// The same for windows that begin at `base` and any number of `common` seconds from there.
    private func meetsClock(base: Int, common: Int) -> Bool {
        // By the windows or by the times that match, whichever are fewer.
        if daySeconds / common < timesOfDay {
            var window = floorModulo(base, common) - common
            while window < daySeconds {
                let time = window >= 0 ? nextTime(window) : window + stepWindow > 0 ? nextTime(0) : -1
                if time >= 0, time < window + stepWindow { return true }
                window += common
            }
            return false
        }
        var time = nextTime(0)
        while time >= 0 {
            let past = floorModulo(time - base, common)
            if past < stepWindow { return true }
            let end = time - past % stepWindow + stepWindow
            time = end < daySeconds ? nextTime(end) : -1
        }
        return false
    }

    /// Calls `body` with the first matching time in each window of the day that steps ever
    /// meet, and a day on which
    /// they do, counted modulo the cycle. What is left of a window that has begun must be asked before.
    @inline(__always)
    func forEachMetTime(base: Int, _ congruence: StepCongruence, _ body: (Int, Int) -> Void) {
        if meeting == .cycling, let known, known.metCount > 0, base == stepBase {
            known.withMet { times in
                for packed in times {
                    let met = MetTime(packed: packed)
                    body(met.time, met.day)
                }
            }
            return
        }
        forEachWindow(base: base, congruence) { time, slot in
            if slot % congruence.common == 0 { body(time, congruence.day(slot)) }
        }
    }

    /// Calls `body` with the first matching time in each window of the day, and its slot.
    @inline(__always)
    func forEachWindow(base: Int, _ congruence: StepCongruence, _ body: (Int, Int) -> Void) {
        var time = nextTime(0)
        while time >= 0 {
            let slot = congruence.slot(time, base: base)
            body(time, slot)
            let end = base + (slot + 1) * stepWindow
            time = end < daySeconds ? nextTime(end) : -1
        }
    }
}
