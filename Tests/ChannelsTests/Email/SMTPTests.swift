import Foundation
import Loop
import Planning
import Testing

@testable import Channels

private let hasLab =
    Programs.has("python3-aiosmtpd", Programs.pythonSMTP) && Programs.has("openssl", Programs.openssl)
    && Programs.has("troth-mail beside the tests", Programs.path("troth-mail") != nil)

@Suite(.serialized, .enabled(if: hasLab), .timeLimit(.minutes(3)))
struct SMTPTests {
    static func channel(_ server: SMTPServer, limit: Int64 = 20, on loop: EpollLoop) -> EmailChannel {
        EmailChannel(
            EmailMeans(
                from: Samples.troth, transport: .smtp(server), timeLimit: limit),
            on: loop, clock: StoppedClock(), mailProgram: Programs.path("troth-mail"))
    }

    static func plain(_ port: Int) -> SMTPServer { SMTPServer(host: "127.0.0.1", port: port, security: .none) }

    static func send(
        to names: [String], over server: SMTPServer, limit: Int64 = 20
    ) throws -> [AttemptOutcome] {
        let run = try ChannelRun()
        let parcels = names.enumerated().map {
            Samples.parcel($0, to: Samples.person(email: $1.contains("@") ? $1 : "\($1)@example.org"))
        }
        run.send(parcels, over: channel(server, limit: limit, on: run.loop))
        try run.run()
        #expect(run.outcomes.map(\.key) == parcels.map(\.key))
        return run.outcomes.map(\.outcome)
    }

    @Test func aMailArrivesWithSTARTTLSAndAUTH() throws {
        let authority = try Authority.shared()
        let server = try MailServer(.startTLS, auth: "sam:s3cret word", authority: authority)
        let secret = try server.folder.file("password", "s3cret word\nsecond line\n")
        let smtp = SMTPServer(
            host: "127.0.0.1", port: server.port, security: .startTLSRequired, username: "sam",
            password: .file(secret), authorities: authority.root)
        #expect(try Self.send(to: ["sam"], over: smtp) == [.delivered("250 2.0.0 taken")])
        let mail = try #require(server.taken.first)
        #expect(server.taken.count == 1)
        #expect(mail.from == "troth@example.org" && mail.to == "sam@example.org")
        #expect(mail.isSecure && mail.login == "sam")
        let parcel = Samples.parcel()
        #expect(mail.text.contains("\r\nMessage-ID: <\(parcel.token)@example.org>\r\n"))
        #expect(mail.text.contains("\r\nDate: Sun, 22 Nov 2026 19:00:00 +0100\r\n"))
        #expect(mail.text.contains("\r\nHow did this week feel?\r\n"))
    }

    @Test func aMailArrivesOverTLSFromTheFirstByte() throws {
        let authority = try Authority.shared()
        let server = try MailServer(.implicit, authority: authority)
        let smtp = SMTPServer(host: "127.0.0.1", port: server.port, security: .tls, authorities: authority.root)
        #expect(try Self.send(to: ["sam"], over: smtp) == [.delivered("250 2.0.0 taken")])
        #expect(server.taken.first?.isSecure == true)
    }

    @Test func aBurstGoesOverOneConnectionInOrder() throws {
        let server = try MailServer()
        let names = (0..<20).map { "person\($0)" }
        let outcomes = try Self.send(to: names, over: Self.plain(server.port))
        #expect(outcomes == Array(repeating: .delivered("250 2.0.0 taken"), count: 20))
        #expect(server.taken.map(\.to) == names.map { "\($0)@example.org" })
        #expect(Set(server.taken.map(\.port)).count == 1)
    }

    @Test func eachOutcomeIsReportedBeforeTheNextIsSent() throws {
        let server = try MailServer()
        let run = try ChannelRun()
        var taken: [Int] = []
        run.send((0..<5).map { Samples.parcel($0) }, over: Self.channel(Self.plain(server.port), on: run.loop)) { _ in
            // Long enough for a message to get through, were it on its way.
            usleep(50_000)
            taken.append(server.taken.count)
        }
        try run.run()
        #expect(taken == [1, 2, 3, 4, 5])
    }

    static let faults: [(String, AttemptOutcome, Int)] = [
        ("rcpt-450", .transient("450 4.2.1 mailbox busy", retryAfter: nil), 0),
        ("rcpt-550", .permanent("550 5.1.1 no such mailbox"), 0),
        ("data-451", .transient("451 4.3.0 disk trouble", retryAfter: nil), 0),
        ("data-552", .permanent("552 5.2.2 mailbox full"), 0),
        ("421", .transient("421 4.3.2 closing down", retryAfter: nil), 0),
        ("slow", .delivered("250 2.0.0 taken"), 1),
    ]

    @Test(arguments: faults)
    func whatTheServerSaysDecides(_ name: String, _ expected: AttemptOutcome, _ count: Int) throws {
        let server = try MailServer()
        // One that fails leaves those behind it alone.
        #expect(try Self.send(to: [name, "sam"], over: Self.plain(server.port)) == [expected, .delivered("250 2.0.0 taken")])
        #expect(server.taken.count == count + 1)
    }

