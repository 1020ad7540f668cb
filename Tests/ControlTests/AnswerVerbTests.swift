import CivilTime
import Control
import Planning
import Testing

/// What is said back to an answer. It is Sunday, 22 November 2026; the talk is at 19:00 in UTC.
@Suite("Answers by hand") struct AnswerVerbTests {
    private static func house() -> GoalVerbTests.House {
        GoalVerbTests.House([GoalVerbTests.weekly("talk", .checkIn, [GoalVerbTests.sam])])
    }

    @Test func whatIsDoneAheadIsNamedWithItsDay() throws {
        #expect(
            try Self.house().text(.done("talk@2026-12-06")) == "noted: Talk, Sunday, 6 December 2026, 19:00: done")
        let german = try Self.house().ask(.done("talk@2026-12-06"), "sam", .german)
        #expect(german.lines.map(\.text) == ["notiert: Talk, Sonntag, 6. Dezember 2026, 19:00: erledigt"])
    }

    @Test func aPromiseIsKeptAheadByItsName() throws {
        var house = Self.house()
        let promise = Request.Promise(to: nil, at: "2026-11-27T18:00:00", ahead: nil, isShared: false)
        #expect(try house.ask(.promise("Tea", promise)).exit == .ok)
        house.schedule = house.schedule.lived(house.ledger.state.undertakings, at: house.now)
        #expect(try house.text(.done("promise-1")) == "noted: Tea, Friday, 27 November 2026, 18:00: done")
        #expect(try house.text(.done("promise-1")) == "error: nothing of `promise-1` waits for an answer")
        #expect(try house.text(.done("talk")).hasPrefix("error: nothing of `talk` waits for an answer\nhint: "))
    }
}
