import CivilTime
import Planning
import Testing

@testable import Wording

/// What a nudge says of last time's goals, and how far somebody has come: plainly, and never what did not happen.
@Suite struct GoalWordingTests {
    static let at = DateWordingTests.at("2026-11-15T19:00:00Z")

    static func goal(_ number: Int, _ text: String, isReached: Bool = false) -> Goal {
        Goal(
            number: number, ritual: RitualID("weekly"), person: PersonID("sam"), text: text, at: at,
            reached: isReached ? at : nil)
    }

    static func facts(_ language: Language, _ goals: [Goal], others: [Person]) -> NudgeFacts {
        var facts = NudgeWordingTests.facts(
            title: "Talk", message: "How was it?", for: NudgeWordingTests.person("sam", "Sam", language), others: others
        )
        facts.goals = goals
        return facts
    }

    @Test func lastTimesGoalsStandBeforeTheTalk() {
        let alex = NudgeWordingTests.person("alex", "Alex")
        let goals = [Self.goal(1, "Cook {other} together"), Self.goal(2, "Call the bank", isReached: true)]
        let said = NudgeWordingTests.say(Self.facts(.english, goals, others: [alex]), "2026-11-22T18:00:00Z")
        #expect(
            said.body == """
                Last time you set out to: Cook {other} together
                Reached since last time: Call the bank
                How was it?
                """)
        #expect(said.openBody == "How was it?", "what people noted is in no list of processes")
        let german = NudgeWordingTests.say(
            Self.facts(.german, [Self.goal(1, "Kochen"), Self.goal(2, "Bank anrufen")], others: [alex]),
            "2026-11-22T18:00:00Z")
        #expect(
            german.body == """
                Letztes Mal habt ihr euch vorgenommen:
                – Kochen
                – Bank anrufen
                How was it?
                """)
        let alone = NudgeWordingTests.say(
            Self.facts(.german, [Self.goal(1, "Laufen")], others: []), "2026-11-22T18:00:00Z")
        #expect(alone.body.hasPrefix("Letztes Mal hast du dir vorgenommen: Laufen\n"))
        #expect(NudgeWordingTests.say(Self.facts(.english, [], others: []), "2026-11-22T18:00:00Z").openBody == nil)
        let several = NudgeWording.gathered(
            [Self.facts(.english, goals, others: [alex])], now: DateWordingTests.at("2026-11-22T18:00:00Z"))
        #expect(several.body.contains("\nReached since last time: Call the bank"))
        #expect(several.openBody?.contains("bank") == false)
        #expect(NudgeWording.ownText(Self.facts(.english, goals, others: [alex])) == "How was it?", "nor in a calendar")
    }

    static func back(_ items: [LookBack.Item]) -> LookBack {
        let last = DateWordingTests.at("2026-11-30T12:00:00Z").utc.date
        return LookBack(last.adding(days: -30)...last, items)
    }

    static func say(_ back: LookBack, _ language: Language = .english, hasRoom: Bool = false) -> RenderedNudge {
        var facts = NudgeWordingTests.facts(.reflection, for: NudgeWordingTests.person("sam", "Sam", language))
        facts.ritual.lookBack = .months(1)
        facts.lookBack = back
        facts.hasRoom = hasRoom
        return NudgeWordingTests.say(facts, "2026-11-30T18:00:00Z")
    }

    @Test func aNoticeTellsTheLatestAndAMailAllOfIt() {
        let first = Self.back([]).days.lowerBound
        let wins = (1...9).map {
            LookBack.Item(.win, first.adding(days: $0), "Win \($0) " + String(repeating: "long ", count: 30))
        }
        let kept = (1...6).flatMap { thing in
            (1...20).map { LookBack.Item(.kept, first.adding(days: $0), "Thing \(thing)") }
        }
        let back = Self.back(wins + kept)
        let short = Self.say(back)
        #expect(short.title == "Looking back")
        #expect(short.openBody == "")
        let lines = short.body.split(separator: "\n")
        #expect(lines.count == 8 && short.body.count < 1_000, "\(short.body)")
        #expect(lines[0] == "Looking back, from 31 October 2026 to 30 November 2026:")
        #expect(lines[1].hasPrefix("– Thursday, 5 November: Win 5 long") && lines[1].hasSuffix("…"))
        #expect(lines[6] == "What you made time for: Thing 1, Thing 2, Thing 3 and Thing 4")
        #expect(lines[7] == "`troth lookback --since 2026-10-31` shows all of it.")
        let whole = Self.say(back, hasRoom: true)
        #expect(whole.body == LookBackWording(.english).lines(back).joined(separator: "\n"))
        #expect(whole.body.contains("Win 1 ") && whole.body.contains("Thing 6: "))
        let huge = Self.back((0..<2_000).map { LookBack.Item(.win, first, "Win \($0)") })
        #expect(
            Self.say(huge, hasRoom: true).body.hasSuffix("\n\n`troth lookback --since 2026-10-31` shows all of it."))
        #expect(Self.say(huge, hasRoom: true).body.count < 21_000)
    }

    @Test func nothingOnRecordIsToldKindly() {
        for hasRoom in [false, true] {
            #expect(
                Self.say(Self.back([]), hasRoom: hasRoom).body == """
                    Looking back, from 31 October 2026 to 30 November 2026:
                    These days left nothing on record, and that is all right. One small thing is a beginning.
                    """)
            #expect(Self.say(Self.back([]), .german, hasRoom: hasRoom).title == "Ein Blick zurück")
            #expect(Self.say(Self.back([]), .german, hasRoom: hasRoom).body.contains("das ist in Ordnung"))
        }
    }

    /// What the command line says of goals, in both languages: everything that is filled in is in both.
    @Test func theCommandLineSaysTheSameInBothLanguages() {
        let (english, german) = (GoalWording(.english), GoalWording(.german))
        let goal = Self.goal(3, "Cook")
        func both(_ say: (GoalWording) -> [String], _ words: [String]) {
            let (one, other) = (say(english).joined(), say(german).joined())
            #expect(one != other)
            for word in words { #expect(one.contains(word) && other.contains(word), "\(one)\n\(other)") }
            for mark in ["!", "overdue", "überfällig", "verfehlt", "failed"] { #expect(!(one + other).contains(mark)) }
        }
        for isDiscreet in [false, true] {
            both(
                { [$0.noted(goal, "Talk", when: "soon", readers: ["Alex"], isDiscreet: isDiscreet)] },
                ["3", "Cook", "Talk", "soon", "Alex"])
            both({ [$0.noted(goal, "Talk", when: nil, readers: [], isDiscreet: isDiscreet)] }, ["3", "Cook", "Talk"])
        }
        for isNext in [false, true] {
            both(
                { [$0.line(Self.goal(3, "Cook", isReached: true), "Talk", isForNextTime: isNext)] },
                ["3", "Cook", "Talk"])
        }
        both({ [$0.none] }, [])
        both({ [$0.reached(goal)] }, ["Cook"])
        both({ [$0.left(goal)] }, ["3"])
        both({ $0.unknown("9\u{1B}[2J") }, ["`9 [2J`"])
        both({ $0.unknownRitual("9\u{1B}[2J") }, ["`9 [2J`"])
        both({ $0.which([]) }, ["`--for`"])
        both({ $0.which(["weekly", "money"]) }, ["weekly", "money", "`--for weekly`"])
        both({ $0.hasNoGoals("Talk") }, ["Talk"])
        both({ $0.comesNoMore("Talk") }, ["Talk"])
        both({ $0.enough(5) }, ["5"])
    }
}
