import Foundation
import Testing

/// Answers on real desktops: a button that is really pressed, and notices that outlive a service.
@Suite(.serialized, .enabled(if: Machine.hasDesktop)) struct DesktopAnswerTests {
    /// Presses one of the buttons of the notice that xfce4-notifyd shows, until something comes of it.
    static func press(_ place: Int, on desktop: Desktop, until isTaken: () -> Bool) async throws {
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
        for row in [30, 24, 36, 44] where !isTaken() {
            desktop.run(
                "xdotool", "mousemove", "\(x + width * (2 * place + 1) / 8)", "\(y + height - row)", "click", "1")
            try await Task.sleep(for: .milliseconds(700))
        }
        try await eventually("the answer is taken", within: 20, isTaken)
    }

    /// The buttons of xfce4-notifyd are real ones; a pointer that is moved presses them.
    @Test(arguments: [(1, "done"), (2, "snooze"), (3, "skip")])
    func aButtonIsPressed(_ place: Int, _ answer: String) async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(try #require(Machine.xfce))
        try DesktopTests.schedule(home)
        let service = try await home.start(with: desktop.bus)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        desktop.picture("xfce4-\(answer)")
        try await Self.press(place, on: desktop) { service.err.contains("sam/desktop/0: \(answer)") }
        let entry = try #require(DesktopTests.entry(home))
        switch answer {
        case "done": #expect(entry["outcome"] as? String == "acknowledged")
        case "skip": #expect(entry["outcome"] as? String == "skipped")
        default: #expect(home.troth("history").out.contains("open"))
        }
        #expect(home.received.isEmpty)
        #expect(try await home.stop(service).code == 0)
    }

    /// Pressed after the service was started anew: the button still knows what it answers.
    @Test func aButtonAnswersAfterARestart() async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(try #require(Machine.xfce))
        try DesktopTests.schedule(home)
        var service = try await home.start(with: desktop.bus)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        #expect(try await home.stop(service).code == 0)
        service = try await home.start(with: desktop.bus)
        try await Self.press(1, on: desktop) { service.err.contains("sam/desktop/0: done") }
        #expect(DesktopTests.entry(home)?["outcome"] as? String == "acknowledged")
        #expect(try await home.stop(service).code == 0)
    }

    /// Answered elsewhere while no service was there, and after the next one had begun: the notice goes both times.
    @Test(arguments: [false, true]) func aNoticeFromBeforeARestartIsTakenBack(_ isServedWhenAnswered: Bool) async throws {
        let home = try Home()
        let desktop = try await Desktop(home)
        try await desktop.start(Machine.dunst)
        try DesktopTests.schedule(home)
        var service = try await home.start(with: desktop.bus)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        #expect(try await home.stop(service).code == 0)
        #expect(desktop.run("dunstctl", "count", "displayed").out.hasPrefix("1"))
        if !isServedWhenAnswered { #expect(home.troth("done", "weekly").code == 0) }
        service = try await home.start(with: desktop.bus)
        if isServedWhenAnswered { #expect(home.troth("done", "weekly").code == 0) }
        try await eventually("the notice is taken back") {
            desktop.run("dunstctl", "count", "displayed").out.hasPrefix("0")
        }
        #expect(try await home.stop(service).code == 0)
    }
}
