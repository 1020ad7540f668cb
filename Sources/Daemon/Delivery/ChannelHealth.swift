import Planning

/// Counts failures in a row on each channel.
struct ChannelHealth {
    private(set) var failing: [ChannelID: Int] = [:]

    mutating func note(_ channel: ChannelID, _ outcome: AttemptOutcome) {
        switch outcome {
        case .delivered: failing[channel] = nil
        case .transient, .permanent, .uncertain, .unreachable: failing[channel, default: 0] += 1
        }
    }
}
