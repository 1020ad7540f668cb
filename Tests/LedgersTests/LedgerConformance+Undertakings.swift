import CivilTime
import Ledgers
import Planning
import Recurrence
import Testing

/// What people asked for and undertook by hand.
extension LedgerConformance {
    /// What somebody asked for outlives a restart and a renaming, and what they took back is gone.
    @Test(arguments: Made.allCases)
    func wishesStay(made: Made) throws {
        let bench = try Bench(made)
        let at = Self.nudge.due
        let sam = PersonID("sam")
        let stop = Wish(.stop, .ritual(RitualID("weekly")), by: sam, from: at)
        let pause = Wish(.pause, .everything, by: sam, from: at, until: at.adding(seconds: 86_400))
        let agree = Wish(.agree, .ritual(RitualID("walk")), by: sam, terms: "alex, 1 day", from: at)
        try bench.ledger.commit(
            [stop, pause, agree].map { .wished($0, at: at) } + [.met(sam, at: at), .unwished(pause, at: at)],
            durably: true)
        try bench.reopen()
        let state = try bench.ledger.load()
        #expect(Set(state.wishes.of(sam)) == [stop, agree])
        #expect(state.met == [sam])
        try bench.ledger.commit(
            [
                .renamed(from: RitualID("weekly"), to: RitualID("sundays")),
                .advanced(through: at.adding(seconds: 900 * 86_400)),
            ],
            durably: true)
        try bench.reopen()
        let later = try bench.ledger.load()
        var renamed = stop
        renamed.subject = .ritual(RitualID("sundays"))
        #expect(Set(later.wishes.of(sam)) == [renamed, agree])
    }

    /// Goals stay until they are let go or their person is forgotten; a renamed ritual's go with it.
    @Test(arguments: Made.allCases)
    func goalsStay(made: Made) throws {
        let bench = try Bench(made)
        let at = Self.nudge.due
        let (weekly, sundays) = (RitualID("weekly"), RitualID("sundays"))
        let goals = ["sam", "alex", "sam"].enumerated().map { place, person in
            Goal(number: place + 1, ritual: weekly, person: PersonID(person), text: "Cook \(place)", at: at)
        }
        try bench.ledger.commit(
            goals.map { .undertaken(.goalSet($0)) } + [
                .undertaken(.goalReached(GoalMark(number: 2, at: at.adding(seconds: 60)))),
                .undertaken(.goalLeft(GoalMark(number: 3, at: at))), .renamed(from: weekly, to: sundays),
                .advanced(through: at.adding(seconds: 900 * 86_400)),
            ], durably: true)
        try bench.reopen()
        var expected = Array(goals.prefix(2))
        for place in expected.indices { expected[place].ritual = sundays }
        expected[1].reached = at.adding(seconds: 60)
        #expect(try bench.ledger.load().undertakings.goals == expected)
        _ = try bench.ledger.prune(before: at.adding(seconds: 800 * 86_400), atMost: 100)
        #expect(try bench.ledger.load().undertakings.goals == expected, "which still come only the schedule knows")
        _ = try bench.ledger.forget(PersonID("sam"))
        try bench.reopen()
        #expect(try bench.ledger.load().undertakings.goals == [expected[1]])
    }

    /// What people undertook goes whole, with what belongs to it, and nothing else goes.
    @Test(arguments: Made.allCases)
    func whatIsOutgrownGoes(made: Made) throws {
        let bench = try Bench(made)
        let at = Self.nudge.due
        let day = Zone.utc.local(at: at).date
        let (sam, alex) = (PersonID("sam"), PersonID("alex"))
        let all = (1...2).flatMap { number -> [Undertaking] in
            let promise = RitualID("promise-\(number)")
            let time = CivilDateTime(day, .midnight)
            let item = Notice.Item(RitualID("weekly"), .moved, at)
            return [
                .celebrated(
                    SmallWin(number: number, person: sam, day: day, text: "A walk", isShared: true, isYearly: false, at: at)),
                .promised(
                    MadePromise(id: promise, maker: sam, to: nil, text: "Call", time: time, lead: nil, isShared: false, at: at)),
                .promiseMoved(PromiseMove(promise: promise, time: time, at: at)),
                .repairBegun(RepairRun(number: number, repair: RitualID("repair"), person: sam, began: time, at: at)),
                .repairEnded(RepairEnd(number: number, person: alex, isOwnOnly: true, at: at)),
                .told(Notice(number: number, person: alex, items: [item, item], at: at)),
                .sealed(SealedLetter(number: number, writer: sam, reader: alex, opens: day, text: nil, at: at)),
                .season(
                    SeasonSwitch(season: SeasonID("apart"), isOn: true, from: day, at: at.adding(seconds: Int64(number)))),
            ]
        }
        let outgrown: [Outgrown] = [
            .win(1), .promise(RitualID("promise-1")), .repair(1), .notice(1), .letter(1),
            .switches(SeasonID("apart"), through: at.adding(seconds: 1)),
        ]
        try bench.ledger.commit(
            all.map { .undertaken($0) } + outgrown.map { .undertaken(.outgrown($0)) }, durably: true)
        try bench.reopen()
        var expected = Undertakings()
        for undertaking in all.dropFirst(8) { expected.note(undertaking) }
        #expect(try bench.ledger.load().undertakings == expected)
    }
}
