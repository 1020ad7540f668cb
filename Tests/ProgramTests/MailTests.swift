import Foundation
import Testing

/// The service and `troth-mail` against a mail server that takes much, or misbehaves.
@Suite(.enabled(if: Machine.hasMailServer && Machine.hasOpenSSL)) struct MailTests {
    /// So many rituals that are due at once, for one person by mail.
    private func schedule(_ count: Int, to address: String, _ channel: String) -> String {
        let due = Moment.clock(in: Moment.soon)
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
        try home.schedule(schedule(9, to: "sam@example.org", channel))
        home.service = try await home.start()
        try await eventually("all are delivered") { delivered(home) == 9 }
        let times = server.taken.map(\.at)
        #expect(times.count == 9)
        // Nine at two a second take four seconds; a message may arrive a little after it was let go.
        let span = (times.last ?? 0) - (times.first ?? 0)
        #expect(span > 3.5, "\(times)")
        #expect(Set(home.history().compactMap { $0["outcome"] as? String }) == ["delivered"])
    }

    @Test func whatMayHaveArrivedGoesAgainUnderTheSameName() async throws {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(schedule(1, to: "drop-once@example.org", try server.channel(in: home)))
        home.service = try await home.start()
        try await eventually("it is delivered") { delivered(home) == 1 }
        let names = server.taken.map { $0.header("Message-ID") }
        #expect(names.count == 2)
        #expect(names.first != nil && Set(names).count == 1)
    }
}
