import CivilTime
import Recurrence
import Testing

@testable import Planning

/// What keeps a schedule of a hundred thousand rituals small and its wake-ups short, in bytes and counts; the figures in
/// time and resident memory are planner-bench's.
@Suite struct ScaleTests {
    /// Bytes of a ritual with two people of their own, and of what the planner and the ledger's state keep for it.
    @Test func aRitualTakesFewBytes() {
        #expect(MemoryLayout<Recurrence>.size <= 136)
        #expect(MemoryLayout<Ritual>.stride <= 208)
        #expect(MemoryLayout<DueQueue.Entry>.stride == 16)
        let marks = MemoryLayout<RitualID>.stride + MemoryLayout<RitualMark>.stride
        // Two tables of places with four bytes a slot, at least three slots in eight in use.
        let tables = 2 * 4 * 8 / 3
        #expect(MemoryLayout<Ritual>.stride + 2 * MemoryLayout<DueQueue.Entry>.stride + marks + tables <= 300)
    }

    @Test func equalListsAreOne() {
        let rituals = (0..<20).map { number in
            Household.daily("r\(number)", people: [Household.sam.id, Household.alex.id]) {
                $0.leads = [Lead(.days(1)), .moment]
            }
        }
        let schedule = Household.schedule(rituals)
        #expect(Set(schedule.rituals.map { address($0.people) }).count == 1)
        #expect(Set(schedule.rituals.map { address($0.leads) }).count == 1)
    }

    @Test func packingChangesNoText() {
        let texts: [(String?, String?)] = [
            ("Müll rausbringen", "Heute die gelbe Tonne, morgen früh kommt der Wagen."), (nil, nil), ("Tea", nil),
            (nil, "Only a message, and a long one so that it does not fit into the string itself."), ("", ""),
            ("", "x"), ("👩‍👩‍👧‍👦", "é"),
        ]
        let rituals = texts.enumerated().map { number, text in
            Ritual(
                id: RitualID("a-name-of-some-length-\(number)"), kind: .ritual, title: text.0, message: text.1,
                recurrence: Household.daily().recurrence, people: [Household.sam.id])
        }
        var schedule = Household.schedule(rituals)
        for _ in 0..<2 {
            schedule.pack()
            for (packed, (ritual, text)) in zip(schedule.rituals, zip(rituals, texts)) {
                #expect(packed.id == ritual.id)
                #expect(packed.title == text.0)
                #expect(packed.message == text.1)
            }
        }
        schedule.rituals[1].title = "Now it has one"
        #expect(schedule.rituals[1].title == "Now it has one")
        #expect(schedule.rituals[1].message == nil)
        schedule.rituals[0].message = nil
        #expect(schedule.rituals[0].title == "Müll rausbringen")
        #expect(schedule.rituals[6].title == "👩‍👩‍👧‍👦")
    }

    /// A wake-up takes from the heap what is due, and nothing walks through all that is not.
    @Test(arguments: [1_000, 8_000]) func takingTheNextLooksAtFewOthers(_ count: Int) {
        let tally = Tally()
        var heap = Heap((0..<count).map { Counted(value: $0 * 7_919 % count, tally: tally) })
        // Making a heap of n is linear: at most two comparisons for each step that an element sinks.
        #expect(tally.comparisons <= 4 * count)
        let most = 2 * (Int.bitWidth - count.leadingZeroBitCount)
        for value in 0..<100 {
            tally.comparisons = 0
            let first = heap.pop()
            #expect(first?.value == value)
            #expect(tally.comparisons <= most)
            tally.comparisons = 0
            heap.push(Counted(value: count + value, tally: tally))
            #expect(tally.comparisons <= most)
        }
    }

    /// What everybody may know of is found below what is kept from somebody, of which there is little.
    @Test(arguments: [1_000, 8_000]) func findingTheNextThatMayBeToldLooksAtFew(_ count: Int) {
        let tally = Tally()
        let heap = Heap((0..<count).map { Counted(value: $0 * 7_919 % count, tally: tally) })
        for kept in [0, 1, 5, 40, count] {
            tally.comparisons = 0
            var asked = 0
            let first = heap.first { element in
                asked += 1
                return element.value >= kept
            }
            #expect(first?.value == (kept < count ? kept : nil))
            #expect(asked <= 2 * kept + 1)
            #expect(tally.comparisons <= 2 * kept + 1)
        }
        #expect(Heap<Int>().first { _ in true } == nil)
    }

    /// With eight times the rituals and as much due, a wake-up decides as much.
    @Test func whatIsNotDueCostsNoDecision() {
        func changes(_ count: Int) -> Int {
            let rituals = (0..<count).map { number in
                Household.daily("r\(number)", number < 50 ? 8 : 9 + number % 12, number % 60)
            }
            var bench = Bench(rituals, at: "2026-11-22T00:00:00Z")
            return bench.plan(at: "2026-11-22T07:59:59Z").changes.count
        }
        let few = changes(100)
        #expect(few > 50)
        #expect(changes(800) == few)
    }

    private func address<Element>(_ list: [Element]) -> UnsafeRawPointer? {
        list.withUnsafeBytes { $0.baseAddress }
    }
}

private final class Tally {
    var comparisons = 0
}

private struct Counted: Comparable {
    let value: Int
    let tally: Tally

    static func < (a: Counted, b: Counted) -> Bool {
        a.tally.comparisons += 1
        return a.value < b.value
    }

    static func == (a: Counted, b: Counted) -> Bool { a.value == b.value }
}
