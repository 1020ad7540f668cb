import CivilTime
import Recurrence

/// When each ritual next has something due, smallest first: one entry for a together ritual, else one a person.
struct DueQueue: Sendable {
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
    /// When rituals come whose next time an answer changed; their entries at other times are stale.
    private var changed: [Slot: Timestamp] = [:]

    private struct Slot: Hashable {
        var ritual: UInt32
        var person: UInt32
    }

    /// Looks up each ritual's first nudge after `since(ritual)`.
    init(_ schedule: Schedule, _ state: LedgerState, since: (Ritual) -> Timestamp) {
        var entries: [Entry] = []
        entries.reserveCapacity(schedule.rituals.reduce(0) { $0 + ($1.together ? 1 : $1.people.count) })
        let people = Dictionary(
            schedule.people.enumerated().map { ($1.id, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
        for (index, ritual) in schedule.rituals.enumerated() where ritual.isOn {
            let after = since(ritual)
            let served = ritual.people.filter { schedule.isServed($0) }
            let readers =
                schedule.isOneForAll(ritual, served)
                ? (served.isEmpty ? [] : [Entry.everybody]) : served.compactMap { people[$0] }
            for reader in readers {
                let entry = Entry(at: after, ritual: UInt32(index), person: reader)
                guard let first = schedule.stream(of: entry, state).next(after: after) else { continue }
                entries.append(Entry(at: first.at, ritual: entry.ritual, person: reader))
            }
        }
        heap = Heap(entries)
    }

    /// The queue of some of the rituals of `whole`, which `part` holds in the same order.
    func part(of whole: Schedule, _ part: Schedule) -> DueQueue {
        var places = [UInt32?](repeating: nil, count: whole.rituals.count)
        var next = 0
        for (place, ritual) in whole.rituals.enumerated() {
            guard next < part.rituals.count, part.rituals[next].id == ritual.id else { continue }
            places[place] = UInt32(next)
            next += 1
        }
        var queue = self
        queue.heap = Heap(
            heap.elements.compactMap { entry in
                places[Int(entry.ritual)].map { Entry(at: entry.at, ritual: $0, person: entry.person) }
            })
        queue.changed = [:]
        for (slot, time) in changed {
            if let place = places[Int(slot.ritual)] { queue.changed[Slot(ritual: place, person: slot.person)] = time }
        }
        queue.dropStale()
        return queue
    }

    var next: Timestamp? { heap.first?.at }

    /// When the next of the rituals whose places satisfy `shows` comes.
    func next(where shows: (UInt32) -> Bool) -> Timestamp? {
        heap.first { shows($0.ritual) && !isStale($0) }?.at
    }

    private func isStale(_ entry: Entry) -> Bool {
        guard !changed.isEmpty, let expected = changed[Slot(ritual: entry.ritual, person: entry.person)] else { return false }
        return expected != entry.at
    }

    mutating func popDue(_ now: Timestamp) -> Entry? {
        guard let first = heap.first, first.at <= now else { return nil }
        return pop()
    }

    mutating func push(_ entry: Entry) {
        let slot = Slot(ritual: entry.ritual, person: entry.person)
        if changed[slot] != nil { changed[slot] = entry.at }
        heap.push(entry)
    }

    /// Lets a ritual come at another time than it would have; nil is never again.
    mutating func change(ritual: UInt32, person: UInt32, to time: Timestamp?) {
        changed[Slot(ritual: ritual, person: person)] = time ?? .distantPast
        if let time { heap.push(Entry(at: time, ritual: ritual, person: person)) }
        dropStale()
    }

    private mutating func pop() -> Entry? {
        let entry = heap.pop()
        if let entry {
            let slot = Slot(ritual: entry.ritual, person: entry.person)
            if changed[slot] != nil { changed[slot] = .distantPast }
        }
        dropStale()
        return entry
    }

    private mutating func dropStale() {
        while let first = heap.first, isStale(first) { _ = heap.pop() }
    }

    /// The nudges that come next, all at one instant; a copy walked this way is a preview.
    ///
    /// Of a ritual with a cadence only the next occurrence: what follows depends on an answer.
    mutating func popNext(
        _ schedule: Schedule, _ state: LedgerState
    ) -> (entry: Entry, nudges: [GeneratedNudge])? {
        guard let entry = pop() else { return nil }
        let stream = schedule.stream(of: entry, state)
        let nudges = stream.all(at: entry.at)
        let isLast = stream.ritual.cadence != nil
        if let following = stream.next(after: entry.at),
            !isLast || nudges.contains(where: { $0.occurrence.key == following.occurrence.key })
        {
            push(Entry(at: following.at, ritual: entry.ritual, person: entry.person))
        }
        return (entry, nudges)
    }
}

extension Schedule {
    func zone(of entry: DueQueue.Entry) -> Zone {
        entry.person == DueQueue.Entry.everybody || rituals[Int(entry.ritual)].together
            ? zone : people[Int(entry.person)].zone
    }

    /// Whether a ritual's nudges go out to all at once: together, and nobody's quiet hours ask for another time.
    func isOneForAll(_ ritual: Ritual, _ readers: [PersonID]) -> Bool {
        guard ritual.together else { return false }
        return ritual.cadence != nil || !readers.contains { person($0)?.pace.quietHours != nil }
    }

    /// The nudges of the ritual of an entry of the due queue, as the ledger stands.
    func stream(of entry: DueQueue.Entry, _ state: LedgerState) -> Stream {
        let ritual = rituals[Int(entry.ritual)]
        let person = entry.person == DueQueue.Entry.everybody ? nil : people[Int(entry.person)]
        return Stream(
            ritual: ritual, zone: zone(of: entry), lastDone: state.lastDone(ritual, by: person?.id), reader: person)
    }

    /// Whom an entry of the due queue is for.
    func readers(of entry: DueQueue.Entry) -> [PersonID] {
        entry.person == DueQueue.Entry.everybody
            ? rituals[Int(entry.ritual)].people.filter { isServed($0) } : [people[Int(entry.person)].id]
    }
}
