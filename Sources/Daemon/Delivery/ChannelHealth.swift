import Planning

/// Counts failures in a row on each channel.
struct ChannelHealth {
    private(set) var failing: [ChannelID: Int] = [:]

    /// The channel's far end has come back.
    mutating func noteReachable(_ channel: ChannelID) { failing[channel] = nil }

    mutating func note(_ channel: ChannelID, _ outcome: AttemptOutcome) {
        switch outcome {
        case .delivered: failing[channel] = nil
        case .transient, .permanent, .uncertain, .unreachable: failing[channel, default: 0] += 1
        }
    }
}
