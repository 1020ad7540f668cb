import CivilTime
import Planning
import Testing

@Suite("A channel's rate")
struct RateTests {
    static let minute = ChannelDefinition(
        id: ChannelID("email"),
        means: .email(
            EmailMeans(
                from: Household.sender, transport: .smtp(SMTPServer(host: "mx", port: 25, security: .none)))),
        rate: Rate(parsing: "2 per minute"))
    static let other = ChannelDefinition(id: ChannelID("other"), means: minute.means)
    static let mailed = Person(
        id: PersonID("sam"), name: "Sam", zone: Household.berlin, channels: [[ChannelID("email")]])

    /// So many rituals at 08:30 in Berlin (07:30 UTC), the last of them urgent.
    static func rituals(_ count: Int) -> [Ritual] {
        (0..<count).map { number in
            Household.daily("r\(number)", people: [mailed.id]) { $0.urgent = number == count - 1 }
        }
    }

    static func bench(
        _ count: Int, people: [Person] = [mailed], channels: [ChannelDefinition] = [minute, Household.desktop]
    ) -> Bench {
        let schedule = Schedule(zone: Household.berlin, people: people, channels: channels, rituals: rituals(count))
        return Bench(schedule, LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
    }

    static let texts: [(String, Int?)] = [
        ("30 per minute", 30), ("1 per second", 1), ("10000 per day", 10_000), ("5 per hour", 5), ("0 per hour", nil),
        ("10001 per day", nil), ("30/min", nil), ("-1 per day", nil), ("1 per week", nil), ("1 per", nil), ("", nil),
    ]

    @Test("Rates are read", arguments: texts)
    func reading(_ text: String, _ count: Int?) {
        #expect(Rate(parsing: text)?.count == count)
    }

    @Test("What is over the rate waits its turn, the urgent first, and is claimed no sooner")
    func waits() throws {
        var bench = Self.bench(5)
        var times: [String] = []
        var sent: [RitualID] = []
        var plan = bench.plan(at: "2026-11-22T07:30:00Z")
        for _ in 0..<10 where sent.count < 5 {
            for delivery in plan.deliveries {
                sent.append(delivery.members[0].key.ritual)
                times.append(String(bench.now.description.dropFirst(11)))
                let claim = delivery.members[0].claims[0]
                #expect(claim.lease == bench.now.adding(seconds: 65))
                bench.end(delivery)
            }
            plan = bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true))
            #expect(plan.deliveries.isEmpty)
            let wake = try #require(plan.wakeAt)
            plan = bench.plan(at: wake.description)
        }
        #expect(times == ["07:30:00Z", "07:30:00Z", "07:31:00Z", "07:31:00Z", "07:32:00Z"])
        #expect(sent.first == RitualID("r4"))
        #expect(Set(sent).count == 5)
    }

    @Test("Other channels go on meanwhile, also where both are asked of one person")
    func othersGoOn() {
        let both = Person(
            id: PersonID("alex"), name: "Alex", zone: Household.berlin,
            channels: [[ChannelID("desktop"), ChannelID("email")]])
        let desk = Person(
            id: PersonID("kim"), name: "Kim", zone: Household.berlin, channels: [[ChannelID("desktop")]])
        var rituals = Self.rituals(3)
        rituals.append(Household.daily("both", people: [both.id]))
        rituals += (0..<4).map { Household.daily("desk\($0)", people: [desk.id]) }
        let schedule = Schedule(
            zone: Household.berlin, people: [Self.mailed, both, desk], channels: [Self.minute, Household.desktop],
            rituals: rituals)
        var bench = Bench(schedule, LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
        let plan = bench.plan(at: "2026-11-22T07:30:00Z")
        #expect(plan.deliveries.count { $0.key.channel == ChannelID("email") } == 2)
        #expect(plan.deliveries.count { $0.person == desk.id } == 4)
    }

    @Test("A server's rate holds for every channel that leads to it")
    func oneServer() {
        let through = Person(
            id: PersonID("alex"), name: "Alex", zone: Household.berlin, channels: [[ChannelID("other")]])
        var rituals = Self.rituals(2)
        rituals += (0..<2).map { Household.daily("o\($0)", people: [through.id]) }
        let schedule = Schedule(
            zone: Household.berlin, people: [Self.mailed, through], channels: [Self.minute, Self.other],
            rituals: rituals)
        var bench = Bench(schedule, LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").deliveries.count == 2)
    }

    @Test("A restart does not forget what went out")
    func restart() {
        var bench = Self.bench(5)
        for delivery in bench.plan(at: "2026-11-22T07:30:00Z").deliveries { bench.end(delivery) }
        bench.restart(at: "2026-11-22T07:30:30Z")
        let plan = bench.plan(at: "2026-11-22T07:30:30Z")
        #expect(plan.deliveries.isEmpty)
        #expect(plan.wakeAt == Household.utc("2026-11-22T07:31:00Z"))
    }

    @Test("What was claimed and given back unsent leaves its place to another")
    func givenBack() {
        var bench = Self.bench(3)
        let first = bench.plan(at: "2026-11-22T07:30:00Z").deliveries
        #expect(first.count == 2)
        bench.end(first[0])
        bench.take([.released(first[1].key)])
        #expect(bench.plan(at: "2026-11-22T07:30:06Z").deliveries.count == 1)
        #expect(bench.plan(at: "2026-11-22T07:30:07Z").deliveries.isEmpty)
    }

    @Test("A retry counts like a first try")
    func retries() {
        var bench = Self.bench(2)
        for delivery in bench.plan(at: "2026-11-22T07:30:00Z").deliveries {
            bench.end(delivery, .transient("busy", retryAfter: nil))
        }
        // Their pauses, 30 s and up, are over; the rate's minute is not.
        #expect(bench.plan(at: "2026-11-22T07:30:50Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-22T07:31:00Z").deliveries.count == 2)
    }
}
