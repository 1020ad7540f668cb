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

    static func delivered(_ home: Home, on channel: String = "desktop") -> Bool {
        home.history().contains { $0["channel"] as? String == channel && $0["attempt"] as? String == "delivered" }
            || home.troth("history").out.contains("\(channel)  Weekly check-in: open")
    }

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

    /// The buttons of xfce4-notifyd are real ones; a pointer that is moved presses them.
    @Test(arguments: [(1, "done"), (2, "snooze"), (3, "skip")])
    func aButtonIsPressed(_ place: Int, _ answer: String) async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(try #require(Machine.xfce))
        try Self.schedule(home)
        let service = try await home.start(with: desktop.bus)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        desktop.picture("xfce4-\(answer)")
        let window = desktop.run("xdotool", "search", "--onlyvisible", "--class", "xfce4-notifyd").out
            .split(separator: "\n").last.map(String.init) ?? ""
        let geometry = desktop.run("xdotool", "getwindowgeometry", "--shell", window).out
        let values = Dictionary(
            geometry.split(separator: "\n").compactMap { line -> (String, Int)? in
                let parts = line.split(separator: "=")
                return parts.count == 2 ? Int(parts[1]).map { (String(parts[0]), $0) } : nil
            }, uniquingKeysWith: { $1 })
        let (x, y) = (try #require(values["X"]), try #require(values["Y"]))
        let (width, height) = (try #require(values["WIDTH"]), try #require(values["HEIGHT"]))
        // Four buttons stand in a row at the foot of the notice, as wide as one another; the first says "Seen".
        for row in [30, 24, 36, 44] where !service.err.contains("sam/desktop/0: \(answer)") {
            desktop.run(
                "xdotool", "mousemove", "\(x + width * (2 * place + 1) / 8)", "\(y + height - row)", "click", "1")
            try await Task.sleep(for: .milliseconds(700))
        }
        try await eventually("the answer is taken", within: 20) { service.err.contains("sam/desktop/0: \(answer)") }
        let entry = try #require(Self.entry(home))
        switch answer {
        case "done": #expect(entry["outcome"] as? String == "acknowledged")
        case "skip": #expect(entry["outcome"] as? String == "skipped")
        default: #expect(home.troth("history").out.contains("open"))
        }
        #expect(home.received.isEmpty)
        #expect(try await home.stop(service).code == 0)
    }
}
