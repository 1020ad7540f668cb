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

    public init(key: NudgeKey, at: Timestamp, moment: Timestamp, ordinal: Int?, channels: [ChannelID]) {
        self.key = key
        self.at = at
        self.moment = moment
        self.ordinal = ordinal
        self.channels = channels
    }
}

/// The nudges to come, in order of time: what waits in the ledger and what the schedule generates.
public struct Preview: Sequence, IteratorProtocol {
    private let schedule: Schedule
    private let state: LedgerState
    private var agenda: Agenda
    private var pending: [ComingNudge]
    private let people: [PersonID: Person]

    public init(_ schedule: Schedule, _ state: LedgerState, after now: Timestamp) {
        self.schedule = schedule
        self.state = state
        agenda = Agenda(schedule, state) { _ in now }
        let people = Dictionary(schedule.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.people = people
        pending = state.open.values
            .filter { $0.delivered == nil && $0.closes > now }
            .map { record in
                ComingNudge(
                    key: record.key, at: Swift.max(now, record.notBefore), moment: record.moment,
                    ordinal: record.ordinal, channels: people[record.key.person]?.channels.first ?? [])
            }
        pending.sort(by: Self.isLater)
    }

    public mutating func next() -> ComingNudge? {
        while pending.isEmpty || agenda.next.map({ $0 <= pending[pending.count - 1].at }) ?? false {
            guard let (entry, nudges) = agenda.popNext(schedule, state) else { break }
            for nudge in nudges {
                for reader in schedule.readers(of: entry) { add(nudge, entry, reader) }
            }
            pending.sort(by: Self.isLater)
        }
        return pending.popLast()
    }

    private mutating func add(_ nudge: GeneratedNudge, _ entry: Agenda.Entry, _ reader: PersonID) {
        let ritual = schedule.rituals[Int(entry.ritual)]
        let name = OccurrenceName(ritual: ritual.id, key: nudge.occurrence.key)
        guard state.ahead[name]?[reader] == nil, schedule.isWanted(ritual, by: reader, state) else { return }
        let key = NudgeKey(occurrence: name, lead: nudge.lead, person: reader)
        guard state.open[key] == nil, state.closed[key] == nil else { return }
        // Whether the day's budget will be spent by then depends on what comes until then.
        let end = people[reader].flatMap { Welcome($0, urgent: ritual.urgent).quietEnd(around: nudge.at) }
        pending.append(
            ComingNudge(
                key: key, at: end ?? nudge.at, moment: nudge.occurrence.instant, ordinal: nudge.occurrence.ordinal,
                channels: people[reader]?.channels.first ?? []))
    }

    /// Latest first, so that the next one is at the end; at one instant by ritual and person.
    private static func isLater(_ a: ComingNudge, _ b: ComingNudge) -> Bool {
        if a.at != b.at { return a.at > b.at }
        return (a.key.ritual, a.key.person) > (b.key.ritual, b.key.person)
    }
}
