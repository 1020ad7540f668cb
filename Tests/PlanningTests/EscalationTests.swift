import CivilTime
import Planning
import Testing

/// A second person's invitation: only agreed, only once, only where nothing was said.
@Suite("Escalation")
struct EscalationTests {
    private static let escalation = Escalation(to: Household.alex.id, after: .days(1))

    /// Sam's walk on Sundays at 19:00, which may invite Alex a day later.
    private static func walk(_ escalation: Escalation? = escalation) -> Ritual {
        Household.weekly { ritual in
            ritual.id = RitualID("walk")
            ritual.kind = .promise
            ritual.together = false
            ritual.people = [Household.sam.id]
            ritual.escalation = escalation
        }
    }

    private func wishing(_ bench: Bench, _ person: Person) -> Wishing {
        Wishing(bench.planner, at: bench.now, by: person)
    }

    private func agree(_ bench: inout Bench, _ people: [Person] = [Household.sam, Household.alex]) throws {
        for person in people { bench.take(try wishing(bench, person).agree("walk").changes) }
    }

    /// Both agreed, and Sam's nudge has arrived on Sunday, 22 November 2026, 19:00 in Berlin.
    private func delivered(agreeing people: [Person] = [Household.sam, Household.alex]) throws -> Bench {
        var bench = Bench([Self.walk()], at: "2026-11-20T12:00:00Z")
        try agree(&bench, people)
        bench.end(bench.plan(at: "2026-11-22T18:00:00Z").deliveries[0])
        bench.plan(at: "2026-11-22T18:00:01Z")
        return bench
    }

    @Test("A day on, the other is invited once, where both have agreed")
    func invites() throws {
        var bench = try delivered()
        #expect(bench.plan(at: "2026-11-23T17:59:59Z").deliveries.isEmpty)
        let plan = bench.plan(at: "2026-11-23T18:00:00Z")
        #expect(plan.sent == ["walk@2026-11-22T19:00:00-0/alex/email/0"])
        #expect(bench.ends["walk@2026-11-22T19:00:00-0/sam"] == "delivered: delivered")
        bench.end(plan.deliveries[0])
        bench.restart(at: "2026-11-23T20:00:00Z")
        #expect(bench.plan(at: "2026-11-23T20:00:00Z").deliveries.isEmpty)
        bench.plan(at: "2026-11-24T12:00:00Z")
        #expect(bench.ends["walk@2026-11-22T19:00:00-0/alex"] == "delivered: delivered")
        #expect(bench.planner.state.open.isEmpty)
    }

    static let people: [[Person]] = [[], [Household.sam], [Household.alex]]

    @Test("Without the agreement of both nobody is invited", arguments: people)
    func unagreed(people: [Person]) throws {
        var bench = try delivered(agreeing: people)
        #expect(bench.plan(at: "2026-11-23T18:00:00Z").deliveries.isEmpty)
        // Nor does an agreement that comes too late bring up what has passed.
        try agree(&bench)
        #expect(bench.plan(at: "2026-11-23T18:30:00Z").deliveries.isEmpty)
    }

    @Test("Either withdraws at any time, even while the invitation waits", arguments: [Household.sam, Household.alex])
    func withdrawn(person: Person) throws {
        var bench = try delivered()
        bench.take(try wishing(bench, person).disagree("walk").changes)
        #expect(bench.plan(at: "2026-11-23T18:00:00Z").deliveries.isEmpty)

        var later = try delivered()
        let delivery = later.plan(at: "2026-11-23T18:00:00Z").deliveries[0]
        later.end(delivery, .transient("later", retryAfter: 600))
        later.now = Household.utc("2026-11-23T18:00:30Z")
        later.take(try wishing(later, person).disagree("walk").changes)
        #expect(later.plan(at: "2026-11-23T19:00:00Z").deliveries.isEmpty)
        #expect(later.ends["walk@2026-11-22T19:00:00-0/alex"] == "skipped: no agreement")
    }

    @Test("Any answer of the first ends it: done, skip or later")
    func answered() throws {
        for verb in ["done", "skip", "snooze"] {
            var bench = try delivered()
            bench.now = Household.utc("2026-11-23T12:00:00Z")
            let answers = Answers(bench.planner, at: bench.now)
            let effect =
                switch verb {
                case "done": try answers.done(AnswerTarget("walk"), by: "sam")
                case "skip": try answers.skip(AnswerTarget("walk"), by: "sam")
                default: try answers.snooze(AnswerTarget("walk"), by: "sam", for: .hours(1))
                }
            bench.take(effect.changes)
            for time in ["2026-11-23T13:00:00Z", "2026-11-23T18:00:00Z", "2026-11-24T18:00:00Z"] {
                let sent = bench.plan(at: time).deliveries
                #expect(sent.allSatisfy { $0.person == Household.sam.id }, "\(verb) at \(time)")
                for delivery in sent { bench.end(delivery) }
            }
        }
    }

