public import CivilTime
import Recurrence

/// Nothing that is shared changes silently: who has it too is told beforehand, neither by whom nor why.
public enum Predictability {
    /// How far ahead a change is told, in seconds: five weeks, so that what comes monthly is told as well.
    public static let horizon: Int64 = 35 * 86_400

    /// What each person is told when `old` gives way to `new`, both as they are lived.
    ///
    /// Only what several people do together, and only where its very next time is another one or none. What is new is
    /// no change; what a clock change moves is said with the nudge itself.
    ///
    /// - Parameter except: Who made the change, and so knows it.
    public static func notices(
        from old: Schedule, to new: Schedule, _ state: LedgerState, except: PersonID? = nil, at now: Timestamp
    ) -> [Notice] {
        let after = Dictionary(new.rituals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var items: [PersonID: [Notice.Item]] = [:]
        for ritual in old.rituals where isShared(ritual) {
            guard let known = next(ritual, in: old, state, now), known < now.adding(seconds: horizon) else { continue }
            let successor = after[ritual.id].flatMap { $0.isOn ? $0 : nil }
            let item: Notice.Item
            if let successor, let next = next(successor, in: new, state, now) {
                if next == known { continue }
                item = Notice.Item(ritual.id, .moved, next)
            } else {
                item = Notice.Item(ritual.id, .off, known)
            }
            let people = Set(ritual.people).intersection(successor?.people ?? ritual.people)
            for person in people where person != except && new.isServed(person) && new.person(person) != nil {
                items[person, default: []].append(item)
            }
        }
        let first = (state.undertakings.notices.map(\.number).max() ?? 0) + 1
        return items.sorted { $0.key < $1.key }.enumerated().map { place, told in
            Notice(number: first + place, person: told.key, items: told.value, at: now)
        }
    }

    private static func isShared(_ ritual: Ritual) -> Bool {
        ritual.isOn && ritual.together && ritual.people.count > 1 && ritual.notice == nil && ritual.kind != .promise
            && ritual.kind != .repair
    }

    private static func next(_ ritual: Ritual, in schedule: Schedule, _ state: LedgerState, _ now: Timestamp)
        -> Timestamp?
    {
        Stream(ritual: ritual, zone: schedule.zone, lastDone: state.lastDone(ritual, by: nil)).occurrence(after: now)?
            .instant
    }
}
