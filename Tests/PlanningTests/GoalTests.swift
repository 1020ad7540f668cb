import CivilTime
import Planning
import Recurrence
import Testing

/// With which time a goal comes, for whom, and when it has had its time.
@Suite("Goals")
struct GoalTests {
    static let (sam, alex) = (Household.sam.id, Household.alex.id)

    static func goal(
        _ at: String, number: Int = 1, of ritual: String = "weekly", by person: PersonID = sam, reached: String? = nil
    ) -> Goal {
        Goal(
            number: number, ritual: RitualID(ritual), person: person, text: "Cook together", at: Household.utc(at),
            reached: reached.map { Household.utc($0) })
    }

    static func state(_ goals: [Goal], _ changes: [LedgerChange] = []) -> LedgerState {
        var state = LedgerState()
        state.apply(goals.map { .undertaken(.goalSet($0)) } + changes)
        return state
    }

    static func numbers(
        _ state: LedgerState, with moment: String, of ritual: Ritual, for person: Person = Household.sam
    ) -> [Int] {
        state.goals(
            with: Household.utc(moment), of: ritual, for: person.id,
            in: Household.schedule([ritual]).zone(of: ritual, for: person)
        ).map(\.number)
    }

    /// Sundays at 19:00 in Berlin are 18:00 in UTC in winter.
    static let set: [(String, String)] = [
        ("2026-11-22T18:45:00Z", "2026-11-29T18:00:00Z"),  // at the table
        ("2026-11-22T17:30:00Z", "2026-11-29T18:00:00Z"),  // at the table before it is time
        ("2026-11-22T16:59:59Z", "2026-11-22T18:00:00Z"),  // well before it
        ("2026-11-27T08:00:00Z", "2026-11-29T18:00:00Z"),  // later in the week
        ("2026-03-22T18:45:00Z", "2026-03-29T17:00:00Z"),  // over a change of the clocks
    ]

