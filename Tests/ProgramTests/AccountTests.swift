import Foundation
import Testing

/// Two people with accounts of their own, a stranger and root at the system service's real socket.
@Suite(.serialized, .enabled(if: Machine.hasContainers)) struct AccountTests {
    private static let schedule = """
        timezone = "UTC"

        [people.sam]
        name = "Sam"
        user = "sam"
        channels = ["desk"]

        [people.alex]
        name = "Alex"
        user = "alex"
        channels = ["desk"]

        [channels.desk]
        type = "command"
        command = ["/bin/true"]

        [appreciation.tea]
        title = "Tea"
        every = "day at 16:00"

        [appreciation.nap]
        title = "Nap"
        every = "day at 14:00"
        people = ["alex"]
        """

    private func lab() async throws -> Lab {
        let lab = try await Lab()
        try await lab.install()
        for user in ["sam", "alex", "guest", "outsider"] {
            #expect(try await lab.run("useradd", "--create-home", user).code == 0)
        }
        for user in ["sam", "alex", "guest"] { #expect(try await lab.run("usermod", "-aG", "troth", user).code == 0) }
        try await lab.write("/etc/troth/troth.toml", Self.schedule, mode: "600", owner: "troth:troth")
        let started = try await lab.run("systemctl", "start", "troth")
        try #require(started.code == 0, "\(started.err)")
        return lab
    }

    private func people(_ ended: Ended) -> Set<String> { Set(ended.objects.compactMap { $0["person"] as? String }) }

    @Test func eachAccountIsItsPersonAndNobodyElse() async throws {
        let lab = try await lab()
        #expect(try await lab.run("sh", "-c", "stat -c '%a %U %G' /run/troth/*.sock").out == "660 troth troth\n")
        #expect(try await lab.run(as: "sam", "cat", "/etc/troth/troth.toml").code != 0)
        #expect(try await lab.run(as: "sam", "ls", "/var/lib/troth").code != 0)

        // What each sees is their own.
        #expect(try await people(lab.run(as: "sam", "troth", "next", "-n", "50", "--json")) == ["sam"])
        #expect(try await people(lab.run(as: "alex", "troth", "next", "-n", "50", "--json")) == ["alex"])
        for verb in ["next", "history"] {
            #expect(try await lab.run(as: "sam", "troth", verb, "--person", "alex").code == 64)
        }

        // What each says is their own, and the other learns nothing of it.
        for command in [
            ["done", "tea"], ["skip", "tea"], ["stop", "everything"], ["pause"], ["mute", "2030-01-01"],
        ] {
            let ended = try await lab.run(
                ["runuser", "-u", "sam", "--", "troth"] + command + ["--person", "alex"])
            #expect(ended.code == 64, "\(command): \(ended.err)")
        }
        #expect(try await lab.run(as: "sam", "troth", "stop", "nap").code == 66, "as if it were not there")
        #expect(try await lab.run(as: "sam", "troth", "stop", "everything").code == 0)
        #expect(try await lab.run(as: "sam", "troth", "next").out.contains("nothing to come"))
        let others = try await lab.run(as: "alex", "troth", "next", "-n", "50", "--json")
        #expect(people(others) == ["alex"] && others.objects.count == 50)
        #expect(try await lab.run(as: "alex", "troth", "stop").out.contains("nothing is stopped"))
        #expect(try await !lab.run(as: "alex", "troth", "history", "--json").out.contains("sam"))
        // Nor does the journal, which the household's administrator reads.
        #expect(try await !lab.run("journalctl", "-u", "troth", "-o", "verbose").out.contains("stopped by"))

        // To be forgotten is to be asked for by oneself, and has to wait for the schedule.
        #expect(try await lab.run(as: "sam", "troth", "forget", "alex").code == 64)
        #expect(try await lab.run(as: "sam", "troth", "forget", "kim").code == 78)
        let named = try await lab.run(as: "sam", "troth", "forget", "sam")
        #expect(named.code == 65 && named.err.contains("/etc/troth/troth.toml:"), "\(named.err)")

        // Keeping the service is not for them.
        #expect(try await lab.run(as: "sam", "troth", "reload").code == 78)
        #expect(try await lab.run(as: "sam", "troth", "test-channel", "desk", "--to", "alex").code == 78)
        #expect(try await lab.run(as: "sam", "troth", "test-channel", "desk", "--to", "sam").code == 0)
    }

    @Test func rootKeepsTheServiceAndStrangersLearnHowItIs() async throws {
        let lab = try await lab()
        #expect(try await lab.troth("reload").code == 0)
        #expect(try await lab.troth("status").code == 0)
        #expect(try await lab.troth("test-channel", "desk", "--to", "alex").code == 0)
        #expect(try await lab.troth("next").code == 78)
        #expect(try await lab.troth("done", "tea", "--person", "sam").code == 64)
        #expect(try await lab.troth("stop", "everything", "--person", "sam").code == 64)
        #expect(try await people(lab.run(as: "sam", "troth", "next", "--json")) == ["sam"])

        #expect(try await lab.run(as: "guest", "troth", "status").code == 0)
        for command in ["next", "history", "stop", "reload", "pause"] {
            let ended = try await lab.run(as: "guest", "troth", command)
            #expect(ended.code == 78 && ended.out.isEmpty, "\(command): \(ended.out)")
        }
        let outside = try await lab.run(as: "outsider", "troth", "next")
        #expect(outside.code == 78 && outside.err.contains("`troth`"), "\(outside.err)")
    }
}