    @Test func greylistingIsWorthAnotherTry() throws {
        let server = try MailServer()
        let outcomes = try Self.send(to: ["grey", "grey"], over: Self.plain(server.port))
        #expect(outcomes == [.transient("450 4.2.0 greylisted, come again", retryAfter: nil), .delivered("250 2.0.0 taken")])
    }

    @Test func aConnectionLostBeforeTheTextIsWorthAnotherTry() throws {
        let server = try MailServer()
        let outcomes = try Self.send(to: ["drop-at-rcpt", "sam"], over: Self.plain(server.port))
        #expect(outcomes.map(\.word) == ["transient", "delivered"])
        #expect(server.taken.count == 1)
    }

    @Test func aConnectionLostAfterTheTextIsUncertain() throws {
        let server = try MailServer()
        let outcomes = try Self.send(to: ["drop-after-data", "sam"], over: Self.plain(server.port))
        #expect(outcomes.map(\.word) == ["uncertain", "delivered"])
        #expect(server.taken.count == 2)
    }

    @Test func silenceAfterTheTextIsUncertainWhenTheTimeIsOver() throws {
        let server = try MailServer()
        let began = ContinuousClock.now
        #expect(try Self.send(to: ["hang-after-data"], over: Self.plain(server.port), limit: 1).map(\.word) == ["uncertain"])
        #expect(ContinuousClock.now - began < .seconds(60))
        #expect(server.taken.count == 1)
    }

    @Test(arguments: ["silent", "garbage"])
    func aServerThatDoesNotGreetIsWorthAnotherTry(_ greeting: String) throws {
        let server = try MailServer(options: ["--greeting", greeting])
        let outcomes = try Self.send(to: ["sam", "alex"], over: Self.plain(server.port), limit: 1)
        #expect(outcomes[0].word == "transient")
        #expect(["transient", "unreachable"].contains(outcomes[1].word))
    }

    /// Each step of the conversation before the text.
    @Test(arguments: ["EHLO", "STARTTLS", "TLS", "AUTH", "MAIL", "RCPT", "DATA"])
    func aServerThatFallsSilentIsWorthAnotherTry(_ phase: String) throws {
        let authority = try Authority.shared()
        let server = try MailServer(.startTLS, auth: "sam:secret", options: ["--stall", phase], authority: authority)
        let smtp = SMTPServer(
            host: "127.0.0.1", port: server.port, security: .startTLSRequired, username: "sam",
            password: .file(try server.folder.file("password", "secret\n")), authorities: authority.root)
        let began = ContinuousClock.now
        let outcomes = try Self.send(to: ["sam", "alex"], over: smtp, limit: 2)
        #expect(outcomes[0].word == "transient", "\(outcomes[0])")
        #expect(["transient", "unreachable"].contains(outcomes[1].word))
        #expect(ContinuousClock.now - began < .seconds(60))
        #expect(server.taken.isEmpty)
    }

    @Test func aServerThatSaysNoGoodbyeHoldsNothingUp() throws {
        let server = try MailServer(options: ["--stall", "QUIT"])
        let outcomes = try Self.send(to: ["sam", "alex"], over: Self.plain(server.port), limit: 2)
        #expect(outcomes.map(\.word) == ["delivered", "delivered"])
    }

    /// As the planner does it: a handful is claimed, and one more for each that has ended.
    @Test func whatIsClaimedLaterJoinsTheConnection() throws {
        let server = try MailServer()
        let run = try ChannelRun()
        let channel = Self.channel(Self.plain(server.port), on: run.loop)
        var next = 4
        func more(_: Int) {
            guard next < 40 else { return }
            run.send([Samples.parcel(next)], over: channel, onReport: more)
            next += 1
        }
        run.send((0..<4).map { Samples.parcel($0) }, over: channel, onReport: more)
        try run.run()
        #expect(run.outcomes.count == 40 && run.outcomes.allSatisfy { $0.outcome.word == "delivered" })
        #expect(server.taken.count == 40)
        #expect(Set(server.taken.map(\.port)).count == 1)
    }

    @Test func aRefusedConnectionIsSaidOfAll() throws {
        let port = try { try MailServer().port }()
        let outcomes = try Self.send(to: ["sam", "alex"], over: Self.plain(port))
        #expect(outcomes.map(\.word) == ["transient", "transient"])
        #expect(outcomes[0] == outcomes[1])
    }

    @Test func aNameThatIsNotThereIsUnreachable() throws {
        let smtp = SMTPServer(host: "mail.invalid", port: 25, security: .none)
        #expect(try Self.send(to: ["sam"], over: smtp).map(\.word) == ["unreachable"])
    }

