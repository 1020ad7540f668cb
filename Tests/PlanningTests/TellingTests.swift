import CivilTime
import Planning
import Testing

/// What goes on record in one step with what somebody does, so that no end of a service loses any of it.
@Suite struct TellingTests {
    private static let sam = Household.sam.id
    private static let alex = Household.alex.id
    private let schedule = Household.schedule([Household.weekly()])
    private let morning = Household.utc("2026-11-22T08:00:00Z")

    private func told(_ changes: [LedgerChange]) -> [Notice] {
        changes.compactMap { if case .undertaken(.told(let notice)) = $0 { notice } else { nil } }
    }

    /// A record that knows the schedule.
    private var state: LedgerState {
        var state = LedgerState()
        state.apply(Adoption.changes(schedule, state, at: Household.utc("2026-11-20T08:00:00Z")))
        return state
    }

    /// The hour before it had begun, or it was over.
    @Test(arguments: [("2026-11-22T16:30:00Z", "sent"), ("2026-11-22T17:05:00Z", "missed")])
    func aServiceThatStartsLaterKnowsOfAPromise(_ start: String, _ becomes: String) {
        var state = state
        state.apply(
            Predictability.telling(
                [.undertaken(PracticeTests.promise(false))], by: Self.sam, from: schedule, to: schedule, state, at: morning))
        var bench = Bench(schedule.lived(state.undertakings, at: morning), state, at: Household.utc(start))
        let plan = bench.plan(at: start)
        let sent = plan.deliveries.flatMap(\.members).map(\.key.description)
        #expect(sent.contains("promise-1@2026-11-22T18:00:00-1 h/sam") == (becomes == "sent"), "\(sent)")
        let missed = plan.changes.compactMap { if case .missed(let span, _) = $0 { span.ritual.text } else { nil } }
        #expect(missed.contains("promise-1") == (becomes == "missed"), "\(missed)")
    }

    @Test func aPauseAndWhatIsToldOfItAreOneStep() throws {
        let pause = CalledOffTests.pause(Self.alex, "2026-11-22T08:00:00Z", "2026-11-23T08:00:00Z")
        var state = state
        let changes = Predictability.telling([pause], by: Self.alex, from: schedule, to: schedule, state, at: morning)
        #expect(changes.first == pause)
        #expect(told(changes).map(\.person) == [Self.sam])
        let marked = changes.compactMap { if case .marked(let ritual, let mark) = $0 { (ritual, mark.since) } else { nil } }
        #expect(marked.map(\.0.text) == ["notice-1"] && marked.map(\.1) == [morning])

        // A day later it goes out, whoever plans then.
        state.apply(changes)
        let evening = "2026-11-22T20:00:00Z"
        var bench = Bench(schedule.lived(state.undertakings, at: morning), state, at: Household.utc(evening))
        #expect(bench.plan(at: evening).deliveries.flatMap(\.members).map(\.key.ritual.text) == ["notice-1"])
    }

    @Test func whatIsToldIsNotToldAgain() {
        var later = schedule
        later.rituals[0].recurrence = Household.everyDay(20, 0)
        var state = state
        func telling(since: String, _ new: Schedule) -> [Notice] {
            told(Predictability.telling([], by: nil, from: schedule, to: new, state, since: Household.utc(since), at: morning))
        }
        let first = telling(since: "2026-11-22T07:00:00Z", later)
        #expect(first.map(\.person) == [Self.alex, Self.sam])
        state.apply(first.map { .undertaken(.told($0)) })
        #expect(telling(since: "2026-11-22T07:00:00Z", later) == [], "the service died before it let go of the old one")
        #expect(telling(since: "2026-11-22T08:30:00Z", later).count == 2, "it changed once more, and back")
        later.rituals[0].recurrence = Household.everyDay(21, 0)
        #expect(telling(since: "2026-11-22T07:00:00Z", later).count == 2, "another time is another change")
    }

    @Test func whatChangesNothingForOthersIsLeftAsItIs() {
        let muted = LedgerChange.wished(Wish(.mute, .everything, by: Self.sam, from: morning, until: nil), at: morning)
        #expect(Predictability.telling([muted], by: Self.sam, from: schedule, to: schedule, state, at: morning) == [muted])
    }
}
