import Foundation
import Loop
import Testing

@testable import Systemd

struct BusAddressTests {
    static let cases: [(environment: [String: String], address: String)] = [
        (["DBUS_SESSION_BUS_ADDRESS": "unix:abstract=/tmp/x,guid=1", "XDG_RUNTIME_DIR": "/run/user/7"],
         "unix:abstract=/tmp/x,guid=1"),
        (["DBUS_SESSION_BUS_ADDRESS": "", "XDG_RUNTIME_DIR": "/run/user/7"], "unix:path=/run/user/7/bus"),
        (["XDG_RUNTIME_DIR": "/run/a b,c;ü"], "unix:path=/run/a%20b%2cc%3b%c3%bc/bus"),
        (["XDG_RUNTIME_DIR": "relative"], "unix:path=/run/user/1000/bus"),
        ([:], "unix:path=/run/user/1000/bus"),
    ]

    @Test(arguments: cases) func theUsersBusIsFound(environment: [String: String], address: String) {
        #expect(BusAddress.user(environment, id: 1000) == address)
    }

    @Test func aSocketThatIsNotThereIsNoBus() {
        #expect(!BusAddress.isThere("unix:path=/no/such/bus"))
        #expect(BusAddress.isThere("unix:path=/proc/self/s%74atus,guid=1"))
        #expect(BusAddress.isThere("unix:abstract=/tmp/x"))
    }
}

/// A connection to a real bus, all of it on the loop.
@Suite(.serialized, .enabled(if: PrivateBus.isPossible)) struct BusTests {
    /// Runs the loop until something is so.
    static func run(_ loop: EpollLoop, _ what: String, until isSo: @escaping () -> Bool) throws {
        var tries = 0
        func look() {
            tries += 1
            if isSo() || tries > 1_500 { return loop.stop() }
            loop.after(.milliseconds(10), look)
        }
        loop.deferred(look)
        try loop.run()
        #expect(isSo(), "\(what)")
    }

    static let daemon = "org.freedesktop.DBus"

    static func ask(_ member: String, _ arguments: [BusValue] = []) -> BusCall {
        BusCall(to: daemon, "/org/freedesktop/DBus", daemon, member, arguments)
    }

    @Test func callsHaveTheirReplies() throws {
        let peer = try PrivateBus()
        let loop = try EpollLoop()
        let bus = Bus(peer.address, on: loop)
        #expect(bus.state == .connecting)
        var early: Result<Bool, BusFault>?
        bus.call(Self.ask("GetId"), within: .seconds(5)) { early = $0.map { _ in true } }
        try Self.run(loop, "the bus is ready") { bus.state == .ready }
        #expect(early == .failure(.lost), "nothing is kept for a bus that is not there")

        var names: [String]?
        var refused: BusFault?
        bus.call(Self.ask("ListNames"), within: .seconds(5)) { names = try? $0.get().strings() }
        bus.call(Self.ask("GetNameOwner", [.string("no.such.name")]), within: .seconds(5)) { result in
            if case .failure(let fault) = result { refused = fault }
        }
        try Self.run(loop, "both answer") { names != nil && refused != nil }
        #expect(names?.contains(Self.daemon) == true)
        guard case .refused("org.freedesktop.DBus.Error.NameHasNoOwner", _)? = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }

        // A call that nobody can hear, and one that cannot be written.
        var faults: [BusFault] = []
        for call in [BusCall(to: "no.such.name", "/a", "a.b", "C"), BusCall(to: Self.daemon, "no path", "a.b", "C")] {
            bus.call(call, within: .seconds(5)) { result in
                if case .failure(let fault) = result { faults.append(fault) }
            }
        }
        try Self.run(loop, "both fail") { faults.count == 2 }
        #expect(faults.contains { if case .unsayable = $0 { true } else { false } })
        #expect(faults.contains { if case .refused = $0 { true } else { false } })
    }

    /// The far end is this process's own second connection, which never answers.
    @Test func aCallThatNobodyAnswersEndsInTime() throws {
        let peer = try PrivateBus()
        let loop = try EpollLoop()
        let (one, two) = (Bus(peer.address, on: loop), Bus(peer.address, on: loop))
        try Self.run(loop, "both are ready") { one.state == .ready && two.state == .ready }
        var name: String?
        two.call(Self.ask("GetNameOwner", [.string(Self.daemon)]), within: .seconds(5)) { name = try? $0.get().sender }
        try Self.run(loop, "the daemon answers") { name == Self.daemon }
        kill(peer.pid, SIGSTOP)
        let began = loop.now
        var fault: BusFault?
        one.call(Self.ask("GetId"), within: .milliseconds(300)) { if case .failure(let told) = $0 { fault = told } }
        try Self.run(loop, "the call ends") { fault != nil }
        #expect(fault == .timedOut)
        #expect(loop.now - began >= .milliseconds(300) && loop.now - began < .seconds(20))
        kill(peer.pid, SIGCONT)
        #expect(one.state == .ready)
    }

    @Test func signalsAndOwnersAreHeardOnEveryConnection() throws {
        let peer = try PrivateBus(starts: false)
        let loop = try EpollLoop()
        let bus = Bus(peer.address, on: loop)
        var owners: [String?] = []
        var signals: [String] = []
        var states: [Bus.State] = []
        bus.onState = { states.append($0) }
        bus.watchOwner(of: "org.example.Thing") { owners.append($0) }
        bus.onSignals("type='signal',interface='org.example.Thing',member='Said'") { signals.append($0.string() ?? "?") }
        try Self.run(loop, "nobody is there") { if case .absent = bus.state { true } else { false } }
        for round in 1...2 {
            try peer.start()
            try Self.run(loop, "ready, round \(round)") { bus.state == .ready && owners.count == 1 }
            #expect(owners == [nil])
            let owner = try peer.own("org.example.Thing")
            try Self.run(loop, "an owner, round \(round)") { owners.count == 2 }
            #expect(owners[1]?.hasPrefix(":1.") == true)
            #expect(try peer.emit("org.example.Thing", "Said", "round \(round)") == 0)
            try Self.run(loop, "a signal, round \(round)") { signals.count == round }
            #expect(signals.last == "round \(round)")
            kill(owner.processIdentifier, SIGKILL)
            owner.waitUntilExit()
            try Self.run(loop, "the owner goes, round \(round)") { owners.count == 3 }
            #expect(owners[2] == nil)
            var interrupted: BusFault?
            kill(peer.pid, SIGSTOP)
            bus.call(Self.ask("GetId"), within: .seconds(60)) { if case .failure(let told) = $0 { interrupted = told } }
            loop.after(.milliseconds(50)) { peer.stop() }
            try Self.run(loop, "the bus goes, round \(round)") { interrupted != nil }
            #expect(interrupted == .lost)
            if case .absent = bus.state {} else { Issue.record("\(bus.state)") }
            owners = []
        }
        #expect(states.filter { $0 == .ready }.count == 2)
    }

    /// A bus that is not there costs nothing: the loop sleeps until its socket appears.
    @Test func waitingForABusWakesNobody() throws {
        let loop = try EpollLoop()
        // Where little comes and goes, as in no checkout that builds: each folder above the socket is watched.
        let bus = Bus("unix:path=/usr/share/no/bus", on: loop)
        var rounds = 0
        loop.beforeSleep = { rounds += 1 }
        loop.after(.seconds(3)) { loop.stop() }
        try loop.run()
        #expect(rounds <= 3)
        if case .absent = bus.state {} else { Issue.record("\(bus.state)") }
    }

    /// Somebody at the address who speaks something else, or hangs up: connecting is tried again, less and less often.
    @Test func aFarEndThatIsNoBusIsLeftAlone() throws {
        let peer = try PrivateBus(starts: false)
        let loop = try EpollLoop()
        var visits = 0
        let listener = try UnixListener(path: "\(peer.folder)/bus", mode: 0o600, on: loop) { client, _ in
            client.send(line: Array("no bus".utf8))
        }
        listener.onConnect = { _ in
            visits += 1
            return false
        }
        let bus = Bus(peer.address, on: loop)
        loop.after(.seconds(4)) { loop.stop() }
        try loop.run()
        #expect((2...4).contains(visits), "\(visits): at once, after 1 s, after 2 s more")
        withExtendedLifetime((bus, listener)) {}
    }
}

