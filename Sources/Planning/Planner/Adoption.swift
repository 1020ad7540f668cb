public import CivilTime
import Recurrence

/// What a schedule means for a ledger that knew another one: first sights, edits, renames and removals.
public enum Adoption {
    /// The changes that make `state` ready for `schedule`, dated `now`: commit them, apply them, then plan.
    ///
    /// A ritual never seen before, or whose when, zone, people or leads changed, starts now and never fires for its
    /// past. Open nudges that are still generated go on; others close as edited. Claims that a former service made
    /// and never began are released; nothing of them can have been sent.
    ///
    /// - Parameters:
    ///   - schedule: What is to be planned from now on.
    ///   - state: What the record holds.
    ///   - now: When it is taken up.
    ///   - strangers: Those who did not write the schedule themselves: who is new among them is introduced. Nil
    ///     introduces nobody.
    public static func changes(
        _ schedule: Schedule, _ state: LedgerState, at now: Timestamp, strangers: Set<PersonID>? = nil
    ) -> [LedgerChange] {
        var changes: [LedgerChange] = []
        var state = state
        func record(_ change: LedgerChange) {
            changes.append(change)
            state.apply(change)
        }
        for claim in unbegun(state) { record(.released(claim)) }
        for ritual in schedule.rituals where ritual.isOn && !ritual.formerly.isEmpty && state.marks[ritual.id] == nil {
            if let old = ritual.formerly.first(where: { state.marks[$0] != nil }) {
                record(.renamed(from: old, to: ritual.id))
            }
        }
        let people = Dictionary(schedule.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let withOpen = Set(state.open.keys.map(\.ritual))
        var touched: Set<RitualID> = []
        var marked = 0
        for ritual in schedule.rituals where ritual.isOn {
            let print = fingerprint(ritual, schedule, people)
            let mark = state.marks[ritual.id]
            if mark != nil { marked += 1 }
            guard mark?.fingerprint != print else { continue }
            if withOpen.contains(ritual.id) { touched.insert(ritual.id) }
            // Nothing below asks for the new marks: a first load need not make them twice.
            changes.append(.marked(ritual.id, RitualMark(fingerprint: print, since: now)))
        }
        var removed: Set<RitualID> = []
        // Further marks are of rituals that left.
        if state.marks.count > marked {
            removed = Set(state.marks.keys).subtracting(schedule.rituals.lazy.filter(\.isOn).map(\.id))
            for id in removed.sorted() { record(.unmarked(id)) }
            touched.formUnion(removed)
        }
        for key in noLongerGenerated(state, schedule, people, touched: touched) {
            record(.closed(key, .skipped, removed.contains(key.ritual) ? .removed : .edited, at: now))
        }
        if let strangers {
            for key in Introduction.orphans(schedule, state) { record(.closed(key, .skipped, .removed, at: now)) }
            for change in Introduction.changes(schedule, state, strangers: strangers, at: now) { record(change) }
        }
        if state.through == nil { record(.advanced(through: now)) }
        return changes
    }

    /// The marks with which rituals that were never seen before start.
    static func firstSights(
        _ rituals: some Sequence<Ritual>, _ schedule: Schedule, _ state: LedgerState, at now: Timestamp
    ) -> [LedgerChange] {
        let people = Dictionary(schedule.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return rituals.filter { $0.isOn && state.marks[$0.id] == nil }.map { ritual in
            .marked(ritual.id, RitualMark(fingerprint: fingerprint(ritual, schedule, people), since: now))
        }
    }

    /// Hash of what makes an edit: when, zones, people and leads. Wording is none.
    static func fingerprint(_ ritual: Ritual, _ schedule: Schedule, _ people: [PersonID: Person]) -> UInt64 {
        var hash = StableHash()
        hash.add(ritual.recurrence.fingerprint)
        hash.add(ritual.together ? schedule.zone.identifier : "")
        for id in ritual.people.count > 1 ? ritual.people.sorted() : ritual.people {
            hash.add(id.text)
            if !ritual.together { hash.add(people[id]?.zone.identifier ?? "") }
        }
        for lead in ritual.leads {
            hash.add(UInt64(bitPattern: Int64(lead.span.months)))
            hash.add(UInt64(bitPattern: Int64(lead.span.days)))
            hash.add(UInt64(bitPattern: lead.span.microseconds))
        }
        return hash.value
    }

    private static func unbegun(_ state: LedgerState) -> [DeliveryKey] {
        var keys: [DeliveryKey] = []
        for record in state.open.values.sorted(by: { $0.due < $1.due }) {
            for claim in record.claims where !claim.begun {
                let key = record.delivery(on: claim.channel)
                if !keys.contains(key) { keys.append(key) }
            }
        }
        return keys
    }

    private static func noLongerGenerated(
        _ state: LedgerState, _ schedule: Schedule, _ people: [PersonID: Person], touched: Set<RitualID>
    ) -> [NudgeKey] {
        guard !touched.isEmpty else { return [] }
        let rituals = Dictionary(
            schedule.rituals.lazy.filter { touched.contains($0.id) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return state.open.values.filter { touched.contains($0.key.ritual) }.filter { record in
            guard let ritual = rituals[record.key.ritual], ritual.isOn, let person = people[record.key.person],
                ritual.people.contains(person.id), ritual.leads.contains(record.key.lead)
            else { return true }
            let stream = Stream(
                ritual: ritual, zone: schedule.zone(of: ritual, for: person),
                lastDone: state.lastDone(ritual, by: person.id))
            return !stream.generates(record.key.occurrence.key, around: record.moment)
        }.sorted { $0.due < $1.due }.map(\.key)
    }
}
