import CivilTime
import Planning
import Testing

@Suite("Much at once")
struct BurstTests {
    /// So many at one local time for Sam, by a command; every fifth is urgent.
    private func bench(_ count: Int, _ hour: Int = 8, _ minute: Int = 30, at now: String) -> Bench {
        let rituals = (0..<count).map { number in
            Household.daily("r\(number)", hour, minute) { $0.urgent = number % 5 == 4 }
        }
        return Bench(rituals, at: now)
    }

    @Test("A full channel takes more once half of it is free, the urgent at any time")
    func byTheHandful() throws {
        var bench = bench(200, at: "2026-11-21T12:00:00Z")
        let first = bench.plan(at: "2026-11-22T07:30:00Z").deliveries
        #expect(first.count == 64)
        #expect(first.prefix(40).allSatisfy { bench.planner.ritual($0.members[0].key.ritual)?.urgent == true })
        // 24 that wait are under way behind them; nothing more for the first 31 that end.
        for (ended, delivery) in first.enumerated() {
            bench.end(delivery)
            let more = bench.plan(at: "2026-11-22T07:30:00Z").deliveries
            #expect(more.count == (ended == 31 ? 32 : 0), "after \(ended + 1)")
            if ended == 31 { break }
        }
    }

    @Test("Many are opened and sent in several plans, and nothing is sent before all of them are known")
    func severalPlans() throws {
        var bench = bench(250, at: "2026-11-21T12:00:00Z")
        let now = ClockReading(now: Household.utc("2026-11-22T07:30:00Z"), isSynchronised: true)
        var plans: [Plan] = []
        repeat { plans.append(bench.planner.plan(at: now, atMost: 100)) } while plans.last?.wakeAt == now.now && plans.count < 9
        #expect(plans.map { $0.deliveries.count } == [0, 0, 50, 14])
        #expect(plans.map(\.isPart) == [true, true, true, false])
        #expect(plans.allSatisfy { $0.changes.count <= 101 }, "the mark of how far the plan came is one more")
        let urgent = plans[2].deliveries.compactMap { bench.planner.ritual($0.members[0].key.ritual)?.urgent }
        #expect(urgent == Array(repeating: true, count: 50))
    }

    static let kept: [(String, comes: Bool)] = [
        ("2026-11-22T21:45:00Z", true),  // 22:45 for what was due at 22:30
        ("2026-11-22T21:46:00Z", false),  // beyond a quarter of an hour it is late, and it is night
    ]

    @Test("What only waited for its turn comes at night too, for a quarter of an hour", arguments: kept)
    func turnAtNight(_ time: String, _ comes: Bool) {
        var bench = Bench(
            Schedule(
                zone: Household.berlin, people: [RateTests.mailed], channels: [RateTests.minute],
                rituals: (0..<3).map { Household.daily("r\($0)", 22, 30, people: [RateTests.mailed.id]) }),
            LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
        let first = bench.plan(at: "2026-11-22T21:30:00Z").deliveries
        #expect(first.count == 2)
        first.forEach { bench.end($0) }
        let held = bench.plan(at: time).deliveries
        #expect(held.count == (comes ? 1 : 0))
        if !comes { #expect(bench.plan(at: "2026-11-23T07:00:00Z").deliveries.count == 1) }
    }

    @Test("Quiet hours that began while it waited come first")
    func turnInQuiet() {
        var person = RateTests.mailed
        person.pace = Pace(quietHours: QuietHoursTests.nightly)
        var bench = Bench(
            Schedule(
                zone: Household.berlin, people: [person], channels: [RateTests.minute],
                rituals: (0..<3).map { Household.daily("r\($0)", 21, 59, people: [person.id]) }),
            LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
        let first = bench.plan(at: "2026-11-22T20:59:00Z").deliveries
        #expect(first.count == 2)
        first.forEach { bench.end($0) }
        #expect(bench.plan(at: "2026-11-22T21:00:30Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-22T21:05:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-23T07:00:00Z").deliveries.count == 1)
    }

    @Test("A channel of one's own deadline gives way at it")
    func deadline() {
        let phone = ChannelDefinition(
            id: ChannelID("desktop"), means: .command(CommandMeans(argv: ["notify"])), deadline: 60)
        var bench = Bench(
            Schedule(
                zone: Household.berlin, people: [Household.sam], channels: [phone, Household.email],
                rituals: [Household.daily()]),
            LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
        var plan = bench.plan(at: "2026-11-22T07:30:00Z")
        var sent = plan.sent
        for _ in 0..<2 {
            bench.end(plan.deliveries[0], .transient("busy", retryAfter: nil))
            plan = bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true))
            if plan.deliveries.isEmpty, let wake = plan.wakeAt { plan = bench.plan(at: wake.description) }
            sent += plan.sent
        }
        #expect(sent.map { $0.split(separator: "/")[2] } == ["desktop", "desktop", "email"])
        #expect(bench.now < Household.utc("2026-11-22T07:31:10Z"))
    }
}
