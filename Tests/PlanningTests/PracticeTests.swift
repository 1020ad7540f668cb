import CivilTime
import Planning
import Recurrence
import Testing

/// What people undertake by hand becomes part of the schedule as it is lived.
@Suite("Undertakings")
struct PracticeTests {
    static let sam = Household.sam.id
    static let alex = Household.alex.id

    static func lived(
        _ rituals: [Ritual], _ undertakings: [Undertaking], at now: String, repairs: [Repair] = []
    ) -> Schedule {
        var schedule = Household.schedule(rituals)
        schedule.repairs = repairs
        var all = Undertakings()
        for undertaking in undertakings { all.note(undertaking) }
        return schedule.lived(all, at: Household.utc(now))
    }

    static func coming(_ schedule: Schedule, after now: String, _ count: Int = 20) -> [String] {
        Preview(schedule, LedgerState(), after: Household.utc(now)).prefix(count).map {
            "\($0.key.ritual) \($0.key.lead) \($0.key.person) \($0.at)"
        }
    }

    static func promise(_ shared: Bool) -> Undertaking {
        .promised(
            MadePromise(
                id: RitualID("promise-1"), maker: sam, to: alex, text: "Call",
                time: CivilDateTime(date: "2026-11-22", 18, 0), lead: Lead(.hours(1)), isShared: shared,
                at: Household.utc("2026-11-22T08:00:00Z")))
    }

