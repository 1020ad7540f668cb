import CivilTime
import Planning
import Recurrence
import Testing

@testable import Wording

/// What somebody new reads, how to stop, and what a second person reads.
@Suite struct IntroductionWordingTests {
    static let now = DateWordingTests.at("2026-11-22T18:00:00Z")

    @Test func somebodyNewIsToldWhoWhatAndHowToStop() {
        let said = IntroductionWording.introduction(
            NudgeWordingTests.person("alex", "Alex"), keeper: "Sam", machine: "nas",
            rituals: ["“Weekly check-in” every Sunday at 19:00, together with Sam"],
            stop: HowToStop(command: HowToStop.Command("troth stop everything", on: "nas"), repliesTo: "Sam"),
            now: Self.now)
        #expect(said.title == "Hello from Troth")
        #expect(
            said.body == """
                Sam keeps a schedule of small reminders with Troth on the machine nas, and has put you in it.
                This is what will come:
                – “Weekly check-in” every Sunday at 19:00, together with Sam
                You can stop all of it or part of it, at any time and without giving a reason.
                To get no more of it: `troth stop everything` on nas, at once and without anybody being told. \
                Or reply and say so: your reply goes to Sam.
                """)
    }

    @Test func nobodyIsNamedWhereNobodyIsKnown() {
        let said = IntroductionWording.introduction(
            NudgeWordingTests.person("kim", "Kim", .german), keeper: nil, machine: "", rituals: [],
            stop: HowToStop(), now: Self.now)
        #expect(
            said.body == """
                Jemand führt mit Troth einen Plan kleiner Erinnerungen und hat dich aufgenommen.
                Du kannst alles oder einen Teil davon jederzeit beenden, ohne einen Grund zu nennen.
                Antworten darauf liest niemand. Wenn du nichts mehr davon bekommen willst, sag es der Person, \
                die den Plan pflegt.
                """)
    }

    @Test func manyRitualsAreCounted() {
        let rituals = (1...30).map { "“\($0)”" }
        let said = IntroductionWording.introduction(
            NudgeWordingTests.person("alex", "Alex"), keeper: nil, machine: "", rituals: rituals, stop: HowToStop(),
            now: Self.now)
        #expect(said.body.contains("– “19”\nAnd 11 more."))
        #expect(!said.body.contains("“20”"))
    }

    static let ways: [(HowToStop, String)] = [
        (HowToStop(command: HowToStop.Command("troth stop everything", on: "nas")), "Nobody reads replies to it."),
        (HowToStop(repliesTo: "Sam"), "To get no more of it, reply and say so: your reply goes to Sam."),
        (HowToStop(keeper: "Sam"), "Nobody reads replies to it. To get no more of it, tell Sam."),
    ]

    @Test(arguments: ways)
    func everyArrangementHasAWay(stop: HowToStop, text: String) {
        let footer = NudgeWording.footer(NudgeWordingTests.person("alex", "Alex"), stop: stop)
        #expect(footer.hasSuffix(text))
        #expect(footer.split(separator: "\n").count == 2)
    }

    // MARK: - Invitations

    private func invitation(_ language: Language) -> RenderedNudge {
        let sam = NudgeWordingTests.person("sam", "Sam")
        var facts = NudgeWordingTests.facts(
            .promise, title: "Walk with {other}, {person}", message: "You said you would.", prompts: ["Why not?"],
            for: sam, isLate: true)
        facts.person = NudgeWordingTests.person("alex", "Alex", language)
        facts.others = [sam]
        return NudgeWordingTests.say(facts, "2026-11-24T18:00:00Z")
    }

    @Test func aSecondPersonReadsAnInvitationOfItsOwn() {
        #expect(
            invitation(.english)
                == RenderedNudge(
                    title: "Walk with Alex, Sam, together with Sam?",
                    body: "You are invited to do this with Sam, if you like. You both agreed that you may be asked; "
                        + "`troth disagree weekly` ends that.",
                    when: "today at 19:00"))
    }

    /// Neither that somebody said nothing, nor when it was, nor what was written for somebody else.
    @Test(arguments: Language.allCases)
    func anInvitationMentionsNoSilence(language: Language) {
        let said = invitation(language)
        let text = (said.title + " " + said.body + " " + said.when).lowercased()
        for word in [
            "answer", "silen", "yet", "unanswered", "missed", "remind", "was for", "yesterday", "22 november", "said",
            "antwort", "schweig", "noch nicht", "verpasst", "erinner", "gestern", "22. november", "why not",
        ] { #expect(!text.contains(word), "\(word): \(text)") }
        #expect(text.contains("sam"))
    }
}
