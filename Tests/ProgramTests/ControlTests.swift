import Foundation
import Testing

/// The command line with a service beside it, and without one.
@Suite struct ControlTests {
    /// What is held back from a person, and what has no nudge because of it.
    @Test func checkSaysWhenSomebodyIsLeftAlone() throws {
        let home = try Home()
        try home.schedule(
            """
            timezone = "Europe/Berlin"

            [people.sam]
            name = "Sam"
            channels = ["desk"]
            quiet-hours = "22:00-07:30"
            per-day = 3

            [channels.desk]
            type = "terminal"

            [ritual.walk]
            title = "Walk"
            every = "day at 06:00"
            together = true
            """)
        let quiet = home.troth("check", "--now", "2026-11-22T22:00:00Z")
        #expect(quiet.code == 0, "\(quiet.err)")
        #expect(
            quiet.lines.dropFirst() == [
                "Sam is left alone from 22:00 to 07:30; up to 3 nudges a day come by themselves; the rest comes in one message "
                    + "when quiet ends",
                "if “Walk” is new, it begins without a nudge for Sam tomorrow at 06:00: Sam is left alone until 07:30",
            ])
        let german = home.troth("check", "--now", "2026-11-22T22:00:00Z", with: ["LANG": "de_DE.UTF-8"])
        #expect(german.out.contains("ist „Walk“ neu, beginnt es morgen um 06:00 ohne Erinnerung für Sam"))
        #expect(home.troth("check", "--now", "2026-11-22T12:00:00Z").lines.count == 2)
    }

    /// A person, a command that receives, and rituals.
    private func home(_ rituals: String) throws -> Home {
        let home = try Home()
        try home.schedule(Self.schedule(home, rituals))
        return home
    }

    private static func schedule(_ home: Home, _ rituals: String) -> String {
        """
        timezone = "UTC"

        [people.sam]
        name = "Sam"
        email = "sam@example.org"
        channels = ["desk"]

        [channels.desk]
        type = "command"
        command = ["\(home.receiver)", "{title}", "{body}"]

        \(rituals)
        """
    }

    private static let tea = """
        [ritual.tea]
        title = "Tea"
        every = "day at 16:00"
        """

    // MARK: - Answers

    @Test func aSnoozeWakesTheSleepingService() async throws {
        let home = try home(
            """
            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """)
        let service = try await home.start()
        try await eventually("the nudge comes") { home.received.count == 1 }
        // The service now sleeps until tomorrow; only a new plan brings the nudge back in between.
        try await eventually("the delivery is on record") { home.history().first?["outcome"] as? String == "delivered" }
        let snoozed = home.troth("snooze", "tea", "5 s")
        #expect(snoozed.code == 0, "\(snoozed.err)")
        try await eventually("it comes again") { home.received.count == 2 }
        #expect(home.received[0][0] != home.received[1][0], "another round is another delivery")
        let done = home.troth("done", "tea")
        #expect(done.code == 0, "\(done.err)")
        #expect(home.history().first?["outcome"] as? String == "acknowledged")
        #expect(try await home.stop(service).code == 0)
    }

    @Test func skippingLeavesOneOccurrenceOut() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        let before = home.troth("next", "-n", "2", "--json").objects
        let id = try #require(before.first?["id"] as? String)
        let skipped = home.troth("skip", id)
        #expect(skipped.code == 0, "\(skipped.err)")
        let after = home.troth("next", "-n", "2", "--json").objects
        #expect(after.first?["occurrence"] as? String == before[1]["occurrence"] as? String)
        #expect(home.troth("skip", "nothing-like-that").code == 66)
        #expect(try await home.stop(service).code == 0)
    }

    @Test func answersWorkWithoutAService() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        #expect(try await home.stop(service).code == 0)
        let before = home.troth("next", "-n", "2", "--json")
        #expect(before.code == 0, "\(before.err)")
        let id = try #require(before.objects.first?["id"] as? String)
        let skipped = home.troth("skip", id)
        #expect(skipped.code == 0, "\(skipped.err)")
        #expect((skipped.out + skipped.err).contains("no service is running"))
        let after = home.troth("next", "-n", "1", "--json").objects
        #expect(after.first?["occurrence"] as? String == before.objects[1]["occurrence"] as? String)
    }

    // MARK: - Looking

    @Test func nextAndHistoryTellProgramsWhatTheyTellPeople() async throws {
        let home = try home(
            """
            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: Moment.soon))"
            ahead = ["1 day"]
            urgent = true
            """)
        let service = try await home.start()
        let next = home.troth("next", "-n", "3", "--json")
        #expect(next.objects.count == 3)
        for object in next.objects {
            for key in ["ritual", "person", "channel", "lead", "occurrence", "at"] {
                #expect(object[key] is String, "\(key) in \(object)")
            }
            #expect(object["ritual"] as? String == "ritual.tea")
            #expect((object["at"] as? String)?.hasSuffix("Z") == true)
            #expect((object["occurrence"] as? String)?.hasSuffix("+00:00") == true)
        }
        #expect(home.troth("next", "-n", "3").lines.count == 3)
        try await eventually("the nudge comes") {
            home.history().contains { $0["outcome"] as? String == "delivered" && $0["channel"] as? String == "desk" }
        }
        #expect(try await home.stop(service).code == 0)
    }

    @Test func statusSaysHowTheServiceIs() async throws {
        let home = try home(Self.tea)
        #expect(home.troth("status").code == 69)
        let service = try await home.start()
        let status = home.troth("status")
        #expect(status.out.contains("next: "))
        #expect(status.out.contains("1 ritual"))
        #expect(status.out.contains("pid \(service.pid)"))
        #expect(!status.out.contains("Tea"), "a title is nobody else's business")
        let object = try #require(home.troth("status", "--json").objects.first)
        #expect(object["process"] as? Int == Int(service.pid))
        #expect(try await home.stop(service).code == 0)
        #expect(home.troth("status").code == 69)
    }

    @Test func aTestMessageSaysHowItWent() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        let good = home.troth("test-channel", "desk", "--to", "sam")
        #expect(good.code == 0, "\(good.err)")
        #expect(home.received.count == 1)
        #expect(home.troth("test-channel", "pigeon", "--to", "sam").code == 66)
        #expect(home.troth("test-channel", "desk", "--to", "nobody").code == 66)
        #expect(try await home.stop(service).code == 0)
        let alone = home.troth("test-channel", "desk", "--to", "sam")
        #expect(alone.code == 0, "\(alone.err)")
        #expect(home.received.count == 2)
        #expect(home.history().isEmpty, "a test is no nudge")
    }

    // MARK: - Reloading

    @Test func aReloadTakesUpTheNewScheduleOrSaysWhatIsWrong() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        try home.schedule(Self.schedule(home, Self.tea + "\n\n[ritual.walk]\ntitle = \"Walk\"\nevery = \"day at 18:00\"\n"))
        let good = home.troth("reload")
        #expect(good.code == 0, "\(good.err)")
        #expect(home.troth("status").out.contains("2 rituals"))

        try home.schedule(Self.schedule(home, Self.tea.replacingOccurrences(of: "every", with: "evry")))
        let bad = home.troth("reload")
        #expect(bad.code == 65)
        #expect(bad.err.contains("troth.toml:14:1: error: "))
        #expect(bad.err.contains("^^^^"))
        #expect(bad.err.contains("hint: did you mean `every`?"))
        let status = home.troth("status").out
        #expect(status.contains("2 rituals"), "the last good one goes on")
        #expect(status.contains("mistake"))

        // It goes on over a restart, too.
        #expect(try await home.stop(service).code == 0)
        let again = try await home.start()
        #expect(home.troth("status").out.contains("2 rituals"))
        #expect(again.err.contains("error: "))
        #expect(try await home.stop(again).code == 0)
    }

    @Test func aHangupReloads() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        try home.schedule(Self.schedule(home, Self.tea + "\n\n[ritual.walk]\ntitle = \"Walk\"\nevery = \"day at 18:00\"\n"))
        kill(service.pid, SIGHUP)
        try await eventually("the new schedule is in force") { home.troth("status").out.contains("2 rituals") }
        #expect(try await home.stop(service).code == 0)
    }

    @Test func reloadingNeedsAService() throws {
        #expect(try home(Self.tea).troth("reload").code == 69)
    }

    // MARK: - One service, one record

    @Test func aSecondServiceOnTheSameStateGivesWay() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        let second = try await home.launch().end()
        #expect(second.code == 75)
        #expect(second.err.contains("\(service.pid)"), "it says which one: \(second.err)")
        #expect(home.troth("status").code == 0, "the first one is unharmed")
        #expect(try await home.stop(service).code == 0)
    }

    @Test func theRecordIsForItsOwnerAlone() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        let files = try FileManager.default.subpathsOfDirectory(atPath: home.state)
        #expect(!files.isEmpty)
        for file in [home.state] + files.map({ "\(home.state)/\($0)" }) {
            let mode = try #require(
                try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber)
            #expect(mode.intValue & 0o077 == 0, "\(file) is open to others")
        }
        #expect(try await home.stop(service).code == 0)
    }

    // MARK: - Requests

    @Test func requestsAreBounded() async throws {
        let home = try home(Self.tea)
        let service = try await home.start()
        let note = home.text("state/troth/service").trimmingCharacters(in: .whitespacesAndNewlines)
        let talk = """
            import socket, sys
            def ask(data):
                client = socket.socket(socket.AF_UNIX); client.settimeout(60); client.connect(sys.argv[1])
                try:
                    client.sendall(data); client.shutdown(socket.SHUT_WR)
                except OSError: pass
                answer = b""
                try:
                    while chunk := client.recv(65536): answer += chunk
                except OSError: pass
                return answer.decode(errors="replace")
            for request in [b'{"verb":"status"}\\n', b'no json\\n', b'{"verb":"dance"}\\n',
                            b'{"verb":"status","x":"' + b'y' * 200000 + b'"}\\n', b'\\x00\\xff\\n', b'[' * 5000 + b'\\n']:
                print(ask(request).replace("\\n", " ").strip()[-200:])
            """
        let spoken = Running.output(Machine.python, ["-c", talk, note])
        let lines = spoken.out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        try #require(lines.count >= 6, "\(spoken.err)")
        #expect(lines[0].hasSuffix(#"{"exit":0}"#))
        for line in lines[1...5] { #expect(line.isEmpty || line.hasSuffix(#"{"exit":64}"#), "\(line)") }
        #expect(home.troth("status").code == 0, "the service is unharmed")
        #expect(try await home.stop(service).code == 0)
    }
}
