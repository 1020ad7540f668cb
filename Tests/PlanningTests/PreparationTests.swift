import CivilTime
import Planning
import Testing

@Suite("Claiming a moment ahead")
struct PreparationTests {
    private func prepared(_ rituals: [Ritual], started: String, at now: String) -> (Bench, Plan) {
        var bench = Bench(rituals, at: started)
        bench.now = Household.utc(now)
        let plan = bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true), preparing: 2)
        return (bench, plan)
    }

    @Test("Claimed within the last second, to go out on its instant")
    func claimedAhead() {
        let (_, plan) = prepared(
            [Household.daily()], started: "2026-11-21T12:00:00Z", at: "2026-11-22T07:29:59Z")
        #expect(plan.sent == ["morning@2026-11-22T08:30:00-0/sam/desktop/0"])
        #expect(plan.deliveries.map(\.at) == [Household.utc("2026-11-22T07:30:00Z")])
        // The lease counts from the sending.
        for case .claimed(_, _, let at, let lease) in plan.changes {
            #expect(at == Household.utc("2026-11-22T07:29:59Z"))
            #expect(lease == Household.utc("2026-11-22T07:30:15Z"))
        }
        // What is decided reaches no further than the present.
        #expect(plan.changes.contains(.advanced(through: Household.utc("2026-11-22T07:29:59Z"))))
    }

    @Test("Nothing is claimed earlier; the wake-up comes a second before the time")
    func notEarlier() {
        let (_, plan) = prepared(
            [Household.daily()], started: "2026-11-21T12:00:00Z", at: "2026-11-22T07:29:58Z")
        #expect(plan.deliveries.isEmpty)
        #expect(plan.wakeAt == Household.utc("2026-11-22T07:29:59Z"))
    }

    @Test("What falls due within the second after goes along, each at its own instant")
    func byTheHandful() {
        let rituals = (0..<4).map { second in
            Household.daily("r\(second)") { ritual in
                ritual.recurrence = Household.everyDay(8, 30, second)
            }
        }
        let (_, plan) = prepared(rituals, started: "2026-11-21T12:00:00Z", at: "2026-11-22T07:29:59Z")
        #expect(
            plan.deliveries.map(\.at)
                == ["2026-11-22T07:30:00Z", "2026-11-22T07:30:01Z"].map(Household.utc))
        #expect(plan.wakeAt == Household.utc("2026-11-22T07:30:01Z"))
    }

    @Test("An answer in that second ends the claim")
    func answered() throws {
        var (bench, plan) = prepared(
            [Household.daily()], started: "2026-11-21T12:00:00Z", at: "2026-11-22T07:29:59Z")
        let delivery = plan.deliveries[0]
        #expect(bench.planner.holds(delivery))
        let answer = try Answers(bench.planner, at: bench.now).done(AnswerTarget("morning"), by: "sam")
        bench.take(answer.changes)
        #expect(!bench.planner.holds(delivery))
        bench.take([.released(delivery.key)])
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").sent == [])
    }

    @Test("Given up before its time, it is claimed again on its time, once")
    func givenUp() {
        var (bench, plan) = prepared(
            [Household.daily()], started: "2026-11-21T12:00:00Z", at: "2026-11-22T07:29:59Z")
        bench.take([.released(plan.deliveries[0].key)])
        #expect(bench.plan(at: "2026-11-22T07:29:59Z").sent == [])
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").sent == ["morning@2026-11-22T08:30:00-0/sam/desktop/0"])
    }

    @Test("A service that ends in that second leaves it to the next, on its time, once")
    func restarted() {
        var (bench, plan) = prepared(
            [Household.daily()], started: "2026-11-21T12:00:00Z", at: "2026-11-22T07:29:59Z")
        bench.changes += plan.changes
        bench.restart(at: "2026-11-22T07:29:59Z")
        #expect(bench.plan(at: "2026-11-22T07:29:59Z").sent == [])
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").sent == ["morning@2026-11-22T08:30:00-0/sam/desktop/0"])
        #expect(bench.plan(at: "2026-11-22T07:30:01Z").sent == [])
    }

    @Test("Claimed in time and never begun, it does not come in the middle of the night")
    func nextMorning() {
        var (bench, plan) = prepared(
            [Household.daily("evening", 21, 50)], started: "2026-11-21T12:00:00Z", at: "2026-11-21T20:49:59Z")
        bench.changes += plan.changes
        bench.restart(at: "2026-11-22T02:00:00Z")
        #expect(bench.plan(at: "2026-11-22T02:00:00Z").sent == [])
        #expect(bench.plan(at: "2026-11-22T07:00:00Z").sent == ["evening@2026-11-21T21:50:00-0/sam/desktop/0"])
    }

    @Test("A channel has room again after an attempt whose nudge was answered meanwhile")
    func roomAfterAnswers() {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        bench.planner = Planner(bench.schedule, bench.planner.state, at: bench.now, capacity: 1)
        for day in 22...25 {
            let plan = bench.plan(at: "2026-11-\(day)T07:30:00Z")
            #expect(plan.deliveries.count == 1, "day \(day)")
            guard let delivery = plan.deliveries.first else { return }
            bench.take([.begun(delivery.key), .closed(delivery.members[0].key, .acknowledged, .done, at: bench.now)])
            bench.take([.attempted(delivery.key, .delivered(""), at: bench.now)])
        }
    }
}
