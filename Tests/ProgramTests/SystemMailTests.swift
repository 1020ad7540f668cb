import Foundation
import Testing

/// The system unit with the machine's own mailers.
@Suite(.serialized, .enabled(if: Machine.hasContainers)) struct SystemMailTests {
    @Test func postfixTakesMailFromTheService() async throws {
        let lab = try await Lab()
        try await lab.packages("postfix")
        try await lab.install()
        try await lab.add("sam")
        for (key, value) in [
            ("myhostname", "mx.lab.test"), ("mydestination", "localhost, mx.lab.test"), ("inet_interfaces", "loopback-only"),
            ("inet_protocols", "ipv4"), ("default_transport", "error:no mail leaves the lab"), ("alias_maps", ""),
            ("mail_spool_directory", "/var/mail"), ("home_mailbox", ""), ("maillog_file", "/var/log/postfix.log"),
        ] {
            let set = try await lab.run("postconf", "-e", "\(key) = \(value)")
            try #require(set.code == 0, "\(set.err)")
        }
        let up = try await lab.run("systemctl", "restart", "postfix@-.service")
        try #require(up.code == 0, "\(up.err)")
        try await lab.push(
            "\(Programs.root)/Units/system/drop-ins/postfix.conf", to: "/etc/systemd/system/troth.service.d/postfix.conf",
            mode: "644")
        _ = try await lab.run("systemctl", "daemon-reload")
        try await lab.schedule(
            """
            timezone = "UTC"
            [people.sam]
            name = "Säm"
            email = "sam@mx.lab.test"
            channels = ["mail"]
            [channels.mail]
            type = "email"
            from = "Troth <troth@mx.lab.test>"
            sendmail = ["/usr/sbin/sendmail", "-i"]
            [ritual.tea]
            title = "Tee für zwei"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """)
        #expect(try await lab.run("systemctl", "start", "troth").code == 0)
        // Waited for inside: asking from here again and again would start a process each time.
        let arrived = try await lab.run(
            "timeout", "150", "sh", "-c",
            "until grep -qs 'Auto-Submitted: auto-generated' /var/mail/sam; do sleep 0.2; done")
        #expect(arrived.code == 0, "it is in the mailbox")
        let history = try await lab.troth("history", "--json")
        #expect(history.objects.first?["outcome"] as? String == "delivered", "\(history.err)")
    }

    // MARK: - msmtp

    /// Debian's msmtp is not setgid, and a password keeps its file to root: the service gets the file as a credential.
    @Test func msmtpTakesMailFromTheService() async throws {
        let lab = try await Lab()
        try await lab.packages("msmtp")
        try await lab.install()
        let port = try await lab.mailServer(login: "house:secret-of-the-house")
        try await lab.write(
            "/etc/msmtprc",
            """
            defaults
            auth plain
            tls off
            account default
            host 127.0.0.1
            port \(port)
            from troth@mx.test
            user house
            password secret-of-the-house

            """, mode: "600")
        let dropIn = try String(contentsOfFile: "\(Programs.root)/Units/system/drop-ins/msmtp.conf", encoding: .utf8)
        try await lab.write("/etc/systemd/system/troth.service.d/msmtp.conf", dropIn)
        _ = try await lab.run("systemctl", "daemon-reload")
        // The line that the drop-in itself says to write.
        let line = try #require(dropIn.split(separator: "\n").first { $0.contains("--file=") })
        try await lab.schedule(
            """
            timezone = "UTC"
            [people.sam]
            name = "Säm"
            email = "sam@example.org"
            channels = ["mail"]
            [channels.mail]
            type = "email"
            from = "Troth <troth@mx.test>"
            \(line.drop { $0 == "#" || $0 == " " })
            [ritual.tea]
            every = "day at 16:00"
            """)
        let started = try await lab.run("systemctl", "start", "troth")
        #expect(started.code == 0, "\(started.err)")
        let sent = try await lab.troth("test-channel", "mail", "--to", "sam")
        #expect(sent.code == 0, "\(sent.err)\(sent.out)")
        let taken = try await lab.text("/srv/messages.jsonl")
        #expect(taken.contains(#""login": "house""#) && taken.contains("sam@example.org"), "\(taken)")
    }
}
