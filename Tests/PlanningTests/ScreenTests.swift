import CivilTime
import Planning
import Testing

/// A schedule and a record as somebody sees them from whom something is kept.
@Suite struct ScreenTests {
    static let alex = Household.alex.id
    static let sam = Household.sam.id

    static let rituals = [
        Household.daily("cake") {
            $0.secrecy = Secrecy(from: [alex], reveal: CivilDate(year: 2026, month: 12, day: 1))
        },
        Household.daily("tea", people: [sam, alex]),
        Household.daily("call") { $0.kind = .promise },
    ]

    static func screen(_ readers: [PersonID], _ now: String = "2026-11-22T12:00:00Z") -> Screen {
        Screen(for: readers, Household.schedule(rituals), at: Household.utc(now))
    }

    /// For whom somebody looks, when, and what is not there.
    static let cases: [([PersonID], String, Set<String>)] = [
        ([sam], "2026-11-22T12:00:00Z", []),
        ([alex], "2026-11-22T12:00:00Z", ["cake", "call"]),
        // Whichever of the two it is.
        ([sam, alex], "2026-11-22T12:00:00Z", ["cake"]),
        ([alex], "2026-12-02T12:00:00Z", ["call"]),
        ([sam, alex], "2026-12-02T12:00:00Z", []),
    ]

    @Test(arguments: cases)
    func whatIsTakenOut(_ readers: [PersonID], _ now: String, _ hidden: Set<String>) {
        #expect(Set(Self.screen(readers, now).hidden.map(\.text)) == hidden)
    }

    /// Everything is taken out of the schedule, the state and the record, and nothing else is.
    @Test func nothingIsLeftOfIt() throws {
        var bench = Bench(Self.rituals, at: "2026-11-21T07:00:00Z")
        let ledger = MemoryLedger()
        for day in ["2026-11-21", "2026-11-22"] {
            let plan = bench.plan(at: "\(day)T07:30:00Z")
            for delivery in plan.deliveries { bench.end(delivery) }
        }
        _ = try ledger.commit(bench.changes, durably: true)
        let screen = Self.screen([Self.alex])
        let seen = ScreenedLedger(ledger, screen)
        #expect(Set(bench.planner.state.open.keys.map(\.ritual.text)) == ["cake", "tea", "call"])
        #expect(Set(screen.state(bench.planner.state).open.keys.map(\.ritual.text)) == ["tea"])
        #expect(Set(try seen.load().open.keys.map(\.ritual.text)) == ["tea"])
        #expect(screen.schedule(bench.schedule).rituals.map(\.id.text) == ["tea"])
        let planner = screen.planner(bench.planner, at: bench.now)
        #expect(planner.ritual(RitualID("cake")) == nil)
        #expect(planner.ritual(RitualID("tea")) != nil)

        let whole = try ledger.history(HistoryQuery(limit: 100))
        let part = try seen.history(HistoryQuery(limit: 100))
        #expect(part.count < whole.count)
        #expect(part == whole.filter { $0.nudge.ritual.text == "tea" })
        // As many as were asked for, whatever lies between.
        for limit in 1...part.count {
            #expect(try seen.history(HistoryQuery(limit: limit)) == Array(part.prefix(limit)))
        }
    }

    /// Nobody knows any more whether what has left the schedule was hidden.
    @Test func whatHasLeftIsItsOwnPersonsAlone() {
        let gone = RitualID("gone")
        #expect(Self.screen([Self.alex]).shows(gone, of: Self.alex))
        #expect(!Self.screen([Self.alex]).shows(gone, of: Self.sam))
        #expect(!Self.screen([Self.sam, Self.alex]).shows(gone, of: Self.sam))
        #expect(Self.screen([]).shows(gone, of: Self.sam))
        #expect(Self.screen([]).shows(RitualID("cake"), of: Self.sam), "whoever may see all")
    }

    /// An id that is guessed right is told the same as one that is guessed wrong.
    @Test func aGuessTellsNothing() {
        let bench = Bench(Self.rituals, at: "2026-11-22T07:00:00Z")
        let planner = Self.screen([Self.alex]).planner(bench.planner, at: bench.now)
        let answers = Answers(planner, at: bench.now)
        for (right, wrong) in [("cake", "cave"), ("cak", "cav"), ("call", "cell"), ("ritual.cake", "ritual.cave")] {
            for person in [nil, "alex"] {
                #expect(said(answers, right, person) == said(answers, wrong, person)?.replacing(wrong, right))
            }
        }
    }

    private func said(_ answers: Answers, _ id: String, _ person: String?) -> AnswerError? {
        do throws(AnswerError) {
            _ = try answers.done(AnswerTarget(id), by: person)
            return nil
        } catch {
            return error
        }
    }
}

extension AnswerError {
    fileprivate func replacing(_ old: String, _ new: String) -> AnswerError {
        guard case .noSuchRitual(let text, let nearest) = self else { return self }
        let id = { (text: String) in text.split(separator: ".").last.map(String.init) ?? text }
        return text == id(old) ? .noSuchRitual(id(new), nearest: nearest) : self
    }
}
