import Foundation
import Testing

/// The system unit under a real systemd.
@Suite(.serialized, .enabled(if: Machine.hasContainers)) struct SystemServiceTests {
    static let tea = """
        [ritual.tea]
        title = "Tea"
        every = "day at 16:00"
        """

    static func schedule(_ rituals: String = tea, due: String = "16:00", language: String = "en") -> String {
        """
        timezone = "UTC"

        [people.sam]
        name = "Sam"
        email = "sam@example.org"
        channels = ["desk"]

        [channels.desk]
        type = "command"
        command = ["/bin/sh", "-c", "echo \\"$TROTH_KEY $TROTH_TITLE\\" >>/var/lib/troth/received"]

        \(rituals)
        """
    }

    @Test func startsWhenItIsReadyAndSaysHowItIs() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.schedule(Self.schedule())
        let started = try await lab.run("systemctl", "start", "troth")
        #expect(started.code == 0, "\(started.err)")
        // start returned: everything stands already, and can be asked.
        #expect(try await lab.property("ActiveState") == "active")
        let status = try await lab.property("StatusText")
        #expect(status.hasPrefix("next: "))
        #expect(status.contains("1 ritual"))
        #expect(try await lab.run("systemctl", "status", "--no-pager", "troth").out.contains("Status: \"next: "))
        #expect(try await lab.troth("status").code == 0)
        let user = try await lab.run("ps", "-o", "user=", "-p", try await lab.property("MainPID")).out
        #expect(user.trimmingCharacters(in: .whitespacesAndNewlines) == "troth")
        #expect(try await lab.run("stat", "-c", "%a %U", "/var/lib/troth").out == "700 troth\n")
        #expect(try await lab.run("stat", "-c", "%a %U %G", "/etc/troth").out == "750 root troth\n")
        let stopped = try await lab.run("systemctl", "stop", "troth")
        #expect(stopped.code == 0)
        #expect(try await lab.property("Result") == "success")
        #expect(try await lab.property("ExecMainStatus") == "0")
    }

    @Test func reloadsTakeUpWhatIsGoodAndRefuseWhatIsNot() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.schedule(Self.schedule())
        #expect(try await lab.run("systemctl", "start", "troth").code == 0)
        let pid = try await lab.property("MainPID")

        try await lab.schedule(Self.schedule(Self.tea + "\n\n[ritual.walk]\nevery = \"day at 18:00\"\n"))
        #expect(try await lab.run("systemctl", "reload", "troth").code == 0)
        #expect(try await lab.property("StatusText").contains("2 rituals"))

        try await lab.schedule(Self.schedule("[ritual.tea]\nevry = \"day at 16:00\"\n"))
        #expect(try await lab.run("systemctl", "reload", "troth").code != 0, "systemctl says that it did not work")
        #expect(try await lab.property("ActiveState") == "active")
        #expect(try await lab.property("MainPID") == pid)
        let status = try await lab.property("StatusText")
        #expect(status.contains("2 rituals") && status.contains("the last good one goes on"))
        let said = try await lab.run("journalctl", "-u", "troth", "-o", "cat").out
        #expect(said.contains("did you mean `every`?"))

        // A restart goes on with the last good one, too.
        #expect(try await lab.run("systemctl", "restart", "troth").code == 0)
        #expect(try await lab.property("StatusText").contains("2 rituals"))

        // Without a last good one the start fails, once: the file will not get better by itself.
        #expect(try await lab.run("systemctl", "stop", "troth").code == 0)
        _ = try await lab.run("sh", "-c", "rm -rf /var/lib/troth/*")
        #expect(try await lab.run("systemctl", "start", "troth").code != 0)
        #expect(try await lab.property("ExecMainStatus") == "65")
        #expect(try await lab.property("NRestarts") == "0")
        #expect(try await lab.property("ActiveState") == "failed")
    }

    /// What starting again cannot mend is tried once; what may pass is tried again.
    ///
    /// (exit code, what makes the service end with it)
    static let ends: [(String, [String])] = [
        ("64", ["sed", "-i", "s|--config /etc|--confug /etc|", "/usr/lib/systemd/system/troth.service"]),
        ("65", ["sed", "-i", "s/every/evry/", "/etc/troth/troth.toml"]),
        ("66", ["rm", "/etc/troth/troth.toml"]),
        ("78", ["sh", "-c", "echo no ledger >/var/lib/troth/ledger.sqlite; chown -R troth: /var/lib/troth"]),
    ]

    @Test func whatStartingAgainCannotMendIsTriedOnce() async throws {
        let lab = try await Lab()
        try await lab.install()
        for (code, harm) in Self.ends {
            try await lab.schedule(Self.schedule())
            _ = try await lab.run("sh", "-c", "systemctl reset-failed troth; rm -rf /var/lib/troth; mkdir /var/lib/troth")
            _ = try await lab.run(harm)
            _ = try await lab.run("systemctl", "daemon-reload")
            #expect(try await lab.run("systemctl", "start", "troth").code != 0)
            #expect(try await lab.property("ExecMainStatus") == code)
            #expect(try await lab.property("ActiveState") == "failed", "\(code)")
            #expect(try await lab.property("NRestarts") == "0", "\(code)")
            _ = try await lab.run("sed", "-i", "s/--confug/--config/", "/usr/lib/systemd/system/troth.service")
        }
        // Another service has the state: it may be gone the next time.
        try await lab.schedule(Self.schedule())
        try await lab.write("/etc/systemd/system/troth.service.d/soon.conf", "[Service]\nRestartSec=100ms\n")
        _ = try await lab.run("sh", "-c", "systemctl reset-failed troth; rm -rf /var/lib/troth; systemctl daemon-reload")
        _ = try await lab.run("install", "-d", "-o", "troth", "-g", "troth", "-m", "700", "/var/lib/troth")
        _ = try await lab.run(
            "systemd-run", "--unit=holder", "-p", "User=troth", "flock", "/var/lib/troth/lock", "sleep", "600")
        try await eventually("it is held", asking: { try await lab.run("test", "-e", "/var/lib/troth/lock").code == 0 })
        _ = try await lab.run("systemctl", "start", "--no-block", "troth")
        try await eventually("it is tried again", asking: { try await lab.property("NRestarts") != "0" })
        _ = try await lab.run("systemctl", "stop", "holder")
        try await eventually("it runs", asking: { try await lab.property("ActiveState") == "active" })
    }

    @Test func aStuckLoopIsRestarted() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.schedule(Self.schedule())
        try await lab.write("/etc/systemd/system/troth.service.d/soon.conf", "[Service]\nWatchdogSec=3\nRestartSec=100ms\n")
        _ = try await lab.run("systemctl", "daemon-reload")
        #expect(try await lab.run("systemctl", "start", "troth").code == 0)
        let pid = try await lab.property("MainPID")
        // Fed while it sleeps: it outlives several watchdog periods.
        try await Task.sleep(for: .seconds(10))
        #expect(try await lab.property("MainPID") == pid)
        #expect(try await lab.property("NRestarts") == "0")
        _ = try await lab.run("kill", "-STOP", pid)
        try await eventually("the watchdog has it started again", asking: {
            let now = try await lab.property("MainPID")
            let state = try await lab.property("ActiveState")
            return now != pid && now != "0" && state == "active"
        })
        let said = try await lab.run("journalctl", "-u", "troth", "-o", "cat").out
        #expect(said.contains("Watchdog timeout"))
    }

    @Test func theJournalHoldsTheRecords() async throws {
        let lab = try await Lab()
        try await lab.install()
        let due = Moment.clock(in: Moment.soon)
        try await lab.schedule(
            Self.schedule("[ritual.tea]\ntitle = \"A private title\"\nevery = \"day at \(due)\"\nurgent = true\n"))
        #expect(try await lab.run("systemctl", "start", "troth").code == 0)
        try await eventually("the nudge comes", asking: { try await lab.text("/var/lib/troth/received").contains("A private title") })
        let query = ["journalctl", "-u", "troth", "-o", "json", "TROTH_CHANNEL=desk"]
        try await eventually("the journal has it", asking: { try await !lab.run(query).objects.isEmpty })
        let record = try #require(try await lab.run(query).objects.first)
        #expect(record["TROTH_ATTEMPT"] as? String == "delivered")
        #expect((record["TROTH_DELIVERY"] as? String)?.contains("tea") == true)
        #expect(record["SYSLOG_IDENTIFIER"] as? String == "trothd")
        #expect(record["_SYSTEMD_UNIT"] as? String == "troth.service")
        #expect(record["PRIORITY"] as? String == "6")
        let all = try await lab.run("journalctl", "-u", "troth", "-o", "json").out
        #expect(!all.contains("A private title"))
        #expect(try await !lab.property("StatusText").contains("private"))
    }

    @Test func aSecondServiceGivesWay() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.schedule(Self.schedule())
        #expect(try await lab.run("systemctl", "start", "troth").code == 0)
        let second = try await lab.run(
            "runuser", "-u", "troth", "--", "/usr/libexec/troth/trothd", "--config", "/etc/troth/troth.toml", "--state",
            "/var/lib/troth")
        #expect(second.code == 75)
    }

    // MARK: - Secrets

    @Test func startsWithAndWithoutACredential() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.schedule(Self.schedule())
        #expect(try await lab.run("systemctl", "start", "troth").code == 0, "no credential is no mistake")
        #expect(try await lab.run("systemctl", "stop", "troth").code == 0)

        // The server wants the password, which only the credential knows.
        let port = try await lab.mailServer(login: "troth:secret-of-the-house")
        try await lab.write("/etc/credstore/troth.mail", "secret-of-the-house\n", mode: "600")
        try await lab.schedule(
            """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            channels = ["mail"]
            [channels.mail]
            type = "email"
            from = "troth@example.org"
            server = "smtp://127.0.0.1:\(port)"
            starttls = "none"
            username = "troth"
            password = { credential = "mail" }
            [ritual.tea]
            every = "day at 16:00"
            """)
        #expect(try await lab.run("systemctl", "start", "troth").code == 0)
        let sent = try await lab.troth("test-channel", "mail", "--to", "sam")
        #expect(sent.code == 0, "\(sent.err)")
        #expect(try await lab.text("/srv/messages.jsonl").contains(#""login": "troth""#))
        let hidden = try await lab.run(
            "runuser", "-u", "nobody", "--", "cat", "/run/credentials/troth.service/mail")
        #expect(hidden.code != 0)
    }
}
