import CivilTime
import Recurrence

/// The one message that tells somebody new what they are in: who added them, what will come, how to stop.
///
/// It goes the way of every nudge, with a key and an outcome, under a name that no ritual can have.
public enum Introduction {
    static let ritual = RitualID("@introduction")

    /// Everybody has one, so that the ledger itself refuses a second.
    public static func key(of person: PersonID) -> NudgeKey {
        let name = OccurrenceName(ritual: ritual, key: .wall(CivilDateTime(seconds: 0)))
        return NudgeKey(occurrence: name, lead: .moment, person: person)
    }

    public static func isOne(_ key: NudgeKey) -> Bool { key.ritual == ritual }

    /// What is opened for `person`, who is new at `now`: by day, and worth sending for a week.
    static func record(for person: Person, at now: Timestamp) -> NudgeRecord {
        NudgeRecord(
            key: key(of: person.id), due: now, moment: now, closes: now.adding(seconds: Policy.introductionGrace),
            notBefore: Welcome(person, urgent: false).late(now))
    }

    /// The people of `schedule` whom nobody has met, with whether each has to be introduced.
    ///
    /// - Parameter strangers: Those who did not write the schedule themselves.
    static func changes(
        _ schedule: Schedule, _ state: LedgerState, strangers: Set<PersonID>, at now: Timestamp
    ) -> [LedgerChange] {
        let inUse = Set(schedule.rituals.lazy.filter(\.isOn).flatMap(\.people))
        return schedule.people.filter {
            schedule.isServed($0.id) && inUse.contains($0.id) && !state.met.contains($0.id)
        }
        .flatMap { person -> [LedgerChange] in
            let met = LedgerChange.met(person.id, at: now)
            return strangers.contains(person.id) ? [met, .opened(record(for: person, at: now))] : [met]
        }
    }

    /// Introductions that wait for somebody who is no longer there.
    static func orphans(_ schedule: Schedule, _ state: LedgerState) -> [NudgeKey] {
        state.open.keys.filter { isOne($0) && (schedule.person($0.person) == nil || !schedule.isServed($0.person)) }
            .sorted { $0.description < $1.description }
    }
}

extension Planner {
    /// The introduction that `person` should have with their first nudge, if it has not gone out by itself.
    func introduction(due person: PersonID) -> NudgeRecord? {
        guard let record = state.open[Introduction.key(of: person)], record.delivered == nil, record.claims.isEmpty,
            record.attempts.isEmpty
        else { return nil }
        return record
    }
}
