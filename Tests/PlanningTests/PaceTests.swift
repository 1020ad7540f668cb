import CivilTime
import Planning
import Testing

/// Quiet hours, budgets and digests. Berlin is at UTC+1 in these weeks.
@Suite("A person's pace")
struct PaceTests {
    private func sam(_ pace: Pace) -> Person {
        var sam = Household.sam
        sam.pace = pace
        return sam
    }

    private var quiet: Pace { Pace(quietHours: QuietHoursTests.nightly) }

    private func daily(_ id: String, _ hour: Int, _ minute: Int = 0, _ change: (inout Ritual) -> Void = { _ in })
        -> Ritual
    {
        Household.daily(id, hour, minute, change)
    }

    @Test("What falls in quiet hours is decided on time and comes in one message when they end")
    func heldAndReleased() {
        var bench = Bench([daily("late", 23), daily("early", 6)], people: [sam(quiet)], at: "2026-11-21T12:00:00Z")
        let evening = bench.plan(at: "2026-11-21T22:00:00Z")
        #expect(evening.sent == [])
        #expect(evening.changes.contains { if case .opened = $0 { true } else { false } })
        #expect(bench.plan(at: "2026-11-22T05:00:00Z").sent == [])
        let morning = bench.plan(at: "2026-11-22T06:30:00Z")
        #expect(morning.sent == ["digest@2026-11-22T06:30:00Z/sam/desktop/0"])
        #expect(morning.deliveries.first?.members.map(\.key.ritual.text).sorted() == ["early", "late"])
    }

    @Test("The wait does not count against grace")
    func grace() {
        let ritual = daily("late", 23) { $0.grace = .hours(2) }
        var bench = Bench([ritual], people: [sam(quiet)], at: "2026-11-21T12:00:00Z")
        bench.plan(at: "2026-11-21T22:00:00Z")
        let delivery = bench.plan(at: "2026-11-22T06:30:00Z").deliveries
        #expect(delivery.first?.members.first?.closes == Household.utc("2026-11-22T08:30:00Z"))
    }

