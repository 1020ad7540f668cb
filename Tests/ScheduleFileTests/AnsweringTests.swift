import Foundation
import Planning
import ScheduleFile
import Testing
import Wording

/// Who has no means to answer depends on the machine, so that no case file can say it.
struct AnsweringTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var host = HostFacts(user: "sam")
        var local: String?
        /// Who is told to have no way to answer.
        var without: [String]
    }

    static let cases = [
        Case(testDescription: "one person on their own machine", text: DesktopTests.text(alex: nil), without: []),
        Case(
            testDescription: "Sam's machine; Alex has nothing there",
            text: DesktopTests.text(sam: "user = \"sam\""), without: ["alex"]),
        Case(
            testDescription: "nobody is known to be at the machine", text: DesktopTests.text(),
            without: ["sam", "alex"]),
        Case(
            testDescription: "nobody is asked anything",
            text: DesktopTests.text().replacingOccurrences(of: "every =", with: "on = false\nevery ="), without: []),
        Case(
            testDescription: "the other is served elsewhere", text: DesktopTests.text(sam: "user = \"sam\""),
            local: "[host]\nserves = [\"sam\"]", without: []),
        Case(
            testDescription: "a system service with one account", text: DesktopTests.text(sam: "user = \"sam\""),
            host: HostFacts(user: "troth", isSystemService: true), without: ["alex"]),
        Case(
            testDescription: "nothing is known of the machine", text: DesktopTests.text(), host: HostFacts(),
            without: []),
    ]

    @Test(arguments: cases) func `check says who cannot answer yet`(_ test: Case) throws {
        let reading = DesktopTests.read(test.text, test.host, local: test.local)
        #expect(reading.mistakes.isEmpty)
        #expect(reading.withoutAnswer.map(\.id.text) == test.without)
        for person in reading.withoutAnswer {
            let english = ScheduleSentence.withoutAnswer(person, in: .english)
            let german = ScheduleSentence.withoutAnswer(person, in: .german)
            #expect(english.hasPrefix("\(person.name) has no way to answer") && german.hasPrefix("\(person.name) kann"))
            #expect(english.contains("[people.\(person.id)]") && german.contains("[people.\(person.id)]"))
        }
    }
}
