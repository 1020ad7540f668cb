import Foundation
import Testing

/// A session with a bus and a screen that nobody sees, for a home's service.
final class Desktop {
    let home: Home
    let folder: String
    private let session: Running
    private(set) var servers: [Running] = []

    /// - Parameter folder: Where in the home the bus listens; `run` is where a session's own is looked for.
    init(_ home: Home, in folder: String = "session") async throws {
        self.home = home
        self.folder = "\(home.path)/\(folder)"
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
        session = try Running(Programs.lab("desktop-session"), [self.folder])
        let session = session
        try await eventually("the screen and the bus are there") { session.out.hasSuffix("\n") }
    }

    var bus: [String: String] { ["DBUS_SESSION_BUS_ADDRESS": "unix:path=\(folder)/bus"] }

    var environment: [String: String] {
        let display = session.out.trimmingCharacters(in: .whitespacesAndNewlines).replacingOccurrences(of: "DISPLAY=", with: "")
        return home.environment.merging(bus) { $1 }
            .merging(["DISPLAY": display, "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"]) { $1 }
    }

    /// Starts a notification server and waits until it has its name.
    @discardableResult
    func start(_ program: String, _ arguments: String...) async throws -> Running {
        let server = try Running(program, arguments, environment: environment)
        servers.append(server)
        try await eventually("\(program) is there") { self.hasServer }
        return server
    }

    var hasServer: Bool {
        run("busctl", "--address=unix:path=\(folder)/bus", "call", "org.freedesktop.DBus", "/org/freedesktop/DBus",
            "org.freedesktop.DBus", "NameHasOwner", "s", "org.freedesktop.Notifications"
        ).out.contains("true")
    }

    /// Runs a program of the session to its end.
    @discardableResult
    func run(_ command: String...) -> Ended { Running.output("/usr/bin/env", command, environment: environment) }

    /// Keeps what the screen shows, for whoever wants to look at it later; where that is.
    @discardableResult
    func picture(_ name: String) -> String {
        let folder = "\(Programs.root)/.build/pictures"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = "\(folder)/\(name).png"
        run("import", "-window", "root", file)
        return file
    }

    deinit {
        servers = []
        session.closeInput()
        session.process.waitUntilExit()
    }
}

extension Machine {
    static let dunst = "/usr/bin/dunst"
    /// Where Debian keeps it: for each machine's architecture elsewhere.
    static let xfce: String? = {
        let libraries = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
        return libraries.map { "/usr/lib/\($0)/xfce4/notifyd/xfce4-notifyd" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static let hasDesktop: Bool = {
        let programs = ["Xvfb", "dunst", "dunstctl", "xdotool", "import", "dbus-daemon", "busctl"]
        let isThere =
            xfce != nil && programs.allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
        if !isThere { print("skipped: this needs \(programs.joined(separator: ", ")) and xfce4-notifyd") }
        return isThere || isCI
    }()
}
