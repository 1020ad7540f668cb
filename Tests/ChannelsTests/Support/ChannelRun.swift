import Channels
import Loop
import Planning
import Testing

/// Sends parcels over a channel on a loop of its own and keeps what was reported, in order.
final class ChannelRun {
    let loop: EpollLoop
    private(set) var outcomes: [(key: DeliveryKey, outcome: AttemptOutcome)] = []
    private var expected = 0

    init() throws { loop = try EpollLoop() }

    func send(_ parcels: [Parcel], over channel: any Channel, onReport: @escaping (Int) -> Void = { _ in }) {
        expected += parcels.count
        var isInside = true
        channel.begin(parcels) { [self] key, outcome in
            #expect(!isInside, "reported before begin returned")
            outcomes.append((key, outcome))
            onReport(outcomes.count)
            if outcomes.count == expected { loop.after(.milliseconds(50)) { self.loop.stop() } }
        }
        isInside = false
    }

    /// Runs until every parcel has its outcome, and a little longer to see a second one.
    func run(atMost limit: Duration = .seconds(60)) throws {
        let guardian = loop.after(limit) { [self] in
            Issue.record("only \(outcomes.count) of \(expected) outcomes within \(limit)")
            loop.stop()
        }
        try loop.run()
        guardian.cancel()
    }

    /// The outcome of one parcel sent alone.
    static func outcome(of parcel: Parcel, over make: (EpollLoop) -> any Channel) throws -> AttemptOutcome? {
        let run = try ChannelRun()
        let channel = make(run.loop)
        run.send([parcel], over: channel)
        try run.run()
        #expect(run.outcomes.count == 1)
        return run.outcomes.first?.outcome
    }
}

extension AttemptOutcome {
    /// Its case's name.
    var word: String {
        switch self {
        case .delivered: "delivered"
        case .transient: "transient"
        case .permanent: "permanent"
        case .uncertain: "uncertain"
        case .unreachable: "unreachable"
        }
    }

    var text: String {
        switch self {
        case .delivered(let text), .transient(let text, _), .permanent(let text), .uncertain(let text),
            .unreachable(let text):
            text
        }
    }
}
