import Foundation
import Testing

/// A service that was there before anybody logged in at a screen: over ssh, or in a user manager before its graphical
/// session. Seen through strace, so that no measure of time has to be trusted.
@Suite(.serialized, .enabled(if: Machine.hasDesktop && Machine.hasTracer)) struct WaitingTests {
    /// A system call of a trace.
    private struct Call {
        var name: String
        var line: String
        var seconds: Double

        /// Whether it may sleep: what is asked with no time to wait, or not to wait, does not.
        var waits: Bool {
            let sleepers: Set = [
                "poll", "ppoll", "select", "pselect6", "nanosleep", "clock_nanosleep", "pause", "rt_sigtimedwait", "wait4",
                "flock",
            ]
            let isAtOnce = ["{tv_sec=0, tv_nsec=0}", "LOCK_NB", "LOCK_UN", "WNOHANG"].contains { line.contains($0) }
            return sleepers.contains(name) && !isAtOnce
        }
    }

    private static func calls(_ file: String) -> [Call] {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            guard let paren = line.firstIndex(of: "("), line.hasSuffix(">"), let open = line.lastIndex(of: "<") else { return nil }
            let seconds = Double(line[line.index(after: open)...].dropLast()) ?? 0
            return Call(name: String(line[..<paren].split(separator: " ").last ?? ""), line: String(line), seconds: seconds)
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
        try #require(calls.contains { $0.name.hasPrefix("epoll_") })
        #expect(calls.filter(\.waits).map(\.line) == [])
        let longest = calls.filter { !$0.name.hasPrefix("epoll_") }.max { $0.seconds < $1.seconds }
        print("the longest call but waiting for events: \(longest.map { "\($0.name), \($0.seconds * 1000) ms" } ?? "none")")
    }
}
