import CivilTime
import Foundation
import Loop
import Planning
import Testing

@testable import Daemon

/// A disk that is full for a while, or somebody else's lock on the record: nothing is lost by it, nothing told twice.
@Suite struct RefusedRecordTests {
    final class Disk {
        var isFull = false
        /// How often it was written to while it was.
        var asked = 0
        private(set) lazy var ledger = WatchedLedger { [unowned self] _, _ throws(LedgerError) in
            guard isFull else { return }
            asked += 1
            throw .refused(reason: .diskFull)
        }
    }

    static let top = "timezone = \"UTC\"\n[people.sam]\nchannels = [\"desk\"]\n[channels.desk]\ntype = \"terminal\"\n"
    static let weekly = "[ritual.weekly]\ntitle = \"weekly\"\nevery = \"Sunday at 19:00\"\n"
    static let soon = "[ritual.soon]\ntitle = \"soon\"\nevery = \"day at 10:00\"\nurgent = true\n"
    static let ten = Timestamp(seconds: 2_051_258_400)  // Monday, 2035-01-01T10:00:00Z

    /// Runs a service at two minutes to ten, and after it what the body says, a step each time nothing is left to do.
    static func serve(
        _ schedule: String, holding: Bool = false, _ disk: Disk,
        _ body: (Service, SetClock, Paths, _ begun: @escaping () -> [String], _ release: @escaping () -> Void)
            -> [() -> Void]
    ) throws {
        try withSchedule(top + schedule) { paths in
            let loop = try EpollLoop()
            let clock = SetClock(Timestamp(seconds: ten.seconds - 120))
            var begun: [String] = []
            let channel = DeferringChannel(loop) { begun.append($0) }
            channel.holds = holding
            var parts = Service.Parts(
                loop: loop, paths: paths, clock: clock, ledger: disk.ledger,
                makeChannels: { definitions in Dictionary(uniqueKeysWithValues: definitions.map { ($0.id, channel) }) })
            parts.patience = .milliseconds(20)
            let service = try Service(parts)
            let steps = body(service, clock, paths, { begun }, { channel.release() })
            // Each step leaves time for three tries.
            func next(_ index: Int) {
                guard index < steps.count else { return service.stop() }
                steps[index]()
                loop.after(.milliseconds(70)) { next(index + 1) }
            }
            loop.deferred { next(0) }
            try service.run()
        }
    }

    @Test func whatIsNewFromAReloadOnIsNotLost() async {
        await #expect(processExitsWith: .success) {
            let disk = Disk()
            try RefusedRecordTests.serve(RefusedRecordTests.weekly, disk) { service, clock, paths, begun, _ in
                [
                    {
                        disk.isFull = true
                        try! Data((RefusedRecordTests.top + RefusedRecordTests.weekly + RefusedRecordTests.soon).utf8)
                            .write(to: URL(fileURLWithPath: paths.schedule))
                        service.reload()
                        #expect(service.adoptsSince == clock.now)
                    },
                    // The minute passes while the record still refuses.
                    { clock.now = Timestamp(seconds: RefusedRecordTests.ten.seconds + 60) },
                    {
                        disk.isFull = false
                        #expect(begun() == [])
                    },
                    {},
                    {
                        #expect(begun() == ["soon"])
                        #expect(service.adoptsSince == nil)
                    },
                ]
            }
        }
    }

    /// Each of several reasons to try again makes no chain of its own.
    @Test func whatIsTriedAgainIsTriedOnceATime() async {
        await #expect(processExitsWith: .success) {
            let disk = Disk()
            try RefusedRecordTests.serve(RefusedRecordTests.soon, disk) { service, clock, _, begun, _ in
                var before = 0
                return [
                    {
                        disk.isFull = true
                        clock.now = RefusedRecordTests.ten
                        for _ in 0..<50 { service.plan() }
                    },
                    { before = disk.asked },
                    {
                        // Three or four times in 70 ms, at two commits a time: not fifty times as often.
                        #expect(disk.asked - before < 20, "\(disk.asked - before)")
                        #expect(disk.asked > before)
                        disk.isFull = false
                    },
                    { #expect(begun() == ["soon"]) },
                ]
            }
        }
    }

    @Test func whatArrivedIsRecordedBeforeTheServiceEnds() async {
        await #expect(processExitsWith: .success) {
            let disk = Disk()
            try RefusedRecordTests.serve(RefusedRecordTests.soon, holding: true, disk) { service, clock, _, begun, release in
                [
                    {
                        clock.now = RefusedRecordTests.ten
                        service.plan()
                    },
                    {
                        #expect(begun() == ["soon"])
                        disk.isFull = true
                        release()
                    },
                    { service.stop() },
                    { disk.isFull = false },
                ]
            }
            let last = try disk.ledger.history(HistoryQuery(limit: 10)).last
            #expect(last?.attempts.contains { if case .delivered = $0.outcome { true } else { false } } == true)
        }
    }
}
