import CivilTime
import Planning
import Recurrence
import Testing

/// What several do together while one of them paused: it is off, and the others know beforehand, neither by whom nor why.
@Suite("Called off")
struct CalledOffTests {
    static let sam = Household.sam.id
    static let alex = Household.alex.id

    static func pause(_ person: PersonID, _ from: String, _ until: String?) -> LedgerChange {
        let start = Household.utc(from)
        return .wished(
            Wish(.pause, .everything, by: person, from: start, until: until.map(Household.utc)), at: start)
    }

    /// Both known from Monday, 16 November on; the weekly moment is on Sundays at 18:00 UTC, with a notice a day ahead.
    static func bench(_ change: (inout Ritual) -> Void = { _ in }) -> Bench {
        Bench(
            [
                Household.weekly { ritual in
                    ritual.leads = [Lead(.days(1)), .moment]
                    change(&ritual)
                }
            ], at: "2026-11-16T08:00:00Z")
    }

    @Test("Nothing of it rings for whoever is left, and its end says that it was off")
    func rings() {
        var bench = Self.bench()
        bench.take([Self.pause(Self.alex, "2026-11-20T08:00:00Z", "2026-11-23T08:00:00Z")])
        #expect(bench.plan(at: "2026-11-21T18:00:00Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-22T18:00:00Z").deliveries.isEmpty)
        #expect(bench.ends["weekly@2026-11-22T19:00:00-0/sam"] == "skipped: called off")
        #expect(bench.ends["weekly@2026-11-22T19:00:00-0/alex"] == "skipped: paused by person")
        #expect(Set(bench.plan(at: "2026-11-28T18:00:00Z").deliveries.map(\.person)) == [Self.sam, Self.alex])
    }

    @Test("What had been said ahead is not followed by the moment")
    func afterTheNotice() {
        var bench = Self.bench()
        for delivery in bench.plan(at: "2026-11-21T18:00:00Z").deliveries { bench.end(delivery) }
        bench.take([Self.pause(Self.alex, "2026-11-21T20:00:00Z", nil)])
        #expect(bench.plan(at: "2026-11-21T20:00:01Z").deliveries.isEmpty)
        #expect(bench.ends["weekly@2026-11-22T19:00:00-1 day/sam"] == "delivered: delivered")
        #expect(bench.plan(at: "2026-11-22T18:00:00Z").deliveries.isEmpty)
        let coming = Preview(bench.planner.schedule, bench.planner.state, after: bench.now).prefix(3)
        #expect(Array(coming).isEmpty)
    }

    @Test("What waits to go out does not go out any more")
    func waiting() {
        var sam = Household.sam
        sam.pace = Pace(quietHours: QuietHours([QuietHours.Span(start: 18 * 60, end: 20 * 60)]))
        var bench = Bench(
            Household.schedule([Household.weekly { $0.leads = [Lead(.days(1)), .moment] }], people: [sam, Household.alex]),
            LedgerState(), at: Household.utc("2026-11-16T08:00:00Z"))
        bench.plan(at: "2026-11-21T18:00:00Z")
        bench.take([Self.pause(Self.alex, "2026-11-21T18:30:00Z", "2026-11-30T08:00:00Z")])
        let later = bench.plan(at: "2026-11-21T19:00:00Z")
        #expect(later.deliveries.filter { $0.person == Self.sam }.isEmpty)
        #expect(bench.ends["weekly@2026-11-22T19:00:00-1 day/sam"] == "skipped: called off")
    }

    @Test("Among three it takes place without one, not without two")
    func three() {
        let kim = Person(id: PersonID("kim"), name: "Kim", zone: Household.berlin, channels: [[ChannelID("desktop")]])
        let weekly = Household.weekly { $0.people = [Self.sam, Self.alex, kim.id] }
        var bench = Bench([weekly], people: [Household.sam, Household.alex, kim], at: "2026-11-16T08:00:00Z")
        bench.take([Self.pause(Self.alex, "2026-11-20T08:00:00Z", "2026-11-29T23:00:00Z")])
        #expect(Set(bench.plan(at: "2026-11-22T18:00:00Z").deliveries.map(\.person)) == [Self.sam, kim.id])
        bench.take([Self.pause(kim.id, "2026-11-23T08:00:00Z", "2026-12-04T08:00:00Z")])
        #expect(bench.plan(at: "2026-11-29T18:00:00Z").deliveries.isEmpty)
        #expect(Set(bench.plan(at: "2026-12-06T18:00:00Z").deliveries.map(\.person)).count == 3)
    }

    // MARK: - What the others are told

    /// Items told to Sam, where the wishes of before give way to those of now.
    static func told(
        _ before: [LedgerChange], _ now: [LedgerChange], at time: String, _ change: (inout Ritual) -> Void = { _ in }
    ) -> [String] {
        var bench = Self.bench(change)
        bench.take(before)
        let wishes = bench.planner.state.wishes
        bench.take(now)
        let notices = Predictability.notices(
            from: bench.schedule, wishes, to: bench.schedule, bench.planner.state, except: alex, at: Household.utc(time))
        #expect(notices.allSatisfy { $0.person == sam })
        return notices.flatMap(\.items).map { "\($0.change) \($0.moment)" }
    }

    @Test("One time, a while, or until further notice")
    func pausing() {
        let at = "2026-11-20T08:00:00Z"
        #expect(
            Self.told([], [Self.pause(Self.alex, at, "2026-11-23T08:00:00Z")], at: at) == ["off 2026-11-22T18:00:00Z"])
        #expect(
            Self.told([], [Self.pause(Self.alex, at, "2026-12-10T08:00:00Z")], at: at)
                == ["rests 2026-11-22T18:00:00Z", "returns 2026-12-13T18:00:00Z"])
        #expect(Self.told([], [Self.pause(Self.alex, at, nil)], at: at) == ["rests 2026-11-22T18:00:00Z"])
        #expect(Self.told([], [Self.pause(Self.alex, at, "2026-11-21T08:00:00Z")], at: at) == [])
    }

    @Test("That it comes again, where somebody comes back before it was said")
    func resuming() {
        let from = "2026-11-20T08:00:00Z"
        let at = "2026-11-26T08:00:00Z"
        for until in [nil, "2026-12-20T08:00:00Z"] {
            let wish = Wish(
                .pause, .everything, by: Self.alex, from: Household.utc(from), until: until.map(Household.utc))
            let told = Self.told(
                [Self.pause(Self.alex, from, until)], [.unwished(wish, at: Household.utc(at))], at: at)
            #expect(told == ["returns 2026-11-29T18:00:00Z"])
        }
    }

    @Test("Nobody is told who wants none of it, nor of what each does alone")
    func untold() {
        let at = "2026-11-20T08:00:00Z"
        let pause = Self.pause(Self.alex, at, nil)
        let stop = LedgerChange.wished(
            Wish(.stop, .ritual(RitualID("weekly")), by: Self.sam, from: Household.utc("2026-11-17T08:00:00Z")),
            at: Household.utc("2026-11-17T08:00:00Z"))
        #expect(Self.told([stop], [pause], at: at) == [])
        #expect(Self.told([], [pause], at: at) { $0.together = false } == [])
    }
}
