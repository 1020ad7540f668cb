import Glibc
import Testing

@testable import Loop

struct TimeTests {
    @Test func delaysFireInTheOrderOfTheirDeadlines() throws {
        let queue = try DelayQueue(countsSuspend: false)
        var fired: [Int] = []
        // All past, in an order far from sorted; equal ones fire in the order they were asked for.
        let deadlines: [Int64] = [5, 1, 4, 1, 0, 3, 5, 2, -1, 2]
        let delays = deadlines.enumerated().map { index, deadline in
            queue.add(at: deadline) { fired.append(index) }
        }
        queue.fire()
        #expect(fired == deadlines.indices.sorted { (deadlines[$0], $0) < (deadlines[$1], $1) })
        #expect(delays.allSatisfy { !$0.isPending } && queue.count == 0)
    }

    @Test func noDelayFiresBeforeItsTime() throws {
        let loop = try EpollLoop()
        let start = loop.now
        var end = start
        loop.after(.milliseconds(30)) {
            end = loop.now
            loop.stop()
        }
        try loop.runToStop()
        #expect(end - start >= .milliseconds(30))
    }

    @Test func aCancelledDelayDoesNotFire() throws {
        let loop = try EpollLoop()
        let cancelled = loop.after(.zero) { Issue.record("fired") }
        var other: Delay?
        loop.after(.milliseconds(1)) { other?.cancel() }
        other = loop.after(.milliseconds(1)) { Issue.record("fired in the same round") }
        let last = loop.after(.milliseconds(2)) { loop.stop() }
        cancelled.cancel()
        #expect(!cancelled.isPending && last.isPending)
        try loop.runToStop()
        #expect(!last.isPending)
        last.cancel()
    }

    @Test func manyCancelledDelaysDoNotPileUp() throws {
        let queue = try DelayQueue(countsSuspend: false)
        let kept = (0..<10).map { queue.add(.seconds(1000 + $0)) {} }
        for _ in 0..<10_000 { queue.add(.seconds(3600)) {}.cancel() }
        #expect(queue.count < 100)
        #expect(kept.allSatisfy { $0.isPending })
    }

    @Test func aThousandRandomDelaysStaySorted() throws {
        let loop = try EpollLoop()
        var random = SystemRandomNumberGenerator()
        var deadlines: [Int64] = []
        for _ in 0..<1000 {
            var delay: Delay?
            delay = loop.after(.microseconds(Int.random(in: 0...20_000, using: &random))) {
                deadlines.append(delay?.deadline ?? 0)
                delay = nil
                if deadlines.count == 1000 { loop.stop() }
            }
        }
        try loop.runToStop()
        #expect(deadlines == deadlines.sorted())
    }

    @Test func aDelayOfZeroIsNotCalledInside() throws {
        let loop = try EpollLoop()
        var order: [String] = []
        loop.after(.zero) {
            loop.after(.zero) {
                order.append("inner")
                loop.stop()
            }
            order.append("outer")
        }
        try loop.runToStop()
        #expect(order == ["outer", "inner"])
    }

    static let spans: [(Duration, Int64)] = [
        (.zero, 0), (.seconds(-1), 0), (.nanoseconds(1), 1), (.seconds(1), 1_000_000_000),
        (Duration(secondsComponent: 0, attosecondsComponent: 1), 1),  // rounded up, never early
        (.seconds(Int64.max), .max), (.seconds(9_223_372_036), 9_223_372_036_000_000_000),
    ]

    @Test(arguments: spans)
    func spansAreHeldInSixtyFourBits(span: Duration, nanoseconds: Int64) {
        #expect(span.clampedNanoseconds == nanoseconds)
    }

    // MARK: The wall clock

    @Test func theWallTimerComesAtItsTime() throws {
        let loop = try EpollLoop()
        let now = WallTime.now
        let sum = now.nanoseconds + 20_000_000
        let time = WallTime(seconds: now.seconds + Int64(sum / 1_000_000_000), nanoseconds: sum % 1_000_000_000)
        var wakes: [Wake] = []
        loop.onWake = { wake in
            wakes.append(wake)
            if wake == .due {
                #expect(WallTime.now >= time)
                loop.stop()
            }
        }
        try loop.sleep(until: time)
        try loop.runToStop()
        #expect(wakes.last == .due)
    }

    @Test(arguments: [
        WallTime(seconds: -5), WallTime(seconds: 0), WallTime(seconds: 0, nanoseconds: 1),
        WallTime(seconds: 1_000_000_000),
    ])
    func aTimePastIsDueAtOnce(time: WallTime) throws {
        let loop = try EpollLoop()
        loop.onWake = { wake in if wake == .due { loop.stop() } }
        try loop.sleep(until: time)
        try loop.runToStop()
    }

    @Test func aLaterSleepReplacesAnEarlierOne() throws {
        let loop = try EpollLoop()
        loop.onWake = { wake in if wake == .due { Issue.record("woke for a time that was replaced") } }
        try loop.sleep(until: WallTime(seconds: 1))
        try loop.sleep(until: nil)
        loop.after(.milliseconds(20)) { loop.stop() }
        try loop.runToStop()
    }

    @Test func aSetClockIsToldAndTheTimerStaysArmed() throws {
        var timer = try WallTimer()
        let far = WallTime(seconds: 8_000_000_000)
        try timer.arm(far)
        // What read(2) gives after a clock step; the clock itself is left alone.
        #expect(timer.settle(readResult: -1, code: ECANCELED, now: .now) == .clockSet)
        #expect(timer.settle(readResult: -1, code: EAGAIN, now: .now) == nil)
        #expect(timer.left > .seconds(1_000_000))
        // Read in time, but the clock has gone back since: not due yet.
        #expect(timer.settle(readResult: 8, code: 0, now: WallTime(seconds: 7_999_999_999)) == nil)
        #expect(timer.settle(readResult: 8, code: 0, now: far) == .due)
    }

    @Test(arguments: [nil, WallTime(seconds: .max), WallTime(seconds: 9_000_000_000)])
    func neverIsArmedFarAway(time: WallTime?) throws {
        var timer = try WallTimer()
        try timer.arm(time)
        #expect(timer.left > .seconds(1_000_000))
    }
}
