import CivilTime
import Planning
import Recurrence
import Testing

/// What people undertook goes once it is longer over than it is kept, and nothing that is to come goes with it.
@Suite("What is outgrown")
struct OutgrownTests {
    static func at(_ day: String) -> Timestamp { Household.utc("\(day)T12:00:00Z") }
    static func day(_ text: String) -> CivilDate {
        guard let date = CivilDate(parsing: text) else { preconditionFailure(text) }
        return date
    }

    static func win(_ number: Int, _ date: String, isYearly: Bool = false) -> Undertaking {
        .celebrated(
            SmallWin(
                number: number, person: Household.sam.id, day: day(date), text: "A walk", isShared: true,
                isYearly: isYearly, at: at(date)))
    }

    static func promise(_ number: Int, _ date: String) -> Undertaking {
        .promised(
            MadePromise(
                id: RitualID("promise-\(number)"), maker: Household.sam.id, to: nil, text: "Call",
                time: CivilDateTime(day(date), .midnight), lead: nil, isShared: false, at: at("2026-01-01")))
    }

    static func move(_ number: Int, _ date: String) -> Undertaking {
        .promiseMoved(
            PromiseMove(
                promise: RitualID("promise-\(number)"), time: CivilDateTime(day(date), .midnight), at: at("2026-01-02")))
    }

    static func begun(_ number: Int, _ date: String) -> Undertaking {
        .repairBegun(
            RepairRun(
                number: number, repair: RitualID("repair"), person: Household.sam.id,
                began: CivilDateTime(day(date), .midnight), at: at(date)))
    }

    static func letter(_ number: Int, opens date: String) -> Undertaking {
        .sealed(
            SealedLetter(
                number: number, writer: Household.sam.id, reader: Household.alex.id, opens: day(date), text: "Dear Alex",
                at: at("2026-01-01")))
    }

    static func on(_ from: String, until: String? = nil) -> Undertaking {
        .season(
            SeasonSwitch(season: SeasonID("apart"), isOn: true, from: day(from), until: until.map(day), at: at(from)))
    }

    static func off(_ from: String) -> Undertaking {
        .season(SeasonSwitch(season: SeasonID("apart"), isOn: false, from: day(from), at: at(from)))
    }

    static func notice(_ date: String) -> Undertaking {
        let item = Notice.Item(RitualID("weekly"), .moved, at(date))
        return .told(Notice(number: 1, person: Household.alex.id, items: [item], at: at(date)))
    }

    static func gone(_ number: Int) -> Undertaking { .letGo(LetterGone(number: number, at: at("2026-01-02"))) }

    /// (what was undertaken, what of it goes on 1 July 2026)
    static let cases: [(String, [Undertaking], [Outgrown])] = [
        ("nothing", [], []),
        ("wins, but for one with its anniversary", [win(1, "2026-03-01"), win(2, "2026-03-01", isYearly: true), win(3, "2026-08-01")], [.win(1)]),
        (
            "promises by where they were moved to", [promise(1, "2026-03-01"), promise(2, "2026-03-01"), move(2, "2026-09-01")],
            [.promise(RitualID("promise-1"))]
        ),
        ("a repair once its last step is over", [begun(1, "2026-06-01"), begun(2, "2026-06-28")], [.repair(1)]),
        (
            "or once it was ended",
            [
                begun(1, "2026-06-28"),
                .repairEnded(RepairEnd(number: 1, person: Household.alex.id, isOwnOnly: false, at: at("2026-06-29"))),
            ], [.repair(1)]
        ),
        (
            "not where one of them left it",
            [
                begun(1, "2026-06-28"),
                .repairEnded(RepairEnd(number: 1, person: Household.alex.id, isOwnOnly: true, at: at("2026-06-29"))),
            ], []
        ),
        ("notices", [notice("2026-05-01")], [.notice(1)]),
        ("a letter only once it was let go", [letter(1, opens: "2026-02-14"), letter(2, opens: "2026-02-14"), gone(2)], [.letter(2)]),
        ("a season that is over", [on("2026-02-01", until: "2026-02-20")], [.switches(SeasonID("apart"), through: at("2026-02-01"))]),
        (
            "and one that was switched off", [on("2026-02-01"), off("2026-02-20")],
            [.switches(SeasonID("apart"), through: at("2026-02-20"))]
        ),
        ("not one that holds", [on("2026-02-01")], []),
        ("nor one that ends later", [on("2026-02-01", until: "2026-08-01")], []),
        (
            "of several as far as it makes no difference", [on("2026-02-01", until: "2026-02-20"), on("2026-06-01")],
            [.switches(SeasonID("apart"), through: at("2026-02-01"))]
        ),
    ]

    private static func state(_ all: [Undertaking]) -> LedgerState {
        var state = LedgerState()
        for undertaking in all { state.apply(.undertaken(undertaking)) }
        return state
    }

    private static var schedule: Schedule {
        var schedule = Household.schedule([Household.weekly(), Household.daily()])
        schedule.repairs = [Repair(id: RitualID("repair"), people: [Household.sam.id, Household.alex.id])]
        schedule.seasons = [
            Season(id: SeasonID("apart"), changes: [RitualID("weekly"): .comes(Household.everyDay(20, 0))])
        ]
        return schedule
    }

    @Test("What is over goes, what still comes stays", arguments: cases)
    func goes(name: String, undertaken: [Undertaking], expected: [Outgrown]) {
        var state = Self.state(undertaken)
        let time = Self.at("2026-07-01")
        let outgrown = state.outgrown(Self.schedule, before: time, at: time)
        #expect(outgrown == expected.map { .outgrown($0) }, "\(name)")
        let before = Self.schedule.lived(state.undertakings, at: time)
        for change in outgrown { state.apply(.undertaken(change)) }
        #expect(state.outgrown(Self.schedule, before: time, at: time).isEmpty, "\(name): nothing is left to go")
        let after = Self.schedule.lived(state.undertakings, at: time)
        func coming(_ schedule: Schedule) -> [String] {
            Preview(schedule, LedgerState(), after: time).prefix(60).map { "\($0.key) \($0.at)" }
        }
        #expect(coming(before) == coming(after), "\(name)")
    }

    @Test("Whose turn it is stays, whatever season is forgotten")
    func turns() throws {
        var schedule = Self.schedule
        schedule.rituals[0].turns = [Household.sam.id, Household.alex.id]
        let state = Self.state([Self.on("2026-02-01", until: "2026-02-20")])
        let time = Self.at("2026-07-01")
        func turn(_ state: LedgerState) throws -> [PersonID?] {
            let lived = schedule.lived(state.undertakings, at: time)
            return lived.rituals[0].recurrence.occurrences(after: time, in: lived.zone).prefix(6).map {
                lived.turn(of: $0.key, at: $0.instant, of: lived.rituals[0])
            }
        }
        var forgotten = state
        for change in state.outgrown(schedule, before: time, at: time) { forgotten.apply(.undertaken(change)) }
        #expect(forgotten.undertakings.seasons.isEmpty)
        #expect(try turn(forgotten) == turn(state))
    }
}
