import Foundation
import Planning
import Testing

@testable import Channels

/// A terminal that a test looks at.
final class PseudoTerminal {
    let path: String
    private let near: Int32
    private let far: Int32

    init(mode: mode_t = 0o620) throws {
        near = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var number: Int32 = 0
        var lock: Int32 = 0
        // TIOCSPTLCK and TIOCGPTN of ioctl_tty(2): unlockpt(3) and ptsname(3) are not in Swift's Glibc.
        try #require(ioctl(near, 0x4004_5431, &lock) == 0 && ioctl(near, 0x8004_5430, &number) == 0)
        path = "/dev/pts/\(number)"
        far = open(path, O_RDWR | O_NOCTTY)
        try #require(far >= 0 && chmod(path, mode) == 0)
    }

    /// What was written to it, at least `count` bytes of it.
    func text(_ count: Int) -> String {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var chunk = [UInt8](repeating: 0, count: 4096)
            let got = read(near, &chunk, chunk.count)
            if got <= 0 { break }
            bytes += chunk[..<got]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    deinit {
        close(far)
        close(near)
    }
}

struct TerminalChannelTests {
    static func outcome(_ parcel: Parcel, on paths: [String]) throws -> AttemptOutcome? {
        try ChannelRun.outcome(of: parcel) { TerminalChannel(on: $0, usesStandardOutput: false, candidates: { paths }) }
    }

    @Test func oneLineIsShown() throws {
        let terminal = try PseudoTerminal()
        let parcel = Samples.parcel(title: "Check-in\u{1B}[2J\u{7}", body: "How\r\nare you?\u{9B}31m\n\nWell \u{202E}then.")
        #expect(try Self.outcome(parcel, on: [terminal.path, terminal.path]) == .delivered("shown on 1 terminal"))
        let line = "Check-in\u{FFFD}[2J\u{FFFD}: How are you?\u{FFFD}31m Well then."
        let text = terminal.text(line.utf8.count + 4)
        #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == line)
        #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0D && $0 != 0x0A })
    }

    @Test func aTerminalThatTakesNoMessagesIsLeftAlone() throws {
        let terminal = try PseudoTerminal(mode: 0o600)
        #expect(
            try Self.outcome(Samples.parcel(), on: [terminal.path, "/dev/null", "/no/such/tty"])
                == .unreachable("no terminal of yours is open"))
    }
}
