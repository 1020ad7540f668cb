import CivilTime
import Planning

/// Hands claimed deliveries to their channels and the outcomes to the record. It waits for nobody.
///
/// A channel has as much under way as it has room for; what else was claimed for it waits here in its order, and has
/// not begun: should the service die, the next one knows that it never went out.
final class Dispatcher {
    private let room: Room
    private var channels: [ChannelID: any Channel] = [:]
    private var definitions: [ChannelID: ChannelDefinition] = [:]
    /// Channels that left the schedule with deliveries under way; kept until those have ended.
    private var retired: [any Channel] = []
    /// Claimed ahead of their time, soonest first.
    private var prepared: [Delivery] = []
    /// What they will say on their instants.
    private var worded: [DeliveryKey: Parcel] = [:]
    /// Due and claimed, in the order of their claims, until their channels have room.
    private var waiting: [ChannelID: [Delivery]] = [:]
    private(set) var underWay: Set<DeliveryKey> = []
    /// Ended, and soon on record.
    private var ended: [Ended] = []
    /// Outcomes that the ledger refused so far; nothing new begins before they are recorded.
    private var unrecorded: [LedgerChange] = []
    /// Channels whose next deliveries the ledger would not have begun a moment ago.
    private var refusedBegin: Set<ChannelID> = []
    private var shown = ShownDeliveries()

    private struct Ended {
        var key: DeliveryKey
        var outcome: AttemptOutcome
        var at: Timestamp
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

    // MARK: - What is claimed

    /// Begins what was claimed: at once, or on its instant where that is still to come.
    func take(_ deliveries: [Delivery], at now: Timestamp) {
        let (due, early) = (deliveries.filter { $0.at <= now }, deliveries.filter { $0.at > now })
        prepared = (prepared + early).sorted { $0.at < $1.at }
        begin(due)
        for delivery in early { worded[delivery.key] = room.parcel(delivery, delivery.at) }
    }

    /// When the next prepared delivery goes out.
    var nextBegin: Timestamp? { prepared.first?.at }

    /// Begins what was prepared for now.
    ///
    /// An answer may have come since, and a machine that slept may be hours late: then the claim ends unsent, and the
    /// planner decides again.
    func beginPrepared(at now: Timestamp) {
        let count = prepared.prefix { $0.at <= now }.count
        guard count > 0 else { return }
        let due = Array(prepared.prefix(count))
        prepared.removeFirst(count)
        let (good, stale) = (due.filter { isGood($0, now) }, due.filter { !isGood($0, now) })
        begin(good)
        release(stale)
    }

    private func isGood(_ delivery: Delivery, _ now: Timestamp) -> Bool {
        now <= delivery.at.adding(seconds: Policy.onTime) && room.isClaimed(delivery)
    }

    /// Gives up what was claimed and has not begun: the clock was set, the schedule changed, or the service ends.
    func giveUpPrepared() {
        release(prepared + waiting.values.joined())
        prepared = []
        worded = [:]
        waiting = [:]
    }

    private func release(_ deliveries: [Delivery]) {
        guard !deliveries.isEmpty else { return }
        for delivery in deliveries { worded[delivery.key] = nil }
        _ = room.commit(deliveries.map { .released($0.key) }, true)
    }

    // MARK: - What begins

    /// Channel by channel, in the order given.
    private func begin(_ deliveries: [Delivery]) {
        var order: [ChannelID] = []
        var fresh: [ChannelID: [Delivery]] = [:]
        for delivery in deliveries {
            if fresh[delivery.key.channel] == nil { order.append(delivery.key.channel) }
            fresh[delivery.key.channel, default: []].append(delivery)
        }
        for id in order {
            let isFirst = waiting[id, default: []].isEmpty
            waiting[id, default: []] += fresh[id] ?? []
            beginNext(on: id, asClaimed: isFirst)
        }
        withdrawAnswered()
    }

    /// Begins what waits for a channel, as far as it has room.
    ///
    /// - Parameter asClaimed: They were claimed just now; what waited is looked at once more. Its lease has to cover the
    ///   channel's whole time limit, or the next service could take for lost what still runs.
    private func beginNext(on id: ChannelID, asClaimed: Bool = false) {
        guard unrecorded.isEmpty else { return }
        var stale: [Delivery] = []
        var batch: [Delivery] = []
        var free = (channels[id]?.capacity ?? .max) - underWay.count { $0.channel == id }
        while free > 0, let next = waiting[id]?.first {
            waiting[id]?.removeFirst()
            let isGood =
                asClaimed
                || room.isClaimed(next) && room.now() <= next.at.adding(seconds: Policy.leaseMargin)
            if isGood { batch.append(next) } else { stale.append(next) }
            if isGood { free -= 1 }
        }
        if waiting[id]?.isEmpty == true { waiting[id] = nil }
        begin(batch, on: id)
        release(stale)
    }

