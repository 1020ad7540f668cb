import Foundation
import JSON
import Planning
import Testing

@testable import Channels

/// What is private never stands in a list of processes.
@Suite struct PrivateArgumentTests {
    /// Everything of a parcel that could give it away.
    static let telling = ["Bake the cake", "With cherries", "for Alex", "ritual.cake", "today at 18:00"]

    static func parcel(cover: String?) -> Parcel {
        var parcel = Samples.parcel(title: telling[0], body: "\(telling[1])\n\(telling[2])", when: telling[4])
        parcel.ritual = telling[3]
        parcel.cover = cover
        return parcel
    }

    /// Runs a program that reads its own entry in the list of processes, and those of its parents up to the test.
    static func run(_ parcel: Parcel) throws -> (arguments: String, environment: String, input: String) {
        let folder = try TemporaryFolder()
        let script = try folder.file(
            "say",
            "cd \"\(folder.path)\"\ncat >input\ncat /proc/$$/cmdline >arguments\ncat /proc/$$/environ >environment\n")
        // Through a shell: while another test forks, a file that was just written is busy.
        let argv = ["sh", script, "{title}", "{body}", "{person}", "{ritual}", "{when}", "x {title} {body}"]
        #expect(try CommandChannelTests.outcome(argv, parcel)?.word == "delivered")
        return (
            try #require(folder.text("arguments")).replacingOccurrences(of: "\0", with: "|"),
            try #require(folder.text("environment")), try #require(folder.text("input"))
        )
    }

    @Test func whatIsPrivateIsCovered() throws {
        let ran = try Self.run(Self.parcel(cover: "Something for you"))
        for text in Self.telling { #expect(!ran.arguments.contains(text), "\(text)") }
        #expect(ran.arguments.hasSuffix("/say|Something for you||sam|||x Something for you |"))
        // What only this account can read has the words.
        for text in Self.telling { #expect(ran.environment.contains(text), "\(text)") }
        let json = try JSON.parse(Array(ran.input.utf8).dropLast())
        #expect(json["title"]?.string == "Bake the cake")
        #expect(json["body"]?.string == "With cherries\nfor Alex")
        #expect(json["ritual"]?.string == "ritual.cake")
    }

    @Test func whatIsNotIsNot() throws {
        let ran = try Self.run(Self.parcel(cover: nil))
        for text in Self.telling { #expect(ran.arguments.contains(text), "\(text)") }
    }

    /// A cover that begins like an option is none either.
    @Test func aCoverIsNoOption() throws {
        let ran = try Self.run(Self.parcel(cover: "-x"))
        #expect(ran.arguments.contains("| -x|"))
    }
}
