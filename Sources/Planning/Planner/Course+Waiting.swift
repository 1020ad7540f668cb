import CivilTime

/// What comes of a far end that is not there, and of a delivery that nobody has looked at.
extension Course {
    /// Until when a channel without its far end keeps a nudge from the next channel; nil where it is not so.
    ///
    /// Counted from the first of the attempts in a row that found nobody.
    func parkedUntil(_ channel: ChannelID, _ record: NudgeRecord) -> Timestamp? {
        guard let wait = channels[channel]?.wait else { return nil }
        var since: Timestamp?
        for attempt in record.attempts.reversed() where attempt.channel == channel {
            guard isUnreachable(attempt) else { break }
            since = attempt.at
        }
        return since?.adding(seconds: wait)
    }

    /// The channels of the first entry whose far end was missing and has come.
    func comeBack(_ live: [[ChannelID]], _ record: NudgeRecord) -> [ChannelID]? {
        let back = live.map { $0.filter { reachable.contains($0) && parkedUntil($0, record) != nil } }
        return back.first { !$0.isEmpty }
    }

    /// Waits for an answer; what nobody looks at goes on to the next channel.
    func afterDelivery(_ record: NudgeRecord, closes: Timestamp, now: Timestamp) -> Step {
        let rest = Step.wait(until: closes)
        guard record.seen == nil, let (reached, until) = unseen(record) else { return rest }
        let onward = record.attempts.last { entry(of: $0.channel) > reached }
        if let onward {
            let step = retry(record, after: onward, closes: closes, now: now)
            if case .close = step { return rest }
            return step
        }
        let next = list.indices.first { entry in
            entry > reached && list[entry].contains { isLive($0, in: record) }
        }
        guard let next else { return rest }
        return pause(
            until: until, to: list[next].filter { isLive($0, in: record) }, closes: closes, now: now)
    }

    /// The last entry that delivered, and until when somebody may still look at it; nil where something was delivered
    /// of which nobody can tell whether it was looked at.
    private func unseen(_ record: NudgeRecord) -> (reached: Int, until: Timestamp)? {
        var reached: Int?
        var until: Timestamp?
        for attempt in record.attempts {
            guard case .delivered = attempt.outcome else { continue }
            guard let seconds = channels[attempt.channel]?.unseen else { return nil }
            let end = attempt.at.adding(seconds: seconds)
            until = until.map { Swift.max($0, end) } ?? end
            reached = Swift.max(reached ?? 0, entry(of: attempt.channel))
        }
        guard let reached, let until else { return nil }
        return (reached, until)
    }

    private func entry(of channel: ChannelID) -> Int { list.firstIndex { $0.contains(channel) } ?? 0 }
}
