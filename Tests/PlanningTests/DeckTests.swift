import CivilTime
import Recurrence
import Testing

@testable import Planning

/// What is drawn for whom: without repeats, once for an occurrence, whatever happens in between.
@Suite struct DeckTests {
    static func deck(_ name: String, _ count: Int) -> Deck {
        Deck(name: name, prompts: (0..<count).map { Prompt("\(name) \($0)") })
    }

    /// The texts drawn for what goes out.
    static func texts(_ plan: Plan, _ bench: Bench) -> [[String]] {
        plan.deliveries.flatMap(\.members).map { member in
            (bench.planner.state.open[member.key]?.prompts ?? []).map { id in
                bench.schedule.ritual(member.key.ritual)?.prompt(id)?.text(in: .english) ?? "?"
            }
        }
    }

    static func day(_ number: Int, _ time: String = "07:30:00") -> String {
        "\(CivilDate(dayNumber: Int32(20_400 + number)))T\(time)Z"
    }

    /// What a daily ritual draws on `days` days, each delivered at once; `between` happens before each day.
    static func run(
        _ bench: inout Bench, days: Range<Int>, _ between: (inout Bench, Int) -> Void = { _, _ in }
    ) -> [[String]] {
        var drawn: [[String]] = []
        for number in days {
            between(&bench, number)
            let plan = bench.plan(at: day(number))
            drawn += texts(plan, bench)
            for delivery in plan.deliveries { bench.end(delivery) }
        }
        return drawn
    }

    static func start(_ decks: [Deck], people: [Person] = [Household.sam]) -> Bench {
        Bench([Household.daily { $0.decks = decks }], people: people, at: day(-1))
    }

