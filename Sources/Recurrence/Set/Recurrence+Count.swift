public import CivilTime

/// The end of COUNT: it depends on the zone, where the clock jumps over occurrences.
extension Recurrence {
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
    func end(in zone: Zone, _ policies: Policies) -> Int64 {
        guard count > 0 else { return .max - 1 }
        var clock = Clock(zone, policies)
        var instant = Pattern.leastInstant
        for _ in 0..<count {
            let found = nextMoment(after: instant, &clock)
            if found.instant == .max { return .max - 1 }
            instant = found.instant
        }
        return instant
    }
}
