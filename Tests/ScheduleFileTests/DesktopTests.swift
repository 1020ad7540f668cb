import CivilTime
import Foundation
import Planning
import ScheduleFile
import Testing
import Wording

/// Whose desktop it is depends on the machine, so that no case file can say it.
struct DesktopTests {
    /// Sam with a desktop and mail, Alex with a desktop alone; `more` goes at their tables' ends.
    static func text(sam: String = "", alex: String? = "", host: String = "") -> String {
        let second = alex.map { "[people.alex]\nname = \"Alex\"\nchannels = [\"desktop\"]\n\($0)\n" } ?? ""
        return """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            channels = ["desktop", "email"]
            \(sam)
            \(second)
            [channels.desktop]
            type = "desktop"
            [channels.email]
            type = "email"
            from = "Troth <troth@example.org>"
            sendmail = ["/usr/sbin/sendmail", "-i"]
            [ritual.tea]
            every = "day at 16:00"
            \(host)
            """
    }

    static func read(_ text: String, _ host: HostFacts, local: String? = nil) -> ScheduleReading {
        var files = [SourceFile(name: "troth.toml", bytes: Array(text.utf8))]
        if let local { files.append(SourceFile(name: "troth.local.toml", bytes: Array(local.utf8))) }
        return ScheduleFile.parse(files, systemZone: .utc, host: host) { name throws(ZoneLookupError) in
            if name == "UTC" { return .utc }
            throw .unknown(name, suggestion: nil)
        }
    }

    /// Who is left with the desktop, and whom a warning names.
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var host = HostFacts(user: "sam")
        var local: String?
        var desktops: [String]
        var warned: [String] = []
    }

    static let cases = [
        Case(testDescription: "the only person needs no account", text: text(alex: nil), desktops: ["sam"]),
        Case(
            testDescription: "the only person has another account", text: text(sam: "user = \"samuel\"", alex: nil),
            desktops: [], warned: ["sam"]),
        Case(
            testDescription: "two people, one account", text: text(sam: "user = \"sam\""), desktops: ["sam"],
            warned: ["alex"]),
        Case(testDescription: "two people, no account", text: text(), desktops: [], warned: ["sam", "alex"]),
        Case(
            testDescription: "two accounts, each with its own machine",
            text: text(sam: "user = \"sam\"", alex: "user = \"alex\""), host: HostFacts(user: "alex"),
            local: "[host]\nserves = [\"alex\"]\n", desktops: ["alex"]),
        Case(
            testDescription: "the only one who is served here", text: text(), host: HostFacts(user: "whoever"),
            local: "[host]\nserves = [\"alex\"]\n", desktops: ["alex"]),
        Case(
            testDescription: "a system service", text: text(sam: "user = \"sam\""),
            host: HostFacts(user: "sam", isSystemService: true), desktops: []),
        Case(testDescription: "no machine at all", text: text(), host: HostFacts(), desktops: ["sam", "alex"]),
    ]

    @Test(arguments: cases) func aDesktopIsForItsOwnUser(_ sample: Case) throws {
        let reading = Self.read(sample.text, sample.host, local: sample.local)
        let schedule = try #require(reading.schedule, "\(reading.report(in: .english))")
        let desktop = ChannelID("desktop")
        #expect(schedule.people.filter { $0.channels.contains([desktop]) }.map(\.id.text) == sample.desktops)
        let warned = reading.warnings.compactMap { diagnostic -> String? in
            if case .desktopOfAnother(let person, _, _) = diagnostic.mistake { person } else { nil }
        }
        #expect(warned == sample.warned)
        let sam = try #require(schedule.people.first)
        #expect(sam.channels.last == [ChannelID("email")], "what else there is stays")
        for diagnostic in reading.warnings {
            #expect(diagnostic.mistake.message(in: .german) != diagnostic.mistake.message(in: .english))
            #expect((diagnostic.mistake.hint(in: .german) == nil) == (diagnostic.mistake.hint(in: .english) == nil))
        }
    }

    @Test func theWarningStandsAtTheChannelsName() {
        let reading = Self.read(Self.text(sam: "user = \"sam\""), HostFacts(user: "sam"))
        #expect(
            reading.report(in: .english).contains(
                """
                troth.toml:9:13: warning: this desktop is `sam`’s, so `alex` gets nothing on it
                 9 | channels = ["desktop"]
                   |             ^^^^^^^^^
                hint: if it is theirs, add `user = "sam"` under `[people.alex]`; else give them another channel
                """), "\(reading.report(in: .english))")
        let system = Self.read(Self.text(), HostFacts(user: "troth", isSystemService: true))
        #expect(
            system.report(in: .english).contains(
                """
                troth.toml:13:8: warning: a system service has no desktop, so nobody gets anything on it
                 13 | type = "desktop"
                    |        ^^^^^^^^^
                hint: run the user service for desktops, or use another channel here
                """), "\(system.report(in: .english))")
    }

    @Test func whatAChannelSaysIsReadInSeconds() throws {
        let plain = try #require(Self.read(Self.text(), HostFacts()).schedule)
        #expect(plain.channel(ChannelID("desktop"))?.means == .desktop(DesktopMeans(wait: 300, unseen: 1_800)))
        #expect(plain.snooze == .hours(1))
        let own = "snooze = \"1 day\"\n" + Self.text().replacingOccurrences(
            of: "type = \"desktop\"", with: "type = \"desktop\"\nwait = \"90 s\"\nunseen = \"2 h\"")
        let schedule = try #require(Self.read(own, HostFacts()).schedule)
        #expect(schedule.channel(ChannelID("desktop"))?.means == .desktop(DesktopMeans(wait: 90, unseen: 7_200)))
        #expect(schedule.snooze == .days(1))
    }
}
