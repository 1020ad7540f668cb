import CivilTime
import Foundation
import JSON
import Mail
import Planning
import Testing

@testable import Channels

private let hasLab =
    Programs.has("python3-aiosmtpd", Programs.pythonSMTP) && Programs.has("openssl", Programs.openssl)
    && Programs.has("troth-mail beside the tests", Programs.path("troth-mail") != nil)

/// `troth-mail` by itself, spoken to as the service speaks to it.
@Suite(.serialized, .enabled(if: hasLab), .timeLimit(.minutes(3)))
struct MailProgramTests {
    /// One run of the program.
    final class Run {
        let process = Process()
        private let input = Pipe()
        private let output = Pipe()
        private let errors = Pipe()

        init(_ server: SMTPServer, limit: Int64 = 20, environment: [String: String] = [:]) throws {
            process.executableURL = URL(fileURLWithPath: try #require(Programs.path("troth-mail")))
            process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
            process.standardInput = input
            process.standardOutput = output
            process.standardError = errors
            try process.run()
            try say(HandoverServer(server, timeLimit: limit).json.text)
        }

        func say(_ line: String) throws {
            try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
        }

        func send(_ number: Int, to address: String, limit: Int64 = 600) throws {
            let message = try Samples.message(to: Mailbox(parsing: address))
            try say(
                HandoverMessage(
                    number: number, from: message.from.address, to: message.to.address,
                    text: String(decoding: message.bytes(), as: UTF8.self), timeLimit: limit
                ).json.text)
        }

        func line() throws -> String {
            var line = Data()
            while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte[0] != 0x0A {
                line += byte
            }
            return String(decoding: line, as: UTF8.self)
        }

        /// Closes its input; the exit code, and everything it still wrote.
        func end() -> (code: Int32, rest: String) {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
            let rest =
                output.fileHandleForReading.readDataToEndOfFile() + errors.fileHandleForReading.readDataToEndOfFile()
            return (process.terminationStatus, String(decoding: rest, as: UTF8.self))
        }
    }

    @Test func itEndsWithItsInputInTheMiddleOfAMessage() throws {
        let server = try MailServer()
        let run = try Run(SMTPTests.plain(server.port), limit: 600)
        try run.send(1, to: "hang-after-data@example.org")
        #expect(try run.line() == "{\"message\":1,\"begun\":true}")
        let began = ContinuousClock.now
        #expect(run.end() == (0, ""))
        #expect(ContinuousClock.now - began < .seconds(30))
    }

    @Test func itEndsWithItsInputWhileThePasswordIsWaitedFor() throws {
        let folder = try TemporaryFolder()
        let smtp = SMTPServer(
            host: "127.0.0.1", port: 9, security: .none, username: "sam",
            password: .command(["sh", "-c", "echo $$ >\(folder.path)/pid; exec sleep 600"]))
        let run = try Run(smtp, limit: 600)
        try run.send(1, to: "sam@example.org")
        while folder.text("pid")?.last != "\n" { usleep(10_000) }
        #expect(run.end() == (0, ""))
        let pid = try #require(folder.text("pid").flatMap { Int32($0.dropLast()) })
        #expect(Programs.waitUntilGone(pid))
    }

    @Test func aLineThatIsNoOrderIsRefused() throws {
        let run = try Run(SMTPTests.plain(9))
        try run.say("{\"message\":1}")
        #expect(run.end() == (65, "a line is no message\n"))
    }

    /// Sends one message with the password from `source`; the reply's outcome and text.
    func login(
        _ source: SecretSource?, environment: [String: String] = [:], auth: String = "sam:pa55"
    ) throws -> (AttemptOutcome, login: String?) {
        let authority = try Authority.shared()
        let server = try MailServer(.startTLS, auth: auth, authority: authority)
        let smtp = SMTPServer(
            host: "127.0.0.1", port: server.port, security: .startTLSRequired, username: "sam", password: source,
            authorities: authority.root)
        let run = try Run(smtp, environment: environment)
        try run.send(1, to: "sam@example.org")
        var line = try run.line()
        if line.contains("\"begun\"") { line = try run.line() }
        let arguments = try String(contentsOfFile: "/proc/\(run.process.processIdentifier)/cmdline", encoding: .utf8)
        #expect(!arguments.contains("pa55"))
        #expect(!line.contains("pa55"))
        let end = run.end()
        #expect(end.code == 0 && !end.rest.contains("pa55"))
        guard case .ended(1, let outcome, _)? = HandoverReply(try .parse(line)) else {
            Issue.record("no outcome: \(line)")
            return (.uncertain(line), nil)
        }
        return (outcome, server.taken.first?.login)
    }

    @Test func thePasswordComesFromACredentialAFileOrACommand() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("smtp", "pa55\n", mode: 0o600)
        let sources: [SecretSource] = [.credential("smtp"), .file(file), .command(["printf", "pa55\\nmore\\n"])]
        for source in sources {
            let result = try login(source, environment: ["CREDENTIALS_DIRECTORY": folder.path])
            #expect(result == (.delivered("250 2.0.0 taken"), "sam"), "\(source)")
        }
    }

    @Test func aPasswordThatCannotBeReadIsSaidKindly() throws {
        let folder = try TemporaryFolder()
        let open = try folder.file("open", "pa55\n", mode: 0o644)
        let empty = try folder.file("empty", "\n", mode: 0o600)
        try folder.file("long", String(repeating: "x", count: 5000), mode: 0o600)
        let cases: [(SecretSource, String)] = [
            (.file(open), "is open to others (mode 0644)"),
            (.file(empty), "is empty"),
            (.file(folder.path), "is no plain file"),
            (.file(folder.path + "/none"), "cannot be read: No such file or directory"),
            (.file(folder.path + "/long"), "too long"),
            (.credential("../open"), "cannot be a credential's name"),
            (.credential("none"), "cannot be read"),
            (.command(["troth-no-such-program"]), "cannot be started"),
            (.command(["true"]), "printed nothing"),
        ]
        for (source, words) in cases {
            let result = try login(source, environment: ["CREDENTIALS_DIRECTORY": folder.path])
            #expect(result.0.text.contains(words), "\(source): \(result.0)")
            #expect(result.login == nil)
        }
        #expect(try login(.credential("smtp")).0.text.contains("LoadCredential"))
    }

    @Test func aRefusedPasswordIsPermanent() throws {
        let outcome = try login(.command(["echo", "pa55"]), auth: "sam:other").0
        #expect(outcome.word == "permanent" && outcome.text.contains("refused the login"))
    }
}
