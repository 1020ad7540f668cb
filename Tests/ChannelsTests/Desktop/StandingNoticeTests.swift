import Foundation
import Loop
import Planning
import Testing

@testable import Channels
@testable import Systemd

/// What one service left on the desktop, and the next one finds there.
@Suite(.enabled(if: Session.isPossible)) struct StandingNoticeTests {
    /// One service's desktop, and what its channel heard.
    private final class Service {
        let run: ChannelRun
        let channel: DesktopChannel
        private(set) var heard: [ChannelResponse] = []

        init(_ session: Session) throws {
            run = try ChannelRun()
            let desktop = Desktop(Bus(session.address, on: run.loop), on: run.loop, keeping: "\(session.folder.path)/notices")
            channel = DesktopChannel(DesktopMeans(), desktop, on: run.loop, proof: .milliseconds(100))
            channel.onResponse = { [weak self] in self?.heard.append($0) }
        }

        func send(_ parcel: Parcel) throws {
            run.send([parcel], over: channel)
            try run.run()
            #expect(run.outcomes.last?.outcome.word == "delivered")
        }

        func wait(_ what: String, _ isSo: @escaping () -> Bool) throws {
            func look() {
                if isSo() { return run.loop.stop() }
                run.loop.after(.milliseconds(20), look)
            }
            let guardian = run.loop.after(.seconds(30)) { self.run.loop.stop() }
            run.loop.deferred(look)
            try run.loop.run()
            guardian.cancel()
            #expect(isSo(), "\(what)")
        }
    }

    @Test func theNextServiceTakesBackWhatIsOver() throws {
        let session = try Session()
        let server = try session.server("--first", "7")
        let parcel = NoticeTests.parcel()
        var service = try Service(session)
        try service.send(parcel)
        service = try Service(session)
        try service.wait("what stands is told") { service.heard.contains(.standing(token: parcel.token)) }
        service.channel.withdraw(parcel.token)
        try service.wait("it is taken back") { server.closings == [7] }
        // And it is forgotten.
        service = try Service(session)
        try service.wait("the server is there") { service.heard.contains(.reachable) }
        try service.run.loop.stopAfter(.milliseconds(300))
        #expect(service.heard == [.reachable])
    }

    @Test func theNextServiceLearnsThatItWasClosed() throws {
        let session = try Session()
        let server = try session.server()
        let parcel = NoticeTests.parcel()
        var service = try Service(session)
        try service.send(parcel)
        service = try Service(session)
        try service.wait("what stands is told") { service.heard.contains(.standing(token: parcel.token)) }
        server.order("close 1 2")
        try service.wait("the look is heard") { service.heard.contains(.seen(token: parcel.token)) }
    }

    /// Another server, or another bus with a server of the same name: its number 1 is somebody else's notice.
    @Test(arguments: ["server", "bus"]) func anothersNumbersAreLeftAlone(_ another: String) throws {
        let session = try Session()
        var server = try session.server()
        let parcel = NoticeTests.parcel()
        var service = try Service(session)
        try service.send(parcel)
        server.end()
        if another == "bus" {
            session.stopBus()
            try FileManager.default.removeItem(atPath: "\(session.folder.path)/bus")
            try session.startBus()
        }
        server = try session.server()
        service = try Service(session)
        try service.wait("the server is there") { service.heard.contains(.reachable) }
        service.channel.withdraw(parcel.token)
        try service.run.loop.stopAfter(.milliseconds(300))
        #expect(service.heard == [.reachable])
        #expect(server.closings.isEmpty)
    }

    static let texts = ["", "nonsense", "guid :1.4", "guid :1.4\nabc 0\nabc x\nabc 1 2\n\n", "other :1.4\nabc 3\n"]

    @Test(arguments: texts) func aFileThatSaysNothingIsNone(_ text: String) throws {
        let folder = try TemporaryFolder()
        let file = NoticeFile(path: try folder.file("notices", text))
        #expect(file.read(NoticeFile.Owner(bus: "guid", server: ":1.4")).isEmpty)
    }

    @Test func aFileIsReadAsItWasWritten() throws {
        let folder = try TemporaryFolder()
        let file = NoticeFile(path: "\(folder.path)/notices")
        let owner = NoticeFile.Owner(bus: "guid", server: ":1.4")
        file.write(owner, ["abc": 3, "def": 1])
        #expect(file.read(owner).map { "\($0.token) \($0.number)" } == ["def 1", "abc 3"])
        var status = stat()
        #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        file.write(owner, [:])
        #expect(file.read(owner).isEmpty)
        // Nowhere to write is no fault.
        NoticeFile(path: "\(folder.path)/none/notices").write(owner, ["abc": 3])
    }
}

extension EpollLoop {
    /// Goes on for a while.
    fileprivate func stopAfter(_ span: Duration) throws {
        after(span) { self.stop() }
        try run()
    }
}