    @Test func withoutSTARTTLSNothingIsSent() throws {
        let server = try MailServer()
        let smtp = SMTPServer(host: "127.0.0.1", port: server.port, security: .startTLSRequired)
        let outcome = try #require(try Self.send(to: ["sam"], over: smtp).first)
        #expect(outcome.word == "permanent" && outcome.text.contains("STARTTLS"))
        #expect(server.taken.isEmpty)
        let offered = SMTPServer(host: "127.0.0.1", port: server.port, security: .startTLSWhereOffered)
        #expect(try Self.send(to: ["sam"], over: offered).map(\.word) == ["delivered"])
    }

    @Test func aCertificateOfNobodyIsRefused() throws {
        let server = try MailServer(.startTLS, authority: try Authority.shared())
        let smtp = SMTPServer(host: "127.0.0.1", port: server.port, security: .startTLSRequired)
        let outcome = try #require(try Self.send(to: ["sam"], over: smtp).first)
        #expect(outcome.word == "permanent" && outcome.text.contains("certificate"))
        let other = try Authority(host: "other.example.org")
        let misnamed = try MailServer(.startTLS, authority: other)
        let wrong = SMTPServer(
            host: "127.0.0.1", port: misnamed.port, security: .startTLSRequired, authorities: other.root)
        #expect(try Self.send(to: ["sam"], over: wrong).map(\.word) == ["permanent"])
        #expect(server.taken.isEmpty && misnamed.taken.isEmpty)
    }

    @Test func lettersBeyondASCIINeedAServerThatTakesThem() throws {
        let server = try MailServer()
        #expect(try Self.send(to: ["jürgen@example.org"], over: Self.plain(server.port)).map(\.word) == ["delivered"])
        #expect(server.taken.first?.to == "jürgen@example.org")
        let plain = try MailServer(options: ["--no-utf8"])
        let outcomes = try Self.send(to: ["jürgen@example.org", "sam"], over: Self.plain(plain.port))
        #expect(outcomes.map(\.word) == ["permanent", "delivered"])
        #expect(outcomes[0].text.contains("SMTPUTF8"))
        #expect(plain.taken.count == 1)
    }

    /// Letters beyond ASCII in a domain alone need nothing of the server.
    @Test func aDomainBeyondASCIIGoesToAnyServer() throws {
        let plain = try MailServer(options: ["--no-utf8"])
        #expect(try Self.send(to: ["sam@bücher.example"], over: Self.plain(plain.port)).map(\.word) == ["delivered"])
        let mail = try #require(plain.taken.first)
        #expect(mail.to == "sam@xn--bcher-kva.example")
        #expect(mail.text.contains("\r\nTo: Sam <sam@xn--bcher-kva.example>\r\n"))
        #expect(mail.text.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func aTokenLetsIn() throws {
        let authority = try Authority.shared()
        let server = try MailServer(.startTLS, options: ["--token", "sam@example.org:ya29.t0ken"], authority: authority)
        func smtp(_ token: String) throws -> SMTPServer {
            SMTPServer(
                host: "127.0.0.1", port: server.port, security: .startTLSRequired, authentication: .xoauth2,
                username: "sam@example.org", password: .command(["printf", token + "\\n"]),
                authorities: authority.root)
        }
        #expect(try Self.send(to: ["sam", "alex"], over: smtp("ya29.t0ken")).map(\.word) == ["delivered", "delivered"])
        #expect(server.taken.first?.login == "sam@example.org")
        let refused = try #require(try Self.send(to: ["sam"], over: smtp("stale")).first)
        #expect(refused.word == "permanent" && refused.text.contains("refused the login"), "\(refused)")
        #expect(!refused.text.contains("stale"))
        // A server that takes passwords alone is told nothing.
        let other = try MailServer(.startTLS, auth: "sam@example.org:stale", authority: authority)
        let wrong = SMTPServer(
            host: "127.0.0.1", port: other.port, security: .startTLSRequired, authentication: .xoauth2,
            username: "sam@example.org", password: .command(["printf", "stale\\n"]), authorities: authority.root)
        #expect(try Self.send(to: ["sam"], over: wrong).map(\.word) == ["permanent"])
        #expect(other.taken.isEmpty)
    }

    @Test func aPersonWithoutAnAddressIsSaid() throws {
        let run = try ChannelRun()
        run.send([Samples.parcel(to: Samples.person(email: nil))], over: Self.channel(Self.plain(9), on: run.loop))
        try run.run()
        #expect(run.outcomes.map(\.outcome) == [.permanent("sam has no `email`")])
    }

    @Test func finishLetsTheOneUnderWayEnd() throws {
        let server = try MailServer()
        let run = try ChannelRun()
        let channel = Self.channel(Self.plain(server.port), on: run.loop)
        run.send(
            [Samples.parcel(0, to: Samples.person(email: "slow@example.org")), Samples.parcel(1)], over: channel)
        run.loop.after(.milliseconds(500)) { channel.finish() }
        try run.run()
        #expect(run.outcomes.map(\.outcome) == [.delivered("250 2.0.0 taken"), NotSent.stopping])
        #expect(server.taken.count == 1)
    }
}
