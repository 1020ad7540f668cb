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
