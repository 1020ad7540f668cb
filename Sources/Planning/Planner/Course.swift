import CivilTime

/// What an open nudge, or the message that gathers several, does next.
enum Step: Equatable {
    case wait(until: Timestamp)
    case send([ChannelID])
    /// A lease ran out: the claim is given up, as uncertain where the attempt may have begun.
    case giveUp([ClaimRecord])
    case close(Outcome, Reason)
}

/// Walks a person's channel list for one nudge: in order, each with its deadline, then again with growing pauses.
struct Course {
    /// Channels in order; an inner list goes out at once.
    var list: [[ChannelID]]
    /// What each channel can do. Held whole, since a planner's every look makes a course.
    var channels: [ChannelID: ChannelDefinition]
    /// Channels whose far end has come since it was missing.
    var reachable: Set<ChannelID>
    var welcome: Welcome
    /// Its retries are spread by this.
    var subject: DeliverySubject

    func step(_ record: NudgeRecord, closes: Timestamp, now: Timestamp) -> Step {
        let lapsed = record.claims.filter { $0.lease <= now }
        if !lapsed.isEmpty { return .giveUp(lapsed) }
        if let lease = record.claims.map(\.lease).min() { return .wait(until: lease) }
        if record.answered != nil { return now >= closes ? .close(.acknowledged, .done) : .wait(until: closes) }
        if now >= closes { return record.delivered == nil ? end(record) : .close(.delivered, .delivered) }
        if record.delivered != nil { return afterDelivery(record, closes: closes, now: now) }
        if now < record.notBefore { return .wait(until: Swift.min(record.notBefore, closes)) }
        guard let last = record.attempts.last else {
            if list.isEmpty { return end(record) }
            // Claimed in time and never begun, or kept waiting: by now it may be the middle of the night.
            return isKeptTooLong(record, now)
                ? pause(until: now, to: list[0], closes: closes, now: now) : .send(list[0])
        }
        return retry(record, after: last, closes: closes, now: now)
    }

    /// What was decided on time and only waited for its turn (a rate, or what went before it) is as wanted as it was,
    /// for a quarter of an hour; quiet that has begun meanwhile comes first.
    private func isKeptTooLong(_ record: NudgeRecord, _ now: Timestamp) -> Bool {
        guard FallingDue.isLate(record.notBefore, now) else { return false }
        return now > record.notBefore.adding(seconds: Policy.turnWait) || welcome.quietEnd(around: now) != nil
    }

    private func end(_ record: NudgeRecord) -> Step {
        // Only what was delivered is asked again, and that once arrived whatever became of the asking.
        if record.asked > 0 { return .close(.delivered, .delivered) }
        guard let last = record.attempts.last else { return .close(.expired, .graceEnded) }
        if case .uncertain = last.outcome { return .close(.failed, .uncertain) }
        return .close(.failed, .everyChannelFailed)
    }

    func retry(_ record: NudgeRecord, after last: AttemptRecord, closes: Timestamp, now: Timestamp) -> Step {
        let all = list.map { $0.filter { isLive($0, in: record) } }
        guard all.contains(where: { !$0.isEmpty }) else { return end(record) }
        if let back = comeBack(all, record) {
            let isOnTime = now <= record.notBefore.adding(seconds: Policy.onTime)
            return isOnTime ? .send(back) : pause(until: now, to: back, closes: closes, now: now)
        }
        // What waits for its far end is not tried by the clock.
        let live = all.map { $0.filter { parkedUntil($0, record) == nil } }
        let last = record.attempts.last { parkedUntil($0.channel, record) == nil } ?? last
        let visits = visits(record.attempts)
        let here = visits.last?.entry ?? 0

        if here < all.count, live[here].isEmpty, let until = all[here].compactMap({ parkedUntil($0, record) }).max(),
            now < until
        {
            return .wait(until: Swift.min(until, closes))
        }
        if here < live.count, !live[here].isEmpty, let again = nextTry(visits.last, last) {
            return pause(until: again, to: live[here], closes: closes, now: now)
        }
        if let onward = live.indices.first(where: { $0 > here && !live[$0].isEmpty }) {
            return .send(live[onward])  // at once: the next channel is no retry
        }
        guard let first = live.firstIndex(where: { !$0.isEmpty }) else { return .wait(until: closes) }
        let passes = visits.count { $0.entry <= first }
        let wait =
            isUnreachable(last)
            ? Policy.networkPause
            : Swift.min(Policy.longestPause, Policy.channelDeadline << Int64(Swift.min(passes, 8) - 1))
        return pause(until: last.at.adding(seconds: wait), to: live[first], closes: closes, now: now)
    }

    /// What is late, as a retry is by nature, waits for the day and the end of quiet hours.
    func pause(until: Timestamp, to channels: [ChannelID], closes: Timestamp, now: Timestamp) -> Step {
        let time = welcome.late(Swift.max(until, now))
        return time <= now ? .send(channels) : .wait(until: Swift.min(time, closes))
    }

    /// Whether an attempt whose outcome is unknown may be repeated on a channel.
    private func mayRepeat(_ channel: ChannelID) -> Bool { channels[channel]?.mayRepeat ?? false }

    /// Seconds for which a channel is tried before the next.
    private func deadline(_ channel: ChannelID) -> Int64 { channels[channel]?.deadline ?? Policy.channelDeadline }

    func isLive(_ channel: ChannelID, in record: NudgeRecord) -> Bool {
        !record.attempts.contains { attempt in
            guard attempt.channel == channel else { return false }
            switch attempt.outcome {
            case .permanent, .delivered: return true
            case .uncertain: return !mayRepeat(channel)
            case .transient, .unreachable: return false
            }
        }
    }

    func isUnreachable(_ attempt: AttemptRecord) -> Bool {
        if case .unreachable = attempt.outcome { true } else { false }
    }

    /// Attempts in a row on one entry of the list.
    private struct Visit {
        var entry: Int
        var began: Timestamp
        var tries: Int
    }

    private func visits(_ attempts: [AttemptRecord]) -> [Visit] {
        var visits: [Visit] = []
        for attempt in attempts {
            let entry = list.firstIndex { $0.contains(attempt.channel) } ?? 0
            if let last = visits.last, last.entry == entry,
                attempt.at < last.began.adding(seconds: deadline(of: entry))
            {
                visits[visits.count - 1].tries += 1
            } else {
                visits.append(Visit(entry: entry, began: attempt.at, tries: 1))
            }
        }
        return visits
    }

    /// The next try on the same entry of the list, if one fits before its deadline.
    private func nextTry(_ visit: Visit?, _ last: AttemptRecord) -> Timestamp? {
        guard let visit, !isUnreachable(last) else { return nil }
        let doubled = Policy.firstPause << Int64(Swift.min(visit.tries, 8) - 1)
        var wait = doubled + Int64(stableHash(subject.description) % UInt64(doubled / 4 + 1))
        if case .transient(_, let asked?) = last.outcome {
            wait = Swift.max(wait, Swift.min(asked, Policy.longestPause))
        }
        let time = last.at.adding(seconds: wait)
        return time < visit.began.adding(seconds: deadline(of: visit.entry)) ? time : nil
    }

    /// Of channels that go out at once, the longest.
    private func deadline(of entry: Int) -> Int64 {
        guard list.indices.contains(entry) else { return Policy.channelDeadline }
        return list[entry].map(deadline).max() ?? Policy.channelDeadline
    }
}
