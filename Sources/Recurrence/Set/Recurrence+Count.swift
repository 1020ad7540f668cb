public import CivilTime

/// The end of COUNT: it depends on the zone, where the clock jumps over occurrences.
extension Recurrence {
    /// Whether a COUNT ends it, so that it gains from being ``settled(in:)``.
    public var isCounted: Bool {
        guard let draft = extras?.draft else { return pattern.count > 0 }
        return pattern.count > 0 || draft.patterns.contains { $0.count > 0 }
            || draft.joined.contains(where: \.isCounted)
    }

    /// The same recurrence with the end of every COUNT found for this zone, so that
    /// asking in it costs no counting. Itself where no rule has one.
    public func settled(in zone: Zone) -> Recurrence {
        var draft = extras?.draft ?? Extras.Draft()
        guard isCounted else { return self }
        if let known = draft.zone, known == zone { return self }
        draft.ends = ([pattern] + draft.patterns).map { $0.count > 0 ? $0.end(in: zone, policies) : .max }
        draft.zone = zone
        draft.joined = draft.joined.map { $0.settled(in: zone) }
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
