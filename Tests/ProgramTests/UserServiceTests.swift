import Foundation
import Testing

/// The user unit under a real user manager.
@Suite(.serialized, .enabled(if: Machine.hasContainers)) struct UserServiceTests {
    @Test func aUsersOwnServiceStartsServesAndReloads() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.add("sam")
        #expect(try await lab.run(as: "sam", "systemctl", "--user", "daemon-reload").code == 0)
        // Exactly what the README says: init, check, enable.
        let made = try await lab.run(as: "sam", "troth", "init")
        #expect(made.code == 0, "\(made.err)")
        #expect(try await lab.run(as: "sam", "troth", "check").code == 0)
        let started = try await lab.run(as: "sam", "systemctl", "--user", "enable", "--now", "troth")
        let why = try await lab.run("journalctl", "-o", "cat", "-n", "20", "--no-pager").out
        #expect(started.code == 0, "\(started.err) \(why)")
        let status = try await lab.run(as: "sam", "systemctl", "--user", "show", "-P", "StatusText", "troth").out
        #expect(status.hasPrefix("next: "))
        #expect(try await lab.run(as: "sam", "troth", "status").code == 0, "the command line finds the service")
        #expect(try await lab.run("stat", "-c", "%a", "/home/sam/.local/state/troth").out == "700\n")
        #expect(try await lab.run("test", "-e", "/home/sam/.config/troth/ledger.db").code != 0)

        let place = "/home/sam/.config/troth/troth.toml"
        let good = try await lab.text(place)
        try await lab.write(place, good + "\n[ritual.walk]\nevery = \"day at 18:00\"\n", owner: "sam:sam")
        #expect(try await lab.run(as: "sam", "systemctl", "--user", "reload", "troth").code == 0)
        #expect(
            try await lab.run(as: "sam", "systemctl", "--user", "show", "-P", "StatusText", "troth").out.contains("3 rituals"))
        try await lab.write(place, good + "\n[ritual.walk]\nevery = \"Sonntag\"\n", owner: "sam:sam")
        #expect(try await lab.run(as: "sam", "systemctl", "--user", "reload", "troth").code != 0)
        #expect(try await lab.run(as: "sam", "troth", "status").out.contains("3 rituals"))
        #expect(try await lab.run(as: "sam", "systemctl", "--user", "restart", "troth").code == 0)
        #expect(try await lab.run(as: "sam", "troth", "status").out.contains("3 rituals"))
    }

    /// What a desktop notification needs, through the sandbox: the session's bus.
    @Test func theSessionBusIsReachableFromInside() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.add("sam")
        _ = try await lab.run(as: "sam", "systemctl", "--user", "daemon-reload")
        _ = try await lab.run("install", "-d", "-o", "sam", "-g", "sam", "/home/sam/.config/troth")
        try await lab.write(
            "/home/sam/.config/troth/troth.toml",
            """
            [people.sam]
            name = "Sam"
            channels = ["bus"]
            [channels.bus]
            type = "command"
            command = ["busctl", "--user", "call", "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId"]
            [ritual.tea]
            every = "day at 16:00"
            """, owner: "sam:sam")
        let started = try await lab.run(as: "sam", "systemctl", "--user", "start", "troth")
        #expect(started.code == 0, "\(started.err)")
        let sent = try await lab.run(as: "sam", "troth", "test-channel", "bus", "--to", "sam")
        #expect(sent.code == 0, "\(sent.err)")
    }
}
