import Foundation
import Testing

@testable import Channels
@testable import Systemd

/// A session's bus of its own, and the notification server that it is given.
final class Session {
    let folder: TemporaryFolder
    private var bus: Process?

    init(starts: Bool = true) throws {
        folder = try TemporaryFolder()
        if starts { try startBus() }
    }

    static let isPossible = Programs.has(
        "dbus-daemon, python3-dbus or python3-gi",
        Programs.run(Programs.debianPython, ["-c", "import dbus, gi"]).code == 0
            && Programs.run("/usr/bin/env", ["dbus-daemon", "--version"]).code == 0)

    var address: String { "unix:path=\(folder.path)/bus" }

    /// - Parameter services: A folder of `.service` files.
    func startBus(services: String? = nil) throws {
        let process = Process()
        process.executableURL = Programs.root.appendingPathComponent("Tests/Labs/session-bus")
        process.arguments = [folder.path] + (services.map { [$0] } ?? [])
        process.standardError = FileHandle.nullDevice
        try process.run()
        bus = process
        for _ in 0..<500 where !FileManager.default.fileExists(atPath: "\(folder.path)/bus") { usleep(10_000) }
        // The file is there a moment before somebody listens.
        usleep(50_000)
    }

    func stopBus() {
        guard let bus, bus.isRunning else { return }
        kill(bus.processIdentifier, SIGKILL)
        bus.waitUntilExit()
        self.bus = nil
    }

    /// A server that does as the options say; ready when this returns.
    func server(_ options: String...) throws -> NotificationServer { try NotificationServer(self, options) }

    deinit { stopBus() }
}

/// The scripted notification server of the labs.
final class NotificationServer {
    private let session: Session
    private let process = Process()
    private let input = Pipe()
    private let log: String

    struct Call {
        var name: String
        var values: [String: Any]
        var id: Int { values["id"] as? Int ?? -1 }
        var replaces: Int { values["replaces"] as? Int ?? -1 }
        var summary: String { values["summary"] as? String ?? "" }
        var body: String { values["body"] as? String ?? "" }
        var actions: [String] { values["actions"] as? [String] ?? [] }
        var hints: [String: Any] { values["hints"] as? [String: Any] ?? [:] }
        var timeout: Int { values["timeout"] as? Int ?? -99 }
    }

    init(_ session: Session, _ options: [String]) throws {
        self.session = session
        log = "calls-\(UUID().uuidString.prefix(6))"
        process.executableURL = URL(fileURLWithPath: Programs.debianPython)
        process.arguments =
            [Programs.root.path + "/Tests/Labs/notification-server.py", "\(session.folder.path)/\(log)"] + options
        process.environment = ["DBUS_SESSION_BUS_ADDRESS": session.address, "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = input
        try process.run()
        let line = try output.fileHandleForReading.read(upToCount: 5)
        try #require(line?.count == 5, "the lab's notification server did not start")
    }

    var calls: [Call] {
        (session.folder.text(log) ?? "").split(separator: "\n").compactMap { line in
            guard let values = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let name = values["call"] as? String
            else { return nil }
            return Call(name: name, values: values)
        }
    }

    var notices: [Call] { calls.filter { $0.name == "Notify" } }
    var closings: [Int] { calls.filter { $0.name == "CloseNotification" }.map(\.id) }

    func order(_ line: String) { try? input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) }

    func end() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit {
        end()
        try? input.fileHandleForWriting.close()
    }
}
