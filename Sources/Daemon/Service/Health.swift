import CivilTime
import Planning

/// How the service is, in figures; the wording makes a line of it that a person reads.
public struct Health: Sendable, Hashable {
    public var hold: Hold?
    /// The newest schedule had mistakes, so the last good one is in force.
    public var mistakes: Int
    public var rituals: Int
    public var nextDue: Timestamp?
    /// Channels whose newest attempts failed, with how many in a row.
    public var failing: [ChannelID: Int]
    public var ledgerRefuses: Bool
    public var waiting: Int

    public init(
        hold: Hold? = nil, mistakes: Int = 0, rituals: Int = 0, nextDue: Timestamp? = nil,
        failing: [ChannelID: Int] = [:], ledgerRefuses: Bool = false, waiting: Int = 0
    ) {
        self.hold = hold
        self.mistakes = mistakes
        self.rituals = rituals
        self.nextDue = nextDue
        self.failing = failing
        self.ledgerRefuses = ledgerRefuses
        self.waiting = waiting
    }
}

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
