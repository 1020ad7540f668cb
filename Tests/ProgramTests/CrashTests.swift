import Foundation
import Testing

/// SIGKILL at each place between deciding and recording, and a start again: nothing is lost, and only where the far
/// end may have it already does it go out once more, with the same key.
@Suite struct CrashTests {
    /// Where the service dies.
    enum Place: String, CaseIterable {
        case beforeClaim = "before-claim"
        case afterClaim = "after-claim"
        case duringSend = "during-send"
        case afterAcceptance = "after-acceptance"

        /// Whether the far end may have the nudge when the service dies here.
        var isUncertain: Bool { self == .duringSend || self == .afterAcceptance }
    }

    @Test(arguments: Place.allCases)
    func aCommandThatMayRepeatGetsItAtLeastOnce(_ place: Place) async throws {
        let home = try await crash(at: place, channel: "idempotent = true")
        try await eventually("it is delivered after all", within: 400) {
            home.history().first?["outcome"] as? String == "delivered"
        }
        let keys = home.received.map { $0[0] }
        #expect(keys.count <= (place.isUncertain ? 2 : 1))
        #expect(!keys.isEmpty)
        #expect(Set(keys).count == 1, "what is sent again carries the same key")
    }

    @Test(arguments: Place.allCases)
    func aCommandThatMayNotRepeatGetsItAtMostOnce(_ place: Place) async throws {
        let home = try await crash(at: place, channel: "idempotent = false")
        if place.isUncertain {
            try await eventually("it is on record that nobody knows", within: 400) {
                let line = home.history().first
                return line?["outcome"] as? String == "failed" && line?["reason"] as? String == "uncertain"
            }
        } else {
            try await eventually("it is delivered after all", within: 400) {
                home.history().first?["outcome"] as? String == "delivered"
            }
        }
        // Nothing is left that could still go out today: the record has closed it, or says that it was delivered.
        if place == .duringSend {
            // The command may have been started before its parent died, or not.
            #expect(home.received.count <= 1)
        } else {
            #expect(home.received.count == 1)
        }
    }

    @Test(.enabled(if: Machine.hasMailServer && Machine.hasOpenSSL), arguments: Place.allCases)
    func aMailIsNeverLost(_ place: Place) async throws {
        let folder = try Home()
        let server = try await MailServer(in: folder.path)
        let home = try await crash(at: place, mail: server)
        try await eventually("it is delivered after all", within: 400) {
            home.history().first?["outcome"] as? String == "delivered"
        }
        let ids = server.taken.map { $0.header("Message-ID") ?? "none" }
        #expect(!ids.isEmpty)
        #expect(ids.count <= (place.isUncertain ? 2 : 1))
        #expect(Set(ids).count == 1, "what is sent again carries the same Message-ID")
    }

    /// A home whose service died at `place` and was started again; it goes on with the test.
    private func crash(at place: Place, channel: String = "", mail server: MailServer? = nil) async throws -> Home {
        let home = try Home()
        let means =
            try server?.channel(in: home)
            ?? """
            [channels.mail]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{body}"]
            timeout = "5 s"
            \(channel)
            """
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            channels = ["mail"]

            \(means)

            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """)
        // It may be gone before it was seen to answer, so only its end is waited for.
        let service = try home.launch(with: ["TROTH_CRASH_AT": place.rawValue])
        let ended = try await service.end()
        #expect(ended.signal == SIGKILL, "the service dies at \(place.rawValue): \(ended.err)")
        home.service = try await home.start()
        return home
    }
}
