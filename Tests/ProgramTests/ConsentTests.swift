import Foundation
import Testing

/// Stop, pause, mute, introductions and agreements on the built programs.
@Suite struct ConsentTests {
    /// A zone in which it is about noon now, so that nothing waits for the day.
    static let noon: String = {
        let hour = Calendar.utc.component(.hour, from: Date())
        let shift = 12 - hour
        // POSIX turns the sign around: Etc/GMT-3 is three hours ahead of UTC.
        return shift == 0 ? "Etc/GMT" : "Etc/GMT\(shift > 0 ? "-" : "+")\(abs(shift))"
    }()

    private func home(_ rituals: String, timezone: String = "UTC", people: [String] = ["sam"]) throws -> Home {
        let home = try Home()
        try schedule(home, rituals, timezone: timezone, people: people)
        return home
    }

    private func schedule(
        _ home: Home, _ rituals: String, timezone: String = "UTC", people: [String] = ["sam"]
    ) throws {
        let tables = people.map { id in
            """
            [people.\(id)]
            name = "\(id.capitalized)"
            channels = ["desk"]

            """
        }
        try home.schedule(
            """
            timezone = "\(timezone)"

            \(tables.joined(separator: "\n"))
            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{body}"]

            \(rituals)
            """)
    }

    private static let tea = """
        [appreciation.tea]
        title = "Tea"
        every = "day at 16:00"

        [appreciation.walk]
        title = "Walk"
        every = "day at 18:00"
        """

    // MARK: - Stopping