    @Test("A goal comes with the next time, and with no other", arguments: set)
    func nextTime(at: String, moment: String) throws {
        let weekly = Household.weekly()
        let state = Self.state([Self.goal(at)])
        let expected = Household.utc(moment)
        #expect(
            state.goalMoment(of: weekly, for: Self.sam, in: Household.berlin, at: Household.utc(at)) == expected)
        var time = weekly.recurrence.next(after: Household.utc("2026-01-01T00:00:00Z"), in: Household.berlin)
        while let next = time, next.instant < Household.utc("2027-01-01T00:00:00Z") {
            let found = state.goals(with: next.instant, of: weekly, for: Self.sam, in: Household.berlin)
            #expect(found.isEmpty == (next.instant != expected), "\(next.instant)")
            time = weekly.recurrence.next(after: next.instant, in: Household.berlin)
        }
    }

    @Test("Those who sit down together see them together; else each sees their own")
    func whose() {
        let goals = [Self.goal("2026-11-22T19:00:00Z"), Self.goal("2026-11-22T19:00:00Z", number: 2, by: Self.alex)]
        let together = Household.weekly()
        for person in [Household.sam, Household.alex] {
            #expect(Self.numbers(Self.state(goals), with: "2026-11-29T18:00:00Z", of: together, for: person) == [1, 2])
        }
        // It is still early on Sunday in Chicago.
        let apart = Household.weekly { $0.together = false }
        #expect(Self.numbers(Self.state(goals), with: "2026-11-29T18:00:00Z", of: apart) == [1])
        #expect(Self.numbers(Self.state(goals), with: "2026-11-23T01:00:00Z", of: apart, for: Household.alex) == [2])
        let another = Household.weekly { $0.people = [Self.alex] }
        #expect(Self.numbers(Self.state(goals), with: "2026-11-29T18:00:00Z", of: another).isEmpty, "it is not Sam's")
    }

    @Test("What became of a goal is on it; what is let go is gone")
    func marks() {
        let at = Household.utc("2026-11-24T08:00:00Z")
        let state = Self.state(
            [Self.goal("2026-11-22T19:00:00Z"), Self.goal("2026-11-22T19:00:00Z", number: 2)],
            [
                .undertaken(.goalReached(GoalMark(number: 1, at: at))),
                .undertaken(.goalLeft(GoalMark(number: 2, at: at))),
                .renamed(from: RitualID("weekly"), to: RitualID("sundays")),
            ])
        #expect(state.undertakings.goals.map(\.reached) == [at])
        #expect(state.undertakings.goals.map(\.ritual) == [RitualID("sundays")])
    }

    @Test("What counts from the last time brings what was set since the day of it")
    func cadence() throws {
        let time = try #require(TimeOfDay(hour: 18, minute: 0))
        let cadence = Cadence(ideal: .days(10), starting: CivilDate(dayNumber: 20_000), time: time)
        let ritual = Ritual(
            id: RitualID("weekly"), kind: .checkIn, recurrence: cadence.recurrence(from: cadence.starting, in: .utc),
            people: [Self.sam, Self.alex], cadence: cadence)
        let done = Household.utc("2026-11-22T20:00:00Z")
        let name = OccurrenceName(ritual: ritual.id, key: .wall(CivilDateTime(date: "2026-11-22", 18, 0)))
        let state = Self.state(
            [Self.goal("2026-11-12T19:00:00Z"), Self.goal("2026-11-22T19:00:00Z", number: 2)],
            [.answered(AnswerRecord(occurrence: name, person: Self.alex, lead: .moment, answer: .done, at: done))])
        let next = try #require(state.goalMoment(of: ritual, for: Self.sam, in: Household.berlin, at: done))
        #expect(next == Household.utc("2026-12-02T17:00:00Z"))
        #expect(state.goals(with: next, of: ritual, for: Self.sam, in: Household.berlin).map(\.number) == [2])
    }

    @Test("A goal is outgrown once its time is long over, however seldom that is")
    func outgrown() {
        let state = Self.state([
            Self.goal("2026-11-22T19:00:00Z"), Self.goal("2026-11-22T19:00:00Z", number: 2, of: "yearly"),
            Self.goal("2026-11-22T19:00:00Z", number: 3, of: "gone"),
        ])
        var rule = Rule(.yearly)
        (rule.months, rule.monthDays, rule.hours, rule.minutes, rule.seconds) = ([10], [1], [18], [0], [0])
        var yearly = Household.weekly()
        (yearly.id, yearly.recurrence) = (RitualID("yearly"), Recurrence(rule))
        let schedule = Household.schedule([Household.weekly(), yearly])
        func numbers(_ time: String) -> [Int] {
            state.outgrownGoals(schedule, before: Household.utc(time)).map(\.number)
        }
        #expect(numbers("2026-11-22T00:00:00Z") == [])
        #expect(numbers("2026-11-29T18:00:00Z") == [3])
        #expect(numbers("2026-11-29T18:00:01Z") == [1, 3])
        #expect(numbers("2027-10-02T00:00:00Z") == [1, 2, 3])
    }

    @Test("A change of goals leaves the schedule as it is lived alone")
    func leavesTheSchedule() {
        #expect(!LedgerChange.undertaken(.goalSet(Self.goal("2026-11-22T19:00:00Z"))).changesTheSchedule)
        #expect(
            LedgerChange.undertaken(.letGo(LetterGone(number: 1, at: Household.utc("2026-11-22T19:00:00Z"))))
                .changesTheSchedule)
    }

    @Test("What was reached is looked back on by those who see it")
    func lookBack() throws {
        let weekly = Household.weekly { $0.people = [Self.sam] }
        let goals = [
            Self.goal("2026-11-22T19:00:00Z", reached: "2026-11-24T23:30:00Z"),
            Self.goal("2026-11-22T19:00:00Z", number: 2),
        ]
        let day = try #require(CivilDate(parsing: "2026-11-25"))
        func items(_ person: Person, _ rituals: [Ritual]) -> [LookBack.Item] {
            LookBack(
                day.adding(days: -30)...day, for: person, Household.schedule(rituals), history: [],
                Self.state(goals).undertakings, at: Household.utc("2026-11-25T12:00:00Z"), letter: { _ in "" },
                title: { _, _ in nil }
            ).items
        }
        // Half past midnight in Berlin.
        #expect(items(Household.sam, [weekly]) == [LookBack.Item(.goal, day, "Cook together")])
        #expect(items(Household.alex, [weekly]).isEmpty)
        #expect(items(Household.alex, [Household.weekly()]).count == 1)
        #expect(items(Household.sam, []).isEmpty, "what is not in the schedule is not told")
    }
}
