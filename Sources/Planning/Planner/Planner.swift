public import CivilTime
import Recurrence

/// Decides what is due, what was missed and what becomes of it, and when to look again.
///
/// A value without I/O and without a clock: every instant comes in from outside. The service and
/// `troth simulate` use the same one. It holds the ledger's state as of the last commit; changes that come from
/// elsewhere (outcomes, answers) come in through ``take(_:)`` once they are committed.
public struct Planner: Sendable {
    public let schedule: Schedule
    public internal(set) var state: LedgerState
    var dueQueue: DueQueue
    var looks = Looks()
    /// Ready to go on channels that send at once, by urgency and time, as they have room.
    var ready: [[ChannelID]: Heap<Ready>] = [:]
    /// Caught up and ready, waiting to be gathered into one message a person.
    var gathering: [PersonID: [Ready]] = [:]
    /// Claims under way, by channel; whatever becomes of their nudges meanwhile, each ends with an outcome or released.
    var underWay: [ChannelID: Set<DeliveryKey>] = [:]
    /// Channels that had no room left and have not got half of it back.
    var full: Set<ChannelID> = []
    /// The places of rituals in the schedule.
    private let places: PlaceTable
    let peopleIndex: [PersonID: Int]
    let channelIndex: [ChannelID: ChannelDefinition]
    /// The channels of each person as far as there are such channels, in the order of the schedule's people.
    let channelLists: [[[ChannelID]]]
    /// Channels that said that their far end has come, and were not found without it since.
    public private(set) var reachable: Set<ChannelID> = []
    /// Whether any ritual is kept from anybody.
    private let hasSecrets: Bool
    /// Whether anything is asked about again.
    let asksAgain: Bool
    /// What went out lately, for each far end with a rate.
    var gauges: [String: RateGauge]
    /// How many claims one channel may have at once.
    let capacity: Int

    struct Ready: Comparable, Sendable {
        var urgent: Bool
        var due: Timestamp
        var subject: DeliverySubject
        var channels: [ChannelID]
        static func < (a: Self, b: Self) -> Bool { a.urgent != b.urgent ? a.urgent : a.due < b.due }
        static func == (a: Self, b: Self) -> Bool { a.urgent == b.urgent && a.due == b.due }
    }

    /// Takes up `schedule` where `state` stands. Commit ``Adoption/changes(_:_:at:strangers:)`` first, so that every ritual
    /// has its mark.
    public init(_ schedule: Schedule, _ state: LedgerState, at now: Timestamp, capacity: Int = 64) {
        let through = state.through ?? now
        let dueQueue = DueQueue(schedule, state) { ritual in
            Swift.max(through, state.marks[ritual.id]?.since ?? now)
        }
        self.init(schedule, state, dueQueue, at: now, capacity: capacity)
    }

    /// The planner of some of its rituals, `schedule`, where `state` stands, without reckoning anew when each comes.
    func part(_ schedule: Schedule, _ state: LedgerState, at now: Timestamp) -> Planner {
        Planner(schedule, state, dueQueue.part(of: self.schedule, schedule), at: now, capacity: capacity)
    }

