import Foundation
import Testing

/// What can happen to the service itself, its record, its clock, its schedule and its machine.
enum ServiceTrials {
    typealias Seen = FailureTests.Seen

    static let all: [String: @Sendable () async throws -> Seen] = [
        "the service is killed before it claims": { try await killed(at: "before-claim", attempts: 1) },
        "the service is killed once it has claimed": { try await killed(at: "after-claim", attempts: 1) },
        "the service is killed as it begins to send": { try await killed(at: "during-send", attempts: 2) },
        "the service is killed before it records that the server took it": {
            try await killed(at: "after-acceptance", attempts: 2)
        },
        "the disk is full, and then it is not": { try await fullDisk() },
        "the clock is behind the record, and then it is right": { try await clockBehind() },
        "the schedule has a mistake": { try await brokenSchedule() },
        "the machine was off for a week": { try await away(restarted: true, days: 7) },
        "the machine slept for a day": { try await away(restarted: false, days: 1) },
    ]

    private static func killed(at place: String, attempts: Int) async throws -> Seen {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        try home.schedule(over: #""mail""#, try server.channel(in: home))
        let ended = try await home.launch(with: ["TROTH_CRASH_AT": place]).end()
        #expect(ended.signal == SIGKILL, "\(ended.err)")
        home.service = try await home.start()
        try await home.attempts(attempts)
        return Seen(server.says, home)
    }

    /// The record lies on a disk of its own, which the test fills up.
    private static func fullDisk() async throws -> Seen {
        let home = try Home()
        let disk = "\(home.path)/state"
        let mounted = Running.output("/bin/mount", ["-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", disk])
        try #require(mounted.code == 0, "\(mounted.err)")
        defer {
            home.service = nil
            _ = Running.output("/bin/umount", ["-l", disk])
        }
        try home.schedule(over: #""desk""#, "")
        let service = try await home.start()
        home.service = service
        _ = Running.output("/bin/sh", ["-c", "cat /dev/zero >'\(disk)/filler'"])
        try await eventually("it is said that the record cannot be written") {
            service.err.contains("the record cannot be written")
        }
        #expect(home.received.isEmpty, "what cannot be recorded is not sent")
        try FileManager.default.removeItem(atPath: "\(disk)/filler")
        try await home.attempts(1)
        return Seen(home.messages.count == 1 ? "once" : home.deskSays, home)
    }

    private static func clockBehind() async throws -> Seen {
        let clock = try ServiceClock()
        let home = clock.home
        try clock.set(ahead: 7_200, kept: true)
        try home.schedule(over: #""desk""#, "", due: 7_300)
        let service = try await home.start(with: clock.environment)
        home.service = service
        try clock.set(ahead: 0, kept: false)
        try await eventually("status says that it waits") { clock.troth("status").out.contains("waiting for the clock") }
        #expect(home.received.isEmpty)
        try clock.set(ahead: 7_301, kept: true)
        try await home.attempts(1)
        return Seen(home.messages.count == 1 ? "once" : home.deskSays, home)
    }

    private static func brokenSchedule() async throws -> Seen {
        let home = try Home()
        try home.schedule(over: #""desk""#, "")
        let first = try await home.start()
        #expect(try await home.stop(first).code == 0)
        let text = home.text("config/troth/troth.toml")
        try home.schedule(text.replacingOccurrences(of: "every = \"day", with: "every = \"dya"))
        home.service = try await home.start()
        try await home.attempts(1)
        let teas = home.messages.filter { $0[3] == "Tea" }
        #expect(home.messages.count { $0[3] != "Tea" } == 1, "whose schedule it is hears of it")
        return Seen(teas.count == 1 ? "once" : home.deskSays, home)
    }

    /// Three nudges a day, and it is noon when somebody comes back.
    private static func away(restarted: Bool, days: Int) async throws -> Seen {
        let clock = try ServiceClock()
        let home = clock.home
        let now = Int(Date().timeIntervalSince1970)
        let noon = 86_400 - (now + 43_200) % 86_400
        try clock.set(ahead: noon, kept: true)
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{body}"]

            \(["nine", "ten", "eleven"].enumerated().map { "[appreciation.\($1)]\nevery = \"day at \($0 + 9):00\"" }.joined(separator: "\n"))
            """)
        var service = try await home.start(with: clock.environment)
        if restarted { #expect(try await home.stop(service).code == 0) }
        try clock.set(ahead: noon + days * 86_400, kept: true)
        if restarted { service = try await home.start(with: clock.environment) }
        home.service = service
        try await home.attempts(3)
        let isOne = home.messages.count == 1 && home.messages[0][1].isEmpty
        return Seen(isOne ? "one message for all three" : home.deskSays, home)
    }
}