    private func begin(_ batch: [Delivery], on id: ChannelID) {
        var parcels: [Parcel] = []
        for delivery in batch {
            if let parcel = parcel(delivery) {
                parcels.append(parcel)
            } else {
                release([delivery])
            }
        }
        guard !parcels.isEmpty else { return }
        guard let channel = channels[id] else {
            for parcel in parcels { end(parcel.key, .permanent("this host has no such channel")) }
            return
        }
        // Not durably: after a power cut a claim counts as begun whatever the record says.
        guard room.commit(parcels.map { .begun($0.key) }, false) else { return putBack(batch, on: id) }
        underWay.formUnion(parcels.map(\.key))
        for var parcel in parcels {
            parcel.replaces = shown.takeReplaced(by: parcel.key, room.isOpen).map(room.token)
            channel.begin([parcel]) { key, outcome in self.end(key, outcome.sparing(parcel)) }
        }
        CrashPoint.duringSend.reached()
    }

    /// What the ledger would not have begun waits on, and is looked at again soon.
    private func putBack(_ batch: [Delivery], on id: ChannelID) {
        waiting[id] = batch + waiting[id, default: []]
        guard refusedBegin.insert(id).inserted else { return }
        room.after(room.patience) { [weak self] in
            self?.refusedBegin.remove(id)
            self?.beginNext(on: id)
        }
    }

    /// Words for an instant are true for a moment; what goes out later is worded anew.
    private func parcel(_ delivery: Delivery) -> Parcel? {
        let ready = worded.removeValue(forKey: delivery.key)
        let now = room.now()
        return ready != nil && now <= delivery.at.adding(seconds: 1) ? ready : room.parcel(delivery, now)
    }

    // MARK: - What has ended

    /// Where a channel has one thing under way, its outcome is recorded before the next begins. The others' are recorded
    /// by the handful: as many as ended while the disk took the last ones.
    private func end(_ key: DeliveryKey, _ outcome: AttemptOutcome) {
        CrashPoint.afterAcceptance.reached()
        if case .delivered = outcome, channels[key.channel] is any RespondingChannel { shown.note(key) }
        ended.append(Ended(key: key, outcome: outcome, at: room.now()))
        if ended.count == 1 { room.after(.zero) { [weak self] in self?.settle() } }
    }

    private func settle() {
        let batch = ended
        ended = []
        unrecorded += batch.map { .attempted($0.key, $0.outcome, at: $0.at) }
        for one in batch { underWay.remove(one.key) }
        if underWay.isEmpty { retired = [] }
        record()
        for id in Set(batch.map(\.key.channel)) { beginNext(on: id) }
        for one in batch { room.settled(one.key, one.outcome) }
    }

    /// An outcome is never let go of: where the disk refuses it, it is tried again until it is taken.
    private func record(again: Bool = false) {
        guard !unrecorded.isEmpty else { return }
        guard room.commit(unrecorded, true) else {
            return room.after(room.patience) { [weak self] in self?.record(again: true) }
        }
        unrecorded = []
        guard again else { return }
        for id in waiting.keys { beginNext(on: id) }
        room.recordedAgain()
    }

    // MARK: - What is shown

    /// A far end still shows what an earlier service gave it.
    func noteShown(_ key: DeliveryKey) { shown.note(key) }

    /// Takes back what is shown and waits for nothing any more.
    func withdrawAnswered() {
        for key in shown.takeAnswered(room.isOpen) { withdraw(room.token(key), from: key.channel) }
    }

    func withdraw(_ token: String, from channel: ChannelID) {
        (channels[channel] as? any RespondingChannel)?.withdraw(token)
    }

    /// Sends something that is no nudge and on no record.
    ///
    /// - Parameter tell: Hears each step, where the channel can tell; nil where nobody wants to know.
    func sendAside(
        _ parcel: Parcel, tell: ((ChannelStep) -> Void)? = nil, _ ended: @escaping (AttemptOutcome) -> Void
    ) {
        guard let channel = channels[parcel.key.channel] else {
            return ended(.permanent("this host has no such channel"))
        }
        channel.beginAside(parcel, tell: tell, ended)
    }

    /// Lets what is under way come to its end.
    func finish() {
        giveUpPrepared()
        for channel in channels.values { channel.finish() }
    }
}
