import CivilTime

/// When each ritual next has something due, smallest first: one entry for a together ritual, else one a person.
struct Agenda: Sendable {
    struct Entry: Comparable, Sendable {
        var at: Timestamp
        /// Index into the schedule's rituals.
        var ritual: UInt32
        /// Index into the schedule's people; ``everybody`` for one instant for all.
        var person: UInt32

        static let everybody = UInt32.max

        static func < (a: Entry, b: Entry) -> Bool {
            (a.at.microseconds, a.ritual, a.person) < (b.at.microseconds, b.ritual, b.person)
        }
    }

    private var heap: Heap<Entry>

    /// Looks up each ritual's first nudge after `since(ritual)`.
    init(_ schedule: Schedule, since: (Ritual) -> Timestamp) {
        var entries: [Entry] = []
        entries.reserveCapacity(schedule.rituals.reduce(0) { $0 + ($1.together ? 1 : $1.people.count) })
        let people = Dictionary(
            schedule.people.enumerated().map { ($1.id, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
        for (index, ritual) in schedule.rituals.enumerated() where ritual.isOn {
            let after = since(ritual)
            let served = ritual.people.filter(schedule.isServed)
            let readers = ritual.together ? (served.isEmpty ? [] : [Entry.everybody]) : served.compactMap { people[$0] }
            for reader in readers {
                let zone = reader == Entry.everybody ? schedule.zone : schedule.people[Int(reader)].zone
                guard let first = Stream(ritual: ritual, zone: zone).next(after: after) else { continue }
                entries.append(Entry(at: first.at, ritual: UInt32(index), person: reader))
            }
        }
        heap = Heap(entries)
    }

    var next: Timestamp? { heap.first?.at }

    mutating func popDue(_ now: Timestamp) -> Entry? {
        guard let first = heap.first, first.at <= now else { return nil }
        return heap.pop()
    }

    mutating func push(_ entry: Entry) { heap.push(entry) }

    /// The nudges that come next, all at one instant; a copy walked this way is a preview.
    mutating func popNext(_ schedule: Schedule) -> (entry: Entry, nudges: [GeneratedNudge])? {
        guard let entry = heap.pop() else { return nil }
        let stream = Stream(ritual: schedule.rituals[Int(entry.ritual)], zone: schedule.zone(of: entry))
        if let following = stream.next(after: entry.at) {
            heap.push(Entry(at: following.at, ritual: entry.ritual, person: entry.person))
        }
        return (entry, stream.all(at: entry.at))
    }
}

extension Schedule {
    func zone(of entry: Agenda.Entry) -> Zone {
        entry.person == Agenda.Entry.everybody ? zone : people[Int(entry.person)].zone
    }

    /// Whom an agenda entry is for.
    func readers(of entry: Agenda.Entry) -> [PersonID] {
        entry.person == Agenda.Entry.everybody
            ? rituals[Int(entry.ritual)].people.filter(isServed) : [people[Int(entry.person)].id]
    }
}
