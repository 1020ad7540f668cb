import CivilTime
import Foundation
import Loop
import Planning
import Testing

@testable import Daemon

/// The service with two far ends that show what they get: an answer on one of them takes back what stands on the other.
@Suite struct SharedAnswerTests {
    /// A far end that shows notices, and on which somebody may press a button.
    private final class Screen: RespondingChannel {
        var onResponse: ((ChannelResponse) -> Void)?
        private(set) var shown: [Parcel] = []
        private(set) var withdrawn: [String] = []
        let loop: EpollLoop
        var changed: () -> Void = {}
        let capacity = 8

        init(on loop: EpollLoop) { self.loop = loop }

        func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void) {
            loop.deferred { [self] in
                for parcel in parcels {
                    shown.append(parcel)
                    report(parcel.key, .delivered("shown"))
                }
                changed()
            }
        }

        func withdraw(_ token: String) {
            withdrawn.append(token)
            changed()
        }

        func finish() {}

        /// The notice about the check-in.
        var notice: Parcel? { shown.first { $0.ritual == "check-in.weekly" } }
    }

    /// The machine's time, said to be kept; held back until the schedule was taken up, however long that takes.
    private final class Clock: WallClock {
        var held: Double?
        init(held: Double) { self.held = held }
        func read() -> ClockReading {
            let now = held ?? Date().timeIntervalSince1970
            return ClockReading(now: Timestamp(microseconds: Int64(now * 1_000_000)), isSynchronised: true)
        }
    }

    /// What became of it, told by the thread that served.
    private struct Seen: Sendable {
        var withdrawn = false
        var ends: [String: String] = [:]
    }

    @Test(arguments: [NudgeAnswer.done, .skip])
    func anAnswerOnOneScreenTakesBackTheOthers(_ answer: NudgeAnswer) async throws {
        let folder = try ScheduleStoreTests.Folder()
        let due = Int(Date().timeIntervalSince1970) + 2
        let time = String(format: "%02d:%02d:%02d", due / 3_600 % 24, due / 60 % 60, due % 60)
        try folder.write(
            "troth.toml",
            """
            timezone = "UTC"
            [people.sam]
            channels = ["left"]
            [people.alex]
            channels = ["right"]
            [channels.left]
            type = "terminal"
            [channels.right]
            type = "terminal"
            [check-in.weekly]
            every = "day at \(time)"
            urgent = true
            """)
        let path = folder.path
        let seen = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Seen, any Error>) in
            // A thread of its own: the service keeps signals from the thread that serves.
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.serve(path, answer, startingAt: Double(due - 10)) })
            }
        }
        #expect(seen.withdrawn)
        let (own, other) =
            answer == .done
            ? ("acknowledged: done", "acknowledged: done by another")
            : ("skipped: skipped by person", "skipped: skipped by another")
        #expect(seen.ends == ["alex": own, "sam": other])
        _ = folder
    }

    private static func serve(_ path: String, _ answer: NudgeAnswer, startingAt start: Double) throws -> Seen {
        let loop = try EpollLoop()
        let (ledger, clock) = (MemoryLedger(), Clock(held: start))
        let (left, right) = (Screen(on: loop), Screen(on: loop))
        let service = try Service(
            Service.Parts(
                loop: loop, paths: Paths(config: "\(path)/config/troth.toml", state: "\(path)/state"),
                clock: clock, ledger: ledger,
                makeChannels: { _ in [ChannelID("left"): left, ChannelID("right"): right] }))
        var pressed = false
        func step() {
            guard let sam = left.notice, let alex = right.notice else { return }
            if !pressed {
                pressed = true
                // Each delivery was on record before its screen said so.
                loop.deferred { right.onResponse?(.answered(token: alex.token, answer)) }
            } else if left.withdrawn.contains(sam.token) {
                service.stop()
            }
        }
        (left.changed, right.changed) = (step, step)
        loop.after(.seconds(60)) { service.stop() }
        clock.held = nil
        try service.run()
        var seen = Seen()
        seen.withdrawn = left.notice.map { left.withdrawn.contains($0.token) } ?? false
        for entry in try ledger.history(HistoryQuery()) where entry.nudge.ritual == RitualID("weekly") {
            seen.ends[entry.nudge.person.text] = "\(entry.outcome?.rawValue ?? "-"): \(entry.reason?.rawValue ?? "-")"
        }
        return seen
    }
}
