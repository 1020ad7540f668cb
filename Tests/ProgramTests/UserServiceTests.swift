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

    /// As in the system unit: a loop that is stuck is started again, and the journal tells it all to its user.
    @Test func aStuckLoopIsRestartedAndTheJournalHoldsTheRecords() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.add("sam")
        func property(_ name: String) async throws -> String {
            try await lab.run(as: "sam", "systemctl", "--user", "show", "-P", name, "troth").out
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        _ = try await lab.run("install", "-d", "-o", "sam", "-g", "sam", "/home/sam/.config/troth")
        try await lab.write(
            "/home/sam/.config/troth/troth.toml",
            """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            channels = ["desk"]
            [channels.desk]
            type = "command"
            command = ["true"]
            [ritual.tea]
            title = "A private title"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """, owner: "sam:sam")
        try await lab.write("/etc/systemd/user/troth.service.d/soon.conf", "[Service]\nWatchdogSec=3\nRestartSec=100ms\n")
        _ = try await lab.run(as: "sam", "systemctl", "--user", "daemon-reload")
        #expect(try await lab.run(as: "sam", "systemctl", "--user", "start", "troth").code == 0)
        let query = ["journalctl", "-o", "json", "--no-pager", "_SYSTEMD_USER_UNIT=troth.service", "TROTH_CHANNEL=desk"]
        try await eventually("the journal has it", asking: { try await !lab.run(query).objects.isEmpty })
        let record = try #require(try await lab.run(query).objects.first)
        #expect(record["TROTH_ATTEMPT"] as? String == "delivered")
        #expect(record["SYSLOG_IDENTIFIER"] as? String == "trothd")
        let all = try await lab.run("journalctl", "-o", "json", "--no-pager", "_SYSTEMD_USER_UNIT=troth.service").out
        #expect(!all.contains("A private title"))

        let pid = try await property("MainPID")
        #expect(try await property("NRestarts") == "0")
        _ = try await lab.run("kill", "-STOP", pid)
        try await eventually("the watchdog has it started again", asking: {
            let now = try await property("MainPID")
            let state = try await property("ActiveState")
            return now != pid && now != "0" && state == "active"
        })
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

    /// A user manager without a graphical session, on a bus that would start a notification server if it were let.
    @Test func beforeAnyDesktopNothingIsStartedAndNothingLost() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.add("sam")
        _ = try await lab.run(as: "sam", "systemctl", "--user", "daemon-reload")
        _ = try await lab.run("install", "-d", "-o", "sam", "-g", "sam", "/home/sam/.config/troth")
        // Those of the machine stay out: which of several the bus would start is nobody's choice.
        _ = try await lab.run(
            "sh", "-c", "rm -f $(grep -l org.freedesktop.Notifications /usr/share/dbus-1/services/*.service)")
        try await lab.write("/usr/local/bin/hangs", "#!/bin/sh\n: >/tmp/started\nexec sleep 600\n", mode: "755")
        try await lab.write(
            "/usr/share/dbus-1/services/hangs.service",
            "[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/usr/local/bin/hangs\n")
        _ = try await lab.run(
            as: "sam", "busctl", "--user", "call", "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "ReloadConfig")
        try await lab.write(
            "/home/sam/.config/troth/troth.toml",
            """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            channels = ["desktop", "desk"]
            [channels.desktop]
            type = "desktop"
            wait = "3 s"
            [channels.desk]
            type = "command"
            command = ["/bin/sh", "-c", "echo $TROTH_TITLE >>$HOME/.local/state/troth/received"]
            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """, owner: "sam:sam")
        let started = try await lab.run(as: "sam", "systemctl", "--user", "start", "troth")
        #expect(started.code == 0, "\(started.err)")
        #expect(
            try await lab.run(as: "sam", "systemctl", "--user", "is-active", "graphical-session.target").out == "inactive\n")
        try await eventually(
            "the next channel has it",
            asking: { try await lab.run("cat", "/home/sam/.local/state/troth/received").out == "Tea\n" })
        let journal = try await lab.run("journalctl", "-o", "cat", "--no-pager", "-t", "trothd").out
        #expect(journal.contains("sam/desktop/0: out of reach: nobody shows notices here yet"), "\(journal)")
        #expect(try await lab.run("test", "-e", "/tmp/started").code != 0, "nothing was started")
        // The bus would have: asking for the name by its name starts what hangs.
        let hung = try await lab.run(
            as: "sam", "busctl", "--user", "--timeout=2", "call", "org.freedesktop.Notifications",
            "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "GetCapabilities")
        #expect(hung.code != 0)
        #expect(try await lab.run("test", "-e", "/tmp/started").code == 0)
    }
}
