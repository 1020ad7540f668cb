import Foundation
import Testing

/// A service that was there before anybody logged in at a screen: over ssh, or in a user manager before its graphical
/// session. Seen through strace, so that no measure of time has to be trusted.
@Suite(.serialized, .enabled(if: Machine.hasDesktop && Machine.hasTracer)) struct WaitingTests {
    /// The system calls of a trace: name, and how long it took.
    private static func calls(_ file: String) -> [(name: String, seconds: Double)] {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            guard let paren = line.firstIndex(of: "("), line.hasSuffix(">"), let open = line.lastIndex(of: "<") else { return nil }
            let seconds = Double(line[line.index(after: open)...].dropLast()) ?? 0
            return (String(line[..<paren].split(separator: " ").last ?? ""), seconds)
        }
    }

    /// No display and no bus: the loop waits for events and for nothing else, and what was due is shown once there is
    /// somebody to show it.
    @Test func withoutADesktopTheLoopWaitsForNobody() async throws {
        let home = try Home()
        try DesktopTests.schedule(home)
        let trace = "\(home.path)/trace"
        let service = try await home.start(through: ["/usr/bin/strace", "-D", "-T", "-o", trace])
        try await eventually("it is found that nobody is there") { service.err.contains("out of reach") }
        #expect(home.troth("status").code == 0)
        let desktop = try await Desktop(home, in: "run")
        try await desktop.start(Machine.dunst)
        try await eventually("it is shown") { service.err.contains("sam/desktop/0: delivered") }
        #expect(home.received.isEmpty, "nothing went elsewhere")
        #expect(try await home.stop(service).code == 0)

        let calls = Self.calls(trace)
        let names = Set(calls.map(\.name))
        try #require(names.contains { $0.hasPrefix("epoll_") }, "\(names)")
        let waiting: Set = [
            "poll", "ppoll", "select", "pselect6", "nanosleep", "clock_nanosleep", "pause", "sigtimedwait", "rt_sigtimedwait",
            "wait4", "flock",
        ]
        #expect(names.isDisjoint(with: waiting), "\(names.intersection(waiting))")
        let longest = calls.filter { !$0.name.hasPrefix("epoll_") }.max { $0.seconds < $1.seconds }
        print("the longest call but waiting for events: \(longest.map { "\($0.name), \($0.seconds * 1000) ms" } ?? "none")")
    }
}
