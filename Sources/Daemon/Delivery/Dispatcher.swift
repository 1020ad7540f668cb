import CivilTime
import Planning

/// Hands claimed deliveries to their channels and the outcomes to the record. It waits for nobody.
final class Dispatcher {
    /// What the dispatcher needs from the service around it.
    struct Room {
        /// Commits changes and lets the planner take them in; false when the ledger refused.
        var commit: (_ changes: [LedgerChange], _ durably: Bool) -> Bool
        /// Whether the record still holds the claim that a delivery stands on.
        var isClaimed: (Delivery) -> Bool
        /// Renders a delivery for its person, as it is to be read at a time.
        var parcel: (Delivery, Timestamp) -> Parcel?
        /// Says that an outcome was recorded, so that it is planned again.
        var settled: (DeliveryKey, AttemptOutcome) -> Void
        /// Hears what a channel's far end says.
        var responded: (ChannelID, ChannelResponse) -> Void
        /// Whether something of a delivery still waits for an answer.
        var isOpen: (DeliveryKey) -> Bool
        var token: (DeliveryKey) -> String
        var now: () -> Timestamp
        /// Calls back after so many seconds.
        var after: (Int64, @escaping () -> Void) -> Void
    }

    private let room: Room
    private var channels: [ChannelID: any Channel] = [:]
    private var definitions: [ChannelID: ChannelDefinition] = [:]
    /// Channels that left the schedule with deliveries under way; kept until those have ended.
    private var retired: [any Channel] = []
    /// Outcomes that the ledger refused so far; nothing new begins before they are recorded.
    private var unrecorded: [LedgerChange] = []
    /// Claimed ahead of their time, soonest first.
    private var prepared: [Prepared] = []
    /// What a far end that shows things was given and nobody has answered.
    private var shown: Set<DeliveryKey> = []
    private(set) var underWay: Set<DeliveryKey> = []

    /// A delivery before its instant, with the words that it will be true in then.
    private struct Prepared {
        let delivery: Delivery
        let parcel: Parcel?
    }

    init(_ room: Room) { self.room = room }

