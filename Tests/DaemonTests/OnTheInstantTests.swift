import CivilTime
import Foundation
import Loop
import Planning
import Testing

@testable import Daemon

/// What a wake-up does first: on its instant, a nudge waits for nothing that is only for later ones.
@Suite struct OnTheInstantTests {
    /// What happened, in order: `begin n0` when a channel starts to send, `claim n1` when a durable commit claims.
    final class Log {
        var lines: [String] = []
    }

    /// A second apart: claimed two seconds ahead, by the handful, so that some wake-ups have one to send and others to
    /// claim. In a process of its own, which may take the signals.
    @Test func theNextHandfulIsClaimedAfterTheSendingHasBegun() async {
        await #expect(processExitsWith: .success) {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("instant-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let count = 6
            let rituals = (0..<count).map { number in
                "[ritual.n\(number)]\ntitle = \"n\(number)\"\ncalendar = \"2035-01-01 10:00:0\(number)\"\nurgent = true\n"
            }
            let top = "timezone = \"UTC\"\n[people.sam]\nchannels = [\"desk\"]\n[channels.desk]\ntype = \"terminal\"\n"
            try Data((top + rituals.joined()).utf8).write(to: URL(fileURLWithPath: "\(folder)/troth.toml"))
            let log = Log()
            let ledger = WatchedLedger { changes, durably in
                for case .claimed(_, let members, _, _) in changes where durably {
                    log.lines += members.map { "claim \($0.ritual.text)" }
                }
            }
            let loop = try EpollLoop()
            let first = Timestamp(seconds: 2_051_258_400)  // 2035-01-01T10:00:00Z
            let clock = SetClock(Timestamp(seconds: first.seconds - 600))
            var paths = Paths(config: "\(folder)/troth.toml", state: folder)
            paths.socket = "\(folder)/control.sock"
            let channel = DeferringChannel(loop) { log.lines.append("begin \($0)") }
            let service = try Service(
                Service.Parts(
                    loop: loop, paths: paths, clock: clock, ledger: ledger,
                    makeChannels: { definitions in Dictionary(uniqueKeysWithValues: definitions.map { ($0.id, channel) }) }))
            // Whenever nothing is left to do, the next second comes, from one before the first nudge on.
            var seconds = (-1...count).makeIterator()
            loop.beforeSleep = {
                guard let second = seconds.next() else { return service.stop() }
                clock.now = Timestamp(seconds: first.seconds + Int64(second))
                loop.onWake?(.due)
            }
            try service.run()
            #expect(
                log.lines == [
                    "claim n0", "claim n1", "begin n0", "begin n1", "claim n2", "claim n3", "begin n2", "begin n3",
                    "claim n4", "claim n5", "begin n4", "begin n5",
                ])
        }
    }
}
