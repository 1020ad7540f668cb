import CivilTime
import Planning
import Testing

@Suite("What is due on time")
struct OnTimeTests {
    @Test("A together moment is one instant for both, on each person's first channel")
    func together() {
        var bench = Bench([Household.weekly()], at: "2026-11-21T12:00:00Z")
        let quiet = bench.plan(at: "2026-11-21T12:00:00Z")
        #expect(quiet.deliveries.isEmpty)
        #expect(quiet.wakeAt == Household.utc("2026-11-22T18:00:00Z"))
        let due = bench.plan(at: "2026-11-22T18:00:00Z")
        #expect(
            due.sent == [
                "weekly@2026-11-22T19:00:00-0/sam/desktop/0", "weekly@2026-11-22T19:00:00-0/alex/email/0",
            ])
    }

    @Test("Without together each person has their own local time")
    func each() {
        let people = [Household.sam.id, Household.alex.id]
        var bench = Bench([Household.daily(people: people)], at: "2026-11-21T12:00:00Z")
        #expect(bench.plan(at: "2026-11-21T12:00:00Z").wakeAt == Household.utc("2026-11-21T14:30:00Z"))
        #expect(bench.plan(at: "2026-11-21T14:30:00Z").sent == ["morning@2026-11-21T08:30:00-0/alex/email/0"])
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").sent == ["morning@2026-11-22T08:30:00-0/sam/desktop/0"])
    }

    @Test("A lead goes out ahead by civil days, and the moment still comes")
    func leads() {
        let ritual = Household.weekly { $0.leads = [Lead(.days(1)), .moment] }
        var bench = Bench([ritual], at: "2026-03-27T12:00:00Z")
        // The clocks change in the night between: a day before 19:00 is 19:00, not 24 hours before.
        let lead = bench.plan(at: "2026-03-28T18:00:00Z")
        #expect(lead.sent.first == "weekly@2026-03-29T19:00:00-1 day/sam/desktop/0")
        #expect(bench.plan(at: "2026-03-29T17:00:00Z").sent.first == "weekly@2026-03-29T19:00:00-0/sam/desktop/0")
    }

    @Test("A nudge closes as delivered at the end of its grace, unless it is answered before")
    func closing() {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        let plan = bench.plan(at: "2026-11-22T07:30:00Z")
        bench.end(plan.deliveries[0])
        let after = bench.plan(at: "2026-11-22T07:30:01Z")
        #expect(after.wakeAt == Household.utc("2026-11-22T19:30:00Z"))
        bench.plan(at: "2026-11-22T19:30:00Z")
        #expect(bench.ends == ["morning@2026-11-22T08:30:00-0/sam": "delivered: delivered"])
        #expect(bench.planner.state.open.isEmpty)
    }

    @Test("Asking twice at the same instant sends nothing twice")
    func twice() {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").deliveries.count == 1)
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").changes.isEmpty)
    }
}
