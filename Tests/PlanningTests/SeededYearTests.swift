import CivilTime
import Planning
import Recurrence
import Testing

/// Years by chance: seasons are switched, people pause, skip and come back, the schedule is edited and the service
/// starts again, and what was promised of turns, decks and pauses holds all the same.
@Suite("Seeded years")
struct SeededYearTests {
    @Test("What was promised of turns, decks, pauses and seasons holds", arguments: [1, 2, 3] as [UInt64])
    func year(seed: UInt64) {
        var year = SeededYear(seed)
        year.run()
        #expect(year.sent.count > 300 && year.switches > 4 && year.pauses > 4, "seed \(seed) shows too little")
        // Nothing comes twice, not even where seasons are switched and people pause.
        #expect(year.duplicates.isEmpty, "seed \(seed): \(year.duplicates)")
        // Nothing comes in a pause, nothing of it afterwards, and alone nobody is asked to what is done together.
        #expect(year.disturbed.isEmpty, "seed \(seed): \(year.disturbed)")
        #expect(year.leftAlone.isEmpty, "seed \(seed): \(year.leftAlone)")
        #expect(year.calledOff > 0, "seed \(seed)")
        // No prompt comes twice before its deck is through.
        #expect(year.repeats.isEmpty, "seed \(seed): \(year.repeats)")
        #expect(year.passes > 2, "seed \(seed)")
        // Turns alternate, whoever skips and whatever else is edited; each stretch of a season or of the rest has its
        // own order, so each can be one off.
        #expect(year.turnsChanged.isEmpty, "seed \(seed): \(year.turnsChanged)")
        let counts = year.turns.values.reduce(into: [PersonID: Int]()) { $0[$1, default: 0] += 1 }
        let (sam, alex) = (counts[Household.sam.id] ?? 0, counts[Household.alex.id] ?? 0)
        #expect(sam + alex > 30, "seed \(seed)")
        #expect(abs(sam - alex) <= year.switches + 1, "seed \(seed): \(counts)")
    }
}

private struct SeededYear {
    private var random: SeededNumbers
    private var file: Schedule
    private var planner: Planner
    private var now = Household.utc("2027-01-01T00:00:00Z")
    private let end = Household.utc("2028-01-01T00:00:00Z")

    private(set) var sent: Set<DeliveryKey> = []
    private(set) var duplicates: [String] = []
    private(set) var disturbed: [String] = []
    private(set) var leftAlone: [String] = []
    private(set) var repeats: [String] = []
    private(set) var turnsChanged: [String] = []
    private(set) var turns: [OccurrenceKey: PersonID] = [:]
    private(set) var switches = 0
    private(set) var pauses = 0
    private(set) var passes = 0
    private(set) var calledOff = 0
    private var instants: Set<String> = []
    private var drawn: [PersonID: Set<UInt64>] = [:]
    private var drawnFor: Set<NudgeKey> = []
    private var paused: [PersonID: [Range<Timestamp>]] = [:]

    private static let prompts = (1...9).map { Prompt("Prompt \($0)") }

    init(_ seed: UInt64) {
        random = SeededNumbers(seed)
        let weekly = Household.weekly { ritual in
            ritual.turns = [Household.sam.id, Household.alex.id]
            ritual.leads = [Lead(.days(1)), .moment]
        }
        let morning = Household.daily(people: [Household.sam.id, Household.alex.id]) { ritual in
            ritual.decks = [Deck(name: "nine", prompts: Self.prompts)]
        }
        file = Household.schedule([weekly, morning, Household.daily("walk", 17, 0)])
        file.seasons = [
            Season(
                id: SeasonID("apart"), changes: [weekly.id: .comes(Household.everyDay(20, 0)), RitualID("walk"): .rests]
            ),
            Season(id: SeasonID("space"), changes: [weekly.id: .rests]),
        ]
        planner = Planner(file, LedgerState(), at: now)
        adopt()
    }

    private mutating func adopt() {
        var state = planner.state
        let lived = file.lived(state.undertakings, at: now)
        state.apply(Adoption.changes(lived, state, at: now))
        planner = Planner(lived, state, at: now)
    }

    mutating func run() {
        var next = now
        while now < end {
            let plan = planner.plan(at: ClockReading(now: now, isSynchronised: true))
            for case .closed(_, .skipped, .calledOff, _) in plan.changes { calledOff += 1 }
            for delivery in plan.deliveries { take(delivery) }
            if now >= next {
                somethingHappens()
                next = now.moved(hours: Int64(random.pick(20...150)))
            }
            let wake = [plan.wakeAt, next].compactMap(\.self).min() ?? next
            now = wake > now ? wake : now.moved(seconds: 1)
        }
    }

