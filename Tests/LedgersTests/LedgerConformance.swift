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
