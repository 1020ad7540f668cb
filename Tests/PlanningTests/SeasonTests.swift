import CivilTime
import Planning
import Recurrence
import Testing

@Suite("Seasons")
struct SeasonTests {
    static func day(_ text: String) -> CivilDate {
        guard let date = CivilDate(parsing: text) else { preconditionFailure(text) }
        return date
    }

    static func apart(_ days: [ClosedRange<CivilDate>] = []) -> Season {
        Season(
            id: SeasonID("apart"), days: days,
            changes: [
                RitualID("weekly"): .comes(Household.everyDay(20, 0)), RitualID("morning"): .rests,
            ])
    }

    static func schedule(_ seasons: [Season]) -> Schedule {
        var schedule = Household.schedule([Household.weekly(), Household.daily()], people: [Household.sam])
        schedule.rituals[0].people = [Household.sam.id]
        schedule.seasons = seasons
        return schedule
    }

    static func on(_ from: String, until: String? = nil) -> SeasonSwitch {
        SeasonSwitch(
            season: SeasonID("apart"), isOn: true, from: day(from), until: until.map(day),
            at: Household.utc("2026-11-01T00:00:00Z"))
    }

    static func off(_ from: String) -> SeasonSwitch {
        SeasonSwitch(season: SeasonID("apart"), isOn: false, from: day(from), at: Household.utc("2026-11-01T00:00:00Z"))
    }

    /// (own dates, switches, when it holds)
    static let holding: [([(String, String)], [SeasonSwitch], [String])] = [
        ([], [], []),
        ([], [on("2026-11-10")], ["2026-11-10 to 9999-12-31"]),
        ([], [on("2026-11-10", until: "2026-11-20")], ["2026-11-10 to 2026-11-20"]),
        ([], [on("2026-11-10"), off("2026-11-15")], ["2026-11-10 to 2026-11-14"]),
        ([], [on("2026-11-10"), off("2026-11-10")], []),
        ([("2026-12-01", "2026-12-24")], [off("2026-12-05")], ["2026-12-01 to 2026-12-04"]),
        (
            [("2026-12-01", "2026-12-24"), ("2027-12-01", "2027-12-24")], [off("2026-12-05")],
            ["2026-12-01 to 2026-12-04", "2027-12-01 to 2027-12-24"]
        ),
        ([("2026-12-01", "2026-12-24")], [on("2026-11-20", until: "2026-11-30")], ["2026-11-20 to 2026-12-24"]),
        ([("2026-12-01", "2026-12-24")], [off("2026-11-20")], ["2026-12-01 to 2026-12-24"]),
    ]

    @Test("It holds on its own dates and when it is switched on, until it is switched off", arguments: holding)
    func holds(own: [(String, String)], switches: [SeasonSwitch], expected: [String]) {
        let season = Self.apart(own.map { Self.day($0.0)...Self.day($0.1) })
        #expect(season.days(switches).map { "\($0.lowerBound) to \($0.upperBound)" } == expected)
    }

    @Test("In it a ritual comes at its other times or rests, and afterwards as ever")
    func lived() {
        let season = Self.apart([Self.day("2026-11-23")...Self.day("2026-11-25")])
        let bench = Bench(
            Self.schedule([season]).inSeason([]), LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
        let coming = Preview(bench.planner.schedule, bench.planner.state, after: bench.now).prefix(8)
        #expect(
            coming.map { "\($0.key.ritual) \($0.at)" } == [
                "morning 2026-11-22T07:30:00Z", "weekly 2026-11-22T18:00:00Z", "weekly 2026-11-23T19:00:00Z",
                "weekly 2026-11-24T19:00:00Z", "weekly 2026-11-25T19:00:00Z", "morning 2026-11-26T07:30:00Z",
                "morning 2026-11-27T07:30:00Z", "morning 2026-11-28T07:30:00Z",
            ])
    }

    @Test("Switching it is an edit: nothing fires for the past, what no longer comes closes, the rest stays open")
    func switched() {
        let schedule = Self.schedule([Self.apart()])
        var bench = Bench(schedule, LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
        bench.end(bench.plan(at: "2026-11-22T07:30:00Z").deliveries[0])  // the appreciation
        bench.end(bench.plan(at: "2026-11-22T18:00:00Z").deliveries[0])  // the check-in
        var state = bench.planner.state
        let change = Self.on("2026-11-22", until: "2026-11-24")
        state.apply(.undertaken(.season(change)))
        // At 21:30 local time: the season's own 20:00 of this day is past.
        bench = Bench(schedule.inSeason(state.undertakings.seasons), state, at: Household.utc("2026-11-22T20:30:00Z"))
        #expect(bench.plan(at: "2026-11-22T20:30:00Z").deliveries.isEmpty)
        #expect(bench.ends["morning@2026-11-22T08:30:00-0/sam"] == "skipped: edited")
        #expect(bench.plan(at: "2026-11-23T07:30:00Z").sent == [])
        #expect(bench.plan(at: "2026-11-23T19:00:00Z").sent == ["weekly@2026-11-23T20:00:00-0/sam/desktop/0"])
    }

    @Test("What is off can come in a season alone")
    func onlyInSeason() {
        var schedule = Self.schedule([])
        schedule.rituals[1].isOn = false
        let days = [Self.day("2026-12-01")...Self.day("2026-12-02")]
        schedule.seasons = [
            Season(id: SeasonID("exam"), days: days, changes: [RitualID("morning"): .comes(Household.everyDay(8, 30))])
        ]
        let lived = schedule.inSeason([])
        #expect(lived.rituals[1].isOn)
        let all = lived.rituals[1].recurrence.occurrences(in: Household.berlin).map(\.instant.description)
        #expect(all == ["2026-12-01T07:30:00Z", "2026-12-02T07:30:00Z"])
    }

    @Test("A gap counted from the last time rests in a season")
    func cadence() throws {
        let cadence = Cadence(
            ideal: .days(2), starting: Self.day("2026-11-01"), time: try #require(TimeOfDay(hour: 18, minute: 0)))
        var ritual = Household.daily("calls")
        ritual.cadence = cadence
        ritual.recurrence = cadence.recurrence(from: cadence.starting, in: Household.berlin)
        var schedule = Household.schedule([ritual], people: [Household.sam])
        schedule.seasons = [
            Season(
                id: SeasonID("space"), days: [Self.day("2026-11-01")...Self.day("2026-11-20")],
                changes: [ritual.id: .rests])
        ]
        let lived = schedule.inSeason([])
        var state = LedgerState()
        state.done[Participation(ritual: ritual.id, person: Household.sam.id)] = Household.utc("2026-11-10T18:00:00Z")
        let next = Preview(lived, state, after: Household.utc("2026-11-10T19:00:00Z")).prefix(1).map(\.at.description)
        #expect(next == ["2026-11-22T17:00:00Z"])
    }
}
