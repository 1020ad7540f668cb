import Foundation
import Testing

/// Each row of the README's table of failures is tried on the built programs, and comes out as it says.
@Suite(.enabled(if: Machine.hasEverythingToFail)) struct FailureTests {
    /// What came of a failure, in the table's words.
    struct Seen {
        var reached: String
        var record: String

        init(_ reached: String, _ home: Home) {
            self.reached = reached
            record = home.attempts.joined(separator: ", ")
        }
    }

    static let trials: [String: @Sendable () async throws -> Seen] = {
        var all: [String: @Sendable () async throws -> Seen] = [:]
        for trials in [MailTrials.all, ChannelTrials.all, ServiceTrials.all] { all.merge(trials) { $1 } }
        return all
    }()

    /// Each waits most of the time, and all of them at once would be too much for two processors.
    private static let gate = Gate(8)

    @Test(arguments: FailureTable.rows) func theRowSaysWhatHappens(_ row: FailureTable.Row) async throws {
        let trial = try #require(Self.trials[row.failure], "this is in the table, and nobody tries it")
        await Self.gate.enter()
        defer { Self.gate.leave() }
        let seen = try await trial()
        #expect(seen.reached == row.reached)
        #expect(seen.record == row.record)
    }

    @Test func whatIsTriedIsInTheTable() {
        let told = FailureTable.rows.map(\.failure)
        #expect(Set(told) == Set(Self.trials.keys))
        #expect(Set(told).count == told.count)
    }
}

extension Home {
    /// One ritual for Sam, due in a moment, over `channels`; `desk` is a command that writes down what it gets.
    func schedule(over channels: String, _ definitions: String, email: String = "sam@example.org", due: Double = Moment.soon)
        throws
    {
        try schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            email = "\(email)"
            channels = [\(channels)]

            [channels.desk]
            type = "command"
            command = ["\(receiver)", "{title}", "{body}"]

            \(definitions)

            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: due))"
            urgent = true
            """)
    }

    /// Waits until so many attempts are on record, and in vain or not, the last one is the last.
    func attempts(_ count: Int, _ place: SourceLocation = #_sourceLocation) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(300)
        // Asked for seldom: a start of a program each time, beside a dozen others.
        while attempts.count < count {
            if clock.now > deadline {
                Issue.record("only this is on record: \(attempts)", sourceLocation: place)
                throw NeverCameAbout()
            }
            try await Task.sleep(for: .milliseconds(1_500))
        }
    }

    /// What the command called `desk` got; the lines of a body that go on are none of their own.
    var messages: [[String]] { received.filter { $0.count == 5 } }

    /// What the command called `desk` got, in the table's words.
    var deskSays: String { messages.isEmpty ? "nothing" : messages.count == 1 ? "the next channel has it" : "too much" }
}

extension MailServer {
    /// What the server took, in the table's words.
    var says: String {
        let names = taken.map { $0.header("Message-ID") ?? "none" }
        switch (names.count, Set(names).count) {
        case (0, _): return "nothing"
        case (1, _): return "one mail"
        case (2, 1): return "two mails with one Message-ID"
        default: return "too much"
        }
    }
}

/// Lets so many in at once.
final class Gate: @unchecked Sendable {
    private let lock = NSLock()
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ places: Int) { free = places }

    func enter() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isFree = lock.withLock {
                if free > 0 {
                    free -= 1
                    return true
                }
                waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func leave() {
        let next = lock.withLock { () -> CheckedContinuation<Void, Never>? in
            if waiting.isEmpty {
                free += 1
                return nil
            }
            return waiting.removeFirst()
        }
        next?.resume()
    }
}