    // MARK: - What goes out

    private mutating func take(_ delivery: Delivery) {
        if !sent.insert(delivery.key).inserted { duplicates.append("\(delivery.key)") }
        planner.take([.begun(delivery.key), .attempted(delivery.key, .delivered(""), at: now)])
        for member in delivery.members {
            judge(member)
            guard member.key.lead.isMoment, random.chance(70) else { continue }
            let answers = Answers(planner, at: now)
            let effect =
                random.chance(60)
                ? try? answers.done(AnswerTarget(member.key), by: member.key.person.text)
                : try? answers.skip(AnswerTarget(member.key), by: member.key.person.text)
            planner.take(effect?.changes ?? [])
        }
    }

    private mutating func judge(_ member: NudgeRecord) {
        let key = member.key
        if !instants.insert("\(key.ritual) \(key.lead) \(key.person) \(member.moment)").inserted {
            duplicates.append("\(key) at \(member.moment)")
        }
        for pause in paused[key.person] ?? [] where pause.contains(now) || pause.contains(member.due) {
            disturbed.append("\(key) at \(now)")
        }
        guard let ritual = planner.ritual(key.ritual) else { return }
        if ritual.together, ritual.people.contains(where: { isPaused($0, at: member.moment) }) {
            leftAlone.append("\(key) at \(now)")
        }
        if let turn = planner.schedule.turn(of: key.occurrence.key, at: member.moment, of: ritual) {
            if let before = turns[key.occurrence.key], before != turn { turnsChanged.append("\(key)") }
            turns[key.occurrence.key] = turn
        }
        if ritual.decks.count == 1, drawnFor.insert(key).inserted {
            for prompt in member.prompts {
                if !drawn[key.person, default: []].insert(prompt).inserted { repeats.append("\(key)") }
            }
            if drawn[key.person]?.count == Self.prompts.count {
                passes += 1
                drawn[key.person] = []
            }
        }
    }

    private func isPaused(_ person: PersonID, at moment: Timestamp) -> Bool {
        paused[person]?.contains { $0.contains(moment) } ?? false
    }

    // MARK: - What happens

    private mutating func somethingHappens() {
        switch random.pick(0...9) {
        case 0...2: switchSeason()
        case 3...5: pause(random.chance(50) ? Household.sam.id : Household.alex.id)
        case 6: resume(random.chance(50) ? Household.sam.id : Household.alex.id)
        case 7:
            // Another entry, and the deck in another order: neither is an edit of what is judged here.
            file.rituals.append(Household.daily("new-\(sent.count)", random.pick(9...16), 0))
            file.rituals[1].decks = [Deck(name: "nine", prompts: Self.prompts.shuffled(using: &random))]
            adopt()
        default: adopt()
        }
    }

    private mutating func switchSeason() {
        switches += 1
        let season = random.chance(70) ? SeasonID("apart") : SeasonID("space")
        let today = Household.berlin.local(at: now).date
        let isOn = random.chance(50)
        let until = isOn && random.chance(70) ? today.adding(days: random.pick(1...30)) : nil
        let change = SeasonSwitch(season: season, isOn: isOn, from: today, until: until, at: now)
        planner.take([.undertaken(.season(change))])
        adopt()
    }

    private mutating func pause(_ person: PersonID) {
        guard let own = planner.person(person), !isPaused(person, at: now) else { return }
        pauses += 1
        let days = random.pick(1...9)
        guard let effect = try? Wishing(planner, at: now, by: own).pause(until: "\(days) days"), let until = effect.until
        else { return }
        planner.take(effect.changes)
        paused[person, default: []].append(now.moved(seconds: 1)..<until)
    }

    private mutating func resume(_ person: PersonID) {
        guard let own = planner.person(person) else { return }
        planner.take(Wishing(planner, at: now, by: own).resume().changes)
        paused[person] = paused[person]?.compactMap { pause in
            let ends = Swift.min(pause.upperBound, now)
            return pause.lowerBound < ends ? pause.lowerBound..<ends : nil
        }
    }
}

extension Timestamp {
    fileprivate func moved(hours: Int64 = 0, seconds: Int64 = 0) -> Timestamp {
        Timestamp(microseconds: microseconds + (hours * 3_600 + seconds) * 1_000_000)
    }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
    mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
