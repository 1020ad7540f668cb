import CivilTime
import Recurrence
import Testing

@testable import Planning

/// The tables that stand in for dictionaries, against dictionaries: seeded, so that a failure comes again.
@Suite struct TableTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>) func marksAreADictionary(_ seed: UInt64) {
        var random = Seeded(state: seed)
        var marks = RitualMarks()
        var plain: [RitualID: RitualMark] = [:]
        for step in 0..<4_000 {
            let ritual = RitualID("a-ritual-with-a-long-name-\(random.next() % 300)")
            let mark = RitualMark(fingerprint: random.next(), since: Timestamp(seconds: Int64(random.next() % 1_000)))
            switch random.next() % 8 {
            case 0...3:
                marks[ritual] = mark
                plain[ritual] = mark
            case 4, 5:
                marks[ritual] = nil
                plain[ritual] = nil
            case 6: #expect(marks.removeValue(forKey: ritual) == plain.removeValue(forKey: ritual))
            default:
                let now = Timestamp(seconds: 500)
                marks.rewind(to: now)
                for (ritual, mark) in plain where mark.since > now { plain[ritual]?.since = now }
            }
            #expect(marks[ritual] == plain[ritual])
            guard step % 200 == 0 else { continue }
            #expect(marks.count == plain.count)
            #expect(Set(marks.keys) == Set(plain.keys))
            #expect(plain.allSatisfy { marks[$0.key] == $0.value })
        }
    }

    @Test func marksInAnotherOrderAreEqual() {
        let entries = (0..<50).map { (RitualID("r\($0)"), RitualMark(fingerprint: UInt64($0), since: .distantPast)) }
        var forwards = RitualMarks()
        var backwards = RitualMarks()
        for (ritual, mark) in entries { forwards[ritual] = mark }
        for (ritual, mark) in entries.reversed() { backwards[ritual] = mark }
        #expect(forwards == backwards)
        backwards[RitualID("r7")]?.fingerprint = 8
        #expect(forwards != backwards)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func closedKeysAreADictionary(_ seed: UInt64) {
        var random = Seeded(state: seed)
        var closed = ClosedKeys()
        var plain: [NudgeKey: Timestamp] = [:]
        for _ in 0..<3_000 {
            let hour = Int64(random.next() % 200)
            let key = key(Timestamp(seconds: hour * 3_600), "r\(random.next() % 5)")
            let due = Timestamp(seconds: hour * 3_600 - Int64(random.next() % 90_000))
            if random.next() % 4 == 0 {
                closed[key] = nil
                plain[key] = nil
            } else {
                closed[key] = due
                plain[key] = due
            }
            #expect(closed[key] == plain[key])
        }
        #expect(closed.count == plain.count)
        #expect(Dictionary(uniqueKeysWithValues: closed.map { ($0.key, $0.value) }) == plain)
        let oldest = Timestamp(seconds: 100 * 3_600)
        closed.forget(through: oldest)
        // Whatever was due since is still known, and what goes was due before.
        #expect(plain.allSatisfy { $0.value <= oldest || closed[$0.key] == $0.value })
        #expect(closed.count < plain.count)
        #expect(closed.count == closed.reduce(0) { count, _ in count + 1 })
    }

    @Test func aWeekLaterManyClosedKeysAreForgotten() {
        let due = Household.utc("2026-11-22T18:00:00Z")
        func closed(_ count: Int, after seconds: Int64) -> Int {
            var state = LedgerState()
            for number in 0..<count {
                let key = key(due, "r\(number)")
                state.apply(.opened(NudgeRecord(key: key, due: due, moment: due, closes: due, notBefore: due)))
                state.apply(.closed(key, .delivered, .delivered, at: due))
            }
            state.apply(.advanced(through: Timestamp(seconds: due.seconds + seconds)))
            return state.closed.count
        }
        #expect(closed(2_000, after: LedgerState.recent - 1) == 2_000)
        #expect(closed(2_000, after: 7 * 86_400) == 0)
        #expect(closed(100, after: 7 * 86_400) == 100)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func looksComeInTheirOrder(_ seed: UInt64) {
        var random = Seeded(state: seed)
        var looks = Looks()
        var plain: [DeliverySubject: Timestamp] = [:]
        var now: Int64 = 0
        for _ in 0..<3_000 {
            let subject = DeliverySubject.nudge(key(.distantPast, "r\(random.next() % 40)"))
            let time = Timestamp(seconds: now + Int64(random.next() % 100))
            looks.look(at: subject, no: time)
            if plain[subject].map({ $0 > time }) ?? true { plain[subject] = time }
            guard random.next() % 5 == 0 else { continue }
            now += Int64(random.next() % 30)
            var last = Timestamp.distantPast
            while let due = looks.popDue(Timestamp(seconds: now)) {
                let time = plain.removeValue(forKey: due.subject) ?? .distantPast
                #expect(time >= last && time <= Timestamp(seconds: now))
                last = time
                if random.next() % 3 == 0 {
                    let again = Timestamp(seconds: now + 1 + Int64(random.next() % 100))
                    looks.look(at: due.subject, no: again)
                    plain[due.subject] = again
                }
                looks.settle(due)
            }
            #expect(plain.values.allSatisfy { $0 > Timestamp(seconds: now) })
            #expect(looks.next() == plain.values.min())
        }
    }

    private func key(_ named: Timestamp, _ ritual: String) -> NudgeKey {
        NudgeKey(
            occurrence: OccurrenceName(
                ritual: RitualID(ritual), key: .wall(CivilDateTime(microseconds: named.microseconds))),
            lead: .moment, person: Household.sam.id)
    }
}

/// Marsaglia's xorshift64.
private struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 3
    }
}
