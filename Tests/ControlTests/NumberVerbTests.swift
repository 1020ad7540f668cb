import CivilTime
import Control
import Planning
import Testing

/// What is new is not taken for what was before it.
@Suite("Numbers by hand") struct NumberVerbTests {
    private static let sam = GoalVerbTests.sam

    @Test func aPromiseIsNotSilencedByAnOlderOnesEnd() throws {
        let house = GoalVerbTests.House([])
        let (now, promise) = (house.now, RitualID("promise-1"))
        try house.ledger.commit([.wished(Wish(.stop, .ritual(promise), by: Self.sam, from: now), at: now)], durably: true)
        let wanted = Request.Promise(to: nil, at: "2026-11-27T18:00:00", ahead: nil, isShared: false)
        #expect(try house.ask(.promise("Tea", wanted)).exit == .ok)
        let made = house.ledger.state.undertakings.promises.map(\.id)
        #expect(made == [RitualID("promise-2")])
        #expect(made.allSatisfy { house.ledger.state.wishes.silence($0, for: Self.sam, at: now) == nil })
    }

    @Test func aDamagedRecordCanStillBeAddedTo() throws {
        let house = GoalVerbTests.House([GoalVerbTests.weekly("talk", .checkIn, [Self.sam])])
        let now = house.now
        let day = try #require(CivilDate(parsing: "2026-11-22"))
        try house.ledger.commit(
            [
                .undertaken(.goalSet(Goal(number: .max, ritual: RitualID("talk"), person: Self.sam, text: "Huge", at: now))),
                .undertaken(
                    .celebrated(
                        SmallWin(
                            number: .max, person: Self.sam, day: day, text: "Huge", isShared: false, isYearly: false, at: now)
                    )),
            ], durably: true)
        #expect(try house.ask(.setGoal("Small", for: nil)).exit == .ok)
        #expect(try house.ask(.celebrate("Small", Request.Win(day: nil, isShared: false, isYearly: false))).exit == .ok)
        #expect(house.ledger.state.undertakings.goals.map(\.number) == [.max, 1])
        #expect(house.ledger.state.undertakings.wins.map(\.number) == [.max, 1])
    }
}
