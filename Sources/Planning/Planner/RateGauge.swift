import CivilTime

/// What went to one far end lately, so that no more goes there than it takes.
///
/// In no stretch of a rate's unit, wherever it begins, do more go out than the rate says.
struct RateGauge: Sendable {
    private let rates: [Rate]
    /// When something went out, oldest first.
    private var times: [Timestamp] = []

    init(_ rates: [Rate]) { self.rates = rates }

    /// The first time, `earliest` or later, at which one more may go out.
    func free(from earliest: Timestamp) -> Timestamp {
        rates.reduce(earliest) { time, rate in
            guard times.count >= rate.count else { return time }
            return Swift.max(time, times[times.count - rate.count].adding(seconds: rate.unit.seconds))
        }
    }

    mutating func note(_ time: Timestamp) {
        let place = times.lastIndex { $0 <= time }.map { $0 + 1 } ?? 0
        times.insert(time, at: place)
        let most = rates.map(\.count).max() ?? 0
        if times.count > 2 * most { times.removeFirst(times.count - most) }
    }

    /// What was to go out at `time` did not.
    mutating func forget(_ time: Timestamp) {
        if let place = times.lastIndex(of: time) { times.remove(at: place) }
    }
}

extension Planner {
    /// A gauge for each far end that has a rate, with what the open nudges tell of the time before `now`.
    static func gauges(_ schedule: Schedule, _ state: LedgerState, at now: Timestamp) -> [String: RateGauge] {
        var rates: [String: [Rate]] = [:]
        var farEnds: [ChannelID: String] = [:]
        for channel in schedule.channels { farEnds[channel.id] = channel.farEnd }
        for channel in schedule.channels { if let rate = channel.rate { rates[channel.farEnd, default: []].append(rate) } }
        guard !rates.isEmpty else { return [:] }
        var gauges = rates.mapValues(RateGauge.init)
        // What a digest carries went out as one.
        var sent: Set<Sending> = []
        for record in state.open.values {
            let subject = record.digest.map { DeliverySubject.digest($0) } ?? .nudge(record.key)
            for attempt in record.attempts where attempt.at <= now {
                sent.insert(Sending(subject: subject, channel: attempt.channel, at: attempt.at))
            }
            for claim in record.claims where claim.at <= now {
                sent.insert(Sending(subject: subject, channel: claim.channel, at: claim.at))
            }
        }
        for sending in sent.sorted(by: { $0.at < $1.at }) {
            if let end = farEnds[sending.channel] { gauges[end]?.note(sending.at) }
        }
        return gauges
    }

    private struct Sending: Hashable {
        var subject: DeliverySubject
        var channel: ChannelID
        var at: Timestamp
    }

    /// The first time, `earliest` or later, at which the rates of `channels` let one more go out.
    func free(_ channels: [ChannelID], from earliest: Timestamp) -> Timestamp {
        guard !gauges.isEmpty else { return earliest }
        return channels.reduce(earliest) { time, channel in
            guard let end = channelIndex[channel]?.farEnd, let gauge = gauges[end] else { return time }
            return gauge.free(from: time)
        }
    }

    mutating func noteSending(on channel: ChannelID, at time: Timestamp) {
        guard !gauges.isEmpty, let end = channelIndex[channel]?.farEnd else { return }
        gauges[end]?.note(time)
    }

    /// A claim that ends unsent leaves its place to another.
    mutating func forgetSending(_ delivery: DeliveryKey) {
        guard !gauges.isEmpty, let channel = channelIndex[delivery.channel],
            let claim = state.records(of: delivery.subject).first?.claims.first(where: { $0.channel == channel.id })
        else { return }
        let limit = channel.timeLimit + Policy.leaseMargin
        gauges[channel.farEnd]?.forget(claim.lease.adding(seconds: -limit))
    }

    /// When a rate next lets go of something that is ready.
    func nextFree(after now: Timestamp) -> Timestamp? {
        guard !gauges.isEmpty else { return nil }
        let waiting = ready.values.compactMap(\.first?.channels) + gathering.values.compactMap(\.first?.channels)
        return waiting.map { free($0, from: now) }.filter { $0 > now }.min()
    }
}
