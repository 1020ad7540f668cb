import CivilTime

/// Steps that meet the clock in streams, each followed from meeting to meeting until the calendar agrees.
extension Pattern {
    /// The first occurrence from a step on and before `limit`.
    @inline(never)
    func nextStreamedStep(_ start: Int, base: Int, limit: Int, _ streams: StepStreams) -> Int {
        withUnsafeTemporaryAllocation(of: StepStreams.Hit.self, capacity: StepStreams.greatestCount) { hits in
            let step = stepLength * Int(streams.cycle)
            return DayTest.asking(self, from: dayOf(start)) { (calendar: inout DayTest) -> Int in
                var count = findFirstHits(from: start, base: base, step: step, streams, hits)
                while count > 0 {
                    var earliest = 0
                    for other in 1..<max(1, count) where hits[other].time < hits[earliest].time { earliest = other }
                    let time = hits[earliest].time
                    guard time < limit else { return .max }
                    let day = dayOf(time)
                    if calendar.matches(day) {
                        let midnight = day * daySeconds
                        let found = midnight + nextTime(time - midnight)
                        return found < limit ? found : .max
                    }
                    let month = parts.contains(.months) ? nextMonthStart(day) : day
                    if month > day {
                        // Nothing before the next month that may match.
                        guard month < .max else { return .max }
                        let past = month * daySeconds - base
                        let steps = (past + stepLength - 1) / stepLength
                        count = findFirstHits(
                            from: base + steps * stepLength, base: base, step: step, streams, hits)
                    } else {
                        streams.advance(&hits[earliest], step: step)
                    }
                }
                return .max
            }
        }
    }

    /// The first meeting of each stream with each range, from a step on.
    ///
    /// - Returns: How many there are.
    private func findFirstHits(
        from start: Int, base: Int, step: Int, _ streams: StepStreams,
        _ hits: UnsafeMutableBufferPointer<StepStreams.Hit>
    ) -> Int {
        let index = (start - base) / stepLength
        let circle = Int(streams.circle)
        let turn = circle == 0 ? 0 : step % circle
        var count = 0
        forEachPlace(of: streams, window: stepWindow) { place in
            guard let first = streams.first(place, base: base, from: index) else { return }
            let time = base + first * stepLength
            guard circle > 0 else {
                hits[count] = StepStreams.Hit(time: time, place: 0)
                count += 1
                return
            }
            let here = floorModulo(time, circle)
            forEachRange(of: streams) { low in
                let turns = Pattern.turns(from: here, every: turn, into: low..<low + Int(streams.range), of: circle)
                guard turns >= 0 else { return }
                let met = time + turns * step
                let into = floorModulo(met - low, circle)
                hits[count] = StepStreams.Hit(time: met, place: Int32(truncatingIfNeeded: into))
                count += 1
            }
        }
        return count
    }

    /// Calls `body` with each place of the wheel that the clock's parts choose.
    @inline(__always)
    private func forEachPlace(of streams: StepStreams, window: Int, _ body: (Int) -> Void) {
        guard streams.wheel > 1 else { return body(0) }
        var minutesLeft = streams.wheel == 60 ? 1 : minutes
        while minutesLeft != 0 {
            let minute = minutesLeft.trailingZeroBitCount * 60
            var secondsLeft = window == 60 ? 1 : seconds
            while secondsLeft != 0 {
                body(minute + secondsLeft.trailingZeroBitCount)
                secondsLeft &= secondsLeft &- 1
            }
            minutesLeft &= minutesLeft &- 1
        }
    }

    /// Calls `body` with the start of each range of the circle.
    @inline(__always)
    private func forEachRange(of streams: StepStreams, _ body: (Int) -> Void) {
        var hoursLeft = streams.circle == 3600 ? 1 : hours
        while hoursLeft != 0 {
            let hour = hoursLeft.trailingZeroBitCount * 3600
            var minutesLeft = streams.range == 3600 ? 1 : minutes
            while minutesLeft != 0 {
                body(hour + minutesLeft.trailingZeroBitCount * 60)
                minutesLeft &= minutesLeft &- 1
            }
            hoursLeft &= hoursLeft &- 1
        }
    }

    /// How many meetings would be followed side by side, at most.
    func meetingCount(of streams: StepStreams, window: Int) -> Int {
        var (places, ranges) = (0, 0)
        forEachPlace(of: streams, window: window) { _ in places += 1 }
        if streams.circle > 0 { forEachRange(of: streams) { _ in ranges += 1 } }
        return places * max(1, ranges)
    }

    // MARK: - Arithmetic progressions into ranges

    /// The least number of steps after which a place lies in a range, modulo `span`; -1 for none.
    @inline(__always)
    static func turns(from place: Int, every step: Int, into range: Range<Int>, of span: Int) -> Int {
        var low = range.lowerBound - place
        if low < 0 { low += span }
        let high = low + range.count - 1
        // The range holds the place itself.
        if low == 0 || high >= span { return 0 }
        let found = leastMultiple(
            of: UInt32(truncatingIfNeeded: step), UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: high),
            modulo: UInt32(truncatingIfNeeded: span))
        return found == .max ? -1 : Int(found)
    }

    /// The least n for which `n · step` modulo `span` lies from `low` to `high`; `UInt32.max` for none.
    ///
    /// As Euclid's algorithm goes: where the first round passes over the range, the number
    /// of rounds is the same question about the remainders.
    private static func leastMultiple(of step: UInt32, _ low: UInt32, _ high: UInt32, modulo span: UInt32) -> UInt32 {
        if low == 0 { return 0 }
        if step == 0 { return .max }
        if 2 * step > span { return leastMultiple(of: span - step, span - high, span - low, modulo: span) }
        let first = (low + step - 1) / step
        if first * step <= high { return first }
        let over = (high % step, low % step)
        let rounds = leastMultiple(
            of: span % step, over.0 == 0 ? 0 : step - over.0, over.1 == 0 ? 0 : step - over.1, modulo: step)
        guard rounds < .max else { return .max }
        return UInt32((UInt64(low) + UInt64(span) * UInt64(rounds) + UInt64(step) - 1) / UInt64(step))
    }
}
