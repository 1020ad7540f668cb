import CivilTime
import Ledgers
import Planning
import Recurrence
import Testing

/// What every ledger does. A new ledger is added to `Made` and is done when this passes.
@Suite struct LedgerConformance {
    enum Made: String, CaseIterable, Sendable {
        case memory, sqlite
    }

    /// A ledger under test, and how to leave it and come back.
    final class Bench {
        private let made: Made
        private let folder = TemporaryFolder()
        private(set) var ledger: any Ledger

        init(_ made: Made) throws {
            self.made = made
            ledger = made == .memory ? MemoryLedger() : try SQLiteLedger(folder: folder.path)
        }

        func reopen() throws {
            guard made == .sqlite else { return }
            ledger = MemoryLedger()
            ledger = try SQLiteLedger(folder: folder.path)
        }
    }

    static let sequences: [(Made, UInt64)] = Made.allCases.flatMap { made in (1...24).map { (made, UInt64($0)) } }

    /// The state is what ``LedgerState/apply(_:)`` makes of the same changes, after each commit and after reopening.
    @Test(arguments: sequences)
    func stateFollowsTheChanges(made: Made, seed: UInt64) throws {
        let bench = try Bench(made)
        var source = ChangeSource(seed: seed)
        var expected = LedgerState()
        for step in 0..<60 {
            let changes = source.batch(expected)
            try bench.ledger.commit(changes, durably: step % 20 == 0)
            expected.apply(changes)
            let loaded = try bench.ledger.load()
            try #require(loaded == expected, "seed \(seed), step \(step)")
            if step % 15 == 14 {
                try bench.reopen()
                let reopened = try bench.ledger.load()
                try #require(reopened == expected, "seed \(seed), step \(step), reopened")
            }
        }
        #expect(try !bench.ledger.history(HistoryQuery()).isEmpty)
    }

    /// The ledgers agree with each other, also about what they refuse and remember.
    @Test(arguments: 100...115 as ClosedRange<UInt64>)
    func ledgersAgree(seed: UInt64) throws {
        let one = try Bench(.memory).ledger
        let bench = try Bench(.sqlite)
        var source = ChangeSource(seed: seed)
        for step in 0..<60 {
            let changes = source.batch(try one.load())
            let refused = try one.commit(changes, durably: false)
            let alsoRefused = try bench.ledger.commit(changes, durably: false)
            try #require(refused == alsoRefused, "seed \(seed), step \(step)")
            let (state, other) = (try one.load(), try bench.ledger.load())
            try #require(state == other, "seed \(seed), step \(step)")
        }
        let since = try one.load().through
        let queries = [
            HistoryQuery(limit: 1000), HistoryQuery(limit: 7), HistoryQuery(ritual: RitualID("weekly")),
            HistoryQuery(person: PersonID("alex"), since: since?.adding(seconds: -86_400), limit: 20),
            HistoryQuery(until: since?.adding(seconds: -86_400), end: .open), HistoryQuery(end: .outcome(.delivered)),
            HistoryQuery(end: .outcome(.expired), limit: 9),
        ]
        for query in queries {
            let entries = try one.history(query)
            let others = try bench.ledger.history(query)
            try #require(entries.count == others.count)
            for (entry, other) in zip(entries, others) { try #require(entry == other, "seed \(seed)") }
            #expect(try one.missed(query) == bench.ledger.missed(query), "seed \(seed)")
            #expect(try one.answers(query) == bench.ledger.answers(query), "seed \(seed)")
        }
    }

    static let nudge = NudgeRecord(
        key: NudgeKey(
            occurrence: OccurrenceName(
                ritual: RitualID("weekly"), key: .wall(CivilDateTime(seconds: 1_795_374_000))),
            lead: .moment, person: PersonID("sam")),
        due: Timestamp(seconds: 1_795_370_400), moment: Timestamp(seconds: 1_795_370_400),
        closes: Timestamp(seconds: 1_795_413_600), notBefore: Timestamp(seconds: 1_795_370_400))

    static let delivery = DeliveryKey(
        subject: .nudge(nudge.key), channel: ChannelID("desktop"), round: 0)

    /// A nudge that closed is closed, however long ago and whatever the clock did since.
    @Test(arguments: Made.allCases)
    func closedIsClosed(made: Made) throws {
        let bench = try Bench(made)
        let key = Self.nudge.key
        let later = Self.nudge.due.adding(seconds: 90 * 86_400)
        try bench.ledger.commit(
            [
                .opened(Self.nudge), .closed(key, .acknowledged, .done, at: Self.nudge.due),
                .advanced(through: later), .rewound(to: Self.nudge.due.adding(seconds: -60)),
            ], durably: true)
        try bench.reopen()
        let claim = LedgerChange.claimed(
            Self.delivery, members: [key], at: Self.nudge.due, lease: Self.nudge.due.adding(seconds: 60))
        let refused = try bench.ledger.commit([.opened(Self.nudge), claim], durably: true)
        #expect(refused == [key])
        let state = try bench.ledger.load()
        #expect(state.open.isEmpty)
        #expect(state.closed == [key: Self.nudge.due])
        #expect(try bench.ledger.history(HistoryQuery()).map(\.outcome) == [.acknowledged])
    }

    /// Opening what is open changes nothing and is told.
    @Test(arguments: Made.allCases)
    func opensOnce(made: Made) throws {
        let ledger = try Bench(made).ledger
        var other = Self.nudge
        other.closes = other.closes.adding(seconds: 1)
        #expect(try ledger.commit([.opened(Self.nudge)], durably: true) == [])
        #expect(try ledger.commit([.opened(other)], durably: true) == [other.key])
        #expect(try ledger.load().open == [Self.nudge.key: Self.nudge])
    }

    /// What a far end reports after its nudge closed belongs to the record.
    @Test(arguments: Made.allCases)
    func lateOutcomeIsKept(made: Made) throws {
        let bench = try Bench(made)
        let at = Self.nudge.due
        try bench.ledger.commit(
            [
                .opened(Self.nudge),
                .claimed(Self.delivery, members: [Self.nudge.key], at: at, lease: at.adding(seconds: 60)),
                .begun(Self.delivery), .closed(Self.nudge.key, .acknowledged, .done, at: at),
            ], durably: true)
        let underWay = try bench.ledger.history(HistoryQuery())[0].attempts
        #expect(underWay == [.init(channel: Self.delivery.channel, round: 0, at: at, outcome: nil)])
        try bench.ledger.commit([.attempted(Self.delivery, .delivered("ok"), at: at)], durably: true)
        try bench.reopen()
        let attempts = try bench.ledger.history(HistoryQuery())[0].attempts
        #expect(attempts == [.init(channel: Self.delivery.channel, round: 0, at: at, outcome: .delivered("ok"))])
    }

    /// A missed stretch is void beyond the instant to which the clock was set back.
    @Test(arguments: Made.allCases)
    func missedIsVoidBeyondTheClock(made: Made) throws {
        let ledger = try Bench(made).ledger
        let now = Self.nudge.due
        let span = MissedSpan(
            ritual: RitualID("weekly"), person: PersonID("sam"), after: now.adding(seconds: -7200), through: now)
        try ledger.commit(
            [.missed(span, at: now), .rewound(to: now.adding(seconds: -60)), .rewound(to: now.adding(seconds: -30))],
            durably: true)
        #expect(
            try ledger.missed(HistoryQuery())
                == [MissedEntry(number: 1, span: span, at: now, voidBeyond: now.adding(seconds: -60))])
    }

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

