import Foundation
import Testing

/// Notices on real desktops: the built service, real notification servers, a button that is really pressed.
@Suite(.serialized, .enabled(if: Machine.hasDesktop)) struct DesktopTests {
    /// One person with a desktop and then a command; two rituals that are due together.
    static func schedule(_ home: Home, wait: String = "5 min", unseen: String = "30 min", in seconds: Double = Moment.soon) throws {
        try home.schedule(
            """
            timezone = "UTC"
            snooze = "2 h"

            [people.sam]
            name = "Sam"
            channels = ["desktop", "desk"]

            [channels.desktop]
            type = "desktop"
            wait = "\(wait)"
            unseen = "\(unseen)"

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{body}"]

            [check-in.weekly]
            title = "Weekly check-in"
            every = "day at \(Moment.clock(in: seconds))"
            message = "How did <this> week feel & why?"
            urgent = true
            """)
    }

    static func entry(_ home: Home) -> [String: Any]? { home.history().first }

    @Test func dunstShowsItAndAClickIsALook() async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(Machine.dunst)
        try Self.schedule(home, unseen: "8 s")
        let service = try await home.start(with: desktop.bus)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        let picture = desktop.picture("dunst")
        #expect(FileManager.default.fileExists(atPath: picture))
        #expect(desktop.run("dunstctl", "count", "displayed").out.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
        // dunst gives the default action by this; it is what a click on the notice does.
        #expect(desktop.run("dunstctl", "action", "0").code == 0)
        try await eventually("the look is noted") { service.err.contains("sam/desktop/0: seen") }
        try await Task.sleep(for: .seconds(10))
        #expect(home.received.isEmpty, "what somebody looked at goes nowhere else")
        #expect(try await home.stop(service).code == 0)
    }

    @Test func whatNobodyLooksAtReachesTheNextChannelAndGoesWhenAnsweredElsewhere() async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(Machine.dunst)
        try Self.schedule(home, unseen: "6 s")
        var service = try await home.start(with: desktop.bus)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        // A restart in between forgets the notice, and not that nobody has looked at it.
        #expect(try await home.stop(service).code == 0)
        service = try await home.start(with: desktop.bus)
        try await eventually("the next channel has it") { home.received.count == 1 }
        #expect(try await home.stop(service).code == 0)

        let other = try Home()
        let second = try await Desktop(other)
        try await second.start(Machine.dunst)
        try Self.schedule(other)
        service = try await other.start(with: second.bus)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        #expect(second.run("dunstctl", "count", "displayed").out.hasPrefix("1"))
        #expect(other.troth("done", "weekly").code == 0)
        try await eventually("the notice is taken back") {
            second.run("dunstctl", "count", "displayed").out.hasPrefix("0")
        }
        #expect(try await other.stop(service).code == 0)
    }

    /// First no bus, then a bus without a server, then a server: nothing is lost. That nothing is held up,
    /// ``WaitingTests`` sees.
    @Test func aDesktopThatComesLateGetsWhatWaited() async throws {
        let home = try Home()
        try Self.schedule(home)
        let place = ["DBUS_SESSION_BUS_ADDRESS": "unix:path=\(home.path)/session/bus"]
        let service = try await home.start(with: place)
        try await eventually("it is found that nobody is there") { service.err.contains("out of reach") }
        #expect(home.troth("status").code == 0)
        let desktop = try await Desktop(home)
        try await Task.sleep(for: .seconds(1))
        #expect(!service.err.contains("delivered"))
        try await desktop.start(Machine.dunst)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        #expect(home.received.isEmpty)
        #expect(try await home.stop(service).code == 0)
    }

    @Test func withoutAnyDesktopTheNextChannelHasItAfterTheWait() async throws {
        let home = try Home()
        try Self.schedule(home, wait: "3 s")
        let service = try await home.start()
        try await eventually("the next channel has it") { home.received.count == 1 }
        #expect(service.err.contains("sam/desktop/0: out of reach"))
        #expect(home.text("received").contains("Weekly check-in"))
        #expect(try await home.stop(service).code == 0)
    }

    @Test func anIdleServiceWithADesktopStaysSmallAndAsleep() async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(Machine.dunst)
        try Self.schedule(home, in: 7_200)
        let service = try await home.start(with: desktop.bus)
        try await Task.sleep(for: .seconds(2))
        func switches() throws -> Int {
            let status = try String(contentsOfFile: "/proc/\(service.pid)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
            return try #require(line.flatMap { Int($0.split(whereSeparator: \.isWhitespace).last ?? "") })
        }
        func kilobytes(_ name: String) throws -> Int {
            let status = try String(contentsOfFile: "/proc/\(service.pid)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return try #require(line.flatMap { Int($0.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "") })
        }
        let before = try switches()
        try await Task.sleep(for: .seconds(20))
        let wakes = try switches() - before
        let (resident, anonymous) = (try kilobytes("VmRSS"), try kilobytes("RssAnon"))
        print("idle with a desktop: \(resident) kB resident, \(anonymous) kB anonymous, \(wakes) wake-ups in 20 s")
        #expect(wakes == 0)
        #expect(resident <= 12 * 1024 && anonymous <= 3 * 1024)
        #expect(try await home.stop(service).code == 0)
    }
}
