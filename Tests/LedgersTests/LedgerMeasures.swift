import CivilTime
import Foundation
import Planning
import Recurrence
import Testing

@testable import Ledgers

/// Figures to read, not gates: printed when TROTH_MEASURE is set.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["TROTH_MEASURE"] != nil, "set TROTH_MEASURE"))
struct LedgerMeasures {
    private func resident() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private func record(_ number: Int) -> NudgeRecord {
        let due = Timestamp(seconds: 1_790_000_000 + Int64(number) * 60)
        let name = OccurrenceName(
            ritual: RitualID("ritual-\(number % 100)"), key: .wall(CivilDateTime(seconds: due.seconds)))
        return NudgeRecord(
            key: NudgeKey(occurrence: name, lead: .moment, person: PersonID("sam")), due: due, moment: due,
            closes: due.adding(seconds: 43_200), notBefore: due)
    }

    @Test func batches() throws {
        let folder = TemporaryFolder()
        let before = resident()
        let ledger = try SQLiteLedger(folder: folder.path)
        print("resident after opening: +\((resident() - before) / 1024) KiB")
        let clock = ContinuousClock()
        let elapsed = try clock.measure {
            for batch in 0..<100 {
                let records = (0..<100).map { record(batch * 100 + $0) }
                let keys = records.map {
                    DeliveryKey(subject: .nudge($0.key), channel: ChannelID("desktop"), round: 0)
                }
                try ledger.commit(
                    zip(records, keys).flatMap { record, key -> [LedgerChange] in
                        [
                            .opened(record),
                            .claimed(key, members: [record.key], at: record.due, lease: record.closes),
                        ]
                    }, durably: true)
                try ledger.commit(keys.map { .begun($0) }, durably: false)
                try ledger.commit(
                    zip(records, keys).flatMap { record, key -> [LedgerChange] in
                        [
                            .attempted(key, .delivered(""), at: record.due),
                            .closed(record.key, .delivered, .delivered, at: record.closes),
                        ]
                    } + [.advanced(through: records[99].due)], durably: true)
            }
        }
        print("10,000 opens, claims, starts, outcomes and ends in 300 commits: \(elapsed)")
        print("resident after them: +\((resident() - before) / 1024) KiB")
        let key = DeliveryKey(subject: .nudge(record(20_000).key), channel: ChannelID("desktop"), round: 0)
        try ledger.commit([.opened(record(20_000))], durably: true)
        var times: [Duration] = []
        for _ in 0..<200 {
            let members = [record(20_000).key]
            times.append(
                try clock.measure {
                    try ledger.commit(
                        [.claimed(key, members: members, at: record(0).due, lease: record(0).closes)], durably: true)
                })
        }
        times.sort()
        print("one claim, durable: p50 \(times[100]), p99 \(times[198])")
        let loading = try clock.measure { _ = try ledger.load() }
        print("load of 10,000 nudges of which few are open or recent: \(loading)")
    }

    @Test func marks() throws {
        let folder = TemporaryFolder()
        do {
            let ledger = try SQLiteLedger(folder: folder.path)
            let mark = RitualMark(fingerprint: 1, since: Timestamp(seconds: 0))
            try ledger.commit((0..<100_000).map { .marked(RitualID("ritual-\($0)"), mark) }, durably: true)
        }
        let clock = ContinuousClock()
        var ledger: SQLiteLedger?
        let opening = try clock.measure { ledger = try SQLiteLedger(folder: folder.path) }
        let loading = try clock.measure { _ = try ledger?.load() }
        print("100,000 marks: opening \(opening), loading \(loading)")
    }
}
