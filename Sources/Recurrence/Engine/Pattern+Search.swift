/// The next and the previous occurrence on the wall, in whole seconds and in
/// microseconds.
extension Pattern {
    /// The first occurrence at `second` or later, or `Int.max` when there is none
    /// before the year 10000.
    @inline(__always)
    func next(atOrAfter second: Int) -> Int {
        let second = max(second, earliest)
        switch walk {
        case .never: return .max
        case .steps: return nextStep(second)
        case .positions: return nextPosition(second)
        default: break
        }
        let day = dayOf(second)
        var time = second - day * daySeconds
        var from = day
        if time > Int(lastTime) { (from, time) = (day + 1, 0) }
        if from > Pattern.lastDay { return .max }
        let found = nextDay(from)
        if found > Pattern.lastDay { return .max }
        if found > day || time <= Int(firstTime) { return found * daySeconds + Int(firstTime) }
        return found * daySeconds + nextTime(time)
    }

    /// The last occurrence at `second` or earlier, or `Int.min` when there is none.
    @inline(__always)
    func previous(atOrBefore second: Int) -> Int {
        let second = min(second, (Pattern.lastDay + 1) * daySeconds - 1)
        if second < earliest { return .min }
        let found: Int
        switch walk {
        case .never: return .min
        case .steps: found = previousStep(second)
        case .positions: found = previousPosition(second)
        default:
            let day = dayOf(second)
            let time = second - day * daySeconds
            let last = time < Int(firstTime) ? previousDay(day - 1) : previousDay(day)
            if last == .min { return .min }
            found =
                last < day || time >= Int(lastTime)
                ? last * daySeconds + Int(lastTime) : last * daySeconds + previousTime(time)
        }
        return found < earliest ? .min : found
    }

    // MARK: - In microseconds

    /// The first occurrence at `microsecond` or later on the wall, or `Int64.max`.
    @inline(__always)
    func next(atOrAfter microsecond: Int64) -> Int64 {
        if marks.contains(.fractions) { return nextFraction(microsecond) }
        let second = floorDivide(Int(microsecond) + 999_999, 1_000_000)
        let found: Int = next(atOrAfter: second)
        return found == .max ? .max : Int64(found) * 1_000_000
    }

    /// The last occurrence at `microsecond` or earlier on the wall, or `Int64.min`.
    @inline(__always)
    func previous(atOrBefore microsecond: Int64) -> Int64 {
        if marks.contains(.fractions) { return previousFraction(microsecond) }
        let found: Int = previous(atOrBefore: floorDivide(Int(microsecond), 1_000_000))
        return found == .min ? .min : Int64(found) * 1_000_000
    }

    @inline(never)
    private func nextFraction(_ microsecond: Int64) -> Int64 {
        guard let rare else { return .max }
        var second = floorDivide(Int(microsecond), 1_000_000)
        while true {
            let found: Int = next(atOrAfter: second)
            if found == .max { return .max }
            // The whole second's fractions, as microseconds of its minute.
            let minute = Int64(found - floorModulo(found, 60)) * 1_000_000
            let start = Int64(floorModulo(found, 60)) * 1_000_000
            let least = found == second ? max(start, microsecond - minute) : start
            let points = rare.fractions.compactMap { $0.first(atOrAfter: least) }.filter { $0 < start + 1_000_000 }
            if let point = points.min() { return minute + point }
            second = found + 1
        }
    }

    @inline(never)
    private func previousFraction(_ microsecond: Int64) -> Int64 {
        guard let rare else { return .min }
        var second = floorDivide(Int(microsecond), 1_000_000)
        while true {
            let found: Int = previous(atOrBefore: second)
            if found == .min { return .min }
            let minute = Int64(found - floorModulo(found, 60)) * 1_000_000
            let start = Int64(floorModulo(found, 60)) * 1_000_000
            let greatest = found == second ? min(start + 999_999, microsecond - minute) : start + 999_999
            let points = rare.fractions.compactMap { $0.last(atOrBefore: greatest) }.filter { $0 >= start }
            if let point = points.max() { return minute + point }
            second = found - 1
        }
    }
}

extension FractionSpan {
    /// The first point at `least` or later.
    fileprivate func first(atOrAfter least: Int64) -> Int64? {
        let first = Int64(self.first)
        let steps = least <= first ? 0 : (least - first + Int64(step) - 1) / Int64(step)
        let point = first + steps * Int64(step)
        return point <= Int64(last) ? point : nil
    }

    /// The last point at `greatest` or earlier.
    fileprivate func last(atOrBefore greatest: Int64) -> Int64? {
        let bound = min(greatest, Int64(last))
        guard bound >= Int64(first) else { return nil }
        return bound - (bound - Int64(first)) % Int64(step)
    }
}