    @Test("Being asked again is no answer, and ends with the invitation")
    func askedAgain() throws {
        var walk = Self.walk()
        walk.again = AskAgain(after: .hours(2), times: 1)
        var bench = Bench([walk], at: "2026-11-20T12:00:00Z")
        try agree(&bench)
        for time in ["2026-11-22T18:00:00Z", "2026-11-22T20:00:00Z", "2026-11-22T20:00:01Z", "2026-11-23T09:00:00Z"] {
            for delivery in bench.plan(at: time).deliveries { bench.end(delivery) }
        }
        #expect(bench.planner.state.open.values.map(\.asked) == [1])
        #expect(bench.plan(at: "2026-11-23T18:00:00Z").deliveries.map(\.person) == [Household.alex.id])
    }

    @Test("The invited may know of the ritual, so that they can agree; nothing discreet or hidden invites")
    func visible() throws {
        let promise = Self.walk()
        #expect(promise.isOwnMatter && promise.isVisible(to: Household.alex, at: Household.utc("2026-11-20T12:00:00Z")))
        var discreet = Self.walk()
        discreet.isDiscreet = true
        var bench = Bench([discreet], at: "2026-11-20T12:00:00Z")
        try agree(&bench)
        bench.end(bench.plan(at: "2026-11-22T18:00:00Z").deliveries[0])
        #expect(bench.plan(at: "2026-11-23T18:00:00Z").deliveries.isEmpty)
    }

    @Test("What never reached the first invites nobody, and who stopped or paused is left alone")
    func unreached() throws {
        var failed = Bench([Self.walk()], at: "2026-11-20T12:00:00Z")
        try agree(&failed)
        failed.end(failed.plan(at: "2026-11-22T18:00:00Z").deliveries[0], .permanent("no"))
        for delivery in failed.plan(at: "2026-11-22T18:00:01Z").deliveries { failed.end(delivery, .permanent("no")) }
        #expect(failed.plan(at: "2026-11-23T18:00:00Z").deliveries.isEmpty)

        var stopped = try delivered()
        stopped.take(try wishing(stopped, Household.sam).stop("walk").changes)
        #expect(stopped.plan(at: "2026-11-23T18:00:00Z").deliveries.isEmpty)

        var paused = try delivered()
        paused.take(try wishing(paused, Household.alex).pause(until: "1 week").changes)
        #expect(paused.plan(at: "2026-11-23T18:00:00Z").deliveries.isEmpty)
        #expect(paused.ends["walk@2026-11-22T19:00:00-0/alex"] == "skipped: paused by person")
    }

    @Test("Another person or another time asks both anew; a new name of the ritual does not")
    func edited() throws {
        var bench = Bench([Self.walk()], at: "2026-11-20T12:00:00Z")
        try agree(&bench)
        #expect(bench.planner.state.isAgreed(Self.walk(), at: bench.now))
        let longer = Self.walk(Escalation(to: Household.alex.id, after: .days(2)))
        #expect(!bench.planner.state.isAgreed(longer, at: bench.now))
        #expect(
            bench.planner.state.isAgreed(Self.walk(Escalation(to: Household.alex.id, after: .days(1))), at: bench.now))
        var renamed = Self.walk()
        renamed.id = RitualID("stroll")
        renamed.formerly = [RitualID("walk")]
        bench.restart(at: "2026-11-20T13:00:00Z", [renamed])
        #expect(bench.planner.state.isAgreed(renamed, at: bench.now))
    }

    @Test("The invited answer for themselves alone")
    func invitedAnswers() throws {
        var bench = try delivered()
        bench.end(bench.plan(at: "2026-11-23T18:00:00Z").deliveries[0])
        bench.now = Household.utc("2026-11-23T19:00:00Z")
        let effect = try Answers(bench.planner, at: bench.now).done(AnswerTarget("walk"), by: "alex")
        #expect(effect.person == Household.alex.id)
        bench.take(effect.changes)
        bench.plan(at: "2026-11-23T19:00:01Z")
        #expect(bench.ends["walk@2026-11-22T19:00:00-0/alex"] == "acknowledged: done")
        // Nothing of what is to come is theirs to answer.
        #expect(throws: AnswerError.self) {
            try Answers(bench.planner, at: bench.now).skip(AnswerTarget("walk@2026-11-29"), by: "alex")
        }
    }

    @Test("A host that was off for the time of waiting invites late, by day, and not where another one has come")
    func late() throws {
        var bench = try delivered()
        bench.restart(at: "2026-11-24T03:00:00Z")
        // 21:00 in Chicago.
        #expect(bench.plan(at: "2026-11-24T03:00:00Z").sent == ["walk@2026-11-22T19:00:00-0/alex/email/0"])
        var long = try delivered()
        long.restart(at: "2026-11-26T12:00:00Z")
        #expect(long.plan(at: "2026-11-26T12:00:00Z").deliveries.isEmpty)
    }
}
