import Foundation
import Loop
import Planning
import Testing

@testable import Channels

/// What every channel keeps to, whatever its means.
struct ChannelConformance {
    /// A channel with a far end that takes everything, and one whose far end is silent for ever.
    struct Subject: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var make: @Sendable (EpollLoop) throws -> Made
        var isSilent = false

        /// The channel, and what has to live as long as it does.
        struct Made {
            var channel: any Channel
            var peer: AnyObject?
        }
    }

    static func command(_ script: String, limit: Int64) -> @Sendable (EpollLoop) throws -> Subject.Made {
        { Subject.Made(channel: CommandChannel(CommandMeans(argv: ["sh", "-c", script], timeLimit: limit), on: $0)) }
    }

    static func mailer(_ script: String, limit: Int64) -> @Sendable (EpollLoop) throws -> Subject.Made {
        { Subject.Made(channel: SendmailTests.channel(["sh", "-c", script, "mailer"], limit: limit, on: $0)) }
    }

    static func smtp(_ options: [String] = [], limit: Int64) -> @Sendable (EpollLoop) throws -> Subject.Made {
        {
            let server = try MailServer(options: options)
            return Subject.Made(
                channel: SMTPTests.channel(SMTPTests.plain(server.port), limit: limit, on: $0), peer: server)
        }
    }

    static func desktop(_ options: [String] = [], limit: Int64) -> @Sendable (EpollLoop) throws -> Subject.Made {
        {
            let session = try Session()
            let server = try NotificationServer(session, options)
            return Subject.Made(
                channel: DesktopChannelTests.channel(session, $0, limit: limit, proof: .milliseconds(100)), peer: server)
        }
    }

    static let subjects: [Subject] = {
        var subjects = [
            Subject(testDescription: "command", make: command("cat >/dev/null", limit: 30)),
            Subject(testDescription: "silent command", make: command("sleep 600", limit: 1), isSilent: true),
            Subject(testDescription: "mailer", make: mailer("cat >/dev/null", limit: 30)),
            Subject(testDescription: "silent mailer", make: mailer("sleep 600", limit: 1), isSilent: true),
            Subject(testDescription: "terminal") { loop in
                let terminal = try PseudoTerminal()
                let path = terminal.path
                return Subject.Made(
                    channel: TerminalChannel(on: loop, usesStandardOutput: false, candidates: { [path] }),
                    peer: terminal)
            },
        ]
        if Programs.has("python3-aiosmtpd", Programs.pythonSMTP),
            Programs.has("troth-mail beside the tests", Programs.path("troth-mail") != nil)
        {
            subjects += [
                Subject(testDescription: "smtp", make: smtp(limit: 30)),
                Subject(
                    testDescription: "silent smtp", make: smtp(["--greeting", "silent"], limit: 1), isSilent: true),
            ]
        }
        if Session.isPossible {
            subjects += [
                Subject(testDescription: "desktop", make: desktop(limit: 60)),
                Subject(testDescription: "silent desktop", make: desktop(["--silent"], limit: 1), isSilent: true),
            ]
        }
        return subjects
    }()

    @Test(.timeLimit(.minutes(3)), arguments: subjects)
    func everyParcelOfABurstHasOneOutcomeInOrder(_ subject: Subject) throws {
        let run = try ChannelRun()
        let made = try subject.make(run.loop)
        #expect(made.channel.capacity > 0)
        let parcels = (0..<12).map { Samples.parcel($0) }
        run.send(parcels, over: made.channel)
        try run.run()
        #expect(run.outcomes.map(\.key) == parcels.map(\.key))
        if subject.isSilent {
            #expect(run.outcomes.allSatisfy { $0.outcome.word != "delivered" && $0.outcome.word != "permanent" })
        } else {
            #expect(run.outcomes.allSatisfy { $0.outcome.word == "delivered" }, "\(run.outcomes.map(\.outcome))")
        }
        withExtendedLifetime(made) {}
    }

    @Test(.timeLimit(.minutes(3)), arguments: subjects)
    func burstsBesideOneAnotherKeepApart(_ subject: Subject) throws {
        let run = try ChannelRun()
        let made = try subject.make(run.loop)
        for burst in 0..<3 { run.send((0..<3).map { Samples.parcel(burst * 10 + $0) }, over: made.channel) }
        try run.run()
        #expect(run.outcomes.count == 9)
        #expect(Set(run.outcomes.map(\.key)).count == 9)
    }

    @Test(.timeLimit(.minutes(3)), arguments: subjects)
    func afterFinishEveryOutcomeStillArrives(_ subject: Subject) throws {
        let run = try ChannelRun()
        let made = try subject.make(run.loop)
        run.send((0..<6).map { Samples.parcel($0) }, over: made.channel)
        made.channel.finish()
        made.channel.finish()
        try run.run()
        #expect(run.outcomes.count == 6)
        withExtendedLifetime(made) {}
    }

    @Test(.timeLimit(.minutes(3)), arguments: subjects)
    func aChannelThatIsLetGoStillReports(_ subject: Subject) throws {
        let run = try ChannelRun()
        var made: Subject.Made? = try subject.make(run.loop)
        run.send((0..<2).map { Samples.parcel($0) }, over: try #require(made).channel)
        let peer = made?.peer
        made = nil
        try run.run()
        #expect(run.outcomes.count == 2)
        withExtendedLifetime(peer) {}
    }

    /// A claim's lease ends five seconds after the time limit: by then nothing of the burst may be under way.
    @Test(.timeLimit(.minutes(3)), arguments: subjects.filter(\.isSilent))
    func aBurstSharesOneTimeLimit(_ subject: Subject) throws {
        let run = try ChannelRun()
        let made = try subject.make(run.loop)
        run.send((0..<12).map { Samples.parcel($0) }, over: made.channel)
        try run.run()
        #expect(
            run.outcomes.filter { $0.outcome == NotSent.tooLate || $0.outcome == run.outcomes[0].outcome }.count == 12)
        #expect(run.outcomes.contains { $0.outcome == NotSent.tooLate } || made.channel is EmailChannel)
        withExtendedLifetime(made) {}
    }

    @Test func noParcelsAreNoBurst() throws {
        let run = try ChannelRun()
        let channel = CommandChannel(CommandMeans(argv: ["true"]), on: run.loop)
        channel.begin([]) { _, _ in Issue.record("an outcome for nothing") }
        run.loop.after(.milliseconds(50)) { run.loop.stop() }
        try run.loop.run()
    }

    @Test func theFactoryMakesEveryMeans() throws {
        let loop = try EpollLoop()
        let factory = ChannelFactory(loop: loop, clock: StoppedClock(), mailProgram: nil)
        let mail = EmailMeans(from: Samples.troth, transport: .sendmail(["true"]))
        let channels = factory.channels([
            ChannelDefinition(id: ChannelID("a"), means: .command(CommandMeans(argv: ["true"]))),
            ChannelDefinition(id: ChannelID("b"), means: .email(mail)),
            ChannelDefinition(id: ChannelID("c"), means: .terminal),
            ChannelDefinition(id: ChannelID("d"), means: .desktop(DesktopMeans())),
        ])
        #expect(channels[ChannelID("a")] is CommandChannel)
        #expect(channels[ChannelID("b")] is EmailChannel)
        #expect(channels[ChannelID("c")] is TerminalChannel)
        #expect(channels[ChannelID("d")] is DesktopChannel)
    }
}
