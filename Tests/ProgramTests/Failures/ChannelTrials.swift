import Foundation
import Testing

/// What a command or a desktop can do wrong.
enum ChannelTrials {
    typealias Seen = FailureTests.Seen

    static let all: [String: @Sendable () async throws -> Seen] = [
        "a command asks for another try (exit 75), once": { try await onceAgain() },
        "a command fails (exit 1)": { try await command("exit 1") },
        "a command does not end": { try await command("sleep 600") },
        "a command is killed": { try await command("kill -KILL $$") },
        "a program is not there": { try await broken(#"command = ["/nowhere/at-all"]"#) },
        "no channel works": { try await everythingFails() },
        "nobody shows notices": { try await broken("wait = \"3 s\"", type: "desktop") },
        "the notification server dies at the notice": { try await dyingServer() },
        "the notification server refuses the notice": { try await dyingServer("--error", "org.test.AccessDenied") },
    ]

    /// The command is alone, and does on its second run what it was asked.
    private static func onceAgain() async throws -> Seen {
        let home = try Home()
        try home.write(
            "moody", "#!/bin/sh\ncd '\(home.path)'\n[ -e met ] || { : >met; exit 75; }\nexec ./receive \"$@\"\n", mode: 0o755)
        try home.schedule(
            over: #""moody""#,
            """
            [channels.moody]
            type = "command"
            command = ["\(home.path)/moody", "{title}", "{body}"]
            """)
        home.service = try await home.start()
        try await home.attempts(2)
        return Seen(home.messages.count == 1 ? "once" : home.deskSays, home)
    }

    private static func command(_ script: String) async throws -> Seen {
        try await broken(
            """
            command = ["/bin/sh", "-c", "\(script)"]
            timeout = "2 s"
            """)
    }

    private static func broken(_ definition: String, type: String = "command") async throws -> Seen {
        let home = try Home()
        try home.schedule(over: #""broken", "desk""#, "[channels.broken]\ntype = \"\(type)\"\n\(definition)")
        home.service = try await home.start()
        try await home.attempts(2)
        return Seen(home.deskSays, home)
    }

    private static func everythingFails() async throws -> Seen {
        let home = try Home()
        try home.schedule(
            over: #""one", "two""#,
            """
            [channels.one]
            type = "command"
            command = ["false"]
            [channels.two]
            type = "command"
            command = ["false"]
            """)
        home.service = try await home.start()
        try await home.attempts(3)
        return Seen(home.deskSays, home)
    }

    /// A bus without a screen is enough for a server that shows nothing.
    private static func dyingServer(_ options: String...) async throws -> Seen {
        let home = try Home()
        let folder = "\(home.path)/session"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let bus = try Running(Programs.lab("session-bus"), [folder])
        try await eventually("the bus is there") { FileManager.default.fileExists(atPath: "\(folder)/bus") }
        let place = ["DBUS_SESSION_BUS_ADDRESS": "unix:path=\(folder)/bus"]
        let server = try Running(
            Machine.python,
            [Programs.lab("notification-server.py"), "\(folder)/calls"] + (options.isEmpty ? ["--dies", "0.2"] : options),
            environment: home.environment.merging(place) { $1 })
        try await eventually("the server has its name") { !server.out.isEmpty }
        try home.schedule(
            over: #""desktop", "desk""#, "[channels.desktop]\ntype = \"desktop\"\nwait = \"3 s\"\ndeadline = \"5 s\"")
        home.service = try await home.start(with: place)
        try await home.attempts(2)
        home.service = nil
        withExtendedLifetime(bus) {}
        return Seen(home.deskSays, home)
    }
}
