import CivilTime
import Foundation
import Planning
import Recurrence
import Testing

@testable import Ledgers

/// What is deleted from the file is gone from its bytes.
@Suite struct ErasureTests {
    static func bytes(_ folder: TemporaryFolder) throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: Data()) { all, name in
            all += try Data(contentsOf: URL(fileURLWithPath: folder.path(name)))
        }
    }

    static func lines(_ number: Int) throws -> [LedgerChange] {
        let name = OccurrenceName(
            ritual: RitualID("weekly"), key: .wall(try #require(CivilDateTime(parsing: "2026-11-22T19:00:00"))))
        let at = Timestamp(seconds: 1_795_370_400)
        let key = NudgeKey(occurrence: name, lead: .moment, person: PersonID("sam\(number)"))
        let record = NudgeRecord(key: key, due: at, moment: at, closes: at, notBefore: at)
        let delivery = DeliveryKey(subject: .nudge(key), channel: ChannelID("zqchannel\(number)zq"), round: 0)
        return [.opened(record), .claimed(delivery, members: [key], at: at, lease: at)]
    }

    /// Which text columns say whose a row is, and which name nobody. A table that comes new has to be put here, and with
    /// it into what ``SQLiteLedger/forget(_:)`` takes out.
    static let namesNobody: Set<String> = [
        "answers.answer", "answers.lead", "answers.occurrence", "answers.ritual", "attempts.channel",
        "attempts.outcome", "claims.channel", "done.ritual", "draws.occurrence", "draws.ritual", "marks.ritual",
        "meta.boot", "missed.outcome", "missed.reason", "missed.ritual", "nudges.lead", "nudges.occurrence",
        "nudges.outcome", "nudges.prompts", "nudges.reason", "nudges.ritual", "nudges.waited", "troubles.channel",
        "wishes.kind", "wishes.subject", "switches.season", "promises.ritual", "promises.lead", "promise_moves.ritual",
        "repairs.ritual", "notices.ritual", "notices.change",
        // Somebody's own words, whose row goes with them.
        "wins.text", "promises.text", "letters.text",
    ]
    static let namesSomebody: Set<String> = [
        "answers.person", "attempts.detail", "digests.person", "done.person", "draws.person", "met.person",
        "missed.person", "nudges.person", "wishes.person", "wishes.terms", "wins.person", "notices.person",
        "repairs.person", "repair_ends.person", "promises.maker", "promises.recipient", "letters.writer",
        "letters.reader",
    ]

    @Test func everyTextIsKnownToNameSomebodyOrNobody() throws {
        let folder = TemporaryFolder()
        let ledger = try SQLiteLedger(folder: folder.path)
        var columns: Set<String> = []
        try ledger.database.rows(
            """
            SELECT m.name || '.' || c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND c.type = 'TEXT'
            """
        ) { columns.insert($0.text(0)) }
        let unknown = columns.subtracting(Self.namesNobody).subtracting(Self.namesSomebody)
        #expect(unknown.isEmpty, "neither in namesNobody nor in namesSomebody")
        #expect(Self.namesSomebody.isSubset(of: columns))
        #expect(columns.count { $0.hasSuffix(".person") } == ChangeWriter.personal.count + 3, "nudges, digests and ends beside")
    }

    /// Whoever is forgotten is in no byte of the folder, whatever was recorded, and what others have is as it was.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func whoeverIsForgottenIsInNoByte(seed: UInt64) throws {
        let folder = TemporaryFolder()
        let (gone, stays) = (PersonID("zqsamzq"), PersonID("alex"))
        let ledger = try SQLiteLedger(folder: folder.path, boot: "one")
        var source = ChangeSource(seed: seed, people: [gone, stays])
        let states = MemoryLedger()
        for _ in 0..<120 {
            let changes = source.batch(try states.load())
            _ = try (states.commit(changes, durably: false), ledger.commit(changes, durably: false))
        }
        let at = Timestamp(seconds: 1_790_000_000)
        try ledger.commit(
            [
                .wished(Wish(.stop, .everything, by: gone, from: at), at: at),
                .wished(Wish(.agree, .ritual(RitualID("walk")), by: stays, terms: "\(gone), 1 day", from: at), at: at),
                .met(gone, at: at), .met(stays, at: at),
            ], durably: true)
        let own = HistoryQuery(person: gone, limit: 10_000)
        let others = HistoryQuery(person: stays, limit: 10_000)
        let count = try ledger.history(own).count
        let (kept, missed) = (try ledger.history(others), try ledger.missed(others))
        #expect(count > 20 && kept.count > 20)
        #expect(try Self.bytes(folder).range(of: Data(gone.text.utf8)) != nil)

        #expect(try ledger.forget(gone) >= count)
        #expect(try Self.bytes(folder).range(of: Data(gone.text.utf8)) == nil, "seed \(seed)")
        #expect(try ledger.history(own).isEmpty && ledger.missed(own).isEmpty && ledger.answers(own).isEmpty)
        #expect(try ledger.missed(others) == missed)
        let left = try ledger.history(others)
        #expect(left.map(\.nudge) == kept.map(\.nudge) && left.map(\.outcome) == kept.map(\.outcome))
        #expect(try ledger.wishes(of: stays).allSatisfy { !$0.wish.terms.contains(gone.text) }, "nobody is there to agree with")
        #expect(try ledger.forget(gone) == 0)
    }

    /// Somebody who reads just then is not in the way for long, and is told of.
    @Test func aReaderInTheWayIsTold() throws {
        let folder = TemporaryFolder()
        let ledger = try SQLiteLedger(folder: folder.path)
        for number in 0..<3 { _ = try ledger.commit(try Self.lines(number), durably: true) }
        let reader = try SQLiteLedger(folder: folder.path, .reading)
        try reader.database.execute("BEGIN")
        #expect(try reader.database.integer("SELECT count(*) FROM nudges") == 3)
        #expect(throws: LedgerError.refused(reason: .inUse)) { try ledger.forget(PersonID("sam1")) }
        try reader.database.execute("COMMIT")
        #expect(try ledger.forget(PersonID("sam1")) == 0)
        #expect(try Self.bytes(folder).range(of: Data("sam1".utf8)) == nil)
        #expect(try Self.bytes(folder).range(of: Data("sam2".utf8)) != nil)
    }

    @Test func aClaimThatEndedLeavesNothing() throws {
        let folder = TemporaryFolder()
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            #expect(try ledger.database.integer("PRAGMA secure_delete") == 1)
            for number in 0..<200 { _ = try ledger.commit(try Self.lines(number), durably: true) }
        }
        // A claim that stands is in the file; so the test would see one that was left.
        #expect(try Self.bytes(folder).range(of: Data("zqchannel7zq".utf8)) != nil)
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            for number in 0..<200 {
                for case .claimed(let key, _, _, _) in try Self.lines(number) {
                    _ = try ledger.commit([.released(key)], durably: true)
                }
            }
        }
        #expect(try Self.bytes(folder).range(of: Data("zqchannel".utf8)) == nil)
    }

    @Test func aLetterThatWasLetGoLeavesNothing() throws {
        let folder = TemporaryFolder()
        let at = Timestamp(seconds: 1_795_284_000)
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            let letter = SealedLetter(
                number: 1, writer: PersonID("sam"), reader: PersonID("alex"),
                opens: try #require(CivilDate(parsing: "2027-12-24")), text: String(repeating: "zqdear", count: 2_000), at: at)
            _ = try ledger.commit([.undertaken(.sealed(letter))], durably: true)
        }
        #expect(try Self.bytes(folder).range(of: Data("zqdear".utf8)) != nil)
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            _ = try ledger.commit([.undertaken(.letGo(LetterGone(number: 1, at: at)))], durably: true)
            #expect(try ledger.load().undertakings.letters.map(\.text) == [nil])
        }
        #expect(try Self.bytes(folder).range(of: Data("zqdear".utf8)) == nil)
    }
}
