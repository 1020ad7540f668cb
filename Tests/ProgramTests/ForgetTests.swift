import Foundation
import Testing

/// Being forgotten, by the built programs: refused while the schedule names the person, and down to the bytes afterwards.
@Suite struct ForgetTests {
    private static let gone = "zqalex"

    private static func schedule(_ home: Home, _ people: [String], at: String = "23:00", top: String = "") throws {
        let tables = people.map { "[people.\($0)]\nname = \"\($0.capitalized)\"\nchannels = [\"desk\"]\n" }
        try home.schedule(
            """
            timezone = "\(ConsentTests.noon)"
            \(top)
            \(tables.joined(separator: "\n"))
            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}"]

            [appreciation.tea]
            title = "Tea"
            every = "day at \(at)"
            """)
    }

    /// A household in which the one who is new has had an introduction, and has asked for a thing or two.
    private static func lived() async throws -> (Home, Running) {
        let home = try Home()
        try schedule(home, ["sam", gone])
        let service = try await home.start()
        try await eventually("the introduction is on record") {
            home.troth("history", "--person", gone, "--json").objects.contains { $0["outcome"] as? String == "delivered" }
        }
        #expect(home.troth("skip", "tea", "--person", gone).code == 0)
        #expect(home.troth("mute", "2100-01-01", "--person", gone).code == 0)
        #expect(home.troth("skip", "tea", "--person", "sam").code == 0)
        return (home, service)
    }

    private static func isNamed(in folder: String) throws -> Bool {
        try PrivacyTests.bytes(in: folder) { _ in false }.range(of: Data(gone.utf8)) != nil
    }

    @Test func theServiceForgetsForGood() async throws {
        let (home, service) = try await Self.lived()
        let refused = home.troth("forget", Self.gone)
        #expect(refused.code == 65, "\(refused.err)")
        #expect(refused.err.contains("\n  \(home.schedule):7\n"), "\(refused.err)")
        #expect(refused.err.contains("--export"), "what can be had is offered")
        #expect(try Self.isNamed(in: home.state) && !home.troth("next", "--person", Self.gone).out.isEmpty)

        // The file alone is not what the service goes by.
        try Self.schedule(home, ["sam"])
        #expect(home.troth("forget", Self.gone).err.contains("troth reload"))
        #expect(home.troth("reload").code == 0)
        let file = "\(home.path)/mine.jsonl"
        let gone = home.troth("forget", Self.gone, "--export", file)
        #expect(gone.code == 0 && gone.out.contains("are gone from the record"), "\(gone.out) \(gone.err)")
        for trace in ["mailboxes", "backups", "another host's record", "git"] { #expect(gone.out.contains(trace)) }
        #expect(try !Self.isNamed(in: home.state))

        let lines = home.text("mine.jsonl").split(separator: "\n")
        let objects = lines.compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(objects.count == lines.count && gone.err.contains("\(lines.count) entries are in \(file)"))
        #expect(Set(objects.compactMap { $0["record"] as? String }).isSuperset(of: ["nudge", "wish"]), "\(objects)")
        #expect(objects.contains { $0["ritual"] as? String == "introduction" })
        #expect(home.troth("forget", Self.gone, "--export", file).code == 64, "never over another file")

        // It goes on for Sam, and forgets nothing of them.
        #expect(service.process.isRunning)
        #expect(home.troth("stop", "--json").code == 0 && home.troth("next", "-n", "1").code == 0)
        #expect(try await home.stop(service).code == 0)
        #expect(try !Self.isNamed(in: home.state), "nor does it write anything down as it ends")
    }

    @Test func theRecordItselfForgetsInGerman() async throws {
        let (home, service) = try await Self.lived()
        #expect(try await home.stop(service).code == 0)
        func forget(_ arguments: String...) -> Ended {
            Running.output(
                Programs.troth, ["forget", Self.gone] + arguments,
                environment: home.environment.merging(["LANG": "de_DE.UTF-8"]) { $1 })
        }
        let refused = forget()
        #expect(refused.code == 65 && refused.err.contains("der Plan nennt"), "\(refused.err)")
        #expect(refused.err.contains("\n  \(home.schedule):7\n"))
        try Self.schedule(home, ["sam"])
        let gone = forget()
        #expect(gone.code == 0 && gone.out.contains("endgültig"), "\(gone.out) \(gone.err)")
        #expect(try !Self.isNamed(in: home.state))
        #expect(forget().out.contains("ist nichts aufgezeichnet"))
        let object = home.troth("forget", Self.gone, "--json").objects.first
        #expect(object?["entries"] as? Int == 0)
    }

    @Test func whoAsksInTimeIsForgottenByItself() async throws {
        let (home, service) = try await Self.lived()
        let next = home.troth("next", "--person", Self.gone).out
        #expect(home.troth("forget", Self.gone, "--later").code == 0)
        #expect(home.troth("next", "--person", Self.gone).out.contains("nothing to come"))
        #expect(home.troth("stop", "--person", Self.gone).out.contains("leaves the record"))
        #expect(home.troth("forget", Self.gone, "--no-later").code == 0)
        #expect(home.troth("next", "--person", Self.gone).out == next)
        #expect(home.troth("forget", Self.gone, "--later").code == 0)
        try Self.schedule(home, ["sam"])
        #expect(home.troth("reload").code == 0)
        #expect(try !Self.isNamed(in: home.state))
        let ended = try await home.stop(service)
        #expect(ended.code == 0 && ended.err.contains("no longer on record"))
    }

    /// Four years go by in a moment; of the first days only what is needed is left.
    @Test(.enabled(if: Machine.hasCompiler)) func whatIsLongOverLeavesTheRecord() async throws {
        let clock = try ServiceClock()
        let home = clock.home
        let day = 86_400
        try clock.set(ahead: 0, kept: true)
        func schedule(_ top: String = "") throws { try Self.schedule(home, ["sam"], at: "11:00", top: top) }
        try schedule()
        let before = try await home.start(with: clock.environment)
        func nudges() -> [[String: Any]] { clock.troth("history", "-n", "1000", "--json").objects.filter { $0["due"] != nil } }
        func has(_ nudge: String) -> Bool { nudges().contains { $0["occurrence"] as? String == nudge } }
        try clock.set(ahead: day, kept: true)
        try await eventually("a nudge comes") { !home.received.isEmpty && !nudges().isEmpty }
        let first = try #require(nudges().first?["occurrence"] as? String)
        try clock.set(ahead: 40 * day, kept: true)
        try await eventually("it closes") {
            nudges().contains { $0["occurrence"] as? String == first && $0["closed"] != nil }
        }
        #expect(try await home.stop(before).code == 0)
        try clock.set(ahead: 4 * 366 * day, kept: true)
        let after = try await home.start(with: clock.environment)
        #expect(has(first), "for ever, where nothing is said")
        try schedule("keep = \"2 years\"")
        #expect(home.troth("check").out.contains("leaves the record after 2 years"))
        #expect(clock.troth("reload").code == 0)
        try await eventually("it has left") { !has(first) }
        #expect(!nudges().isEmpty, "what is newer stays")
        #expect(try await home.stop(after).code == 0)
    }
}