    @Test("What is urgent, and a snooze, wait for nothing")
    func passes() throws {
        var bench = Bench(
            [daily("late", 23) { $0.urgent = true }, daily("walk", 21)], people: [sam(quiet)],
            at: "2026-11-21T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-21T20:00:00Z").deliveries[0])
        let snooze = try Answers(bench.planner, at: bench.now).snooze(AnswerTarget("walk"), by: "sam", for: .hours(3))
        bench.take(snooze.changes)
        let urgent = bench.plan(at: "2026-11-21T22:00:00Z")
        #expect(urgent.sent == ["late@2026-11-21T23:00:00-0/sam/desktop/0"])
        urgent.deliveries.forEach { bench.end($0) }
        #expect(bench.plan(at: "2026-11-21T23:00:00Z").sent == ["walk@2026-11-21T21:00:00-0/sam/desktop/1"])
    }

    @Test("A moment together that quiet would swallow comes just before; the other person's comes on time")
    func beforeQuiet() {
        // Sunday 06:00 in Berlin is 23:00 on Saturday in Chicago.
        let ritual = Household.weekly { $0.recurrence = Household.everyDay(6, 0) }
        let people = [sam(quiet), Household.alex]
        var bench = Bench([ritual], people: people, at: "2026-11-21T12:00:00Z")
        #expect(
            bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true)).wakeAt
                == Household.utc("2026-11-21T20:59:00Z"))
        let before = bench.plan(at: "2026-11-21T20:59:00Z")
        #expect(before.sent == ["weekly@2026-11-22T06:00:00-0/sam/desktop/0"])
        before.deliveries.forEach { bench.end($0) }
        let onTime = bench.plan(at: "2026-11-22T05:00:00Z")
        #expect(onTime.sent == ["weekly@2026-11-22T06:00:00-0/alex/email/0"])
        #expect(onTime.changes.allSatisfy { if case .missed = $0 { false } else { true } })
        #expect(bench.plan(at: "2026-11-22T06:30:00Z").sent == [])
    }

    @Test("A day ahead in quiet hours waits for their end: the moment is still to come")
    func leadInQuiet() {
        let ritual = Household.weekly {
            $0.recurrence = Household.everyDay(22, 30)
            $0.leads = [Lead(.hours(20)), .moment]
        }
        var bench = Bench([ritual], people: [sam(quiet)], at: "2026-11-21T22:00:00Z")
        // 02:30 in Berlin.
        #expect(bench.plan(at: "2026-11-22T01:30:00Z").sent == [])
        #expect(bench.plan(at: "2026-11-22T06:30:00Z").sent == ["weekly@2026-11-22T22:30:00-20 h/sam/desktop/0"])
    }

    @Test("Over the day's budget, the rest joins the next digest; the day after it is whole again")
    func budget() {
        var pace = quiet
        pace.perDay = 2
        let rituals = [daily("a", 9), daily("b", 10), daily("c", 11), daily("d", 12)]
        var bench = Bench(rituals, people: [sam(pace)], at: "2026-11-21T22:30:00Z")
        for hour in ["08", "09"] {
            let plan = bench.plan(at: "2026-11-22T\(hour):00:00Z")
            #expect(plan.deliveries.count == 1)
            plan.deliveries.forEach { bench.end($0) }
        }
        #expect(bench.plan(at: "2026-11-22T10:00:00Z").sent == [])
        #expect(bench.plan(at: "2026-11-22T11:00:00Z").sent == [])
        let digest = bench.plan(at: "2026-11-23T06:30:00Z")
        #expect(digest.deliveries.first?.members.map(\.key.ritual.text).sorted() == ["c", "d"])
        digest.deliveries.forEach { bench.end($0) }
        #expect(bench.plan(at: "2026-11-23T08:00:00Z").deliveries.count == 1)
    }

    @Test("Milestones on their day and what is done together pass; a budget outlives a restart")
    func alwaysPasses() {
        let milestone = daily("wedding", 10) { $0.kind = .milestone }
        let together = Household.weekly { $0.recurrence = Household.everyDay(11, 0) }
        let rituals = [daily("a", 9), milestone, together, daily("d", 12)]
        var bench = Bench(rituals, people: [sam(Pace(perDay: 1))], at: "2026-11-21T22:30:00Z")
        var sent: [Int] = []
        for hour in ["08", "09", "10", "11"] {
            let plan = bench.plan(at: "2026-11-22T\(hour):00:00Z")
            plan.deliveries.forEach { bench.end($0) }
            sent.append(plan.deliveries.count)
            bench.restart(at: "2026-11-22T\(hour):00:01Z", rituals)
        }
        #expect(sent == [1, 1, 1, 0])
        // Without quiet hours a digest comes at 08:00.
        #expect(bench.plan(at: "2026-11-23T07:00:00Z").deliveries.count == 1)
    }

    @Test("A digest of one's own time gathers what was caught up and what was over the budget")
    func digestAt() {
        var pace = Pace(perDay: 0)
        pace.digestAt = TimeOfDay(hour: 18, minute: 0)
        var bench = Bench([daily("a", 9), daily("b", 17)], people: [sam(pace)], at: "2026-11-21T22:30:00Z")
        #expect(bench.plan(at: "2026-11-22T08:00:00Z").sent == [])
        #expect(bench.plan(at: "2026-11-22T16:00:00Z").sent == [])
        #expect(bench.plan(at: "2026-11-22T17:00:00Z").deliveries.first?.members.count == 2)
    }

    @Test("Presets set quiet hours and budget together", arguments: Pace.Preset.allCases)
    func presets(preset: Pace.Preset) {
        let pace = preset.pace
        #expect(pace.perDay != nil && pace.quietHours?.coverEverything == false)
        // Three in the morning is nobody's time.
        #expect(pace.quietHours?.end(around: Household.utc("2026-11-22T02:00:00Z"), in: Household.berlin) != nil)
    }

    @Test("A simulated year with a calm pace: nothing in quiet hours, never more than the budget and one digest a day")
    func simulatedYear() {
        let person = sam(Pace.Preset.calm.pace)
        let rituals = (0..<12).map { daily("r\($0)", ($0 * 2) % 24, 15) }
        var simulation = Simulation(
            Household.schedule(rituals, people: [person]), from: Household.utc("2026-01-01T00:00:00Z"),
            to: Household.utc("2026-12-31T00:00:00Z"))
        var perDay: [CivilDate: Int] = [:]
        var members: Set<NudgeKey> = []
        simulation.run { delivered in
            #expect(person.pace.quietHours?.end(around: delivered.at, in: person.zone) == nil)
            perDay[person.zone.local(at: delivered.at).date, default: 0] += 1
            for member in delivered.delivery.members { #expect(members.insert(member.key).inserted) }
            return true
        }
        #expect(perDay.values.max() == 3)
        #expect(members.count > 3_000)
    }
}
