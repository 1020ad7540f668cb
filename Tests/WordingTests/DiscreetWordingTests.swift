import CivilTime
import Planning
import Testing

@testable import Wording

/// What says nothing of itself.
@Suite struct DiscreetWordingTests {
    static func facts(_ title: String, _ language: Language, isDiscreet: Bool, _ moment: String) -> NudgeFacts {
        var facts = NudgeWordingTests.facts(
            title: title, message: "Bring the ring", for: NudgeWordingTests.person("sam", "Sam", language),
            others: [NudgeWordingTests.person("kim", "Kim", zone: NudgeWordingTests.chicago)], moment: moment,
            ordinal: 3, isLate: true)
        facts.clockShift = 3600
        facts.isDiscreet = isDiscreet
        return facts
    }

    static let titles: [(Language, String, String)] = [
        (.english, "Something for you", "A few things for you"), (.german, "Etwas für dich", "Ein paar Dinge für dich"),
    ]

    /// No title, no text, no ordinal, no time, no clock change.
    @Test(arguments: titles)
    func aNudgeHasATitleAlone(_ language: Language, _ title: String, _ gathered: String) {
        let facts = Self.facts("The ring", language, isDiscreet: true, "2026-11-22T18:00:00Z")
        let now = DateWordingTests.at("2026-11-21T18:00:00Z")
        #expect(NudgeWording.nudge(facts, now: now) == RenderedNudge(title: title, body: "", when: ""))
        #expect(NudgeWording.ownText(facts) == "")
        #expect(NudgeWording.discreet(language).title == title)
    }

    @Test(arguments: titles)
    func amongOthersItIsALine(_ language: Language, _ title: String, _ gathered: String) {
        let now = DateWordingTests.at("2026-11-23T09:00:00Z")
        let said = NudgeWording.gathered(
            [
                Self.facts("The ring", language, isDiscreet: true, "2026-11-22T18:00:00Z"),
                Self.facts("Tea", language, isDiscreet: false, "2026-11-22T16:00:00Z"),
            ], now: now)
        #expect(said.title == gathered)
        let lines = said.body.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[1] == "– \(title)")
        #expect(lines[2].contains("Tea"))
        #expect(!said.body.contains("ring\n"))
    }

    @Test(arguments: titles)
    func whereAllIsDiscreetThereAreNoLines(_ language: Language, _ title: String, _ gathered: String) {
        let all = (0..<3).map { Self.facts("The ring \($0)", language, isDiscreet: true, "2026-11-22T18:00:00Z") }
        let said = NudgeWording.gathered(all, now: DateWordingTests.at("2026-11-23T09:00:00Z"))
        #expect(said == RenderedNudge(title: gathered, body: "", when: ""))
    }

    @Test func theFooterSaysHowToAnswer() {
        let sam = NudgeWordingTests.person("sam", "Sam")
        let footer = NudgeWording.footer(sam, stop: HowToStop(), handle: "0123456789")
        #expect(
            footer.split(separator: "\n").first
                == "What it is about stays out of messages: `troth history` shows it, and `troth done 0123456789` answers it."
        )
        #expect(footer.hasSuffix(NudgeWording.footer(sam, stop: HowToStop())))
    }
}
