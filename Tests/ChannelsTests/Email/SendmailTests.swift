import Foundation
import Loop
import Planning
import Testing

@testable import Channels

struct SendmailTests {
    static func channel(_ argv: [String], limit: Int64 = 10, on loop: EpollLoop) -> EmailChannel {
        EmailChannel(
            EmailMeans(from: Samples.troth, transport: .sendmail(argv), timeLimit: limit),
            on: loop, clock: StoppedClock(), mailProgram: nil)
    }

    static func outcome(_ script: String, to email: String = "sam@example.org", limit: Int64 = 10) throws -> AttemptOutcome? {
        try ChannelRun.outcome(of: Samples.parcel(to: Samples.person(email: email))) {
            channel(["sh", "-c", script, "mailer"], limit: limit, on: $0)
        }
    }

    @Test func theMailerGetsTheMessageAndTheRecipient() throws {
        let folder = try TemporaryFolder()
        let mailer = try folder.file(
            "mailer", "printf '%s|' \"$@\" >\"\(folder.path)/arguments\"\ncat >\"\(folder.path)/message\"\n")
        // Through a shell: while another test forks, a file that was just written is busy.
        let outcome = try ChannelRun.outcome(of: Samples.parcel()) { Self.channel(["sh", mailer, "-i"], on: $0) }
        #expect(outcome == .delivered("the mailer took it"))
        #expect(folder.text("arguments") == "-i|sam@example.org|")
        let message = try #require(folder.text("message"))
        #expect(message.hasPrefix("From: Troth <troth@example.org>\nTo: Sam <sam@example.org>\nSubject: Weekly check-in\n"))
        #expect(!message.utf8.contains(0x0D))
    }

    @Test func anAddressNeverBecomesAnOption() throws {
        let folder = try TemporaryFolder()
        let script = "cat >/dev/null; printf '%s|' \"$@\" >\(folder.path)/arguments"
        #expect(try Self.outcome(script, to: "-oQ@example.org")?.word == "delivered")
        #expect(folder.text("arguments") == "--|-oQ@example.org|")
    }

    static let codes: [(Int, String)] = [
        (0, "delivered"), (1, "transient"), (64, "permanent"), (65, "permanent"), (67, "permanent"),
        (68, "transient"), (69, "permanent"), (70, "transient"), (71, "transient"), (74, "uncertain"),
        (75, "transient"), (76, "uncertain"), (77, "permanent"), (78, "permanent"), (127, "permanent"),
    ]

    @Test(arguments: codes)
    func sysexitsDecide(_ code: Int, _ word: String) throws {
        let outcome = try #require(try Self.outcome("cat >/dev/null; echo because >&2; exit \(code)"))
        #expect(outcome.word == word)
        if code != 0 { #expect(outcome.text.hasPrefix("the mailer exited with \(code)") && outcome.text.hasSuffix(": because")) }
    }

    @Test func silenceAndASignalAreUncertain() throws {
        #expect(try Self.outcome("sleep 600", limit: 1) == .uncertain("the mailer did not end in time (1 s)"))
        #expect(try Self.outcome("kill -15 $$") == .uncertain("the mailer was ended by signal 15"))
    }

    @Test func aMailerThatIsNotThereIsSaid() throws {
        let outcome = try ChannelRun.outcome(of: Samples.parcel()) { Self.channel(["/no/such/mailer"], on: $0) }
        #expect(outcome?.word == "permanent")
    }
}
