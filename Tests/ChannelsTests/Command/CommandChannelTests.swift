import Foundation
import JSON
import Loop
import Planning
import Testing

@testable import Channels

struct CommandChannelTests {
    static func outcome(_ argv: [String], _ parcel: Parcel = Samples.parcel(), limit: Int64 = 10) throws
        -> AttemptOutcome?
    {
        try ChannelRun.outcome(of: parcel) { CommandChannel(CommandMeans(argv: argv, timeLimit: limit), on: $0) }
    }

    static let ends: [(String, AttemptOutcome)] = [
        ("exit 0", .delivered("the command exited with 0")),
        ("exit 75", .transient("exited with 75 (try again later)", retryAfter: nil)),
        ("echo no such room >&2; exit 3", .permanent("exited with 3: no such room")),
        ("printf 'a\\nb\\033[31m\\000c' >&2; exit 1", .permanent("exited with 1: a b\u{FFFD}[31m\u{FFFD}c")),
        ("kill -9 $$", .uncertain("ended by signal 9")),
    ]

    @Test(arguments: ends)
    func anEndBecomesAnOutcome(_ script: String, _ expected: AttemptOutcome) throws {
        #expect(try Self.outcome(["sh", "-c", script]) == expected)
    }

    @Test func theProgramGetsTheParcelThreeTimes() throws {
        let folder = try TemporaryFolder()
        let script = try folder.file(
            "say", "cd \"\(folder.path)\"\nprintf '%s|' \"$@\" >arguments\nenv >environment\ncat >input\n")
        let parcel = Samples.parcel(title: "-u {body}", body: "one\ntwo \"three\"", urgent: true)
        // Through a shell: while another test forks, a file that was just written is busy.
        let argv = ["sh", script, "{title}", "{body}", "{person}", "{ritual}", "{when}", "{key}", "$(id)"]
        #expect(try Self.outcome(argv, parcel)?.word == "delivered")
        #expect(
            folder.text("arguments")
                == " -u {body}|one\ntwo \"three\"|sam|check-in.weekly|Sunday at 19:00|{key}|$(id)|")
        let environment = try #require(folder.text("environment"))
        for line in [
            "TROTH_TITLE=-u {body}", "TROTH_BODY=one\ntwo \"three\"", "TROTH_PERSON=sam", "TROTH_NAME=Sam",
            "TROTH_RITUAL=check-in.weekly", "TROTH_WHEN=Sunday at 19:00", "TROTH_KEY=\(parcel.token)",
            "TROTH_LANGUAGE=en", "TROTH_URGENT=1", "PATH=",
        ] {
            #expect(environment.contains(line), "\(line)")
        }
        for name in ["NOTIFY_SOCKET", "CREDENTIALS_DIRECTORY", "LISTEN_FDS", "TROTH_PROGRAMS"] {
            #expect(!environment.contains("\(name)="))
        }
        let input = try JSON.parse(try #require(folder.text("input")).dropLast())
        #expect(
            input
                == [
                    "key": .string(parcel.token), "title": "-u {body}", "body": "one\ntwo \"three\"",
                    "person": "sam", "name": "Sam", "ritual": "check-in.weekly", "when": "Sunday at 19:00",
                    "language": "en", "urgent": true,
                ])
    }

    @Test func standardInputMayBeText() throws {
        let folder = try TemporaryFolder()
        let means = CommandMeans(argv: ["sh", "-c", "cat >\(folder.path)/input"], input: .text)
        let parcel = Samples.parcel(title: "Tea\nfor two", body: "Black\nor \u{1B}green")
        let outcome = try ChannelRun.outcome(of: parcel) { CommandChannel(means, on: $0) }
        #expect(outcome?.word == "delivered")
        #expect(folder.text("input") == "Tea for two\nBlack\nor \u{FFFD}green\n")
    }

    @Test func theServicesOwnVariablesStayWithIt() {
        let own = ["NOTIFY_SOCKET": "x", "CREDENTIALS_DIRECTORY": "y", "HOME": "/h", "PASSWORD": "z"]
        #expect(ChildEnvironment.base(own) == ["HOME": "/h", "PATH": "/usr/local/bin:/usr/bin:/bin"])
    }

    @Test func aProgramThatIsNotThereIsSaidKindly() throws {
        #expect(
            try Self.outcome(["troth-no-such-program"])
                == .permanent("there is no program `troth-no-such-program` here; is it installed?"))
        let folder = try TemporaryFolder()
        let file = try folder.file("plain", "text", mode: 0o644)
        #expect(try Self.outcome([file])?.word == "permanent")
    }

    @Test func theWholeGroupEndsWithTheTimeLimit() throws {
        let folder = try TemporaryFolder()
        let outcome = try Self.outcome(["sh", "-c", "sleep 600 & echo $! >\(folder.path)/pid; wait"], limit: 1)
        #expect(outcome == .uncertain("did not end in time (1 s)"))
        let pid = try #require(folder.text("pid").flatMap { Int32($0.dropLast()) })
        #expect(Programs.waitUntilGone(pid))
    }

    @Test func aLongReasonIsCutAndAProgramThatReadsNothingIsNoMatter() throws {
        let script = "head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1"
        let outcome = try #require(
            try Self.outcome(["sh", "-c", script], Samples.parcel(body: String(repeating: "y", count: 60_000))))
        #expect(outcome.word == "permanent")
        #expect(outcome.text.utf8.count < 4200)
        #expect(outcome.text.hasSuffix(" …"))
    }
}