/// A bus of the lab, to be started and ended.
final class PrivateBus {
    let folder: String
    private var process: Process?
    var address: String { "unix:path=\(folder)/bus" }
    var pid: Int32 { process?.processIdentifier ?? 0 }

    static let isPossible: Bool = {
        let isThere = ["/usr/bin/dbus-daemon", "/usr/bin/busctl", "/usr/lib/python3/dist-packages/dbus/__init__.py"]
            .allSatisfy { FileManager.default.fileExists(atPath: $0) }
        if !isThere { print("skipped: this needs dbus-daemon, busctl and python3-dbus") }
        return isThere || ProcessInfo.processInfo.environment["CI"] == "true"
    }()

    /// The package's own folder.
    static let root: String = {
        var folder = URL(fileURLWithPath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") { folder.deleteLastPathComponent() }
        return folder.path
    }()

    init(starts: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("troth-\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if starts { try start() }
    }

    func start() throws {
        process = try run(PrivateBus.root + "/Tests/Labs/session-bus", [folder])
        for _ in 0..<500 where !FileManager.default.fileExists(atPath: "\(folder)/bus") { usleep(10_000) }
    }

    func stop() {
        guard let process else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        self.process = nil
    }

    /// Somebody who has a name and answers nothing.
    func own(_ name: String) throws -> Process {
        let script = "import dbus, sys, time; b = dbus.bus.BusConnection(sys.argv[1]); b.request_name(sys.argv[2]); time.sleep(600)"
        return try run("/usr/bin/python3", ["-c", script, address, name])
    }

    func emit(_ interface: String, _ member: String, _ text: String) throws -> Int32 {
        let emitter = try run(
            "/usr/bin/env", ["busctl", "--address=\(address)", "emit", "/a", interface, member, "s", text])
        emitter.waitUntilExit()
        return emitter.terminationStatus
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "DBUS_SESSION_BUS_ADDRESS": address]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
