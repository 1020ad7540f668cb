import Foundation
import Testing

/// The service and `troth-mail` against a mail server that takes much, or misbehaves.
@Suite(.enabled(if: Machine.hasMailServer && Machine.hasOpenSSL)) struct MailTests {
    /// So many rituals that are due at once, for one person by mail.
    private func schedule(
        _ count: Int, to address: String, _ channel: String, at due: String = Moment.clock(in: Moment.soon)
    ) -> String {
        let rituals = (0..<count).map { "[ritual.r\($0)]\ntitle = \"Number \($0)\"\nevery = \"day at \(due)\"\nurgent = true" }
        return """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            email = "\(address)"
            channels = ["mail"]
            \(channel)
            \(rituals.joined(separator: "\n"))
            """
    }

    private func delivered(_ home: Home) -> Int { home.history().count { $0["outcome"] as? String == "delivered" } }

    @Test func whatIsDueAtOnceGoesOverOneConnection() async throws {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(schedule(60, to: "sam@example.org", try server.channel(in: home)))
        home.service = try await home.start()
        try await eventually("all are delivered") { delivered(home) == 60 }
        #expect(server.taken.count == 60)
        #expect(Set(server.taken.compactMap { $0.header("Message-ID") }).count == 60)
        #expect(Set(server.taken.map(\.port)).count == 1)
    }

    @Test func aRateSpreadsWhatIsDueAtOnce() async throws {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        let channel = try server.channel(in: home) + "\nrate = \"2 per second\""
        let due = Moment.clock(in: Moment.soon)
        try home.schedule(schedule(9, to: "sam@example.org", channel, at: due))
        home.service = try await home.start()
        try await eventually("all are delivered") { delivered(home) == 9 }
        let times = server.taken.map(\.at)
        #expect(times.count == 9)
        // Nine at two a second: the last is let go four seconds after the first, which never goes before it is due.
        let clock = due.split(separator: ":").compactMap { Double($0) }
        let dueOfDay = zip(clock, [3_600, 60, 1]).map { $0 * $1 }.reduce(0, +)
        let past = ((times.last ?? 0) - dueOfDay).truncatingRemainder(dividingBy: 86_400)
        #expect(past >= 4 && past < 3_600, "due at \(due), came at \(times)")
        #expect(Set(home.history().compactMap { $0["outcome"] as? String }) == ["delivered"])
    }

    /// While a mail is under way: in no line of the service, of its helper or of their commands, and in no record.
    @Test(arguments: ["file", "credential", "command"])
    func thePasswordIsSeenNowhere(_ source: String) async throws {
        let home = try Home()
        // Takes its time until `troth-mail` was seen at work.
        let hold = try home.write("hold", "")
        let server = try await MailServer(in: home.path, options: ["--hold", hold])
        var channel = try server.channel(in: home)
        let written = try #require(channel.split(separator: "\n").first { $0.hasPrefix("password") })
        try home.write("print", "#!/bin/sh\ncat '\(home.path)/mail-password'\n", mode: 0o755)
        switch source {
        case "credential": channel = channel.replacingOccurrences(of: written, with: "password = { credential = \"mail-password\" }")
        case "command": channel = channel.replacingOccurrences(of: written, with: "password = { command = [\"\(home.path)/print\"] }")
        default: break
        }
        // One that is taken, and one whose login the server refuses.
        channel += "\n" + channel.replacingOccurrences(of: "[channels.mail]", with: "[channels.refused]")
            .replacingOccurrences(of: "username = \"troth\"", with: "username = \"nobody\"")
        try home.schedule(schedule(2, to: "sam@example.org", channel))
        let service = try await home.start(with: ["CREDENTIALS_DIRECTORY": home.path])
        var looked = 0
        try await eventually("all are delivered") {
            for folder in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
                guard let name = try? String(contentsOfFile: "/proc/\(folder)/comm", encoding: .utf8),
                    name.hasPrefix("troth") || name.hasPrefix("print")
                else { continue }
                for part in ["cmdline", "environ"] {
                    let text = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(folder)/\(part)"))) ?? Data()
                    #expect(!String(decoding: text, as: UTF8.self).contains(MailServer.password), "\(name) \(part)")
                }
                let stat = (try? String(contentsOfFile: "/proc/\(folder)/stat", encoding: .utf8)) ?? ""
                let isOurs = stat.split(separator: ")").last?.split(separator: " ").dropFirst().first == "\(service.pid)"
                if name.hasPrefix("troth-mail"), isOurs { looked += 1 }
            }
            if looked > 0 { try? FileManager.default.removeItem(atPath: hold) }
            return delivered(home) == 2
        }
        let refused = home.troth("test-channel", "refused", "--to", "sam")
        #expect(refused.code != 0 && refused.err.contains("refused the login"), "\(refused.err)")
        let ended = try await home.stop(service)
        // The journal's every level goes to standard error here.
        #expect(ended.err.contains("r0"), "\(ended.err)")
        let said = [ended.err, ended.out, refused.err, refused.out, home.troth("history", "--json").out]
        for text in said { #expect(!text.contains(MailServer.password)) }
        for case let file as String in FileManager.default.enumerator(atPath: home.state) ?? .init() {
            let bytes = (try? Data(contentsOf: URL(fileURLWithPath: "\(home.state)/\(file)"))) ?? Data()
            #expect(bytes.range(of: Data(MailServer.password.utf8)) == nil, "\(file)")
        }
    }

    @Test func aFileOpenToOthersIsRefused() async throws {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(schedule(1, to: "sam@example.org", try server.channel(in: home)))
        chmod("\(home.path)/mail-password", 0o640)
        home.service = try await home.start()
        let sent = home.troth("test-channel", "mail", "--to", "sam")
        #expect(sent.code != 0 && sent.err.contains("mode 0640"), "\(sent.err)")
        #expect(server.taken.isEmpty)
    }

    @Test func everyMailSaysHowToStop() async throws {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        let channel = try server.channel(in: home)
        let other = channel.replacingOccurrences(of: "[channels.mail]", with: "[channels.answered]\nreply-to = \"Alex <alex@example.org>\"")
        // Its own nudge is for another century: only what is tried by hand arrives.
        let schedule = schedule(1, to: "sam@example.org", channel + "\n" + other)
        try home.schedule(schedule.replacingOccurrences(of: "urgent = true", with: "starting = 2100-01-01"))
        home.service = try await home.start()
        #expect(home.troth("test-channel", "mail", "--to", "sam").code == 0)
        #expect(home.troth("test-channel", "answered", "--to", "sam").code == 0)
        try #require(server.taken.count == 2)
        #expect(server.taken[0].text.contains("Nobody reads replies to it."))
        #expect(server.taken[0].header("Reply-To") == nil)
        #expect(server.taken[1].text.contains("your reply goes to Alex"))
        #expect(server.taken[1].header("Reply-To") == "Alex <alex@example.org>")
    }

    @Test func whatMayHaveArrivedGoesAgainUnderTheSameName() async throws {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(schedule(1, to: "once-drop-after-data@example.org", try server.channel(in: home)))
        home.service = try await home.start()
        try await eventually("it is delivered") { delivered(home) == 1 }
        let names = server.taken.map { $0.header("Message-ID") }
        #expect(names.count == 2)
        #expect(names.first != nil && Set(names).count == 1)
    }
}
