public import CivilTime
import Recurrence

/// One nudge to come.
public struct ComingNudge: Sendable, Hashable {
    public var key: NudgeKey
    /// When it goes out.
    public var at: Timestamp
    public var moment: Timestamp
    public var ordinal: Int?
    /// The first entry of the person's channel list.
    public var channels: [ChannelID]
    /// Whether it has been delivered and comes once more unless it is answered before.
    public var isAgain: Bool

    public init(
        key: NudgeKey, at: Timestamp, moment: Timestamp, ordinal: Int?, channels: [ChannelID], isAgain: Bool = false
    ) {
        self.key = key
        self.at = at
        self.moment = moment
        self.ordinal = ordinal
        self.channels = channels
        self.isAgain = isAgain
    }
}

/// The nudges to come, in order of time: what waits in the ledger and what the schedule generates.
public struct Preview: Sequence, IteratorProtocol {
    private let schedule: Schedule
    private let state: LedgerState
    private var dueQueue: DueQueue
    private var pending: [ComingNudge]
    private let people: [PersonID: Person]
    private let isShown: (Ritual, PersonID) -> Bool

    /// - Parameters:
    ///   - schedule: What generates the nudges.
    ///   - state: What waits in the ledger, and what was answered.
    ///   - now: Nudges later than it come.
    ///   - isShown: Whether what a ritual has for somebody is wanted; what is not is passed over.
    public init(
        _ schedule: Schedule, _ state: LedgerState, after now: Timestamp,
        showing isShown: @escaping (Ritual, PersonID) -> Bool = { _, _ in true }
    ) {
        self.schedule = schedule
        self.state = state
        self.isShown = isShown
        dueQueue = DueQueue(schedule, state) { _ in now }
        let people = Dictionary(schedule.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.people = people
        let named = Set(state.open.keys.map(\.ritual))
        let rituals = Dictionary(
            schedule.rituals.lazy.filter { named.contains($0.id) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        pending = state.open.values
            .filter { $0.delivered == nil && $0.answered == nil && $0.closes > now }
            .filter { record in
                guard let ritual = rituals[record.key.ritual], isShown(ritual, record.key.person),
                    ritual.calledOff(at: record.moment, state.wishes) == nil
                else { return false }
                let at = Swift.max(now, record.notBefore)
                return state.wishes.silence(record.key.ritual, for: record.key.person, at: at, about: record.moment)
                    == nil
            }
            .map { record in
                ComingNudge(
                    key: record.key, at: Swift.max(now, record.notBefore), moment: record.moment,
                    ordinal: record.ordinal, channels: people[record.key.person]?.channels.first ?? [])
            }
        pending.sort(by: Self.isLater)
    }

    /// The same with what has been delivered and will be asked about once more: `planner` knows when.
    public init(
        _ planner: Planner, after now: Timestamp,
        showing isShown: @escaping (Ritual, PersonID) -> Bool = { _, _ in true }
    ) {
        self.init(planner.schedule, planner.state, after: now, showing: isShown)
        for record in planner.state.open.values {
            let key = record.key
            guard let at = planner.comesAgain(record, at: now), let ritual = planner.ritual(key.ritual),
                isShown(ritual, key.person),
                state.wishes.silence(key.ritual, for: key.person, at: at, about: record.moment) == nil
            else { continue }
            pending.append(
                ComingNudge(
                    key: key, at: Swift.max(now, at), moment: record.moment, ordinal: record.ordinal,
                    channels: people[key.person]?.channels.first ?? [], isAgain: true))
        }
        pending.sort(by: Self.isLater)
    }

    public mutating func next() -> ComingNudge? {
        while pending.isEmpty || dueQueue.next.map({ $0 <= pending[pending.count - 1].at }) ?? false {
            guard let (entry, nudges) = dueQueue.popNext(schedule, state) else { break }
            let readers = readers(of: entry)
            for nudge in nudges {
                for reader in readers { add(nudge, entry, reader) }
            }
            pending.sort(by: Self.isLater)
        }
        return pending.popLast()
    }

    /// Who is shown what an entry of the due queue has; where that is nobody, it comes again when somebody is.
    private mutating func readers(of entry: DueQueue.Entry) -> [PersonID] {
        let ritual = schedule.rituals[Int(entry.ritual)]
        let shown = schedule.readers(of: entry).filter { isShown(ritual, $0) }
        let off = offEnd(ritual, entry)
        let rests = shown.map { state.wishes.rest(from: ritual.id, for: $0, at: entry.at) ?? off }
        if rests.allSatisfy({ $0 != nil }) {
            let end = rests.compactMap(\.self).min() ?? .distantFuture
            let stream = schedule.stream(of: entry, state)
            let next = end == .distantFuture ? nil : stream.next(after: end.justBefore)?.at
            dueQueue.change(ritual: entry.ritual, person: entry.person, to: next)
        }
        return shown
    }

    /// Until when nothing of a ritual is worth looking at, since too few of its people are there; its leads come before
    /// the moments that they are for.
    private func offEnd(_ ritual: Ritual, _ entry: DueQueue.Entry) -> Timestamp? {
        let zone = schedule.zone(of: entry)
        let moments = schedule.stream(of: entry, state).all(at: entry.at).map(\.occurrence.instant)
        guard let first = moments.min(), let end = ritual.calledOff(at: first, state.wishes) else { return nil }
        guard end < .distantFuture, let longest = ritual.leads.first else { return end }
        let from = longest.instant(before: end, in: zone)
        return from > entry.at ? from : nil
    }

    private mutating func add(_ nudge: GeneratedNudge, _ entry: DueQueue.Entry, _ reader: PersonID) {
        let ritual = schedule.rituals[Int(entry.ritual)]
        let name = OccurrenceName(ritual: ritual.id, key: nudge.occurrence.key)
        guard state.answerAhead(of: name, for: reader, ritual) == nil,
            schedule.isWanted(ritual, by: reader, state, at: nudge.at)
        else { return }
        let key = NudgeKey(occurrence: name, lead: nudge.lead, person: reader)
        guard !state.knows(key) else { return }
        let moment = nudge.occurrence.instant
        guard state.wishes.silence(ritual.id, for: reader, at: nudge.at, about: moment) == nil,
            ritual.calledOff(at: moment, state.wishes) == nil
        else { return }
        // Whether the day's budget will be spent by then depends on what comes until then.
        let end = people[reader].flatMap { Welcome($0, urgent: ritual.urgent).quietEnd(around: nudge.at) }
        guard state.wishes.silence(ritual.id, for: reader, at: end ?? nudge.at, about: moment) == nil else { return }
        pending.append(
            ComingNudge(
                key: key, at: end ?? nudge.at, moment: moment, ordinal: nudge.occurrence.ordinal,
                channels: people[reader]?.channels.first ?? []))
    }

    /// Latest first, so that the next one is at the end; at one instant by ritual and person.
    private static func isLater(_ a: ComingNudge, _ b: ComingNudge) -> Bool {
        if a.at != b.at { return a.at > b.at }
        return (a.key.ritual, a.key.person) > (b.key.ritual, b.key.person)
    }
}
