import Foundation
import Loop
import Planning
import Testing

@testable import Channels
@testable import Systemd

/// The channel with a scripted notification server at the far end.
@Suite(.enabled(if: Session.isPossible)) struct DesktopChannelTests {
    /// A channel of its own connection, and what it heard.
    final class Subject {
        let run: ChannelRun
        let channel: DesktopChannel
        private(set) var heard: [ChannelResponse] = []

        init(_ session: Session, limit: Int64 = 30, proof: Duration = .milliseconds(300)) throws {
            run = try ChannelRun()
            channel = DesktopChannelTests.channel(session, run.loop, limit: limit, proof: proof)
            channel.onResponse = { [weak self] in self?.heard.append($0) }
        }

        /// Sends one and waits for its outcome.
        func send(_ parcel: Parcel) throws -> AttemptOutcome? {
            run.send([parcel], over: channel)
            try run.run()
            return run.outcomes.last?.outcome
        }

        /// Lets the loop go on until something is so.
        func wait(_ what: String, _ isSo: @escaping () -> Bool) throws {
            var tries = 0
            func look() {
                tries += 1
                if isSo() || tries > 1_000 { return run.loop.stop() }
                run.loop.after(.milliseconds(20), look)
            }
            run.loop.deferred(look)
            try run.loop.run()
            #expect(isSo(), "\(what)")
        }

        func wait(_ span: Duration) throws {
            run.loop.after(span) { self.run.loop.stop() }
            try run.loop.run()
        }
    }

    static func channel(
        _ session: Session, _ loop: EpollLoop, limit: Int64 = 30, proof: Duration = .milliseconds(300)
    ) -> DesktopChannel {
        DesktopChannel(
            DesktopMeans(timeLimit: limit), Desktop(Bus(session.address, on: loop), on: loop), on: loop, proof: proof)
    }

    @Test func aNoticeIsShownAndAnswered() throws {
        let session = try Session()
        let server = try session.server("--first", "41")
        let subject = try Subject(session)
        let parcel = NoticeTests.parcel()
        #expect(try subject.send(parcel) == .delivered("shown by a test"))
        let notice = try #require(server.notices.first)
        #expect(notice.id == 41 && notice.replaces == 0 && notice.timeout == 0)
        #expect(notice.summary == "Weekly check-in")
        #expect(notice.body == "How did &lt;this&gt; week feel &amp; why?\nA line.")
        #expect(notice.hints["x-troth-key"] as? String == parcel.token)
        #expect(notice.hints["urgency"] as? Int == 1)
        server.order("press 41 done:\(parcel.token)")
        try subject.wait("the press is heard") {
            subject.heard.contains(.answered(token: parcel.token, .done))
        }
        subject.channel.withdraw(parcel.token)
        subject.channel.withdraw(parcel.token)
        try subject.wait("it is taken back") { !server.closings.isEmpty }
        #expect(server.closings == [41])
    }

    /// `org.freedesktop.Notifications` of anybody else on the bus is not listened to.
    @Test func aSignalOfSomebodyElseIsNone() throws {
        let session = try Session()
        let server = try session.server()
        let subject = try Subject(session)
        let parcel = NoticeTests.parcel()
        _ = try subject.send(parcel)
        let forged = Programs.run(
            "/usr/bin/env",
            ["busctl", "--address=\(session.address)", "emit", Desktop.path, Desktop.name, "ActionInvoked", "us", "1", "done:\(parcel.token)"])
        #expect(forged.code == 0)
        server.order("close 1 2")
        try subject.wait("the server is heard") { !subject.heard.filter { $0 != .reachable }.isEmpty }
        #expect(subject.heard.filter { $0 != .reachable } == [.seen(token: parcel.token)])
    }

    @Test func aRepetitionAndASuccessorTakeTheOldPlace() throws {
        let session = try Session()
        let server = try session.server()
        let subject = try Subject(session)
        let parcel = NoticeTests.parcel()
        _ = try subject.send(parcel)
        _ = try subject.send(parcel)
        #expect(server.notices.map(\.replaces) == [0, 1])
        var successor = Samples.parcel(5)
        successor.replaces = parcel.token
        _ = try subject.send(successor)
        #expect(server.notices.map(\.replaces) == [0, 1, 1])
        #expect(server.closings.isEmpty)
        subject.channel.withdraw(parcel.token)
        subject.channel.withdraw(successor.token)
        try subject.wait("the successor goes") { server.closings == [1] }
    }

    @Test func withoutAServerNothingIsAttemptedAndNobodyWaits() throws {
        let session = try Session()
        let subject = try Subject(session)
        let clock = ContinuousClock()
        let began = clock.now
        let outcome = try subject.send(NoticeTests.parcel())
        #expect(outcome?.word == "unreachable")
        #expect(clock.now - began < .seconds(5), "a call that is waited for takes longer")
        let server = try session.server()
        try subject.wait("the server is noticed") { subject.heard == [.reachable] }
        #expect(try subject.send(NoticeTests.parcel()) == .delivered("shown by a test"))
        // One that goes and comes is another one: nothing of the old stands there.
        server.end()
        try subject.wait(.milliseconds(200))
        #expect(try subject.send(NoticeTests.parcel())?.word == "unreachable")
        let another = try session.server()
        try subject.wait("the other is noticed") { subject.heard == [.reachable, .reachable] }
        _ = try subject.send(NoticeTests.parcel())
        #expect(another.notices.map(\.replaces) == [0])
    }

    /// A `.service` file that would start something which hangs, as some servers do without a screen.
    @Test func nobodyIsStarted() throws {
        let session = try Session(starts: false)
        try session.folder.file("start", "#!/bin/sh\n: >'\(session.folder.path)/started'\nexec sleep 600\n", mode: 0o755)
        let services = "\(session.folder.path)/services"
        try FileManager.default.createDirectory(atPath: services, withIntermediateDirectories: true)
        try session.folder.file(
            "services/notifications.service",
            "[D-BUS Service]\nName=\(Desktop.name)\nExec=\(session.folder.path)/start\n")
        try session.startBus(services: services)
        let subject = try Subject(session)
        #expect(try subject.send(NoticeTests.parcel())?.word == "unreachable")
        try subject.wait(.milliseconds(500))
        #expect(!FileManager.default.fileExists(atPath: "\(session.folder.path)/started"))
    }

    /// Neither the socket nor its folder is there, and then both, and then the bus is started anew.
    @Test func aBusMayComeLateAndGo() throws {
        let session = try Session(starts: false)
        let clock = ContinuousClock()
        let began = clock.now
        let subject = try Subject(session)
        #expect(clock.now - began < .seconds(5), "a bus that is waited for takes longer")
        #expect(try subject.send(NoticeTests.parcel())?.word == "unreachable")
        for round in 1...2 {
            try session.startBus()
            let server = try session.server()
            try subject.wait("round \(round)") { subject.heard.count == round }
            #expect(try subject.send(NoticeTests.parcel()) == .delivered("shown by a test"))
            server.end()
            session.stopBus()
            try subject.wait(.milliseconds(200))
            #expect(try subject.send(NoticeTests.parcel())?.word == "unreachable")
        }
    }

    /// Proof takes a second: a server that dies within it has shown nothing that lasts.
    @Test func aServerThatDiesAtOnceHasDeliveredNothing() throws {
        let session = try Session()
        let server = try session.server("--dies", "0.2")
        let subject = try Subject(session, proof: .seconds(1))
        #expect(try subject.send(NoticeTests.parcel())?.word == "transient")
        #expect(server.notices.count == 1)
    }

    static let replies: [(options: [String], word: String)] = [
        (["--delay", "0.4"], "delivered"),
        (["--same", "--first", "3"], "delivered"),
        (["--capabilities", ""], "delivered"),
        (["--first", "4294967295"], "delivered"),
        (["--silent"], "uncertain"),
        (["--mute"], "unreachable"),
        (["--error", "org.freedesktop.DBus.Error.LimitsExceeded"], "transient"),
        (["--error", "org.freedesktop.Notifications.Error.ExcessNotificationGeneration"], "transient"),
        (["--error", "org.freedesktop.DBus.Error.InvalidArgs"], "permanent"),
        (["--error", "org.freedesktop.DBus.Error.NoReply"], "transient"),
        (["--silent", "--dies", "0.1"], "transient"),
    ]

    @Test(arguments: replies) func everyReplyHasItsOutcome(options: [String], word: String) throws {
        let session = try Session()
        let server = try NotificationServer(session, options)
        let subject = try Subject(session, limit: 2)
        let outcome = try subject.send(NoticeTests.parcel())
        #expect(outcome?.word == word, "\(String(describing: outcome))")
        if options == ["--capabilities", ""] {
            #expect(server.notices.first?.actions == [])
            #expect(server.notices.first?.body == "")
        }
    }

    /// Numbers that are given again: the last notice has the number, and a press on it is its own.
    @Test func aNumberGivenTwiceIsTheLastOnes() throws {
        let session = try Session()
        let server = try session.server("--same", "--first", "9")
        let subject = try Subject(session)
        let (one, two) = (Samples.parcel(1), Samples.parcel(2))
        _ = try subject.send(one)
        _ = try subject.send(two)
        subject.channel.withdraw(one.token)
        server.order("close 9 2")
        try subject.wait("it is heard") { subject.heard.contains(.seen(token: two.token)) }
        #expect(!subject.heard.contains(.seen(token: one.token)))
        #expect(server.closings.isEmpty)
    }

    /// What a burst has no time for is soon tried again: its server is there.
    @Test func aBurstWithoutTimeAsksForAnother() throws {
        let session = try Session()
        let server = try session.server("--delay", "0.6")
        let subject = try Subject(session, limit: 2, proof: .milliseconds(1))
        subject.run.send((0..<6).map { Samples.parcel($0) }, over: subject.channel)
        try subject.run.run()
        let words = subject.run.outcomes.map(\.outcome.word)
        #expect(words.contains("delivered") && words.last == "unreachable")
        #expect(server.notices.count == words.count { $0 == "delivered" })
        #expect(subject.heard.last == .reachable && subject.heard.count == 2)
    }
}
