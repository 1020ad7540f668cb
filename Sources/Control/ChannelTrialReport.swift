public import Planning
public import Wording

/// What `test-channel` says: each step of the way, then how it ended.
public struct ChannelTrialReport {
    private let words: CommandWording
    private let channel: String
    private let person: String
    private var steps: [ChannelStep] = []

    public init(_ words: CommandWording, channel: String, person: String) {
        self.words = words
        self.channel = channel
        self.person = person
    }

    public mutating func note(_ step: ChannelStep) { steps.append(step) }

    public func reply(_ outcome: AttemptOutcome) -> Reply {
        let lines = steps.map { Reply.Line("  " + words.step($0)) }
        let last = words.tested(channel, person, outcome)
        if case .delivered = outcome { return Reply(lines + [Reply.Line(last)]) }
        return Reply(lines, complaints: [last], exit: .temporary)
    }
}