    /// No address stays in the record, whatever a mail server says.
    @Test(arguments: Made.allCases)
    func keepsNoAddress(made: Made) throws {
        let ledger = try Bench(made).ledger
        try ledger.commit(
            [
                .opened(Self.nudge),
                .attempted(Self.delivery, .permanent("550 5.1.1 <sam@example.org>: no such user"), at: Self.nudge.due),
            ], durably: true)
        #expect(
            try ledger.history(HistoryQuery())[0].attempts[0].outcome
                == .permanent("550 5.1.1 <(address)>: no such user"))
    }

    /// Page by page is the whole record, each line once, whatever is recorded meanwhile; several lines share a time.
    @Test(arguments: Made.allCases)
    func pagesAreTheWhole(made: Made) throws {
        let ledger = try Bench(made).ledger
        var source = ChangeSource(seed: 7)
        for _ in 0..<80 { try ledger.commit(source.batch(try ledger.load()), durably: false) }
        let twins = (0..<5).map { number in
            var twin = Self.nudge
            twin.key.occurrence.ritual = RitualID("twin-\(number)")
            return LedgerChange.opened(twin)
        }
        let span = MissedSpan(
            ritual: RitualID("twin-0"), person: PersonID("sam"), after: Self.nudge.due.adding(seconds: -60),
            through: Self.nudge.due)
        try ledger.commit(
            twins + [.missed(span, at: Self.nudge.due), .missed(span, at: Self.nudge.due)], durably: false)
        func page(_ before: HistoryPlace?, _ limit: Int) throws -> [HistoryPlace] {
            let query = HistoryQuery(before: before, limit: limit)
            let places = try ledger.history(query).map(\.place) + ledger.missed(query).map(\.place)
            return Array(places.sorted(by: >).prefix(limit))
        }
        let whole = try page(nil, 100_000)
        #expect(whole.count > 60 && Set(whole).count == whole.count)
        var read: [HistoryPlace] = []
        while case let next = try page(read.last, 3), !next.isEmpty {
            read += next
            // What is recorded later is later, and moves no page.
            try ledger.commit(
                [
                    .missed(
                        MissedSpan(
                            ritual: RitualID("new"), person: PersonID("sam"), after: whole[0].at,
                            through: whole[0].at.adding(seconds: Int64(read.count))), at: whole[0].at)
                ], durably: false)
        }
        #expect(read == whole)
        for place in whole { #expect(HistoryPlace(place.description) == place) }
        for text in ["", "1-n", "n1", "1-x2", "1-n-2", "--1-n1", "1-n1-"] { #expect(HistoryPlace(text) == nil) }
        #expect(HistoryPlace("-5-m7") == HistoryPlace(at: Timestamp(microseconds: -5), isNudge: false, number: 7))
    }

    /// What a nudge waited for, when it came again and what it was gathered into is told after reopening, too.
    @Test(arguments: Made.allCases)
    func theStoryOfANudgeIsKept(made: Made) throws {
        let bench = try Bench(made)
        var nudge = Self.nudge
        nudge.notBefore = nudge.due.adding(seconds: 3_600)
        nudge.waited = .quietHours
        let (at, later) = (nudge.notBefore, nudge.notBefore.adding(seconds: 7_200))
        let digest = DigestKey(person: PersonID("sam"), gathered: at)
        let gathered = DeliveryKey(subject: .digest(digest), channel: ChannelID("desktop"), round: 0)
        try bench.ledger.commit(
            [
                .opened(nudge), .claimed(gathered, members: [nudge.key], at: at, lease: later), .begun(gathered),
                .attempted(gathered, .delivered("ok"), at: at),
                .askedAgain(nudge.key, at: later, joinsOthers: true, spends: true),
            ], durably: true)
        try bench.reopen()
        let record = try #require(try bench.ledger.load().open[nudge.key])
        #expect(record.round == 1 && record.asked == 1 && record.isLate && record.digest == nil)
        #expect(record.delivered == nil && record.attempts == [] && record.waited == .quietHours)
        #expect(try bench.ledger.load().spent == [PersonID("sam"): [later]])
        let entry = try bench.ledger.history(HistoryQuery())[0]
        #expect(entry.waited == HistoryEntry.Wait(.quietHours, until: at))
        #expect(entry.gathered == at && entry.asks == [later] && entry.wasDelivered)
        var query = HistoryQuery()
        query.occurrence = String(nudge.key.occurrence.keyText.prefix(10))
        #expect(try bench.ledger.history(query) == [entry])
        query.occurrence = "1999-"
        #expect(try bench.ledger.history(query) == [])
        // A clock that was wrong about the day is wrong about what the day held.
        try bench.ledger.commit([.rewound(to: at)], durably: true)
        #expect(try bench.ledger.load().spent == [:])
    }

    /// An answer that waits for the others' is a part of the state.
    @Test(arguments: Made.allCases)
    func whoHasAnsweredIsKept(made: Made) throws {
        let bench = try Bench(made)
        let key = Self.nudge.key
        func answer(_ lead: Lead?) -> LedgerChange {
            .answered(
                AnswerRecord(
                    occurrence: key.occurrence, person: key.person, lead: lead, answer: .done, at: Self.nudge.due))
        }
        try bench.ledger.commit([.opened(Self.nudge), answer(Lead(.days(1)))], durably: true)
        #expect(try bench.ledger.load().open[key]?.answered == nil)
        try bench.ledger.commit([answer(key.lead)], durably: true)
        try bench.reopen()
        #expect(try bench.ledger.load().open[key]?.answered == Self.nudge.due)
    }

    /// What a channel did not get through counts from the first failure until it delivers something, restart or not.
    @Test(arguments: Made.allCases)
    func troubleIsCountedUntilSomethingArrives(made: Made) throws {
        let bench = try Bench(made)
        let (mail, at) = (ChannelID("email"), Self.nudge.due)
        func attempt(_ outcome: AttemptOutcome, _ seconds: Int64) -> LedgerChange {
            .attempted(
                DeliveryKey(subject: .nudge(Self.nudge.key), channel: mail, round: 0), outcome,
                at: at.adding(seconds: seconds))
        }
        try bench.ledger.commit(
            [.opened(Self.nudge), attempt(.transient("451", retryAfter: nil), 0), attempt(.unreachable(""), 1)],
            durably: true)
        try bench.reopen()
        try bench.ledger.commit([attempt(.permanent("550"), 2), attempt(.uncertain(""), 3)], durably: true)
        #expect(try bench.ledger.load().troubles == [mail: Trouble(failures: 3, outOfReach: 1, since: at)])
        try bench.ledger.commit([attempt(.delivered("250"), 4)], durably: true)
        #expect(try bench.ledger.load().troubles == [:])
        try bench.ledger.commit([attempt(.unreachable(""), 5)], durably: true)
        #expect(try bench.ledger.load().troubles == [mail: Trouble(outOfReach: 1, since: at.adding(seconds: 5))])
    }

    @Test(arguments: Made.allCases)
    func secretStays(made: Made) throws {
        let bench = try Bench(made)
        let secret = try bench.ledger.secret()
        #expect(secret.count == 32)
        try bench.reopen()
        #expect(try bench.ledger.secret() == secret)
        #expect(try made == .memory || Bench(made).ledger.secret() != secret)
    }
}
