import CivilTime
import Planning
import Recurrence
import Testing

@Suite("Counted from the last time it was done")
struct CadenceTests {
    static func date(_ text: String) -> CivilDate {
        guard let date = CivilDate(parsing: text) else { preconditionFailure(text) }
        return date
    }

    /// Ten days after the last time, three weeks at the latest, at 18:00; first counted from 5 January 2026, a Monday.
    static func calls(
        _ people: [PersonID] = [Household.sam.id], together: Bool = false, starting: String = "2026-01-05",
        atMost: Span? = .weeks(3), calendar: DayCalendar? = nil, _ change: (inout Ritual) -> Void = { _ in }
    ) -> Ritual {
        let cadence = Cadence(
            ideal: .days(10), atMost: atMost, starting: date(starting),
            time: TimeOfDay(hour: 18, minute: 0, second: 0) ?? .midnight, calendar: calendar)
        var ritual = Ritual(
            id: RitualID("calls"), kind: .reflection,
            recurrence: cadence.recurrence(from: cadence.starting, in: Household.berlin), people: people,
            together: together, cadence: cadence)
        change(&ritual)
        return ritual
    }

    private func answers(_ bench: Bench) -> Answers { Answers(bench.planner, at: bench.now) }

    /// Plans whenever there is something to plan until `end`, delivers, and says what went out when.
    private func run(_ bench: inout Bench, until end: String) -> [String] {
        var sent: [String] = []
        var next = bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true)).wakeAt
        while let time = next, time <= Household.utc(end) {
            let plan = bench.plan(at: time.description)
            for delivery in plan.deliveries {
                sent.append("\(time.description.prefix(16)) \(delivery.person)")
                bench.end(delivery)
            }
            next = bench.plan(at: time.description).wakeAt
        }
        bench.now = Household.utc(end)
        return sent
    }

    private func done(_ bench: inout Bench, by person: String = "sam", at time: String) throws {
        bench.plan(at: time)
        bench.take(try answers(bench).done(AnswerTarget("calls"), by: person).changes)
    }

    @Test("Where nobody says done it comes after the ideal gap, then after each greatest one")
    func neverDone() {
        var bench = Bench([Self.calls()], at: "2026-01-06T12:00:00Z")
        #expect(
            run(&bench, until: "2026-03-15T00:00:00Z") == [
                "2026-01-15T17:00 sam", "2026-01-26T17:00 sam", "2026-02-16T17:00 sam", "2026-03-09T17:00 sam",
            ])
        var plain = Bench([Self.calls(atMost: nil)], at: "2026-01-06T12:00:00Z")
        #expect(
            run(&plain, until: "2026-02-10T00:00:00Z") == [
                "2026-01-15T17:00 sam", "2026-01-25T17:00 sam", "2026-02-04T17:00 sam",
            ])
    }

    @Test("Done counts from the day it is said, whether a nudge is open or not")
    func done() throws {
        var bench = Bench([Self.calls()], at: "2026-01-06T12:00:00Z")
        _ = run(&bench, until: "2026-01-15T18:00:00Z")
        try done(&bench, at: "2026-01-15T20:00:00Z")
        #expect(bench.ends == ["calls@2026-01-15T18:00:00-0/sam": "acknowledged: done"])
        #expect(bench.plan(at: "2026-01-15T20:00:01Z").wakeAt == Household.utc("2026-01-25T17:00:00Z"))
        // Nothing is open on the 20th; the nudge of the 25th does not come.
        try done(&bench, at: "2026-01-20T09:00:00Z")
        #expect(bench.plan(at: "2026-01-20T09:00:01Z").nextDue == Household.utc("2026-01-30T17:00:00Z"))
        // Said twice on one day is said once.
        try done(&bench, at: "2026-01-20T09:05:00Z")
        #expect(run(&bench, until: "2026-02-12T00:00:00Z") == ["2026-01-30T17:00 sam", "2026-02-10T17:00 sam"])
    }

    @Test("After midnight it is the next day")
    func midnight() throws {
        var bench = Bench([Self.calls()], at: "2026-01-06T12:00:00Z")
        try done(&bench, at: "2026-01-15T23:30:00Z")
        #expect(bench.plan(at: "2026-01-15T23:30:01Z").nextDue == Household.utc("2026-01-26T17:00:00Z"))
    }

    @Test("Each person has their own, unless it is together")
    func people() throws {
        let both = [Household.sam.id, Household.alex.id]
        var apart = Bench([Self.calls(both)], at: "2026-01-06T12:00:00Z")
        try done(&apart, at: "2026-01-10T12:00:00Z")
        #expect(
            run(&apart, until: "2026-01-27T12:00:00Z") == [
                "2026-01-16T00:00 alex", "2026-01-20T17:00 sam", "2026-01-27T00:00 alex",
            ])
        var together = Bench([Self.calls(both, together: true)], at: "2026-01-06T12:00:00Z")
        #expect(run(&together, until: "2026-01-15T17:05:00Z").count == 2)
        try done(&together, by: "alex", at: "2026-01-15T17:10:00Z")
        #expect(
            together.ends == [
                "calls@2026-01-15T18:00:00-0/sam": "acknowledged: done by another",
                "calls@2026-01-15T18:00:00-0/alex": "acknowledged: done",
            ])
        #expect(
            run(&together, until: "2026-01-30T12:00:00Z").sorted() == ["2026-01-25T17:00 alex", "2026-01-25T17:00 sam"])
    }

    @Test("A lead that was open for what no longer comes closes with the answer")
    func leads() throws {
        let ritual = Self.calls { $0.leads = [Lead(.days(2)), .moment] }
        var bench = Bench([ritual], at: "2026-01-06T12:00:00Z")
        #expect(run(&bench, until: "2026-01-13T18:00:00Z") == ["2026-01-13T17:00 sam"])
        try done(&bench, at: "2026-01-13T19:00:00Z")
        #expect(bench.ends == ["calls@2026-01-15T18:00:00-2 days/sam": "acknowledged: done"])
        #expect(run(&bench, until: "2026-01-23T18:00:00Z") == ["2026-01-21T17:00 sam", "2026-01-23T17:00 sam"])
    }

    @Test("A skipped one waits for the greatest gap")
    func skipped() throws {
        var bench = Bench([Self.calls()], at: "2026-01-06T12:00:00Z")
        bench.plan(at: "2026-01-10T12:00:00Z")
        bench.take(try answers(bench).skip(AnswerTarget("calls"), by: nil).changes)
        #expect(run(&bench, until: "2026-01-27T12:00:00Z") == ["2026-01-26T17:00 sam"])
    }

    @Test("It is counted on over a restart, and anew from a later start")
    func restart() throws {
        var bench = Bench([Self.calls()], at: "2026-01-06T12:00:00Z")
        try done(&bench, at: "2026-01-10T12:00:00Z")
        bench.restart(at: "2026-01-11T12:00:00Z")
        #expect(bench.plan(at: "2026-01-11T12:00:00Z").nextDue == Household.utc("2026-01-20T17:00:00Z"))
        bench.restart(at: "2026-01-12T12:00:00Z", [Self.calls(starting: "2026-02-01")])
        #expect(bench.plan(at: "2026-01-12T12:00:00Z").nextDue == Household.utc("2026-02-11T17:00:00Z"))
        // The history of an id goes along with a new name.
        bench.restart(
            at: "2026-01-13T12:00:00Z",
            [
                Self.calls {
                    $0.id = RitualID("friends")
                    $0.formerly = [RitualID("calls")]
                }
            ])
        #expect(bench.plan(at: "2026-01-13T12:00:00Z").nextDue == Household.utc("2026-01-20T17:00:00Z"))
    }

    @Test("After an outage there is one nudge, and on it goes")
    func outage() {
        var bench = Bench([Self.calls()], at: "2026-01-06T12:00:00Z")
        bench.restart(at: "2026-01-26T20:00:00Z")
        #expect(bench.plan(at: "2026-01-26T20:00:00Z").sent == ["calls@2026-01-26T18:00:00-0/sam/desktop/0"])
        #expect(
            bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true)).nextDue
                == Household.utc("2026-02-16T17:00:00Z"))
    }

    @Test("Said by a clock that ran ahead, it was said now")
    func clockSetBack() throws {
        var bench = Bench([Self.calls()], at: "2026-01-06T12:00:00Z")
        try done(&bench, at: "2026-06-10T12:00:00Z")
        #expect(bench.plan(at: "2026-01-10T12:00:00Z").nextDue == Household.utc("2026-01-20T17:00:00Z"))
    }

    @Test("A preview shows what is certain, a simulation what comes when it is done on the day")
    func looking() {
        let schedule = Household.schedule([Self.calls(), Household.weekly()])
        let state = LedgerState()
        let coming = Preview(schedule, state, after: Household.utc("2026-01-06T12:00:00Z")).prefix(9)
        #expect(coming.filter { $0.key.ritual == RitualID("calls") }.map(\.at.description) == ["2026-01-15T17:00:00Z"])
        var simulation = Simulation(
            Household.schedule([Self.calls()]), from: Household.utc("2026-01-06T00:00:00Z"),
            to: Household.utc("2026-04-10T00:00:00Z"))
        var sent: [String] = []
        simulation.run {
            sent.append(String($0.at.description.prefix(16)))
            return true
        }
        #expect(
            sent == [
                "2026-01-15T17:00", "2026-01-25T17:00", "2026-02-04T17:00", "2026-02-14T17:00", "2026-02-24T17:00",
                "2026-03-06T17:00", "2026-03-16T17:00", "2026-03-26T17:00", "2026-04-05T16:00",
            ])
    }

    @Test("It moves off weekends like any other, and keeps the name of its nominal day")
    func moves() {
        var bench = Bench([Self.calls(calendar: DayCalendar(onWeekend: .after))], at: "2026-01-06T12:00:00Z")
        bench.schedule.rituals[0].recurrence = bench.schedule.rituals[0].recurrence.observing(
            DayCalendar(onWeekend: .after))
        bench = Bench(bench.schedule, LedgerState(), at: bench.now)
        // The 15th is a Thursday; done on it, the 25th is a Sunday.
        bench.plan(at: "2026-01-15T17:00:00Z")
        let effect = try? answers(bench).done(AnswerTarget("calls"), by: nil)
        bench.take(effect?.changes ?? [])
        #expect(bench.plan(at: "2026-01-25T17:00:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-01-26T17:00:00Z").sent == ["calls@2026-01-25T18:00:00-0/sam/desktop/0"])
    }

    @Test("The last time is known for as long as the ledger lasts")
    func retention() throws {
        var state = LedgerState()
        let name = OccurrenceName(ritual: RitualID("calls"), key: .wall(CivilDateTime(Self.date("2026-01-15"))))
        let at = Household.utc("2026-01-15T18:00:00Z")
        state.apply(.answered(AnswerRecord(occurrence: name, person: Household.sam.id, answer: .done, at: at)))
        state.apply(.advanced(through: Household.utc("2036-01-15T18:00:00Z")))
        #expect(state.done == [Participation(ritual: RitualID("calls"), person: Household.sam.id): at])
        #expect(state.ahead.isEmpty)
    }
}