    private init(
        _ schedule: Schedule, _ state: LedgerState, _ dueQueue: DueQueue, at now: Timestamp, capacity: Int
    ) {
        self.schedule = schedule
        self.state = state
        self.capacity = capacity
        hasSecrets = schedule.rituals.contains { $0.secrecy != nil }
        asksAgain = schedule.rituals.contains { $0.again != nil }
        places = PlaceTable(of: schedule.rituals.count) { schedule.rituals[$0].id.hashValue }
        peopleIndex = Dictionary(
            schedule.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let channels = Dictionary(schedule.channels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        channelIndex = channels
        channelLists = schedule.people.map { person in
            person.channels.map { $0.filter { channels[$0] != nil } }.filter { !$0.isEmpty }
        }
        gauges = Planner.gauges(schedule, state, at: now)
        self.dueQueue = dueQueue
        for record in state.open.values {
            for claim in record.claims {
                underWay[claim.channel, default: []].insert(record.delivery(on: claim.channel))
            }
            looks.look(at: record.subject, no: now)
        }
    }

    /// What is due at `reading`, decided.
    ///
    /// With `preparing`, what falls due within so many seconds after is decided and claimed as well, so that it can go
    /// out on the instant (``Delivery/at``) without another word to the ledger; the plan wakes early enough for that.
    /// With `atMost`, about so many changes are decided before it is time for something else; where there are more,
    /// the plan wakes at once (``Plan/isPart``). Nothing is sent before all that is due is known, so that thousands at
    /// one instant hold nobody up and still go out in their order.
    /// The planner has taken in the returned changes already; if they cannot be committed, make a new planner from
    /// the ledger.
    public mutating func plan(at reading: ClockReading, preparing: Int64 = 0, atMost most: Int = .max) -> Plan {
        var plan = Plan()
        let now = reading.now
        if let hold = Self.hold(reading, state) {
            plan.hold = hold
            plan.wakeAt = wakeDuring(hold, now)
            plan.nextDue = nextDue
            return plan
        }
        if let through = state.through, now < through {
            record(.rewound(to: now), in: &plan)
            let known = reachable
            self = Planner(schedule, state, at: now, capacity: capacity)
            reachable = known
        }
        openDue(now, atMost: most, &plan)
        lookAtOpen(now, atMost: most, &plan)
        prepare(now, seconds: preparing, atMost: most, &plan)
        if plan.changes.count < most { sendReady(now, atMost: most, &plan) }
        plan.isPart = plan.changes.count >= most
        if !plan.changes.isEmpty { record(.advanced(through: now), in: &plan) }
        plan.wakeAt = plan.isPart ? now : wakeAt(now, preparing: preparing)
        plan.nextDue = nextDue
        return plan
    }

    private mutating func wakeAt(_ now: Timestamp, preparing: Int64) -> Timestamp? {
        [dueQueue.next?.adding(seconds: -(preparing / 2)), looks.next(), nextFree(after: now)]
            .compactMap(\.self).min()
    }

    /// Takes in changes that were committed: outcomes, answers and what follows from them.
    public mutating func take(_ changes: [LedgerChange]) {
        for change in changes {
            if case .attempted(let key, _, _) = change { underWay[key.channel]?.remove(key) }
            if case .released(let key) = change {
                underWay[key.channel]?.remove(key)
                forgetSending(key)
            }
            if case .attempted(let key, .unreachable, _) = change { reachable.remove(key.channel) }
            let touched = subjects(of: change)
            state.apply(change)
            if case .answered(let answer) = change { countAnew(answer) }
            for subject in touched { looks.look(at: subject, no: .distantPast) }
        }
    }

    /// A channel's far end has come: what could not reach it is looked at again.
    public mutating func reach(_ channel: ChannelID) {
        reachable.insert(channel)
        for record in state.open.values where record.attempts.contains(where: { $0.channel == channel }) {
            looks.look(at: record.subject, no: .distantPast)
        }
    }

    /// Whether something that `delivery` carries still waits for an answer.
    public func isOpen(_ delivery: DeliveryKey) -> Bool { state.isOpen(delivery) }

    /// A ritual with a cadence comes next counted from the answer.
    private mutating func countAnew(_ answer: AnswerRecord) {
        guard answer.answer == .done, let place = place(of: answer.occurrence.ritual),
            case let ritual = schedule.rituals[place], ritual.cadence != nil, ritual.isOn
        else { return }
        let person = ritual.together ? DueQueue.Entry.everybody : peopleIndex[answer.person].map(UInt32.init)
        let readers = ritual.together ? ritual.people : [answer.person]
        guard let person, readers.contains(where: schedule.isServed) else { return }
        let after = Swift.max(state.through ?? answer.at, answer.at)
        let entry = DueQueue.Entry(at: after, ritual: UInt32(place), person: person)
        let next = schedule.stream(of: entry, state).next(after: after)
        dueQueue.change(ritual: entry.ritual, person: person, to: next?.at)
    }

    /// Whether the claim that `delivery` stands on is still there: an answer, for one, ends it.
    public func holds(_ delivery: Delivery) -> Bool {
        delivery.members.allSatisfy { member in
            guard let record = state.open[member.key], record.round == member.round else { return false }
            return record.claims.contains { $0.channel == delivery.key.channel }
        }
    }

    public func ritual(_ id: RitualID) -> Ritual? { place(of: id).map { schedule.rituals[$0] } }

    /// The ritual's place in the schedule.
    func place(of id: RitualID) -> Int? { places.place(id.hashValue) { schedule.rituals[$0].id == id } }

    public func person(_ id: PersonID) -> Person? { peopleIndex[id].map { schedule.people[$0] } }

    /// When the schedule next has something due that everybody may know of.
    var nextDue: Timestamp? {
        hasSecrets ? dueQueue.next { schedule.rituals[Int($0)].secrecy == nil } : dueQueue.next
    }

    mutating func record(_ change: LedgerChange, in plan: inout Plan) {
        state.apply(change)
        plan.changes.append(change)
    }

    mutating func record(_ changes: [LedgerChange], in plan: inout Plan) {
        for change in changes { record(change, in: &plan) }
    }

    /// Why nothing may be decided at `reading`; nil when the clock is to be believed.
    public static func hold(_ reading: ClockReading, _ state: LedgerState) -> Hold? {
        guard let newest = state.through, !reading.isSynchronised else { return nil }
        if reading.now < newest { return .clockBehind(newest: newest) }
        if reading.now > newest.adding(seconds: Policy.believedAhead) { return .clockAhead(newest: newest) }
        return nil
    }

    /// A held planner looks again now and then: that the clock came to be kept right is announced by nobody.
    private func wakeDuring(_ hold: Hold, _ now: Timestamp) -> Timestamp {
        let soon = now.adding(seconds: 60)
        switch hold {
        case .clockBehind(let newest): return Swift.min(soon, newest)
        case .clockAhead: return soon
        }
    }
}

extension Timestamp {
    static let distantPast = Timestamp(microseconds: .min / 4)
    static let distantFuture = Timestamp(microseconds: .max / 4)
}
