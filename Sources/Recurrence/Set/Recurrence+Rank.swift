public import CivilTime

extension Recurrence {
    /// How many occurrences the rules name before this one: 0 for the first.
    ///
    /// Counted by nominal times from where the rules start, so that a day left out or moved changes nothing for the
    /// others, and two machines that know the same rules agree. In a stretch of days with a rule of its own that rule
    /// counts. Nil for a single date, and for what comes by the second, where it would count far.
    public func rank(of occurrence: Occurrence, in zone: Zone) -> Int? {
        let part = (extras?.draft.joined ?? []).first { $0.has(occurrence, in: zone) }
        return (part ?? self).ownRank(of: occurrence)
    }

    private func has(_ occurrence: Occurrence, in zone: Zone) -> Bool {
        let before = Timestamp(microseconds: occurrence.instant.microseconds - 1)
        return next(after: before, in: zone)?.key == occurrence.key
    }

    private func ownRank(of occurrence: Occurrence) -> Int? {
        let wall: Int
        switch occurrence.key {
        case .wall(let local): wall = Int(local.seconds)
        case .elapsed(let instant): wall = Int(instant.seconds)
        }
        let patterns = ([pattern] + (extras?.draft.patterns ?? [])).filter { $0.walk != .never }
        guard !patterns.isEmpty else { return nil }
        return patterns.reduce(0) { sum, pattern in
            var counts = Counts()
            let before = pattern.earliest..<max(pattern.earliest, wall)
            return sum + pattern.countWalls(before, shift: 0, enough: .max / 4, &counts)
        }
    }
}
