import Foundation
import Testing

/// Answers that count for others, nudges that come again, and channels that keep failing: the built service.
@Suite struct AnswersTests {
    // MARK: - One answer for all

    /// Sam at a real desktop, Alex with a command; a check-in that both have at one instant.
    private static func together(_ home: Home) throws {
        let own = try #require(getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) })
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            user = "\(own)"
            channels = ["desktop"]

            [people.alex]
            name = "Alex"
            channels = ["desk"]

            [channels.desktop]
            type = "desktop"

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}"]

            [check-in.weekly]
            title = "Weekly check-in"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """)
    }

    @Test(.enabled(if: Machine.hasDesktop)) func aButtonAnswersForAll() async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(try #require(Machine.xfce))
        try Self.together(home)
        let service = try await home.start(with: desktop.bus)
        try await eventually("both have it") {
            service.err.contains("sam/desktop/0: delivered") && service.err.contains("alex/desk/0: delivered")
        }
        try await DesktopAnswerTests.press(1, on: desktop) { service.err.contains("sam/desktop/0: done") }
        try await eventually("it closes for both") { service.err.contains("/alex: acknowledged, done by another") }
        #expect(service.err.contains("/sam: acknowledged, done"))
        // Sam's record says what Sam did; nothing of it is shown any more.
        let why = home.troth("why", "weekly")
        #expect(why.out.contains("Sam said done ") && !why.out.contains("Alex"), "\(why.out)")
        #expect(try await home.stop(service).code == 0)
    }

    // MARK: - Asking again

    /// Two hours go by while the service is dead; what was counted before is counted after.
    @Test(.enabled(if: Machine.hasCompiler)) func itComesAgainOnceWhateverHappenedInBetween() async throws {
        let clock = try ServiceClock()
        try clock.set(ahead: 0, kept: true)
        try clock.schedule(
            """
            [appreciation.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            again = "2 h"
            """)
        let home = clock.home
        let first = try await home.start(with: clock.environment)
        try await eventually("the nudge comes") {
            clock.troth("history").out.contains("open") && home.received.count == 1
        }
        kill(first.pid, SIGKILL)
        _ = try await first.end()
        try clock.set(ahead: 7300, kept: true)
        let second = try await home.start(with: clock.environment)
        try await eventually("it comes again") { home.received.count == 2 }
        #expect(Set(home.received.map { $0[0] }).count == 2, "another round is another delivery")
        #expect(home.received[0][3] == home.received[1][3], "the same words")
        try await eventually("that is on record") {
            // Not "today": two hours before midnight, the second is tomorrow's.
            clock.troth("why", "tea").out.components(separatedBy: "Delivered ").count == 3
        }
        kill(second.pid, SIGKILL)
        _ = try await second.end()
        try clock.set(ahead: 18_000, kept: true)
        let third = try await home.start(with: clock.environment)
        #expect(clock.troth("done", "tea").code == 0)
        #expect(home.received.count == 2, "once is once")
        #expect(clock.troth("history", "-n", "1").out.contains("done"))
        #expect(try await home.stop(third).code == 0)
    }

    // MARK: - A channel that keeps failing

    @Test func aChannelThatKeepsFailingIsNamedAndTakesNothingWithIt() async throws {
        let home = try Home()
        let broken = try home.write("broken", "#!/bin/sh\n[ -e '\(home.path)/repaired' ] || exit 1\n", mode: 0o755)
        func schedule(_ also: String = "") throws {
            let due = Moment.clock(in: Moment.soon)
            let rituals = (0..<10).map {
                "[ritual.r\($0)]\ntitle = \"Quite private \($0)\"\nevery = \"day at \(due)\"\nurgent = true"
            }
            try home.schedule(
                """
                timezone = "UTC"
                [people.sam]
                name = "Sam"
                email = "sam@example.org"
                channels = ["broken", "desk"]
                [channels.broken]
                type = "command"
                command = ["\(broken)"]
                [channels.desk]
                type = "command"
                command = ["\(home.receiver)", "{title}"]
                \(also.isEmpty ? rituals.joined(separator: "\n") : also)
                """)
        }
        try schedule()
        var service = try await home.start()
        try await eventually("all ten arrive the other way") {
            home.history().count { $0["outcome"] as? String == "delivered" } == 10
        }
        #expect(home.received.count == 10)
        func named() -> Bool {
            let status = home.troth("status")
            #expect(!status.out.contains("Quite private") && !status.out.contains("example.org"), "\(status.out)")
            return status.out.contains("not getting through: broken (since ")
                && status.out.contains("nothing gets through by broken since ") && status.out.contains("tried 10 times")
        }
        #expect(named(), "\(home.troth("status").out)")
        #expect(!home.troth("status").out.contains("desk"))
        #expect(try await home.stop(service).code == 0)
        service = try await home.start()
        #expect(named(), "a restart forgets nothing: \(home.troth("status").out)")
        // Nothing was taken away because it failed: the next one is tried on it first, and recovers it.
        try home.write("repaired", "")
        try schedule(
            "[ritual.later]\ntitle = \"Later\"\nevery = \"day at \(Moment.clock(in: Moment.soon))\"\nurgent = true")
        #expect(home.troth("reload").code == 0)
        try await eventually("it works again") { service.err.contains("sam/broken/0: delivered") }
        try await eventually("nothing is said of it any more") { home.troth("status").out.contains("all delivered") }
        #expect(home.received.count == 10)
        #expect(try await home.stop(service).code == 0)
    }

    // MARK: - A trial, step by step

    @Test func aTrialSaysWhatHappened() throws {
        let home = try Home()
        try home.schedule(
            """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            channels = ["desk", "sad"]
            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}"]
            [channels.sad]
            type = "command"
            command = ["/bin/sh", "-c", "echo no luck >&2; exit 3"]
            [ritual.tea]
            every = "day at 16:00"
            """)
        let good = home.troth("test-channel", "desk", "--to", "sam")
        #expect(good.code == 0 && good.lines.count == 3, "\(good.out)")
        #expect(good.lines[0].hasPrefix("  started \(home.receiver), with "))
        #expect(good.lines[1] == "  it ended with 0")
        let sad = home.troth("test-channel", "sad", "--to", "sam")
        #expect(sad.code == 75 && sad.lines.last == "  it ended with 3" && sad.err.contains("no luck"))
        let steps = home.troth("test-channel", "desk", "--to", "sam", "--json").objects
        #expect(steps.compactMap { $0["step"] as? String } == ["started", "ended"])
        #expect(steps.first?["program"] as? String == home.receiver && steps.dropFirst().first?["code"] as? Int == 0)
        #expect(steps.last?["outcome"] as? String == "delivered" && steps.count == 3)
        let failed = home.troth("test-channel", "sad", "--to", "sam", "--json")
        #expect(failed.code == 75 && failed.objects.last?["outcome"] as? String == "permanent", "\(failed.out)")
        let german = home.troth("test-channel", "desk", "--to", "sam", with: ["LANG": "de_DE.UTF-8"])
        #expect(german.lines.dropFirst().first == "  beendet mit 0")
    }

    @Test(.enabled(if: Machine.hasMailServer && Machine.hasOpenSSL)) func aTrialOfMailTellsTheConversation()
        async throws
    {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(
            """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            channels = ["mail"]
            \(try server.channel(in: home))
            [ritual.tea]
            every = "day at 16:00"
            """)
        let service = try await home.start()
        for place in ["the service", "no service"] {
            let told = home.troth("test-channel", "mail", "--to", "sam")
            #expect(told.code == 0, "\(place): \(told.err)")
            #expect(told.lines.first == "  connected to 127.0.0.1 port \(server.port)", "\(place): \(told.out)")
            for code in ["220", "235", "250", "354"] {
                #expect(told.out.contains("\n  it said: \(code)"), "\(place), \(code): \(told.out)")
            }
            #expect(!told.out.contains(MailServer.password))
            if place == "the service" { #expect(try await home.stop(service).code == 0) }
        }
        #expect(server.taken.count == 2)
    }
}