    /// Takes up the schedule's channels; one whose definition did not change goes on as it is.
    func use(_ definitions: [ChannelDefinition], make: ([ChannelDefinition]) -> [ChannelID: any Channel]) {
        let changed = definitions.filter { self.definitions[$0.id] != $0 || channels[$0.id] == nil }
        var fresh = make(changed)
        for case (let id, let channel as any RespondingChannel) in fresh {
            channel.onResponse = { [weak self] response in self?.room.responded(id, response) }
        }
        for definition in definitions where fresh[definition.id] == nil {
            fresh[definition.id] = channels[definition.id]
        }
        for (id, channel) in channels where fresh[id].map({ $0 !== channel }) ?? true { retired.append(channel) }
        channels = fresh
        self.definitions = Dictionary(definitions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        if underWay.isEmpty { retired = [] }
    }

    var isWaitingForLedger: Bool { !unrecorded.isEmpty }

    /// Begins what was claimed: at once, or on its instant where that is still to come.
    func take(_ deliveries: [Delivery], at now: Timestamp) {
        begin(deliveries.filter { $0.at <= now }.map { Prepared(delivery: $0, parcel: nil) })
        let early = deliveries.filter { $0.at > now }
        guard !early.isEmpty else { return }
        prepared += early.map { Prepared(delivery: $0, parcel: room.parcel($0, $0.at)) }
        prepared.sort { $0.delivery.at < $1.delivery.at }
    }

    /// When the next prepared delivery goes out.
    var nextBegin: Timestamp? { prepared.first?.delivery.at }

    /// Begins what was prepared for now.
    ///
    /// An answer may have come since, and a machine that slept may be hours late: then the claim ends unsent, and the
    /// planner decides again.
    func beginPrepared(at now: Timestamp) {
        let count = prepared.prefix { $0.delivery.at <= now }.count
        guard count > 0 else { return }
        let due = Array(prepared.prefix(count))
        prepared.removeFirst(count)
        let good = due.filter { isGood($0.delivery, now) }
        // Words for an instant are true for a moment; what is late is worded again.
        begin(good.map { now <= $0.delivery.at.adding(seconds: 1) ? $0 : Prepared(delivery: $0.delivery, parcel: nil) })
        let stale = due.filter { !isGood($0.delivery, now) }
        if !stale.isEmpty { _ = room.commit(stale.map { .released($0.delivery.key) }, true) }
    }

    private func isGood(_ delivery: Delivery, _ now: Timestamp) -> Bool {
        now <= delivery.at.adding(seconds: Policy.onTime) && room.isClaimed(delivery)
    }

    /// Gives up what was prepared and has not begun: the clock was set, the schedule changed, or the service ends.
    func giveUpPrepared() {
        guard !prepared.isEmpty else { return }
        _ = room.commit(prepared.map { .released($0.delivery.key) }, true)
        prepared = []
    }

    /// Channel by channel, in the order given.
    private func begin(_ deliveries: [Prepared]) {
        var order: [ChannelID] = []
        var bursts: [ChannelID: [Prepared]] = [:]
        for one in deliveries {
            let channel = one.delivery.key.channel
            if bursts[channel] == nil { order.append(channel) }
            bursts[channel, default: []].append(one)
        }
        for id in order { begin(bursts[id] ?? [], on: id) }
        withdrawAnswered()
    }

    /// Takes back what is shown and waits for nothing any more.
    func withdrawAnswered() {
        for key in shown where !room.isOpen(key) {
            shown.remove(key)
            withdraw(room.token(key), from: key.channel)
        }
    }

    func withdraw(_ token: String, from channel: ChannelID) {
        (channels[channel] as? any RespondingChannel)?.withdraw(token)
    }

    /// The delivery shown for the same ritual and person that a new one takes the place of.
    private func replaced(by key: DeliveryKey) -> String? {
        guard case .nudge(let nudge) = key.subject else { return nil }
        let old = shown.first { other in
            guard other.channel == key.channel, other != key, case .nudge(let shown) = other.subject else { return false }
            guard shown.ritual == nudge.ritual, shown.person == nudge.person else { return false }
            // A nearer lead of the same occurrence takes the place of the one before, whether or not that has closed.
            return shown.occurrence == nudge.occurrence || !room.isOpen(other)
        }
        guard let old else { return nil }
        shown.remove(old)
        return room.token(old)
    }

    private func begin(_ burst: [Prepared], on id: ChannelID) {
        var parcels: [Parcel] = []
        for one in burst {
            let delivery = one.delivery
            if var parcel = one.parcel ?? room.parcel(delivery, room.now()) {
                parcel.replaces = replaced(by: delivery.key)
                parcels.append(parcel)
            } else {
                _ = room.commit([.released(delivery.key)], true)
            }
        }
        guard !parcels.isEmpty else { return }
        guard let channel = channels[id] else {
            for parcel in parcels { end(parcel.key, .permanent("this host has no such channel")) }
            return
        }
        // Not durably: after a power cut a claim counts as begun whatever the record says.
        guard room.commit(parcels.map { .begun($0.key) }, false) else { return }
        underWay.formUnion(parcels.map(\.key))
        channel.begin(parcels) { key, outcome in self.end(key, outcome) }
        CrashPoint.duringSend.reached()
    }

    private func end(_ key: DeliveryKey, _ outcome: AttemptOutcome) {
        CrashPoint.afterAcceptance.reached()
        underWay.remove(key)
        if underWay.isEmpty { retired = [] }
        if case .delivered = outcome, channels[key.channel] is any RespondingChannel { shown.insert(key) }
        unrecorded.append(.attempted(key, outcome, at: room.now()))
        record()
        room.settled(key, outcome)
    }

    /// An outcome is never let go of: where the disk refuses it, it is tried again until it is taken.
    private func record() {
        guard !unrecorded.isEmpty else { return }
        if room.commit(unrecorded, true) {
            unrecorded = []
        } else {
            room.after(5) { [weak self] in self?.record() }
        }
    }

    /// Sends something that is no nudge and on no record.
    func sendAside(_ parcel: Parcel, _ ended: @escaping (AttemptOutcome) -> Void) {
        guard let channel = channels[parcel.key.channel] else {
            return ended(.permanent("this host has no such channel"))
        }
        channel.begin([parcel]) { _, outcome in ended(outcome) }
    }

    /// Lets what is under way come to its end.
    func finish() {
        giveUpPrepared()
        for channel in channels.values { channel.finish() }
    }
}
