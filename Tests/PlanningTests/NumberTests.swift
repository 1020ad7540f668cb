import CivilTime
import Planning
import Recurrence
import Testing

/// Which numbers are free for what somebody undertakes.
@Suite("Numbers") struct NumberTests {
    private static let at = Household.utc("2026-11-22T08:30:00Z")
    private static let sam = Household.sam.id
    private static let promise = RitualID("promise-7")
    private static let name = OccurrenceName(ritual: promise, key: .wall(CivilDateTime(seconds: at.seconds)))
    private static let record = NudgeRecord(
        key: NudgeKey(occurrence: name, lead: .moment, person: sam), due: at, moment: at, closes: at, notBefore: at)

    /// What can be left of a promise that is gone.
    static let left: [[LedgerChange]] = [
        [.marked(promise, RitualMark(fingerprint: 1, since: at))],
        [.opened(record)],
        [.opened(record), .closed(record.key, .delivered, .delivered, at: at)],
        [.answered(AnswerRecord(occurrence: name, person: sam, answer: .skip, at: at))],
        [.drawn(record.key, prompt: 1, deck: 1, startsAnew: false)],
        [.wished(Wish(.stop, .ritual(promise), by: sam, from: at), at: at)],
        [.undertaken(.promiseMoved(PromiseMove(promise: promise, time: CivilDateTime(seconds: at.seconds), at: at)))],
        [.undertaken(.told(Notice(number: 1, person: sam, items: [Notice.Item(promise, .moved, at)], at: at)))],
    ]

    @Test(arguments: left) func whatIsStillNamedIsNotGivenAgain(changes: [LedgerChange]) {
        var state = LedgerState()
        #expect(state.newPromise == RitualID("promise-1"))
        state.apply(changes)
        #expect(state.newPromise == RitualID("promise-8"))
    }

    @Test func aNumberIsReadAsFarAsItGoes() {
        var state = LedgerState()
        for id in ["ours-4-1", "ours-four", "ours", "yours-9-1", "ours--6"] {
            state.apply(.wished(Wish(.stop, .ritual(RitualID(id)), by: Self.sam, from: Self.at), at: Self.at))
        }
        #expect(state.newNumber(after: [], of: "ours-") == 5)
        #expect(state.newNumber(after: [5, 2], of: "ours-") == 6)
        #expect(state.newNumber(after: [2]) == 3)
    }

    static let damaged: [([Int], Int)] = [
        ([], 1), ([-4], 1), ([.min], 1), ([.max - 1], .max), ([.max], 1), ([.max, 1, 2, 4], 3), ([.max, .max - 1, 1], 2),
    ]

    @Test(arguments: damaged) func aHugeNumberLeavesOthers(numbers: [Int], next: Int) {
        #expect(LedgerState().newNumber(after: numbers) == next)
    }

    @Test func aHugePromiseLeavesOthers() {
        var state = LedgerState()
        state.apply(
            .wished(Wish(.stop, .ritual(RitualID("promise-\(Int.max)")), by: Self.sam, from: Self.at), at: Self.at))
        #expect(state.newPromise == RitualID("promise-1"))
    }
}
