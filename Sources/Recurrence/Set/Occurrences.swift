import CivilTime

/// The occurrences of a recurrence after an instant, in order.
public struct Occurrences: Sequence, IteratorProtocol {
    private let recurrence: Recurrence
    private var clock: Clock
    private var after: Int64
    private let last: Int64

    init(_ recurrence: Recurrence, zone: Zone, after instant: Int64) {
        self.recurrence = recurrence
        after = instant
        let clock = Clock(zone, recurrence.policies)
        last =
            recurrence.extras.map { recurrence.lastInstant(of: recurrence.pattern, 0, $0, clock) }
            ?? Swift.min(recurrence.pattern.until, .max - 1)
        self.clock = clock
    }

    /// The next one; nil after the last.
    public mutating func next() -> Occurrence? {
        if let extras = recurrence.extras, !extras.isOnlyCount {
            guard let found = recurrence.nextOfSet(after: after, extras, &clock) else { return nil }
            after = found.instant.microseconds
            return found
        }
        let found = recurrence.pattern.nextMoment(after: after, &clock)
        if found.instant > last { return nil }
        after = found.instant
        return recurrence.occurrence(found, of: recurrence.pattern)
    }
}

extension Extras {
    /// Whether there is nothing but the end of the only rule's COUNT.
    var isOnlyCount: Bool {
        draft.patterns.isEmpty && draft.dates.isEmpty && draft.instants.isEmpty && draft.excluded.isEmpty
            && draft.excludedInstants.isEmpty && draft.calendar == nil && draft.joined.isEmpty
    }
}
