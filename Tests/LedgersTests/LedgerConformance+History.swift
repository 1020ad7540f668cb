import CivilTime
import Ledgers
import Planning
import Recurrence
import Testing

/// What is told of a record.
extension LedgerConformance {
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
}
