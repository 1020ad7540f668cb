import CivilTime
import Planning
import Testing

@Suite("What was missed, and what becomes of it")
struct MissedTests {
    @Test("Of several missed moments only the newest goes out; the others are one row")
    func latest() {
        var bench = Bench([Household.daily()], at: "2026-11-10T12:00:00Z")
        bench.restart(at: "2026-11-14T09:00:00Z")
        let plan = bench.plan(at: "2026-11-14T09:00:00Z")
        #expect(plan.sent == ["morning@2026-11-14T08:30:00-0/sam/desktop/0"])
        let spans = bench.changes.compactMap { change -> MissedSpan? in
            if case .missed(let span, _) = change { span } else { nil }
        }
        #expect(spans.count == 1)
        #expect(spans.first?.through == Household.utc("2026-11-13T07:30:00Z"))
    }

    @Test("Several late nudges for one person are one message that shares its outcome")
    func digest() {
        let rituals = [Household.daily("morning", 8, 30), Household.daily("noon", 12, 0)]
        var bench = Bench(rituals, at: "2026-11-10T20:00:00Z")
        bench.restart(at: "2026-11-11T12:00:00Z")
        let plan = bench.plan(at: "2026-11-11T12:00:00Z")
        #expect(plan.sent == ["digest@2026-11-11T12:00:00Z/sam/desktop/0"])
        #expect(plan.deliveries[0].members.count == 2)
        bench.end(plan.deliveries[0])
        bench.plan(at: "2026-11-12T07:29:00Z")
        #expect(Set(bench.ends.values) == ["delivered: delivered"])
        #expect(bench.ends.count == 2)
    }

    @Test("Grace ends; nothing late lands in the night; what is urgent may")
    func night() {
        var bench = Bench([Household.daily("evening", 21, 0)], at: "2026-11-10T12:00:00Z")
        bench.restart(at: "2026-11-10T22:30:00Z")  // 23:30 in Berlin
        let night = bench.plan(at: "2026-11-10T22:30:00Z")
        #expect(night.deliveries.isEmpty)
        #expect(night.wakeAt == Household.utc("2026-11-11T07:00:00Z"))
        #expect(bench.plan(at: "2026-11-11T07:00:00Z").sent == ["evening@2026-11-10T21:00:00-0/sam/desktop/0"])

        var urgent = Bench([Household.daily("evening", 21, 0) { $0.urgent = true }], at: "2026-11-10T12:00:00Z")
        urgent.restart(at: "2026-11-10T22:30:00Z")
        #expect(urgent.plan(at: "2026-11-10T22:30:00Z").deliveries.count == 1)

        var gone = Bench([Household.daily("evening", 21, 0) { $0.grace = .hours(1) }], at: "2026-11-10T12:00:00Z")
        gone.restart(at: "2026-11-10T22:30:00Z")
        #expect(gone.plan(at: "2026-11-10T22:30:00Z").deliveries.isEmpty)
        #expect(gone.planner.state.open.isEmpty)
    }

    @Test("A together moment is over at its time")
    func expires() {
        var bench = Bench([Household.weekly()], at: "2026-11-21T12:00:00Z")
        bench.restart(at: "2026-11-22T18:05:00Z")
        #expect(bench.plan(at: "2026-11-22T18:05:00Z").deliveries.isEmpty)
        #expect(bench.planner.state.open.isEmpty)
    }

    @Test("Of one occurrence's missed leads only the nearest goes out")
    func leads() {
        let ritual = Household.weekly { $0.leads = [Lead(.days(3)), Lead(.days(1)), .moment] }
        var bench = Bench([ritual], people: [Household.sam], at: "2026-11-18T12:00:00Z")
        bench.restart(at: "2026-11-22T10:00:00Z")
        let plan = bench.plan(at: "2026-11-22T10:00:00Z")
        #expect(plan.sent == ["weekly@2026-11-22T19:00:00-1 day/sam/desktop/0"])
        #expect(bench.ends == ["weekly@2026-11-22T19:00:00-3 days/sam": "skipped: superseded by a later nudge"])
    }

    @Test("catch-up = none sends nothing late; all sends what is within its grace")
    func policies() {
        var none = Bench([Household.daily { $0.catchUp = .none }], at: "2026-11-10T12:00:00Z")
        none.restart(at: "2026-11-11T09:00:00Z")
        #expect(none.plan(at: "2026-11-11T09:00:00Z").deliveries.isEmpty)
        var all = Bench(
            [Household.daily { $0.catchUp = .all; $0.grace = .days(3) }], at: "2026-11-10T12:00:00Z")
        all.restart(at: "2026-11-13T09:00:00Z")
        #expect(all.plan(at: "2026-11-13T09:00:00Z").deliveries.flatMap(\.members).count == 3)
    }
}
