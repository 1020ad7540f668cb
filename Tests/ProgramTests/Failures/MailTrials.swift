import Foundation
import Testing

/// What a mail server, or the way to it, can do wrong.
enum MailTrials {
    typealias Seen = FailureTests.Seen

    static let all: [String: @Sendable () async throws -> Seen] = [
        "the mail server closes down at the recipient (421), once": { try await alone("once-421", attempts: 2) },
        "the mail server is busy (450), once": { try await alone("once-rcpt-450", attempts: 2) },
        "the mail server has trouble with the text (451), once": { try await alone("once-data-451", attempts: 2) },
        "the mail server knows no such mailbox (550)": { try await withNext("rcpt-550") },
        "the mail server falls silent at EHLO": { try await silent("EHLO") },
        "the mail server falls silent at STARTTLS": { try await silent("STARTTLS") },
        "the mail server falls silent within the handshake": { try await silent("TLS") },
        "the mail server falls silent at AUTH": { try await silent("AUTH") },
        "the mail server falls silent at MAIL": { try await silent("MAIL") },
        "the mail server falls silent at RCPT": { try await silent("RCPT") },
        "the mail server falls silent at DATA": { try await silent("DATA") },
        "the mail server falls silent after the text, once": {
            try await alone("once-hang-after-data", attempts: 2, limit: "10 s")
        },
        "the mail server hangs up after the text, once": { try await alone("once-drop-after-data", attempts: 2) },
        "nobody listens at the mail server's port": { try await nobodyListens() },
        "there is no network, and then there is": { try await noNetwork() },
    ]

    /// Mail is the only channel: it has to get through after all.
    private static func alone(_ name: String, attempts: Int, limit: String = "20 s") async throws -> Seen {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(over: #""mail""#, try channel(server, home, limit: limit), email: "\(name)@example.org")
        home.service = try await home.start()
        try await home.attempts(attempts)
        return Seen(server.says, home)
    }

    private static func withNext(_ name: String) async throws -> Seen {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(over: #""mail", "desk""#, try channel(server, home), email: "\(name)@example.org")
        home.service = try await home.start()
        try await home.attempts(2)
        #expect(server.taken.isEmpty)
        return Seen(home.deskSays, home)
    }

    private static func silent(_ phase: String) async throws -> Seen {
        let home = try Home()
        let server = try await MailServer(in: home.path, options: ["--stall", phase])
        try home.schedule(over: #""mail", "desk""#, try channel(server, home, limit: "10 s", deadline: "12 s"))
        home.service = try await home.start()
        try await home.attempts(2)
        #expect(server.taken.isEmpty)
        return Seen(home.deskSays, home)
    }

    private static func nobodyListens() async throws -> Seen {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        let definition = try channel(server, home, deadline: "5 s")
        server.stop()
        try home.schedule(over: #""mail", "desk""#, definition)
        home.service = try await home.start()
        try await home.attempts(2)
        return Seen(home.deskSays, home)
    }

    /// The service lives in a network of its own that leads nowhere, until it is given a loopback.
    private static func noNetwork() async throws -> Seen {
        let home = try Home()
        let network = try Running("/usr/bin/unshare", ["-n", "/bin/sh", "-c", "echo; read -r _"])
        try await eventually("the network is there") { !network.out.isEmpty }
        let inside = ["/usr/bin/nsenter", "-t", "\(network.pid)", "-n"]
        try MailServer.makeCertificates(home.path)
        let definition = try MailServer.channel(in: home, folder: home.path, port: 2525)
        try home.schedule(over: #""mail""#, definition)
        home.service = try await home.start(through: inside)
        try await home.attempts(1)
        #expect(home.attempts == ["unreachable"])
        let up = Running.output(inside[0], Array(inside.dropFirst()) + ["ip", "link", "set", "lo", "up"])
        #expect(up.code == 0, "\(up.err)")
        let server = try await MailServer(in: home.path, options: ["--port", "2525"], through: inside)
        try await home.attempts(2)
        home.service = nil
        network.closeInput()
        return Seen(server.says, home)
    }

    private static func channel(
        _ server: MailServer, _ home: Home, limit: String = "20 s", deadline: String = "15 min"
    ) throws -> String {
        try server.channel(in: home).replacingOccurrences(of: "timeout = \"20 s\"", with: "timeout = \"\(limit)\"")
            + "\ndeadline = \"\(deadline)\""
    }
}
