public import CivilTime

/// What some people may not know of, as one looks at a schedule and a record on their behalf: it is taken out of both,
/// so that whatever is then said of it is what would be said of anything that is not there.
public struct Screen: Sendable, Hashable {
    /// On whose behalf somebody looks: one person, or several where it is not known which of them it is; nobody for
    /// whoever may see all.
    public let readers: [PersonID]
    /// The rituals that are taken out.
    public let hidden: Set<RitualID>
    /// The rituals of the schedule; what the record knows of others is of a schedule that is no more.
    private let known: Set<RitualID>

    /// What is kept from any of `readers`, and what is a private matter of others.
    public init(for readers: [PersonID], _ schedule: Schedule, at now: Timestamp) {
        self.readers = readers
        let people = readers.compactMap { schedule.person($0) }
        guard !readers.isEmpty else {
            (hidden, known) = ([], [])
            return
        }
        hidden = Set(
            schedule.rituals.lazy.filter { ritual in
                people.contains { ritual.isHidden(from: $0, at: now) }
                    || !people.contains { ritual.isVisible(to: $0, at: now) }
            }.map(\.id))
        known = Set(schedule.rituals.lazy.map(\.id))
    }

    /// Whether it takes nothing out.
    public var isOpen: Bool { readers.isEmpty }

    /// Whether a row of the record about `ritual` and `person` may be seen. Nobody knows any more whether what has left
    /// the schedule was kept from somebody, so that is shown to its own person alone.
    public func shows(_ ritual: RitualID, of person: PersonID) -> Bool {
        if hidden.contains(ritual) { return false }
        return isOpen || readers == [person] || known.contains(ritual) || ritual == Introduction.ritual
    }

    public func schedule(_ whole: Schedule) -> Schedule {
        guard !hidden.isEmpty else { return whole }
        var part = whole
        part.rituals.removeAll { hidden.contains($0.id) }
        return part
    }

    public func state(_ whole: LedgerState) -> LedgerState {
        isOpen ? whole : whole.without { !shows($0.ritual, of: $0.person) }
    }

    /// A planner of what is left, to look at; nothing that it decides is for the ledger.
    public func planner(_ whole: Planner, at now: Timestamp) -> Planner {
        hidden.isEmpty ? whole : whole.part(schedule(whole.schedule), state(whole.state), at: now)
    }
}

extension LedgerState {
    /// The state without the open nudges for which `isLeft` is true.
    fileprivate func without(_ isLeft: (NudgeKey) -> Bool) -> LedgerState {
        var part = self
        part.open = open.filter { !isLeft($0.key) }
        part.digests = digests.mapValues { $0.filter { key in !isLeft(key) } }.filter { !$0.value.isEmpty }
        return part
    }
}
