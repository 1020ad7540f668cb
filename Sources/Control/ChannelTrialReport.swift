import JSON
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
        let lines = steps.map { Reply.Line("  " + words.step($0), $0.object) }
        let last = words.tested(channel, person, outcome)
        if case .delivered = outcome { return Reply(lines + [Reply.Line(last, outcome.object)]) }
        return Reply(lines + [Reply.Line(nil, outcome.object)], complaints: [last], exit: .temporary)
    }
}

extension ChannelStep {
    /// For a program: `step` says which it is.
    fileprivate var object: JSON {
        switch self {
        case .started(let program, let input):
            ["step": "started", "program": .string(program), "input": .integer(Int64(input))]
        case .ended(let code): ["step": "ended", "code": .integer(Int64(code))]
        case .signalled(let number): ["step": "signalled", "signal": .integer(Int64(number))]
        case .timedOut: ["step": "timed out"]
        case .connected(let address): ["step": "connected", "to": .string(address)]
        case .said(let text): ["step": "said", "text": .string(text)]
        case .found(let name): ["step": "found", "name": .string(name)]
        case .numbered(let number): ["step": "numbered", "number": .integer(Int64(number))]
        case .stillThere: ["step": "still there"]
        }
    }
}
