import CivilTime

/// The end of COUNT in a zone, found by counting: on the wall by days and phases, less
/// what a zone's gaps take away, and in elapsed time offset by offset.
extension Pattern {
    /// The instant of the last occurrence that COUNT allows; the greatest there is
    /// where the rule ends before.
    func end(in zone: Zone, _ policies: Policies) -> Int64 {
        guard count > 0 else { return .max - 1 }
        var clock = Clock(zone, policies)
        var left = Int(count)
        var last = Pattern.leastInstant
        // Few are gone through at once.
        goThrough(&left, after: &last, enough: Pattern.fewOccurrences, &clock)
        if left == 0 || last == .max { return min(last, .max - 1) }
        if marks.contains(.fractions) {
            goThrough(&left, after: &last, &clock)
            return min(last, .max - 1)
        }
        var counts = Counts()
        if marks.contains(.elapsed) {
            countElapsed(&left, after: &last, &clock, &counts)
        } else {
            countWall(&left, after: &last, &clock, &counts)
        }
        return min(last, .max - 1)
    }

    /// As many occurrences as are simply gone through.
    private static let fewOccurrences = 2000
    /// The length of time that is simply gone through.
    private static let fewSeconds = 7200

    /// The first second of the year 10000 on the wall.
    private static var endOfTime: Int { (Pattern.lastDay + 1) * daySeconds }

    // MARK: - Spans of one offset

    private func countElapsed(
        _ left: inout Int, after last: inout Int64, _ clock: inout Clock, _ counts: inout Counts
    ) {
        let start = Int(clock.instant(of: Int64(anchor) * 1_000_000)) / 1_000_000
        var second = floorDivide(Int(last), 1_000_000) + 1
        while second < Pattern.endOfTime {
            let span = clock.span(at: second)
            let offset = Int(span.offset)
            let shift = offset - (anchor - start)
            let end = min(Int(span.end), Pattern.endOfTime)
            let here = countWalls(second + offset..<end + offset, shift: shift, enough: left, &counts)
            if here >= left {
                narrow(&left, after: &last, second + offset..<end + offset, offset: offset, shift: shift, &counts)
                goThrough(&left, after: &last, &clock)
                return
            }
            left -= here
            second = end
        }
        last = .max
    }

    /// From one change of the clock to the next. A wall time has one instant, except in a
    /// gap, so that walls are counted and what the gap takes away is subtracted.
    private func countWall(
        _ left: inout Int, after last: inout Int64, _ clock: inout Clock, _ counts: inout Counts
    ) {
        while true {
            // Out of what a change of the clock has mixed.
            var second = floorDivide(Int(last), 1_000_000)
            var span = clock.span(at: second)
            let settled = Int(span.start) + abs(Int(span.offset) - Int(span.before))
            if second < settled {
                goThrough(&left, after: &last, until: settled, &clock)
                if left == 0 || last == .max { return }
                continue
            }
            var from = second + 1 + Int(span.offset)
            while true {
                let offset = Int(span.offset)
                let jump = abs(Int(span.after) - offset)
                let isLast = Int(span.end) >= Pattern.endOfTime
                let change = isLast ? Pattern.endOfTime : Int(span.end) + min(offset, Int(span.after))
                // The first wall time that has nothing to do with the change.
                let settled = isLast ? change : Int(span.end) + max(offset, Int(span.after)) + jump
                let next = isLast ? span : clock.span(at: Int(span.end))
                if !isLast, Int(next.end) + min(Int(next.offset), Int(next.after)) < settled {
                    // Another change follows at once.
                    narrow(&left, after: &last, from..<max(from, change), offset: offset, shift: 0, &counts)
                    goThrough(&left, after: &last, until: Int(next.end) + jump, &clock)
                    if left == 0 || last == .max { return }
                    break
                }
                let bound = max(from, settled)
                var here = countWalls(from..<bound, shift: 0, enough: left + 2 * jump, &counts)
                if Int(span.after) > offset, !isLast {
                    here -= lost(from: max(from, change), to: change + jump, jump: jump, clock.policies.gap, &counts)
                }
                if here >= left {
                    narrow(&left, after: &last, from..<max(from, change), offset: offset, shift: 0, &counts)
                    goThrough(&left, after: &last, &clock)
                    return
                }
                if isLast {
                    last = .max
                    return
                }
                left -= here
                from = bound
                second = from - Int(next.offset)
                last = Int64(second) * 1_000_000 - 1
                span = next
            }
        }
    }

    /// How many members of a gap have no instant of their own: all where they are skipped;
    /// those that fall onto a later member where they are shifted.
    private func lost(from first: Int, to end: Int, jump: Int, _ gap: GapPolicy, _ counts: inout Counts) -> Int {
        let day = dayOf(first)
        let isRegular = walk != .positions && jump < daySeconds
        var place = Counts.Place(phase: 0, from: first - day * daySeconds, to: end - day * daySeconds, days: 0)
        if isRegular {
            if walk == .steps { place.phase = floorModulo(day * daySeconds - stepBase, stepLength) }
            for ahead in 0..<3 where matchesWithInterval(day: day + ahead) { place.days |= 1 << ahead }
            if first < earliest { place.days |= 8 }
            if let known = counts.lost[place] { return known }
        }
        var lost = 0
        var wall: Int = next(atOrAfter: first)
        while wall < end {
            if gap == .skip || (next(atOrAfter: wall + jump) as Int) == wall + jump { lost += 1 }
            wall = next(atOrAfter: wall + 1)
        }
        if isRegular, place.days & 8 == 0 { counts.lost[place] = lost }
        return lost
    }

    private func matchesWithInterval(day: Int) -> Bool {
        walk == .steps ? parts.isEmpty || matches(day: day) : nextDay(day) == day
    }

    // MARK: - The last hours

    /// Halves a range of walls of one offset that holds the last occurrence, or is passed
    /// over whole, until it is short.
    private func narrow(
        _ left: inout Int, after last: inout Int64, _ range: Range<Int>, offset: Int, shift: Int, _ counts: inout Counts
    ) {
        var (from, end) = (range.lowerBound, range.upperBound)
        while end - from > Pattern.fewSeconds {
            let middle = from + (end - from) / 2
            let here = countWalls(from..<middle, shift: shift, enough: left, &counts)
            if here >= left {
                end = middle
            } else {
                left -= here
                from = middle
                last = max(last, Int64(middle - offset) * 1_000_000 - 1)
            }
        }
    }

    /// Goes through moments until none are left, `enough` have been, or one is at `bound`
    /// seconds or later; `last` is then the last one's instant, `Int64.max` past the end.
    private func goThrough(
        _ left: inout Int, after last: inout Int64, until bound: Int = .max, enough: Int = .max, _ clock: inout Clock
    ) {
        var enough = enough
        while left > 0, enough > 0 {
            let found = nextMoment(after: last, &clock)
            last = found.instant
            if last == .max { return }
            (left, enough) = (left - 1, enough - 1)
            if floorDivide(Int(last), 1_000_000) >= bound { return }
        }
    }
}

/// Counts that have been made, for the same question about other days.
struct Counts {
    /// A stretch of a day: its ends in seconds of the day, how the steps lie in the day, and
    /// which days match.
    struct Place: Hashable {
        var phase: Int
        var from: Int
        var to: Int
        var days: UInt8
    }

    var steps: [Place: Int] = [:]
    /// Counts of whole days, by where a day begins within a step; -1 for one not made yet.
    var wholeDays: [Int32] = []
    var lost: [Place: Int] = [:]
}
