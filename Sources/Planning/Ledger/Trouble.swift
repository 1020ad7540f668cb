public import CivilTime

/// How long a channel has not got anything through.
public struct Trouble: Hashable, Sendable {
    /// Attempts in a row that the far end did not take, or that nobody knows of whether it did.
    public var failures: Int
    /// Times in a row that the far end was not there to be tried.
    public var outOfReach: Int
    /// When the first of them was.
    public var since: Timestamp

    public init(failures: Int = 0, outOfReach: Int = 0, since: Timestamp) {
        self.failures = failures
        self.outOfReach = outOfReach
        self.since = since
    }
}

extension LedgerState {
    /// Whatever a channel delivers ends its trouble.
    mutating func note(_ outcome: AttemptOutcome, on channel: ChannelID, at: Timestamp) {
        switch outcome {
        case .delivered: troubles[channel] = nil
        case .unreachable: troubles[channel, default: Trouble(since: at)].outOfReach += 1
        case .transient, .permanent, .uncertain: troubles[channel, default: Trouble(since: at)].failures += 1
        }
    }
}

/// A channel that keeps failing, so that somebody should look at it.
public struct FailingChannel: Hashable, Sendable {
    public var channel: ChannelID
    public var since: Timestamp
    /// How often it was tried in vain.
    public var tries: Int

    public init(channel: ChannelID, since: Timestamp, tries: Int) {
        self.channel = channel
        self.since = since
        self.tries = tries
    }
}

extension LedgerState {
    /// The channels of `schedule` that keep failing, by name.
    ///
    /// One refusal is nothing to look at. A desktop that is not there is no failure: nobody sits at it.
    public func failing(in schedule: Schedule) -> [FailingChannel] {
        schedule.channels.compactMap { channel in
            guard let trouble = troubles[channel.id] else { return nil }
            let isMissed = channel.wait == nil && trouble.outOfReach >= Policy.outOfReachNamed
            guard trouble.failures >= Policy.failuresNamed || isMissed else { return nil }
            let tries = trouble.failures + (channel.wait == nil ? trouble.outOfReach : 0)
            return FailingChannel(channel: channel.id, since: trouble.since, tries: tries)
        }.sorted { $0.channel < $1.channel }
    }
}
