public import CivilTime

/// A rule set, ready to be asked: (rules ∪ dates) ∖ exclusions, under its policies.
///
/// It is a set of instants once a zone is given: local times that come out at the
/// same instant are one occurrence. Asking for the next one costs the same wherever
/// in time one asks, since nothing is counted up from the start.
///
/// A recurrence holds bit sets and numbers, never expanded instants, so that a
/// hundred thousand of them fit into memory.
public struct Recurrence: Hashable, Sendable {
    /// The only rule, or the first.
    var pattern: Pattern
    /// What few recurrences have.
    var extras: Extras?
    /// How local times become instants.
    public let policies: Policies

    /// The recurrence of one rule.
    ///
    /// Values outside their ranges are left out of the rule's sets; the readers of the
    /// dialects have refused them before.
    public init(_ rule: Rule, policies: Policies = Policies()) {
        self.policies = policies
        pattern = Pattern(rule, subdaily: policies.subdaily)
    }

    /// The union of rules and dates, less the exclusions.
    ///
    /// - Parameters:
    ///   - rules: The rules whose occurrences are members.
    ///   - dates: Single local times (RDATE).
    ///   - instants: Single instants (RDATE in UTC).
    ///   - excluded: Nominal local times that do not happen (EXDATE).
    ///   - excludedInstants: Instants that do not happen (EXDATE in UTC).
    ///   - policies: How local times become instants.
    public init(
        rules: [Rule], dates: [CivilDateTime] = [], instants: [Timestamp] = [],
        excluding excluded: [CivilDateTime] = [], excludingInstants excludedInstants: [Timestamp] = [],
        policies: Policies = Policies()
    ) {
        self.policies = policies
        let patterns = rules.map { Pattern($0, subdaily: policies.subdaily) }
        pattern = patterns.first ?? .never
        var draft = Extras.Draft()
        draft.patterns = Array(patterns.dropFirst())
        draft.dates = Set(dates).map(\.microseconds).sorted()
        draft.instants = Set(instants).map(\.microseconds).sorted()
        draft.excluded = Set(excluded).map(\.microseconds).sorted()
        draft.excludedInstants = Set(excludedInstants).map(\.microseconds).sorted()
        if draft != Extras.Draft() { extras = Extras(draft) }
    }

    /// Whether there can be no occurrence at all, in any zone.
    ///
    /// Impossible combinations such as 30 February, an interval that never meets its
    /// parts, and an UNTIL before the start are found when the recurrence is made.
    public var neverFires: Bool {
        guard pattern.isEmpty else { return false }
        guard let extras else { return true }
        return extras.draft.dates.isEmpty && extras.draft.instants.isEmpty
            && extras.draft.patterns.allSatisfy(\.isEmpty) && extras.draft.joined.allSatisfy(\.neverFires)
    }

    /// Whether it steps in hours, minutes or seconds of elapsed time, so that its
    /// occurrences are keyed by their instants.
    public var isElapsed: Bool { pattern.marks.contains(.elapsed) }

    /// The first occurrence strictly later than the instant; nil when there is none
    /// before the year 10000.
    ///
    /// A recurrence with COUNT should be ``settled(in:)`` first; otherwise its end is
    /// found again for each question.
    public func next(after instant: Timestamp, in zone: Zone) -> Occurrence? {
        var clock = Clock(zone, policies)
        guard let extras else {
            let found = pattern.nextMoment(after: instant.microseconds, &clock)
            if found.instant > pattern.until || found.instant == .max { return nil }
            if pattern.count > 0, found.instant > pattern.end(in: zone, policies) { return nil }
            return occurrence(found, of: pattern)
        }
        return nextOfSet(after: instant.microseconds, extras, &clock)
    }

    /// The last occurrence at the instant or before it; nil when there is none.
    public func latest(atOrBefore instant: Timestamp, in zone: Zone) -> Occurrence? {
        var clock = Clock(zone, policies)
        guard let extras else {
            var bound = min(instant.microseconds, pattern.until)
            if pattern.count > 0 { bound = min(bound, pattern.end(in: zone, policies)) }
            let found = pattern.previousMoment(atOrBefore: bound, &clock)
            return found.instant == .min ? nil : occurrence(found, of: pattern)
        }
        return latestOfSet(atOrBefore: instant.microseconds, extras, &clock)
    }

    /// The occurrences strictly later than the instant, in order.
    public func occurrences(after instant: Timestamp, in zone: Zone) -> Occurrences {
        Occurrences(settled(in: zone), zone: zone, after: instant.microseconds)
    }

    /// All occurrences, from the first.
    public func occurrences(in zone: Zone) -> Occurrences {
        occurrences(after: Timestamp(microseconds: Pattern.leastInstant), in: zone)
    }

    @inline(__always)
    func occurrence(_ moment: Moment, of pattern: Pattern) -> Occurrence {
        let instant = Timestamp(microseconds: moment.instant)
        return Occurrence(
            key: pattern.marks.contains(.elapsed)
                ? .elapsed(instant) : .wall(CivilDateTime(microseconds: moment.wall)),
            instant: instant,
            ordinal: pattern.marks.contains(.ordinals) ? pattern.ordinal(ofWall: moment.wall) : nil)
    }
}

extension Pattern {
    /// Whether there is no occurrence in any zone.
    var isEmpty: Bool {
        if walk == .never { return true }
        // No zone is further than a day and some hours from UTC.
        return until < Int64(earliest - 100_000) * 1_000_000
    }

    /// Units of the rule's frequency from the anchor to an occurrence; nil where that is none, as for the anchor.
    func ordinal(ofWall wall: Int64) -> Int? {
        let units = units(toWall: wall)
        return units == 0 ? nil : units
    }

    private func units(toWall wall: Int64) -> Int {
        var day = floorDivide(Int(wall), 1_000_000 * daySeconds)
        let anchorDate = CivilDate(dayNumber: Int32(truncatingIfNeeded: anchorDay)).components
        switch frequency {
        case .yearly, .monthly:
            var date = CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).components
            if marks.contains(.forward), date.day == 1, anchorDate.day > 28 {
                // A day the month before does not have.
                day -= 1
                date = CivilDate(dayNumber: Int32(truncatingIfNeeded: day)).components
            }
            let years = date.year - anchorDate.year
            return frequency == .yearly ? years : years * 12 + date.month - anchorDate.month
        case .weekly: return floorDivide(day - anchorDay, 7)
        case .daily: return day - anchorDay
        case .hourly: return floorDivide(floorDivide(Int(wall), 1_000_000) - anchor, 3600)
        case .minutely: return floorDivide(floorDivide(Int(wall), 1_000_000) - anchor, 60)
        case .secondly: return floorDivide(Int(wall), 1_000_000) - anchor
        }
    }
}
