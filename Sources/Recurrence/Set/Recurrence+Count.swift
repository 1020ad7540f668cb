public import CivilTime

/// The end of COUNT: it depends on the zone, where the clock jumps over occurrences.
extension Recurrence {
    /// Whether a COUNT ends it, so that it gains from being ``settled(in:)``.
    public var isCounted: Bool {
        pattern.count > 0 || (extras?.draft.patterns.contains { $0.count > 0 } ?? false)
    }

    /// The same recurrence with the end of every COUNT found for this zone, so that
    /// asking in it costs no counting. Itself where no rule has one.
    public func settled(in zone: Zone) -> Recurrence {
        var draft = extras?.draft ?? Extras.Draft()
        guard pattern.count > 0 || draft.patterns.contains(where: { $0.count > 0 }) else { return self }
        if let known = draft.zone, known == zone { return self }
        draft.ends = ([pattern] + draft.patterns).map { $0.count > 0 ? $0.end(in: zone, policies) : .max }
        draft.zone = zone
        var settled = self
        settled.extras = Extras(draft)
        return settled
    }

    /// The last instant at which a rule may have an occurrence.
    func lastInstant(of pattern: Pattern, _ place: Int, _ extras: Extras, _ clock: Clock) -> Int64 {
        guard pattern.count > 0 else { return min(pattern.until, .max - 1) }
        if let known = extras.draft.zone, known == clock.zone {
            return min(pattern.until, extras.draft.ends[place])
        }
        return min(pattern.until, pattern.end(in: clock.zone, policies))
    }
}

extension Pattern {
    /// The instant of the last occurrence that COUNT allows; the greatest there is
    /// where the rule ends before.
    ///
    /// Within a span of one offset occurrences are counted, not gone through; around
    /// the clock's changes they are gone through, since some may not happen there.
    func end(in zone: Zone, _ policies: Policies) -> Int64 {
        guard count > 0 else { return .max - 1 }
        var clock = Clock(zone, policies)
        var left = Int(count)
        var last = Pattern.leastInstant
        // Few are gone through at once.
        for _ in 0..<min(left, Pattern.fewOccurrences) {
            let found = nextMoment(after: last, &clock)
            if found.instant == .max { return .max - 1 }
            last = found.instant
            left -= 1
        }
        guard !marks.contains(.fractions) else { return goThrough(left, after: last, &clock) }
        var known: [Int: Int] = [:]
        let start = Int(clock.instant(of: Int64(anchor) * 1_000_000)) / 1_000_000
        while left > 0 {
            let second = floorDivide(Int(last), 1_000_000)
            let span = clock.span(at: second)
            let offset = Int(span.offset)
            // From the next second on, as far as every local time is this span's own.
            var from = second + 1 + offset
            var end = min(Int(span.localEnd), (Pattern.lastDay + 1) * daySeconds)
            if marks.contains(.elapsed) {
                end = min(Int(span.end), (Pattern.lastDay + 1) * daySeconds) + offset
            } else if second - Int(span.start) < abs(offset - Int(span.before)) {
                end = from
            }
            let shift = marks.contains(.elapsed) ? offset - (anchor - start) : 0
            // The span but for its last hours; then halves, until what is left lies in one.
            var middle = end - Pattern.fewSeconds
            while middle > from {
                let here = countWalls(from..<middle, shift: shift, enough: left, &known)
                if here >= left {
                    end = middle
                } else {
                    left -= here
                    from = middle
                    last = max(last, Int64(middle - 1 - offset) * 1_000_000)
                }
                middle = end - from > Pattern.fewSeconds + 1 ? from + (end - from) / 2 : from
            }
            // The rest one by one, past the span's end and what follows from it.
            let next = goThrough(&left, after: last, until: end - offset + Pattern.fewSeconds, &clock)
            if next == .max { return .max - 1 }
            last = next
        }
        return last
    }

    /// As many occurrences as are simply gone through.
    private static let fewOccurrences = 2000
    /// The length of time that is simply gone through, longer than most jumps of a clock.
    private static let fewSeconds = 7200

    /// The instant of the `left`-th moment after `last`.
    private func goThrough(_ left: Int, after last: Int64, _ clock: inout Clock) -> Int64 {
        var (left, last) = (left, last)
        while left > 0 {
            let found = nextMoment(after: last, &clock)
            if found.instant == .max { return .max - 1 }
            (last, left) = (found.instant, left - 1)
        }
        return last
    }

    /// Goes through moments until none are left or one is at `bound` seconds or later.
    private func goThrough(_ left: inout Int, after last: Int64, until bound: Int, _ clock: inout Clock) -> Int64 {
        var last = last
        while left > 0 {
            let found = nextMoment(after: last, &clock)
            if found.instant == .max { return .max }
            (last, left) = (found.instant, left - 1)
            if last >= Int64(bound) * 1_000_000 { break }
        }
        return last
    }
}
