import CivilTime
import Planning
import Testing

@Suite("What follows a failure")
struct RetryTests {
    private func started() -> (Bench, Delivery) {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        let plan = bench.plan(at: "2026-11-22T07:30:00Z")
        return (bench, plan.deliveries[0])
    }

    @Test("A final failure goes on to the next channel at once, with a key of its own")
    func permanent() {
        var (bench, first) = started()
        bench.end(first, .permanent("no such program"))
        let plan = bench.plan(at: "2026-11-22T07:30:00Z")
        #expect(plan.sent == ["morning@2026-11-22T08:30:00-0/sam/email/0"])
        bench.end(plan.deliveries[0], .permanent("no such mailbox"))
        bench.plan(at: "2026-11-22T07:30:01Z")
        #expect(bench.ends.values.first == "failed: every channel failed")
    }

    @Test("A passing failure is tried again on the same channel, then on the next after its deadline")
    func transient() {
        var (bench, delivery) = started()
        var sent: [String] = []
        var time = Household.utc("2026-11-22T07:30:00Z")
        for _ in 0..<8 {
            bench.end(delivery, .transient("busy", retryAfter: nil))
            var plan = bench.planner.plan(at: ClockReading(now: time, isSynchronised: true))
            while plan.deliveries.isEmpty {
                guard let wake = plan.wakeAt, wake > time else { return #expect(Bool(false), "no wake-up") }
                time = wake
                plan = bench.planner.plan(at: ClockReading(now: time, isSynchronised: true))
            }
            bench.now = time
            delivery = plan.deliveries[0]
            sent.append(delivery.key.channel.text)
        }
        #expect(sent.prefix(4) == ["desktop", "desktop", "desktop", "desktop"])
        #expect(sent.contains("email"))
        let elapsed = (time.seconds - Household.utc("2026-11-22T07:30:00Z").seconds)
        #expect(elapsed < 3_600)
    }

    @Test("A command whose outcome is unknown is not repeated; the next channel takes over")
    func uncertainCommand() {
        var (bench, delivery) = started()
        bench.end(delivery, .uncertain("timed out"))
        #expect(bench.plan(at: "2026-11-22T07:30:10Z").sent == ["morning@2026-11-22T08:30:00-0/sam/email/0"])
    }

    @Test("Mail whose acceptance is unknown goes again with the same key")
    func uncertainMail() {
        var bench = Bench(
            [Household.daily(people: [Household.alex.id])], people: [Household.alex], at: "2026-11-21T12:00:00Z")
        let first = bench.plan(at: "2026-11-21T14:30:00Z").deliveries[0]
        bench.end(first, .uncertain("the connection was lost after the text"))
        let wake = bench.plan(at: "2026-11-21T14:30:01Z").wakeAt
        let again = bench.planner.plan(at: ClockReading(now: wake ?? bench.now, isSynchronised: true))
        #expect(again.deliveries.map(\.key) == [first.key])
    }

    @Test("A claim that never began is sent again by the next service; one that began waits for its lease")
    func leases() {
        var (bench, delivery) = started()
        bench.restart(at: "2026-11-22T07:30:02Z")
        #expect(bench.plan(at: "2026-11-22T07:30:02Z").deliveries.map(\.key) == [delivery.key])

        (bench, delivery) = started()
        bench.take([.begun(delivery.key)])
        bench.restart(at: "2026-11-22T07:30:02Z")
        let waiting = bench.plan(at: "2026-11-22T07:30:02Z")
        #expect(waiting.deliveries.isEmpty)
        #expect(waiting.wakeAt == Household.utc("2026-11-22T07:30:15Z"))
        #expect(bench.plan(at: "2026-11-22T07:30:15Z").sent == ["morning@2026-11-22T08:30:00-0/sam/email/0"])
    }

    @Test("A retry is late, so it waits for the end of the night")
    func nightly() {
        var bench = Bench([Household.daily("bedtime", 22, 30)], people: [Household.sam], at: "2026-11-21T12:00:00Z")
        let first = bench.plan(at: "2026-11-21T21:30:00Z").deliveries[0]
        bench.end(first, .transient("busy", retryAfter: nil))
        #expect(bench.plan(at: "2026-11-21T21:30:01Z").wakeAt == Household.utc("2026-11-22T07:00:00Z"))
    }
}
