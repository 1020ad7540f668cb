import CivilTime
import Planning
import Recurrence
import Testing

@Suite("Answers")
struct AnswerTests {
    private func delivered() -> Bench {
        var bench = Bench([Household.daily()], at: "2026-11-21T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-22T07:30:00Z").deliveries[0])
        bench.plan(at: "2026-11-22T07:30:05Z")
        return bench
    }

    private func answers(_ bench: Bench) -> Answers { Answers(bench.planner, at: bench.now) }

    @Test("Done acknowledges what is open")
    func done() throws {
        var bench = delivered()
        bench.take(try answers(bench).done(AnswerTarget("appreciation.morning"), by: nil).changes)
        bench.plan(at: "2026-11-22T08:00:00Z")
        #expect(bench.ends == ["morning@2026-11-22T08:30:00-0/sam": "acknowledged: done"])
    }

    @Test("Done on a lead answers the lead; the moment still comes")
    func early() throws {
        let ritual = Household.weekly { $0.leads = [Lead(.days(1)), .moment] }
        var bench = Bench([ritual], people: [Household.sam], at: "2026-11-20T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-21T18:00:00Z").deliveries[0])
        bench.take(try answers(bench).done(AnswerTarget("weekly"), by: "sam").changes)
        #expect(bench.plan(at: "2026-11-22T18:00:00Z").deliveries.count == 1)
    }

    @Test("Skip drops the occurrence for that person, with what is still to come of it")
    func skip() throws {
        let ritual = Household.weekly {
            $0.leads = [Lead(.days(1)), .moment]
            $0.answer = .each
        }
        var bench = Bench([ritual], at: "2026-11-20T12:00:00Z")
        bench.plan(at: "2026-11-20T12:00:00Z")
        bench.take(try answers(bench).skip(AnswerTarget("weekly"), by: "sam").changes)
        #expect(bench.plan(at: "2026-11-21T18:00:00Z").deliveries.map(\.person.text) == ["alex"])
        #expect(bench.plan(at: "2026-11-22T18:00:00Z").deliveries.map(\.person.text) == ["alex"])
        #expect(bench.ends["weekly@2026-11-22T19:00:00-0/sam"] == "skipped: skipped by person")
    }

    @Test("A snooze comes once more, as the next round, and any answer clears it")
    func snooze() throws {
        var bench = delivered()
        bench.take(try answers(bench).snooze(AnswerTarget("morning"), by: nil, for: .hours(2)).changes)
        #expect(bench.plan(at: "2026-11-22T07:30:06Z").wakeAt == Household.utc("2026-11-22T09:30:05Z"))
        #expect(bench.plan(at: "2026-11-22T09:30:05Z").sent == ["morning@2026-11-22T08:30:00-0/sam/desktop/1"])

        var cleared = delivered()
        cleared.take(try answers(cleared).snooze(AnswerTarget("morning"), by: nil, for: .hours(2)).changes)
        cleared.take(try answers(cleared).done(AnswerTarget("morning"), by: nil).changes)
        #expect(cleared.plan(at: "2026-11-22T09:30:05Z").deliveries.isEmpty)
    }

    @Test("A snooze past the next occurrence is refused")
    func tooLong() {
        let bench = delivered()
        #expect(throws: AnswerError.self) {
            try answers(bench).snooze(AnswerTarget("morning"), by: nil, for: .days(2))
        }
    }

    @Test("What is not there is said, with what was probably meant")
    func unknown() {
        let bench = delivered()
        #expect(throws: AnswerError.noSuchRitual("mornin", nearest: "morning")) {
            try answers(bench).done(AnswerTarget("mornin"), by: nil)
        }
        #expect(throws: AnswerError.notForPerson(RitualID("morning"), PersonID("alex"))) {
            try answers(bench).done(AnswerTarget("morning"), by: "alex")
        }
    }

    @Test("A named occurrence to come can be answered ahead")
    func ahead() throws {
        var bench = delivered()
        bench.take(try answers(bench).done(AnswerTarget("morning@2026-11-23"), by: nil).changes)
        #expect(bench.plan(at: "2026-11-23T07:30:00Z").deliveries.isEmpty)
        #expect(bench.ends["morning@2026-11-23T08:30:00-0/sam"] == "acknowledged: done")
    }

    /// Something of Sam's that comes once, on 23 November at 08:30 in Berlin.
    private func single(_ leads: [Lead] = [.moment], at now: String = "2026-11-22T12:00:00Z") -> Bench {
        let time = CivilDateTime(parsing: "2026-11-23T08:30:00")
        let ritual = Household.daily("promise-1") {
            $0.recurrence = Recurrence(rules: [], dates: [time].compactMap(\.self))
            $0.leads = leads
        }
        return Bench([ritual], at: now)
    }

    @Test("What comes once is done ahead by its name alone, once")
    func once() throws {
        var bench = single()
        let effect = try answers(bench).done(AnswerTarget("promise-1"), by: nil)
        #expect(effect.isAhead && effect.moment == Household.utc("2026-11-23T07:30:00Z"))
        bench.take(effect.changes)
        #expect(throws: AnswerError.nothingOpen(RitualID("promise-1"), next: nil)) {
            try answers(bench).done(AnswerTarget("promise-1"), by: nil)
        }
        #expect(bench.plan(at: "2026-11-23T07:30:00Z").deliveries.isEmpty)
        #expect(bench.ends["promise-1@2026-11-23T08:30:00-0/sam"] == "acknowledged: done")
    }

    @Test("An open lead of it is answered first, then the whole")
    func onceWithALead() throws {
        var bench = single([Lead(.hours(1)), .moment])
        bench.end(bench.plan(at: "2026-11-23T06:30:00Z").deliveries[0])
        let first = try answers(bench).done(AnswerTarget("promise-1"), by: nil)
        #expect(!first.isAhead)
        bench.take(first.changes)
        let second = try answers(bench).done(AnswerTarget("promise-1"), by: nil)
        #expect(second.isAhead)
        bench.take(second.changes)
        #expect(bench.plan(at: "2026-11-23T07:30:00Z").deliveries.isEmpty)
    }

    @Test("What comes again, or has come, is not done ahead by its name")
    func notOnce() throws {
        let daily = Bench([Household.daily()], at: "2026-11-22T12:00:00Z")
        #expect(throws: AnswerError.nothingOpen(RitualID("morning"), next: "morning@2026-11-23")) {
            try answers(daily).done(AnswerTarget("morning"), by: nil)
        }
        #expect(throws: AnswerError.nothingOpen(RitualID("promise-1"), next: nil)) {
            try answers(single(at: "2026-11-23T08:00:00Z")).done(AnswerTarget("promise-1"), by: nil)
        }
    }
}
