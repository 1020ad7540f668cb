import CivilTime
import Testing

@testable import Planning

/// Jars, and decks that each person opts into.
@Suite struct JarTests {
    static func jar(_ lines: [String]) -> Ritual {
        Household.daily("reasons", people: [Household.alex.id]) {
            $0.decks = [Deck(name: "reasons", prompts: lines.map { Prompt($0) }, giver: Household.sam.id)]
        }
    }

    /// In Chicago, in winter: 08:30 is 14:30 UTC.
    static func day(_ number: Int, _ time: String = "14:30:00") -> String { DeckTests.day(number, time) }

    /// What went to whom on some days, as `sam: text`, and what the giver was told as `sam: -`.
    static func run(_ bench: inout Bench, days: Range<Int>) -> [String] {
        var lines: [String] = []
        for number in days {
            let plan = bench.plan(at: day(number))
            for (member, texts) in zip(plan.deliveries.flatMap(\.members), DeckTests.texts(plan, bench)) {
                let isNote = member.key.person == Household.sam.id
                lines.append("\(member.key.person): \(isNote ? "-" : texts.joined(separator: "+"))")
            }
            for delivery in plan.deliveries { bench.end(delivery) }
        }
        return lines
    }

    @Test func eachLineComesOnceAndThenNone() {
        var bench = Bench([Self.jar(["a", "b", "c"])], at: Self.day(-1))
        let lines = Self.run(&bench, days: 0..<6)
        #expect(Set(lines.filter { $0.hasPrefix("alex") }) == ["alex: a", "alex: b", "alex: c"])
        #expect(lines.count { $0.hasPrefix("alex") } == 3)
        // Whoever fills it is told once, as the last line goes out.
        #expect(lines.count { $0 == "sam: -" } == 1)
        #expect(Set(lines.suffix(2)).contains("sam: -"))
        _ = bench.plan(at: Self.day(7, "00:00:00"))
        let ends = bench.ends.filter { $0.value == "skipped: nothing left" }.keys
        // Of the days 3 to 6.
        #expect(ends.count == 4 && ends.allSatisfy { $0.hasSuffix("/alex") })
    }

    /// New lines go on where the old ones ended, and their end is told again.
    @Test func aJarIsFilledAgain() {
        var bench = Bench([Self.jar(["a"])], at: Self.day(-1))
        #expect(Set(Self.run(&bench, days: 0..<2)) == ["alex: a", "sam: -"])
        bench.restart(at: Self.day(1, "20:00:00"), [Self.jar(["a", "b", "c"])])
        let lines = Self.run(&bench, days: 2..<6)
        #expect(lines.filter { $0.hasPrefix("alex") }.sorted() == ["alex: b", "alex: c"])
        #expect(lines.count { $0 == "sam: -" } == 1)
    }

    /// Two nudges at once from a jar with one line: one of them has nothing to bring.
    @Test func aLineGoesToOneOccurrence() {
        var ritual = Self.jar(["only"])
        ritual.catchUp = .all
        ritual.grace = .days(3)
        var bench = Bench([ritual], at: Self.day(-1))
        let plan = bench.plan(at: Self.day(2))
        let drawn = bench.planner.state.drawn(ritual.id, by: Household.alex.id)
        #expect(drawn.map(\.prompt) == [Prompt("only").id])
        let opened = bench.changes.count {
            if case .opened(let record) = $0 { record.key.person == Household.alex.id } else { false }
        }
        let through = bench.ends.values.count { $0 == "skipped: nothing left" }
        #expect(opened == 3 && through == 2, "\(plan.sent)")
    }

    /// A line that could not be sent is not lost.
    @Test func whatFailedComesAgain() {
        var bench = Bench([Self.jar(["only"])], at: Self.day(-1))
        for delivery in bench.plan(at: Self.day(0)).deliveries { bench.end(delivery, .permanent("no")) }
        _ = bench.plan(at: Self.day(1, "10:00:00"))
        #expect(Self.run(&bench, days: 1..<2).contains("alex: only"))
    }

    @Test func delicateDecksAreNotSentUnasked() {
        let deck = Deck(name: "forgiveness", prompts: [Prompt("x")], isDelicate: true)
        let ritual = Household.daily { $0.decks = [deck] }
        var household = Bench([ritual], at: Self.day(-1))
        #expect(household.plan(at: DeckTests.day(0)).deliveries.isEmpty)
        #expect(household.ends.values.map { $0 } == ["skipped: not opted in"])
        #expect(household.planner.state.draws.isEmpty)
        // Alone, whoever wrote the schedule has said so.
        var alone = Bench([ritual], people: [Household.sam], at: Self.day(-1))
        #expect(alone.plan(at: DeckTests.day(0)).deliveries.count == 1)
    }
}
