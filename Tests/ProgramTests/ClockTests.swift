import Foundation
import Testing

/// The clock of one service is set under its feet; the machine's own stays as it is.
@Suite(.enabled(if: Machine.hasCompiler)) struct ClockTests {
    @Test func aStepForwardSendsWhatBecameDueAtOnce() async throws {
        let clock = try ServiceClock()
        try clock.set(ahead: 0, kept: true)
        let moment = Moment.date(in: 7200)
        // In two hours by the machine's clock: without the step, the test would wait that long.
        try clock.schedule(
            """
            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(at: moment))"
            urgent = true
            """)
        let service = try await clock.home.start(with: clock.environment)
        #expect(clock.home.received.isEmpty)
        try clock.set(justBefore: moment)
        try await eventually("the nudge that became due goes out") { clock.home.received.count == 1 }
        #expect(try await clock.home.stop(service).code == 0)
    }

    @Test func aStepBackSendsNothingTwice() async throws {
        let clock = try ServiceClock()
        try clock.set(ahead: 0, kept: true)
        let (tea, later) = (Moment.date(in: 600), Moment.date(in: 3600))
        try clock.schedule(
            """
            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(at: tea))"
            urgent = true

            [ritual.later]
            title = "Later"
            every = "day at \(Moment.clock(at: later))"
            urgent = true
            """)
        let service = try await clock.home.start(with: clock.environment)
        try clock.set(justBefore: tea)
        try await eventually("the first goes out") { clock.home.received.count == 1 }
        // Back to before it was due, with a time service that answers for it: the moment comes a second time.
        try clock.set(ahead: 0, kept: true)
        try await eventually("the service has seen the step") {
            clock.troth("status").out.contains("next:")
        }
        try clock.set(justBefore: later)
        try await eventually("the second goes out") { clock.home.received.contains { $0[3].contains("Later") } }
        #expect(clock.home.received.count { $0[3].contains("Tea") } == 1)
        #expect(clock.home.received.count == 2)
        #expect(try await clock.home.stop(service).code == 0)
    }

    @Test func aClockBehindTheRecordHoldsEverythingAndSaysSo() async throws {
        let clock = try ServiceClock()
        try clock.set(ahead: 7200, kept: true)
        try clock.schedule(
            """
            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: 7203))"
            urgent = true

            [ritual.soon]
            title = "Soon"
            every = "minute"
            urgent = true
            """)
        let service = try await clock.home.start(with: clock.environment)
        try await eventually("both go out") {
            Set(clock.home.received.map { $0[3] }).count == 2
        }
        // Two hours back, and nobody answers for that: everything waits, and status says why.
        try clock.set(ahead: 0, kept: false)
        try await eventually("status says that it waits") {
            clock.troth("status").out.contains("waiting for the clock")
        }
        let count = clock.home.received.count
        let ended = try await clock.home.stop(service)
        #expect(ended.code == 0)
        // A restart does not forget.
        let again = try await clock.home.start(with: clock.environment)
        #expect(clock.troth("status").out.contains("waiting for the clock"))
        #expect(clock.home.received.count == count)
        // The clock comes right again: the service goes on.
        try clock.set(ahead: 7330, kept: true)
        try await eventually("it goes on") {
            !clock.troth("status").out.contains("waiting for the clock") && clock.home.received.count > count
        }
        #expect(clock.home.received.count { $0[3].contains("Tea") } == 1)
        #expect(try await clock.home.stop(again).code == 0)
    }
}
