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

/// A time of day that steps meet, and a day on which they do, counted modulo the cycle.
struct MetTime: Hashable, Sendable {
    /// 17 bits of seconds of the day, 15 bits of days.
    private let packed: UInt32

    /// The longest cycle whose days fit.
    static let greatestCycle = 1 << 15

    init(time: Int, day: Int) { packed = UInt32(time) << 15 | UInt32(day) }

    var time: Int { Int(packed >> 15) }
    var day: Int { Int(packed & 0x7FFF) }
}

extension Pattern {
    /// Times of day that a congruence is solved for at once; more are met often enough.
    static let greatestSlotCount = 512

    /// Whether some matching time of day is ever met by a step.
    func meetsClock(shift: Int) -> Bool {
        guard walk == .steps, !marks.contains(.anyTime) else { return true }
        let congruence = StepCongruence(length: stepLength, window: stepWindow)
        guard congruence.common > 1 else { return true }
        var time = nextTime(0)
        while time >= 0 {
            if congruence.slot(time, base: stepBase + shift) % congruence.common == 0 { return true }
            time = time + 1 < daySeconds ? nextTime(time + 1) : -1
        }
        return false
    }

    /// The first occurrence at `second` or later and before `limit`, from the days on which
    /// the steps meet each time of day.
    @inline(never)
    func nextSolvedStep(_ second: Int, base: Int, limit: Int, _ congruence: StepCongruence) -> Int {
        let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
        if parts.isEmpty { return firstMeeting(second, base: base, limit: bound, congruence) { day, _ in day } }
        // Each solution is looked at, in windows that double.
        var from = second
        var window = max(congruence.cycle * 2, 512) * daySeconds
        while from < bound {
            let end = min(bound, from &+ window)
            let best = firstMeeting(from, base: base, limit: end, congruence) { first, last in
                nextSteppedDay(first, every: congruence.cycle, through: last)
            }
            if best < .max { return best }
            from = end
            window = min(window &* 2, bound)
        }
        return .max
    }

    /// The same for a calendar of few days.
    @inline(never)
    func nextCycledStep(_ second: Int, base: Int, limit: Int, _ congruence: StepCongruence) -> Int {
        nextCycled(second, limit: limit, modulus: congruence.cycle) { body in
            forEachMetTime(base: base, congruence, body)
        }
    }

    /// The earliest of all times of day on the day that `choose` takes, of those on which
    /// the steps meet it: from a first one on, no later than a last.
    @inline(__always)
    private func firstMeeting(
        _ second: Int, base: Int, limit: Int, _ congruence: StepCongruence, _ choose: (Int, Int) -> Int
    ) -> Int {
        var best = limit
        let today = dayOf(second)
        forEachMetTime(base: base, congruence) { time, residue in
            // A time that is already over today is met on a later day.
            let earliest = today * daySeconds + time < second ? today + 1 : today
            let first = earliest + congruence.daysOn(residue - earliest)
            guard first * daySeconds + time < best else { return }
            let day = choose(first, dayOf(best - 1 - time))
            if day < .max, day * daySeconds + time < best { best = day * daySeconds + time }
        }
        return best < limit ? best : .max
    }

    /// Calls `body` with the first matching time in each window of the day that steps ever
    /// meet, and a day on which
    /// they do, counted modulo the cycle. What is left of a window that has begun must be asked before.
    @inline(__always)
    func forEachMetTime(base: Int, _ congruence: StepCongruence, _ body: (Int, Int) -> Void) {
        if let known, !known.metTimes.isEmpty, base == stepBase {
            for met in known.metTimes { body(met.time, met.day) }
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