    @Test func stopAndStartAreInForceAtOnceAndOverARestart() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        #expect(home.troth("stop").out.contains("nothing is stopped"))
        #expect(home.troth("stop", "tea").code == 0)
        #expect(
            Set(home.troth("next", "--json").objects.compactMap { $0["ritual"] as? String }) == ["appreciation.walk"])
        #expect(home.troth("stop", "nothing-like-that").code == 66)
        #expect(try await home.stop(service).code == 0)
        // The record knows, whoever asks it.
        #expect(home.troth("stop", "--json").objects.first?["subject"] as? String == "ritual tea")
        #expect(home.troth("stop", "everything").code == 0)
        #expect(home.troth("next").out.contains("nothing to come"))
        #expect(home.troth("start", "tea").code == 0)
        #expect(home.troth("start", "walk").code == 64, "everything is stopped")
        let again = try await home.start()
        #expect(home.troth("next").out.contains("nothing to come"))
        #expect(home.troth("start", "everything").code == 0)
        #expect(home.troth("next", "-n", "2", "--json").objects.count == 2)
        #expect(try await home.stop(again).code == 0)
    }

    @Test func whatFallsDueMeanwhileIsSkippedAndNotBroughtUpAgain() async throws {
        func due(_ id: String) -> String {
            """
            [ritual.\(id)]
            title = "\(id.capitalized)"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true

            """
        }
        let first = due("first")
        let home = try home(first)
        let service = try await home.start()
        try await eventually("the first comes") {
            home.history().contains {
                $0["ritual"] as? String == "ritual.first" && $0["outcome"] as? String == "delivered"
            }
        }
        #expect(home.troth("pause", "--until", "1 day").code == 0)
        try schedule(home, first + due("second"))
        #expect(home.troth("reload").code == 0)
        try await eventually("the second closes unsent") {
            home.history().contains { $0["ritual"] as? String == "ritual.second" }
        }
        let second = try #require(home.history().first { $0["ritual"] as? String == "ritual.second" })
        #expect(second["outcome"] as? String == "skipped" && second["reason"] as? String == "paused by person")
        #expect(home.troth("resume").code == 0)
        // Whatever it would bring up it brings up before it answers this.
        #expect(home.troth("test-channel", "desk", "--to", "sam").code == 0)
        #expect(home.received.count == 2)
        #expect(try await home.stop(service).code == 0)
    }

    @Test func datesAreMutedAndPreviewsKnow() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        let first = try #require(home.troth("next", "-n", "1", "--json").objects.first?["occurrence"] as? String)
        let day = String(first.prefix(10))
        #expect(home.troth("mute", day).code == 0)
        let after = home.troth("next", "-n", "1", "--json").objects.first?["occurrence"] as? String
        #expect(after?.hasPrefix(day) == false)
        let span = ["--from", "\(day)T00:00:00Z", "--to", "\(day)T23:59:59Z", "--json"]
        func simulated(_ more: String...) -> Int {
            Running.output(Programs.troth, ["simulate"] + span + more, environment: home.environment).objects.count
        }
        #expect(simulated() == 2)
        #expect(simulated("--state", home.state) == 0)
        #expect(home.troth("mute", "someday").code == 64)
        #expect(home.troth("mute", "2020-01-01").code == 64)
        #expect(home.troth("unmute", day).code == 0)
        #expect(home.troth("next", "-n", "1", "--json").objects.first?["occurrence"] as? String == first)
        #expect(try await home.stop(service).code == 0)
    }

    // MARK: - New people

    @Test func somebodyNewIsIntroducedOnceAndTheKeeperNever() async throws {
        let rituals = Self.tea.replacingOccurrences(of: "16:00", with: "23:00").replacingOccurrences(
            of: "18:00", with: "23:30")
        let home = try home(rituals, timezone: Self.noon, people: ["sam", "alex"])
        let service = try await home.start()
        try await eventually("Alex is introduced") { !home.received.isEmpty }
        let message = try #require(home.received.first)
        #expect(message[2] == "alex" && message[3] == "Hello from Troth")
        try await eventually("it is on record") {
            home.history().contains {
                $0["ritual"] as? String == "introduction" && $0["outcome"] as? String == "delivered"
            }
        }
        let text = home.text("received")
        for part in [
            "Sam keeps a schedule", "This is what will come:", "“Tea” every day at 23:00",
            "`troth stop everything --person alex`",
        ] { #expect(text.contains(part), "\(text)") }
        #expect(try await home.stop(service).code == 0)
        let again = try await home.start()
        #expect(home.troth("reload").code == 0)
        #expect(try await home.stop(again).code == 0)
        // Its text has several lines; a message begins with a key.
        #expect(home.received.filter { $0.count == 5 }.count == 1)
    }

    // MARK: - Several people at one account

    @Test func whoSharesAnAccountSaysWho() async throws {
        let home = try home(Self.tea, people: ["sam", "alex"])
        let service = try await home.start()
        let unsaid = home.troth("stop", "everything")
        #expect(unsaid.code == 64)
        #expect(unsaid.err.contains("--person sam"))
        #expect(home.troth("stop", "everything", "--person", "alex").code == 0)
        let next = home.troth("next", "-n", "4", "--json").objects.compactMap { $0["person"] as? String }
        #expect(Set(next) == ["sam"])
        #expect(home.troth("stop", "--person", "sam").out.contains("nothing is stopped"))
        #expect(try await home.stop(service).code == 0)
    }

    // MARK: - Agreements

    @Test func anEscalationNeedsBothAndCheckSaysWhereItWaits() async throws {
        let home = try home(
            """
            [promise.walk]
            title = "Walk"
            every = "day at 18:00"
            people = ["sam"]
            escalate = { to = "alex", after = "1 day" }
            """, people: ["sam", "alex"])
        let service = try await home.start()
        #expect(home.troth("check").err.contains("agree"))
        #expect(home.troth("agree", "--list", "--person", "alex").out.contains("troth agree walk"))
        #expect(home.troth("agree", "walk", "--person", "sam").out.contains("once the other person agrees"))
        #expect(home.troth("agree", "walk", "--person", "alex").out.contains("in force"))
        #expect(!home.troth("check").err.contains("agree"))
        #expect(home.troth("disagree", "walk", "--person", "sam").code == 0)
        #expect(home.troth("check").err.contains("agree"))
        #expect(home.troth("agree", "tea", "--person", "sam").code == 66)
        #expect(try await home.stop(service).code == 0)
    }
}
