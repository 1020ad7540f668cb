import CivilTime
import Planning
import Recurrence
import Testing

@Suite("Edits, clocks and restarts")
struct EditTests {
    @Test("An edit never fires for its past")
    func edit() {
        var bench = Bench([Household.daily("morning", 8, 30)], at: "2026-11-10T12:00:00Z")
        // Moved to 08:00 while the service was down, and seen at 09:00 local time.
        bench.restart(at: "2026-11-11T08:00:00Z", [Household.daily("morning", 8, 0)])
        #expect(bench.plan(at: "2026-11-11T08:00:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-12T07:00:00Z").deliveries.count == 1)
    }

    @Test("New words are no edit: what was missed is still caught up")
    func wording() {
        var bench = Bench([Household.daily()], at: "2026-11-10T12:00:00Z")
        bench.restart(at: "2026-11-11T08:00:00Z", [Household.daily { $0.title = "Something kind" }])
        #expect(bench.plan(at: "2026-11-11T08:00:00Z").deliveries.count == 1)
    }

    @Test("How long it takes and what it looks back on are no edit either")
    func lengths() {
        var bench = Bench([Household.daily("morning", 8, 30)], at: "2026-11-10T12:00:00Z")
        bench.restart(
            at: "2026-11-11T08:00:00Z",
            [
                Household.daily("morning", 8, 30) {
                    $0.takes = .minutes(30)
                    $0.lookBack = .months(1)
                }
            ])
        #expect(bench.plan(at: "2026-11-11T08:00:00Z").deliveries.count == 1)
    }

    @Test("A new ritual starts at its first sight; its leads of the past do not fire")
    func firstSight() {
        let ritual = Household.weekly { $0.leads = [Lead(.weeks(1)), Lead(.days(1)), .moment] }
        var bench = Bench([ritual], people: [Household.sam], at: "2026-11-20T12:00:00Z")
        #expect(bench.plan(at: "2026-11-20T12:00:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-21T18:00:00Z").sent == ["weekly@2026-11-22T19:00:00-1 day/sam/desktop/0"])
    }

    @Test("What an edit no longer generates closes as edited; what it still does goes on")
    func openOnes() {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-22T07:30:00Z").deliveries[0])
        bench.restart(at: "2026-11-22T08:00:00Z", [Household.daily("morning", 9, 30)])
        #expect(bench.ends == ["morning@2026-11-22T08:30:00-0/sam": "skipped: edited"])

        var kept = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        kept.end(kept.plan(at: "2026-11-22T07:30:00Z").deliveries[0])
        kept.restart(at: "2026-11-22T08:00:00Z", [Household.daily { $0.leads = [Lead(.hours(1)), .moment] }])
        #expect(kept.planner.state.open.count == 1)
    }

    @Test("formerly carries the history over a renaming")
    func renamed() {
        var bench = Bench([Household.daily("morning")], at: "2026-11-10T12:00:00Z")
        bench.restart(
            at: "2026-11-11T08:00:00Z", [Household.daily("sunrise") { $0.formerly = [RitualID("morning")] }])
        #expect(
            bench.plan(at: "2026-11-11T08:00:00Z").sent == ["sunrise@2026-11-11T08:30:00-0/sam/desktop/0"])
        #expect(bench.planner.state.marks[RitualID("morning")] == nil)
    }

    @Test("A ritual that is off is silent and starts anew when it is on again")
    func off() {
        var bench = Bench([Household.daily()], at: "2026-11-10T12:00:00Z")
        bench.restart(at: "2026-11-10T13:00:00Z", [Household.daily { $0.isOn = false }])
        #expect(bench.plan(at: "2026-11-11T08:00:00Z").wakeAt == nil)
        bench.restart(at: "2026-11-11T08:00:00Z", [Household.daily()])
        #expect(bench.plan(at: "2026-11-11T08:00:00Z").deliveries.isEmpty)
    }

    @Test("A clock behind the record that nothing keeps right holds everything")
    func behind() {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        let held = bench.plan(at: "2026-11-20T07:30:00Z", synchronised: false)
        #expect(held.hold == .clockBehind(newest: Household.utc("2026-11-21T12:00:00Z")))
        #expect(held.changes.isEmpty && held.deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-22T07:30:00Z", synchronised: false).deliveries.count == 1)
    }

    @Test("A clock far ahead that nothing keeps right holds everything; one that is kept right is believed")
    func ahead() {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        #expect(bench.plan(at: "2031-01-01T07:30:00Z", synchronised: false).hold != nil)
        #expect(bench.plan(at: "2031-01-01T07:30:00Z").deliveries.count == 1)
    }

    @Test("After a step back of a clock that is kept right, what was sent is not sent again")
    func stepBack() {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-22T07:30:00Z").deliveries[0])
        bench.plan(at: "2026-11-22T20:00:00Z")
        #expect(bench.plan(at: "2026-11-21T12:00:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-22T07:30:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-23T07:30:00Z").sent == ["morning@2026-11-23T08:30:00-0/sam/desktop/0"])
    }

    @Test("A move to another zone does not fire local times that have passed there")
    func zoneChange() {
        var bench = Bench([Household.daily()], people: [Household.sam], at: "2026-11-21T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-22T07:30:00Z").deliveries[0])
        var moved = Household.sam
        moved.zone = Household.chicago
        let schedule = Household.schedule([Household.daily()], people: [moved])
        bench = Bench(schedule, bench.planner.state, at: Household.utc("2026-11-22T16:00:00Z"))
        #expect(bench.plan(at: "2026-11-22T16:00:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-23T14:30:00Z").deliveries.count == 1)
    }
}
