import CivilTime
import Planning
import Testing

/// Somebody new is introduced once, before or with their first nudge.
@Suite("Introductions")
struct IntroductionTests {
    private static let intro = "@introduction@1970-01-01T00:00:00-0/alex"

    /// A schedule that Sam keeps, with a daily nudge for both at 09:00, each at their own time.
    private func bench(
        _ state: LedgerState = LedgerState(), people: [Person] = [Household.sam, Household.alex], at now: String
    ) -> Bench {
        let ritual = Household.daily("tea", 9, 0, people: people.map(\.id))
        return bench(state, Household.schedule([ritual], people: people), at: now)
    }

    private func bench(_ state: LedgerState, _ schedule: Schedule, at now: String) -> Bench {
        let now = Household.utc(now)
        var state = state
        let changes = Adoption.changes(schedule, state, at: now, strangers: [Household.alex.id])
        state.apply(changes)
        var bench = Bench(schedule, state, at: now)
        bench.changes = changes + bench.changes
        return bench
    }

    @Test("It goes out at once by day, over the person's channels, and closes as delivered")
    func atOnce() {
        var bench = bench(at: "2026-11-20T18:00:00Z")
        let plan = bench.plan(at: "2026-11-20T18:00:00Z")
        #expect(plan.sent == ["\(Self.intro)/email/0"])
        bench.end(plan.deliveries[0])
        #expect(bench.plan(at: "2026-11-20T18:00:01Z").deliveries.isEmpty)
        bench.plan(at: "2026-11-27T18:00:00Z")
        #expect(bench.ends[Self.intro] == "delivered: delivered")
    }

    @Test("It waits for the day, but a nudge that comes before takes it along")
    func withTheFirst() {
        // 03:00 in Chicago.
        var night = bench(at: "2026-11-20T09:00:00Z")
        #expect(night.plan(at: "2026-11-20T09:00:00Z").deliveries.isEmpty)
        #expect(night.plan(at: "2026-11-20T14:00:00Z").sent == ["\(Self.intro)/email/0"])

        let early = Household.daily("dawn", 5, 0, people: [Household.alex.id])
        var bench = bench(LedgerState(), Household.schedule([early]), at: "2026-11-20T09:00:00Z")
        bench.plan(at: "2026-11-20T09:00:00Z")
        #expect(
            bench.plan(at: "2026-11-20T11:00:00Z").sent
                == ["\(Self.intro)/email/0", "dawn@2026-11-20T05:00:00-0/alex/email/0"])
    }

    @Test("Once: neither a restart nor an edit nor coming back brings another")
    func once() {
        var first = bench(at: "2026-11-20T18:00:00Z")
        first.end(first.plan(at: "2026-11-20T18:00:00Z").deliveries[0])
        for schedule in [
            Household.schedule([Household.daily("tea", 10, 0, people: [Household.alex.id])]),
            Household.schedule([Household.daily("tea", 10, 0)], people: [Household.sam]),
            Household.schedule([Household.daily("tea", 10, 0, people: [Household.alex.id])]),
        ] {
            first = bench(first.planner.state, schedule, at: "2026-12-20T18:00:00Z")
            let sent = first.plan(at: "2026-12-20T18:00:00Z").deliveries
            #expect(!sent.contains { $0.key.description.hasPrefix("@") })
        }
    }

    @Test("Whoever keeps the schedule, is not served here or has nothing in it gets none")
    func notNeeded() {
        var bench = bench(at: "2026-11-20T18:00:00Z")
        #expect(bench.planner.state.met == [Household.sam.id, Household.alex.id])
        #expect(bench.plan(at: "2026-11-20T18:00:00Z").deliveries.map(\.person) == [Household.alex.id])

        var elsewhere = Household.schedule([Household.daily("tea", 9, 0, people: [Household.alex.id])])
        elsewhere.serves = [Household.sam.id]
        #expect(self.bench(LedgerState(), elsewhere, at: "2026-11-20T18:00:00Z").planner.state.met.isEmpty)

        let nothing = Household.schedule([Household.daily("tea", 9, 0)])
        #expect(self.bench(LedgerState(), nothing, at: "2026-11-20T18:00:00Z").planner.state.met == [Household.sam.id])
    }

    @Test("It is tried like any nudge, holds nothing else up, and ends with its week")
    func failing() {
        var bench = bench(at: "2026-11-20T18:00:00Z")
        bench.end(bench.plan(at: "2026-11-20T18:00:00Z").deliveries[0], .transient("later", retryAfter: nil))
        let morning = bench.plan(at: "2026-11-21T15:00:00Z")
        #expect(morning.sent.contains("tea@2026-11-21T09:00:00-0/alex/email/0"))
        for delivery in morning.deliveries { bench.end(delivery, .permanent("no such mailbox")) }
        bench.plan(at: "2026-11-28T18:00:00Z")
        #expect(bench.ends[Self.intro] == "failed: every channel failed")
    }

    @Test("Who left before it went is not written to")
    func left() {
        var bench = bench(at: "2026-11-20T09:00:00Z")
        bench.plan(at: "2026-11-20T09:00:00Z")
        let alone = Household.schedule([Household.daily("tea", 10, 0)], people: [Household.sam])
        bench = self.bench(bench.planner.state, alone, at: "2026-11-20T10:00:00Z")
        #expect(bench.ends[Self.intro] == "skipped: removed")
    }

    @Test("Nobody can answer it by name, and it is not in what comes")
    func unnamed() {
        let bench = bench(at: "2026-11-20T09:00:00Z")
        for text in ["introduction", "@introduction", "@introduction@1970-01-01"] {
            #expect(throws: AnswerError.self) {
                try Answers(bench.planner, at: bench.now).done(AnswerTarget(text), by: "alex")
            }
        }
        let next = Preview(bench.schedule, bench.planner.state, after: bench.now).prefix(5).map(\.key.ritual.text)
        #expect(Set(next) == ["tea"])
    }
}