    /// In Berlin, in winter: 08:30 is 07:30 UTC.
    @Test func aPassHasEachOnceAndNoneTwiceInARow() {
        var bench = Self.start([Self.deck("d", 5)])
        let drawn = Self.run(&bench, days: 0..<40).flatMap { $0 }
        #expect(drawn.count == 40)
        let passes: [[String]] = (0..<8).map { Array(drawn[($0 * 5)..<($0 * 5 + 5)]) }
        for pass in passes { #expect(Set(pass).count == 5, "\(drawn)") }
        for (one, next) in zip(drawn, drawn.dropFirst()) { #expect(one != next) }
        // Not the same order each time.
        #expect(Set(passes).count > 1)
    }

    @Test func aRestartChangesNothing() {
        var (plain, restarted) = (Self.start([Self.deck("d", 6)]), Self.start([Self.deck("d", 6)]))
        let expected = Self.run(&plain, days: 0..<20)
        let drawn = Self.run(&restarted, days: 0..<20) { bench, number in
            if number % 3 == 1 { bench.restart(at: Self.day(number, "00:00:00")) }
        }
        #expect(drawn == expected)
    }

    /// Another prompt changes nothing until it is drawn itself, and what it was drawn in place of still comes.
    @Test func anotherPromptChangesNothingUntilItIsDrawn() {
        let small = Self.deck("d", 9)
        var larger = small
        larger.prompts.insert(Prompt("new"), at: 4)
        var kept = 0
        for start in stride(from: 0, to: 400, by: 20) {
            var (one, other) = (
                Bench([Household.daily { $0.decks = [small] }], people: [Household.sam], at: Self.day(start - 1)),
                Bench([Household.daily { $0.decks = [larger] }], people: [Household.sam], at: Self.day(start - 1))
            )
            let (before, after) = (
                Self.run(&one, days: start..<start + 9).flatMap { $0 },
                Self.run(&other, days: start..<start + 10).flatMap { $0 }
            )
            let place = after.firstIndex(of: "new") ?? after.count
            #expect(before.prefix(place) == after.prefix(place))
            #expect(Set(after) == Set(before).union(["new"]))
            kept += place
        }
        #expect(kept > 20)
    }

    @Test func aPromptThatIsTakenOutIsNotMissed() {
        var bench = Self.start([Self.deck("d", 4)])
        let first = Self.run(&bench, days: 0..<2).flatMap { $0 }
        var fewer = Self.deck("d", 4)
        fewer.prompts.removeAll { $0.text(in: .english) == first[0] }
        bench.restart(at: Self.day(1, "20:00:00"), [Household.daily { $0.decks = [fewer] }])
        let rest = Self.run(&bench, days: 2..<4).flatMap { $0 }
        #expect(Set(rest).union(first).count == 4)
    }

    @Test func retriesFallbacksAndSnoozesRepeatIt() throws {
        var bench = Self.start([Self.deck("d", 8)])
        let first = bench.plan(at: Self.day(0))
        let drawn = Self.texts(first, bench)
        #expect(drawn.map(\.count) == [1])
        bench.end(try #require(first.deliveries.first), .permanent("no"))
        let fallback = bench.plan(at: Self.day(0, "07:30:01"))
        #expect(fallback.sent.first?.hasSuffix("/email/0") == true)
        #expect(Self.texts(fallback, bench) == drawn)
        let delivery = try #require(fallback.deliveries.first)
        bench.end(delivery)
        bench.take([
            .snoozed(
                delivery.members[0].key, until: Household.utc(Self.day(0, "09:00:00")),
                closes: Household.utc(Self.day(0, "12:00:00")))
        ])
        let again = bench.plan(at: Self.day(0, "09:00:00"))
        #expect(again.deliveries.map(\.key.round) == [1])
        #expect(Self.texts(again, bench) == drawn)
        #expect(bench.planner.state.draws.values.flatMap(\.values).flatMap { $0 }.count == 1)
    }

    /// The nudge ahead and the moment itself bring the same.
    @Test func anOccurrenceHasOnePrompt() {
        var bench = Bench(
            [
                Household.daily {
                    $0.decks = [Self.deck("d", 50)]
                    $0.leads = [Lead(.hours(3)), .moment]
                }
            ],
            people: [Household.sam], at: Self.day(-1))
        var moments: [String] = []
        for number in 0..<30 {
            let ahead = bench.plan(at: Self.day(number, "04:30:00"))
            let early = Self.texts(ahead, bench)
            for delivery in ahead.deliveries { bench.end(delivery) }
            let moment = bench.plan(at: Self.day(number))
            #expect(early.flatMap { $0 }.count == 1)
            #expect(Self.texts(moment, bench) == early)
            for delivery in moment.deliveries { bench.end(delivery) }
            moments += early.flatMap { $0 }
        }
        #expect(Set(moments).count == 30)
    }

    /// What nobody can have read is not gone from the deck.
    @Test func whatNeverLeftGoesBack() throws {
        var bench = Self.start([Self.deck("d", 8)])
        let plan = bench.plan(at: Self.day(0))
        let drawn = Self.texts(plan, bench)
        #expect(drawn.count == 1)
        for delivery in plan.deliveries { bench.end(delivery, .permanent("no")) }
        for delivery in bench.plan(at: Self.day(0, "07:31:00")).deliveries { bench.end(delivery, .permanent("no")) }
        _ = bench.plan(at: Self.day(0, "23:00:00"))
        #expect(bench.planner.state.open.isEmpty)
        #expect(bench.planner.state.draws.isEmpty)

        // Unless it may have arrived.
        let next = bench.plan(at: Self.day(1))
        for delivery in next.deliveries { bench.end(delivery, .uncertain("")) }
        _ = bench.plan(at: Self.day(1, "23:00:00"))
        #expect(bench.planner.state.draws.values.flatMap(\.values).flatMap { $0 }.map(\.isOut) == [true])
    }

    @Test func looksAheadDrawNothing() {
        var bench = Self.start([Self.deck("d", 8)])
        _ = bench.plan(at: Self.day(0, "06:00:00"))
        #expect(Preview(bench.schedule, bench.planner.state, after: bench.now).prefix(5).map { $0 }.count == 5)
        #expect(bench.planner.state.draws.isEmpty)
        bench.take([
            .answered(
                AnswerRecord(
                    occurrence: OccurrenceName(
                        ritual: RitualID("morning"),
                        key: .wall(CivilDateTime(parsing: "\(CivilDate(dayNumber: 20_400))T08:30:00")!)),
                    person: Household.sam.id, answer: .skip, at: bench.now))
        ])
        #expect(bench.plan(at: Self.day(0)).deliveries.isEmpty)
        #expect(bench.planner.state.draws.isEmpty)
    }

    /// Several decks are an agenda: one prompt from each, in order, each deck with passes of its own.
    @Test func anAgendaDrawsFromEach() {
        var bench = Self.start([Self.deck("feel", 2), Self.deck("ask", 3)])
        let drawn = Self.run(&bench, days: 0..<12)
        for parts in drawn {
            #expect(parts.map { String($0.split(separator: " ")[0]) } == ["feel", "ask"])
        }
        let (first, second): ([String], [String]) = (drawn.map { $0[0] }, drawn.map { $0[1] })
        for pass in 0..<6 { #expect(Set(first[(pass * 2)..<(pass * 2 + 2)]).count == 2) }
        for pass in 0..<4 { #expect(Set(second[(pass * 3)..<(pass * 3 + 3)]).count == 3) }
    }

    /// Who sits at one table gets the same card; two hosts that never speak to each other deal the same.
    @Test func togetherTheyDrawTheSame() {
        let ritual = Household.weekly { $0.decks = [Self.deck("d", 12)] }
        func drawn(serving: Set<PersonID>?) -> [[String]] {
            var schedule = Household.schedule([ritual])
            schedule.serves = serving
            var bench = Bench(schedule, LedgerState(), at: Household.utc("2026-01-01T00:00:00Z"))
            var drawn: [[String]] = []
            for week in 0..<20 {
                let sunday = CivilDate(dayNumber: Int32(20_457 + 7 * week))
                for hour in ["17", "18"] {
                    let plan = bench.plan(at: "\(sunday)T\(hour):00:00Z")
                    drawn += Self.texts(plan, bench)
                    for delivery in plan.deliveries { bench.end(delivery) }
                }
            }
            return drawn
        }
        let (sam, alex) = (drawn(serving: [Household.sam.id]), drawn(serving: [Household.alex.id]))
        #expect(sam.count == 20)
        #expect(sam == alex)
        let both = drawn(serving: nil)
        #expect(both.count == 40)
        #expect(stride(from: 0, to: 40, by: 2).map { both[$0] } == sam)
        #expect(stride(from: 1, to: 40, by: 2).map { both[$0] } == sam)
    }

    /// On their own, people draw on their own.
    @Test func apartTheyDrawTheirOwn() {
        let people = [Household.sam, Household.alex]
        var bench = Bench(
            [Household.daily(people: people.map(\.id)) { $0.decks = [Self.deck("d", 30)] }], people: people,
            at: Self.day(-1))
        var drawn: [PersonID: [String]] = [:]
        for number in 0..<30 {
            for time in ["07:30:00", "14:30:00"] {
                let plan = bench.plan(at: Self.day(number, time))
                for (member, texts) in zip(plan.deliveries.flatMap(\.members), Self.texts(plan, bench)) {
                    drawn[member.key.person, default: []] += texts
                }
                for delivery in plan.deliveries { bench.end(delivery) }
            }
        }
        for person in people { #expect(Set(drawn[person.id] ?? []).count == 30, "\(person.id)") }
        #expect(drawn[Household.sam.id] != drawn[Household.alex.id])
    }

    /// A year of everything at once: failures, restarts, prompts that come and go. Within a pass nothing comes twice.
    @Test(arguments: 1...12) func noRepeatsInAYear(_ seed: UInt64) {
        var random = SplitMix(seed)
        var deck = Self.deck("d", Int.random(in: 3...40, using: &random))
        var bench = Self.start([deck])
        var inPass: Set<String> = []
        var (sent, passes) = (0, 0)
        for number in 0..<365 {
            if Int.random(in: 0..<20, using: &random) == 0 {
                if Bool.random(using: &random), deck.prompts.count > 3 {
                    deck.prompts.remove(at: Int.random(in: 0..<deck.prompts.count, using: &random))
                } else {
                    deck.prompts.append(Prompt("added on day \(number)"))
                }
                bench.restart(at: Self.day(number, "00:00:00"), [Household.daily { $0.decks = [deck] }])
            }
            let before = bench.planner.state.drawn(RitualID("morning"), by: Household.sam.id)
            let plan = bench.plan(at: Self.day(number))
            let texts = Self.texts(plan, bench).flatMap { $0 }
            #expect(texts.count == plan.deliveries.count)
            if bench.planner.state.drawn(RitualID("morning"), by: Household.sam.id).count <= before.count,
                !before.isEmpty
            {
                inPass = []
                passes += 1
            }
            let fails = Int.random(in: 0..<5, using: &random) == 0
            for (delivery, text) in zip(plan.deliveries, texts) {
                bench.end(delivery, fails ? .permanent("no") : .delivered(""))
                if !fails {
                    #expect(inPass.insert(text).inserted, "seed \(seed), day \(number): \(text) twice")
                    sent += 1
                }
            }
            // The mailbox fails as well, so that the day ends without a delivery.
            for delivery in bench.plan(at: Self.day(number, "07:30:05")).deliveries {
                bench.end(delivery, .permanent("no"))
            }
        }
        #expect(sent > 200 && passes >= 3, "seed \(seed): \(sent) in \(passes) passes")
    }
}

/// SplitMix64: the same numbers for the same seed.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
