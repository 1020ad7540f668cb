import CivilTime

/// A time of day that steps meet, and a day on which they do, counted modulo the cycle.
struct MetTime: Hashable, Sendable {
    /// 17 bits of seconds of the day, 15 bits of days.
    let packed: UInt32

    /// The longest cycle whose days fit.
    static let greatestCycle = 1 << 15

    init(time: Int, day: Int) { packed = UInt32(time) << 15 | UInt32(day) }

    init(packed: UInt32) { self.packed = packed }

    var time: Int { Int(packed >> 15) }
    var day: Int { Int(packed & 0x7FFF) }
}

/// Steps that meet the clock on few days: which days those are is known, or solved for, and the calendar is asked about
/// each.
extension Pattern {
    /// The first occurrence at `second` or later and before `limit`.
    @inline(never)
    func nextSolvedStep(_ second: Int, base: Int, limit: Int, _ known: Known) -> Int {
        if known.metCount > 0, base == stepBase { return nextKnownStep(second, base: base, limit: limit, known) }
        guard let congruence = known.congruence else { return .max }
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
            window = min(window &* 2, Pattern.lastDay * daySeconds)
        }
        return .max
    }

    /// From the days on which steps meet the clock, in their order.
    @inline(__always)
    private func nextKnownStep(_ second: Int, base: Int, limit: Int, _ known: Known) -> Int {
        guard let cycle = known.congruence?.cycle else { return .max }
        let today = dayOf(second)
        let last = dayOf(min(limit, (Pattern.lastDay + 1) * daySeconds) - 1)
        return DayTest.asking(self, from: today) { (calendar: inout DayTest) -> Int in
            if calendar.matches(today) {
                let found = timeMet(onDay: today, from: second, base: base)
                if found < .max { return found < limit ? found : .max }
            }
            return known.withMet { met in
                let from = today + 1
                let place = cycle <= 1 << 24 ? smallModulo(from, cycle) : floorModulo(from, cycle)
                var (low, high) = (0, met.count)
                while low < high {
                    let middle = (low + high) / 2
                    if Int(met[middle]) < place { low = middle + 1 } else { high = middle }
                }
                var start = from - place
                while true {
                    if low == met.count {
                        low = 0
                        start += cycle
                    }
                    let day = start + Int(met[low])
                    guard day <= last else { return .max }
                    if calendar.matches(day) {
                        let found = timeMet(onDay: day, from: day * daySeconds, base: base)
                        return found < limit ? found : .max
                    }
                    low += 1
                }
            }
        }
    }

    /// The same for a calendar of few days.
    @inline(never)
    func nextCycledStep(_ second: Int, base: Int, limit: Int, _ congruence: StepCongruence) -> Int {
        let isKept = base == stepBase && (known?.metCount ?? 0) > 0
        let most = isKept ? known?.metCount ?? 0 : Pattern.greatestSlotCount
        return nextCycled(second, limit: limit, modulus: congruence.cycle, most: most) { body in
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
}
