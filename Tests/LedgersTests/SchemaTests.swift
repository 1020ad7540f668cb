import CivilTime
import Foundation
import Planning
import Recurrence
import Testing

@testable import Ledgers

/// Files of other versions, and files that are no ledger.
@Suite struct SchemaTests {
    func write(_ folder: TemporaryFolder, _ sql: String) throws {
        let path = folder.path(SQLiteLedger.fileName)
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        let database = try Database(path: path)
        try database.execute(sql)
    }

    /// Release 1's file opens in every later release with all that it holds.
    @Test func release1IsBroughtUpToDate() throws {
        let folder = TemporaryFolder()
        try write(folder, Fixtures.release1)
        let ledger = try SQLiteLedger(folder: folder.path, .existing)
        #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
        #expect(try ledger.secret() == (0..<32).map { UInt8($0) })
        let state = try ledger.load()
        #expect(state.through == Timestamp(seconds: 1_795_370_400))
        #expect(state.marks.keys.sorted() == [RitualID("morning"), RitualID("weekly")])
        let name = OccurrenceName(
            ritual: RitualID("weekly"), key: .wall(try #require(CivilDateTime(parsing: "2026-11-22T19:00:00"))))
        let key = NudgeKey(occurrence: name, lead: Lead(.days(1)), person: PersonID("sam"))
        let record = try #require(state.open[key])
        #expect(record.attempts.map(\.outcome) == [.transient("451 later", retryAfter: 30)])
        #expect(record.claims.map(\.channel) == [ChannelID("email")])
        let digest = DigestKey(person: PersonID("sam"), gathered: Timestamp(seconds: 1_795_284_000))
        #expect(record.digest == digest)
        #expect(state.digests == [digest: [key]])
        #expect(state.closed.count == 1)
        #expect(state.ahead == [name: [PersonID("alex"): .done]])
        let draw = Draw(deck: 0, prompt: 7, occurrence: nil, isOut: true)
        #expect(state.draws == [RitualID("morning"): [PersonID("sam"): [draw]]])
        let part = Participation(ritual: RitualID("weekly"), person: PersonID("alex"))
        #expect(state.done.keys.map { $0 } == [part])
        #expect(try state.done[part] == ledger.answers(HistoryQuery()).first?.at)
        // Whoever had nudges before there were introductions needs none.
        #expect(state.met == [PersonID("sam")])
        #expect(state.wishes.isEmpty)
        #expect(try ledger.history(HistoryQuery()).count == 2)
        #expect(try ledger.missed(HistoryQuery()).count == 1)
        #expect(try ledger.answers(HistoryQuery()).count == 1)
    }

    /// Release 3's file opens in every later release with all that it holds.
    @Test func release3IsBroughtUpToDate() throws {
        let folder = TemporaryFolder()
        try write(folder, Fixtures.release3)
        let ledger = try SQLiteLedger(folder: folder.path, .existing)
        #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
        let sam = Participation(ritual: RitualID("calls"), person: PersonID("sam"))
        let alex = Participation(ritual: RitualID("weekly"), person: PersonID("alex"))
        let state = try ledger.load()
        #expect(Set(state.done.keys) == [sam, alex])
        #expect(state.done[sam] == Timestamp(seconds: 1_795_000_000))
    }

    /// Release 6's file opens in every later release with all that it holds.
    @Test func release6IsBroughtUpToDate() throws {
        let folder = TemporaryFolder()
        try write(folder, Fixtures.release6)
        let ledger = try SQLiteLedger(folder: folder.path, .existing)
        #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
        let state = try ledger.load()
        let alex = PersonID("alex")
        let record = try #require(state.open.values.first { $0.key.person == alex })
        #expect(record.asked == 1 && record.round == 1 && record.waited == .quietHours)
        #expect(record.answered == Timestamp(seconds: 1_795_369_500))
        #expect(state.spent[alex]?.sorted() == [Timestamp(seconds: 1_795_366_800), Timestamp(seconds: 1_795_369_000)])
        #expect(
            state.troubles
                == [ChannelID("email"): Trouble(failures: 4, outOfReach: 2, since: Timestamp(seconds: 1_795_000_000))])
        let entry = try #require(try ledger.history(HistoryQuery(person: alex)).first)
        #expect(entry.asks == [Timestamp(seconds: 1_795_369_000)])
        #expect(entry.waited == HistoryEntry.Wait(.quietHours, until: Timestamp(seconds: 1_795_366_900)))
    }

    /// Release 8's file opens with what was drawn: of which deck, for which occurrence, and whether it went out.
    @Test func release8IsBroughtUpToDate() throws {
        let folder = TemporaryFolder()
        try write(folder, Fixtures.release8)
        let ledger = try SQLiteLedger(folder: folder.path, .existing)
        #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
        let state = try ledger.load()
        let key = OccurrenceKey.wall(try #require(CivilDateTime(parsing: "2026-11-22T18:00:00")))
        let second = UInt64(bitPattern: -9)
        #expect(
            state.draws[RitualID("walk")]?[PersonID("alex")] == [
                Draw(deck: 5, prompt: 7, occurrence: key, isOut: true),
                Draw(deck: 6, prompt: second, occurrence: key, isOut: false),
            ])
        #expect(state.open.values.filter { $0.key.ritual == RitualID("walk") }.map(\.prompts) == [[7, second]])
    }

    /// Release 9's file opens with what people undertook by hand.
    @Test func release9IsBroughtUpToDate() throws {
        let folder = TemporaryFolder()
        try write(folder, Fixtures.release9)
        let ledger = try SQLiteLedger(folder: folder.path, .existing)
        #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
        let (sam, alex) = (PersonID("sam"), PersonID("alex"))
        let at = Timestamp(seconds: 1_795_284_000)
        let day = try #require(CivilDate(parsing: "2026-11-21"))
        let time = try #require(CivilDateTime(parsing: "2026-11-22T18:00:00"))
        var expected = Undertakings()
        expected.note(
            .season(SeasonSwitch(season: SeasonID("apart"), isOn: true, from: day, until: day.adding(days: 7), at: at)))
        expected.note(.season(SeasonSwitch(season: SeasonID("apart"), isOn: false, from: day, at: at)))
        expected.note(
            .celebrated(
                SmallWin(number: 1, person: sam, day: day, text: "A walk", isShared: true, isYearly: false, at: at)))
        expected.note(
            .promised(
                MadePromise(
                    id: RitualID("promise-1"), maker: sam, to: alex, text: "Call", time: time, lead: Lead(.hours(1)),
                    isShared: false, at: at)))
        expected.note(.promiseMoved(PromiseMove(promise: RitualID("promise-1"), time: time, at: at)))
        expected.note(
            .repairBegun(RepairRun(number: 1, repair: RitualID("repair"), person: sam, began: time, at: at)))
        expected.note(.repairEnded(RepairEnd(number: 1, person: alex, isOwnOnly: true, at: at)))
        let items = [
            Notice.Item(RitualID("weekly"), .moved, at), Notice.Item(RitualID("walk"), .off, at),
        ]
        expected.note(.told(Notice(number: 1, person: alex, items: items, at: at)))
        expected.note(
            .sealed(SealedLetter(number: 1, writer: sam, reader: alex, opens: day, text: "Dear Alex", at: at)))
        expected.note(.sealed(SealedLetter(number: 2, writer: sam, reader: sam, opens: day, text: nil, at: at)))
        #expect(try ledger.load().undertakings == expected)
    }

    /// Release 10's file opens with what people set out to do; one of before has none.
    @Test func release10IsBroughtUpToDate() throws {
        let at = Timestamp(seconds: 1_795_284_000)
        let goals = [
            Goal(number: 1, ritual: RitualID("weekly"), person: PersonID("sam"), text: "Cook on Tuesday", at: at),
            Goal(
                number: 2, ritual: RitualID("weekly"), person: PersonID("alex"), text: "Call the bank", at: at,
                reached: at.adding(seconds: 3_600)),
        ]
        for (sql, expected) in [(Fixtures.release9, []), (Fixtures.release10, goals)] {
            let folder = TemporaryFolder()
            try write(folder, sql)
            let ledger = try SQLiteLedger(folder: folder.path, .existing)
            #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
            #expect(try ledger.load().undertakings.goals == expected)
        }
    }

    /// Release 2's file opens with its claims: since another start of the machine, each counts as begun.
    @Test func release2IsBroughtUpToDate() throws {
        for (boot, begun) in [("b1b2b3b4", false), ("another", true)] {
            let folder = TemporaryFolder()
            try write(folder, Fixtures.release2)
            let ledger = try SQLiteLedger(folder: folder.path, .existing, boot: boot)
            #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
            #expect(try ledger.database.text("SELECT boot FROM meta") == boot)
            let claims = try ledger.load().open.values.filter { $0.key.person == PersonID("alex") }.flatMap(\.claims)
            #expect(claims.map(\.begun) == [begun])
        }
    }

    /// Release 4's file opens with what counted against a day's budget, earlier ones with nothing that did.
    @Test func release4IsBroughtUpToDate() throws {
        let spent = [PersonID("sam"): [Timestamp(seconds: 1_795_284_000)]]
        for (sql, expected) in [(Fixtures.release3, [:]), (Fixtures.release4, spent)] {
            let folder = TemporaryFolder()
            try write(folder, sql)
            let ledger = try SQLiteLedger(folder: folder.path, .existing)
            #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
            #expect(try ledger.load().spent == expected)
        }
    }

    /// Release 5's file opens with what somebody looked at, earlier ones with nothing that was.
    @Test func release5IsBroughtUpToDate() throws {
        for (sql, expected) in [(Fixtures.release4, nil), (Fixtures.release5, Timestamp(seconds: 1_795_284_060))] {
            let folder = TemporaryFolder()
            try write(folder, sql)
            let ledger = try SQLiteLedger(folder: folder.path, .existing)
            #expect(try ledger.database.integer("PRAGMA user_version") == Schema.version)
            #expect(try ledger.load().open.values.map(\.seen) == [expected])
        }
    }

    /// Release 7's file opens with what people wished for; whoever had a nudge before it is known.
    @Test func release7IsBroughtUpToDate() throws {
        let (sam, alex) = (PersonID("sam"), PersonID("alex"))
        let stop = Wish(.stop, .ritual(RitualID("walk")), by: sam, from: Timestamp(seconds: 1_795_000_000))
        for (sql, stops) in [(Fixtures.release6, false), (Fixtures.release7, true)] {
            let folder = TemporaryFolder()
            try write(folder, sql)
            let state = try SQLiteLedger(folder: folder.path, .existing).load()
            #expect(state.met == [sam, alex])
            var wishes = Wishes()
            if stops { wishes.insert(stop) }
            #expect(state.wishes == wishes)
        }
    }

    /// A file as each release wrote it, in their order.
    static let releases = [
        Fixtures.release1, Fixtures.release2, Fixtures.release3, Fixtures.release4, Fixtures.release5,
        Fixtures.release6,
        Fixtures.release7, Fixtures.release8, Fixtures.release9, Fixtures.release10,
    ]

    @Test func everyStepHasAFixture() { #expect(Self.releases.count == Schema.steps.count) }

    /// What a new ledger looks like is what the steps make; a released step is never edited.
    @Test(arguments: 1...releases.count)
    func eachStepIsTheReleasedOne(version: Int) throws {
        try expectStep(Int64(version), Self.releases[version - 1])
    }

    private func expectStep(_ version: Int64, _ sql: String) throws {
        let (folder, fixture) = (TemporaryFolder(), TemporaryFolder())
        try write(fixture, sql)
        _ = FileManager.default.createFile(atPath: folder.path("ledger.sqlite"), contents: nil)
        let fresh = try Database(path: folder.path("ledger.sqlite"))
        try Schema.migrate(fresh, from: 0, to: version)
        let schema = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)"
        let released = try Database(path: fixture.path("ledger.sqlite")).text(schema)
        #expect(try fresh.text(schema) == released)
    }
}