    @Test("A promise is its maker's alone, unless it is shared")
    func promises() {
        let own = Self.lived([], [Self.promise(false)], at: "2026-11-22T08:00:00Z")
        #expect(
            Self.coming(own, after: "2026-11-22T08:00:00Z") == [
                "promise-1 1 h sam 2026-11-22T16:00:00Z", "promise-1 0 sam 2026-11-22T17:00:00Z",
            ])
        let shared = Self.lived([], [Self.promise(true)], at: "2026-11-22T08:00:00Z")
        #expect(shared.rituals[0].people == [Self.sam, Self.alex])
        #expect(shared.rituals[0].together)
    }

    @Test("A promise that is moved comes at its new time, and is forgotten days after it")
    func moved() {
        let move = Undertaking.promiseMoved(
            PromiseMove(
                promise: RitualID("promise-1"), time: CivilDateTime(date: "2026-11-23", 20, 0),
                at: Household.utc("2026-11-22T09:00:00Z")))
        let later = Self.lived([], [Self.promise(false), move], at: "2026-11-22T09:00:00Z")
        #expect(Self.coming(later, after: "2026-11-22T09:00:00Z").last == "promise-1 0 sam 2026-11-23T19:00:00Z")
        #expect(Self.lived([], [Self.promise(false), move], at: "2026-11-27T09:00:00Z").rituals.isEmpty)
    }

    @Test("A small win comes back each year only where that was wished, with its ordinal")
    func wins() throws {
        func win(_ number: Int, yearly: Bool) -> Undertaking {
            .celebrated(
                SmallWin(
                    number: number, person: Self.sam, day: SeasonTests.day("2024-02-29"), text: "A long walk",
                    isShared: false, isYearly: yearly, at: Household.utc("2024-02-29T18:00:00Z")))
        }
        let schedule = Self.lived([], [win(1, yearly: false), win(2, yearly: true)], at: "2026-11-22T08:00:00Z")
        #expect(schedule.rituals.map(\.id.text) == ["small-win-2"])
        let next = try #require(
            schedule.rituals[0].recurrence.next(after: Household.utc("2026-11-22T08:00:00Z"), in: Household.berlin))
        #expect(next.instant.description == "2027-02-28T08:00:00Z")
        #expect(next.ordinal == 3)
    }

    static let repair = Repair(
        id: RitualID("repair"), people: [sam, alex],
        steps: [
            Repair.Step(after: .minutes(20), builtIn: .coolDown),
            Repair.Step(after: .days(1), time: TimeOfDay(hour: 19, minute: 0), builtIn: .talk),
            Repair.Step(after: .weeks(1), time: TimeOfDay(hour: 18, minute: 0), builtIn: .lookBack),
        ])

    static let begun = Undertaking.repairBegun(
        RepairRun(
            number: 1, repair: RitualID("repair"), person: sam, began: CivilDateTime(date: "2026-11-20", 21, 30),
            at: Household.utc("2026-11-20T20:30:00Z")))

    @Test("A repair's steps count from its beginning, and light-hearted things rest until its last")
    func repairing() {
        let schedule = Self.lived(
            [Household.daily()], [Self.begun], at: "2026-11-20T20:30:00Z", repairs: [Self.repair])
        let coming = Self.coming(schedule, after: "2026-11-20T20:30:00Z", 7)
        #expect(
            coming == [
                "repair-1-1 0 alex 2026-11-20T20:50:00Z", "repair-1-1 0 sam 2026-11-20T20:50:00Z",
                "repair-1-2 0 alex 2026-11-21T18:00:00Z", "repair-1-2 0 sam 2026-11-21T18:00:00Z",
                "repair-1-3 0 alex 2026-11-27T17:00:00Z", "repair-1-3 0 sam 2026-11-27T17:00:00Z",
                "morning 0 sam 2026-11-28T07:30:00Z",
            ])
    }

    @Test("Whoever leaves gets no more of it, and it goes on for the other; whoever ends it ends it for both")
    func ended() {
        func end(_ own: Bool) -> Undertaking {
            .repairEnded(
                RepairEnd(number: 1, person: Self.alex, isOwnOnly: own, at: Household.utc("2026-11-21T08:00:00Z")))
        }
        let left = Self.lived(
            [Household.daily()], [Self.begun, end(true)], at: "2026-11-21T08:00:00Z", repairs: [Self.repair])
        #expect(
            Self.coming(left, after: "2026-11-21T08:00:00Z", 3) == [
                "repair-1-2 0 sam 2026-11-21T18:00:00Z", "repair-1-3 0 sam 2026-11-27T17:00:00Z",
                "morning 0 sam 2026-11-28T07:30:00Z",
            ])
        let over = Self.lived(
            [Household.daily()], [Self.begun, end(false)], at: "2026-11-21T08:00:00Z", repairs: [Self.repair])
        #expect(Self.coming(over, after: "2026-11-21T08:00:00Z", 1) == ["morning 0 sam 2026-11-22T07:30:00Z"])
    }

    @Test("The others are told of a changed time beforehand, and nobody of what is new or their own")
    func predictability() {
        let now = Household.utc("2026-11-20T08:00:00Z")
        let old = Household.schedule([Household.weekly(), Household.daily()])
        var changed = old
        changed.rituals[0].recurrence = Household.everyDay(20, 0)
        changed.rituals[1].recurrence = Household.everyDay(9, 0)
        changed.rituals.append(Household.daily("new", people: [Self.sam, Self.alex]) { $0.together = true })
        let notices = Predictability.notices(from: old, to: changed, LedgerState(), except: Self.sam, at: now)
        let item = Notice.Item(RitualID("weekly"), .moved, Household.utc("2026-11-20T19:00:00Z"))
        #expect(notices == [Notice(number: 1, person: Self.alex, items: [item], at: now)])

        var off = old
        off.rituals[0].isOn = false
        let told = Predictability.notices(from: old, to: off, LedgerState(), at: now)
        #expect(told.map(\.person) == [Self.alex, Self.sam])
        #expect(told.flatMap(\.items).map(\.change) == [.off, .off])
        #expect(Predictability.notices(from: old, to: old, LedgerState(), at: now).isEmpty)
    }

    @Test("A notice goes out at once, and once")
    func notice() {
        let now = Household.utc("2026-11-20T08:00:00Z")
        let item = Notice.Item(RitualID("weekly"), .off, Household.utc("2026-11-22T18:00:00Z"))
        let told = Undertaking.told(Notice(number: 1, person: Self.sam, items: [item], at: now))
        let schedule = Self.lived([Household.weekly()], [told], at: "2026-11-20T08:00:00Z")
        var bench = Bench(schedule, LedgerState(), at: now)
        let plan = bench.plan(at: "2026-11-20T08:00:01Z")
        #expect(plan.sent == ["notice-1@2026-11-20T09:00:01-0/sam/desktop/0"])
        bench.end(plan.deliveries[0])
        bench = Bench(schedule, bench.planner.state, at: Household.utc("2026-11-20T09:00:00Z"))
        #expect(bench.plan(at: "2026-11-20T09:00:00Z").deliveries.isEmpty)
    }

    @Test("What is changed back within the second is told as it is now")
    func changedBack() {
        let weekly = RitualID("weekly")
        let now = Household.utc("2026-11-20T08:00:00Z")
        func notice(_ number: Int, _ change: Notice.Change, after milliseconds: Int64, also: RitualID? = nil) -> Undertaking {
            let moment = Household.utc("2026-11-22T18:00:00Z")
            let items = [Notice.Item(weekly, change, moment)] + (also.map { [Notice.Item($0, change, moment)] } ?? [])
            let at = now.adding(microseconds: milliseconds * 1000)
            return .told(Notice(number: number, person: Self.sam, items: items, at: at))
        }
        func told(_ notices: [Undertaking]) -> [[Notice.Item]] {
            Self.lived([Household.weekly()], notices, at: "2026-11-20T08:00:00Z").rituals.compactMap { $0.notice?.items }
        }
        #expect(told([notice(1, .rests, after: 100), notice(2, .returns, after: 500)]).map { $0.map(\.change) } == [[.returns]])
        let other = RitualID("daily")
        let both = told([notice(1, .rests, after: 100, also: other), notice(2, .returns, after: 500)])
        #expect(both.map { $0.map(\.ritual) } == [[other], [weekly]])
        #expect(told([notice(1, .rests, after: 100), notice(2, .returns, after: 1000)]).count == 2)
    }

    /// (what is typed, the local time that is meant; nil cannot be read)
    static let spoken: [(String, String?)] = [
        ("18:00", "2026-11-20T18:00"), ("08:00", "2026-11-21T08:00"), ("Friday at 18:00", "2026-11-20T18:00"),
        ("Sunday at 7pm", "2026-11-22T19:00"), ("2026-12-04 18:00", "2026-12-04T18:00"), ("2026-11-19 18:00", nil),
        ("some day", nil), ("15 minutes", nil), ("", nil), ("tomorrow at 18:00", "2026-11-21T18:00"),
        ("morgen um 08:15", "2026-11-21T08:15"), ("Today 23:00", "2026-11-20T23:00"), ("heute um 09:00", nil),
        ("tomorrow", nil), ("tomorrow at noonish", nil),
    ]

    @Test("A time to come is read as people type it", arguments: spoken)
    func spokenTime(text: String, expected: String?) {
        // 10:00 in Berlin on a Friday.
        let read = SpokenTime.read(text, after: Household.utc("2026-11-20T09:00:00Z"), in: Household.berlin)
        #expect(read == expected.flatMap { CivilDateTime(parsing: $0) })
    }
}

extension CivilDateTime {
    init(date: String, _ hour: Int, _ minute: Int) {
        guard let time = TimeOfDay(hour: hour, minute: minute) else { preconditionFailure("\(hour):\(minute)") }
        self.init(SeasonTests.day(date), time)
    }
}
