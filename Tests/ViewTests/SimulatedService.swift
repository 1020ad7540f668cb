import Channels
import CivilTime
import Control
import Foundation
import Loop
import Planning

@testable import Daemon

/// A clock that the test moves.
final class SetClock: WallClock {
    var now: Timestamp
    init(_ now: Timestamp) { self.now = now }
    func read() -> ClockReading { ClockReading(now: now, isSynchronised: true) }
}

/// The service itself on a schedule's text, with a ledger in memory and a clock that the test moves: it plans, records
/// and renders as ever; what it would send is given to the test in place of a channel.
final class SimulatedService {
    let service: Service
    let clock: SetClock
    let ledger = MemoryLedger()
    private let folder: String
    /// Reads the same files.
    let store: ScheduleStore

    init(_ text: String, at now: Timestamp) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("privacy-\(UUID().uuidString)").path
        for name in ["config", "state"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/config/troth.toml"))
        clock = SetClock(now)
        let paths = Paths(config: "\(folder)/config/troth.toml", state: "\(folder)/state")
        store = ScheduleStore(paths)
        service = try Service(
            Service.Parts(loop: EpollLoop(), paths: paths, clock: clock, ledger: ledger, makeChannels: { _ in [:] }))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var schedule: Schedule { service.planner.schedule }

    /// Runs until `end`; each delivery succeeds.
    func run(until end: Timestamp, _ visit: (Delivery, Parcel) -> Void) throws {
        while clock.now <= end {
            let plan = service.planner.plan(at: clock.read(), preparing: 0)
            _ = try ledger.commit(plan.changes, durably: true)
            for delivery in plan.deliveries {
                guard let parcel = service.parcel(delivery, at: clock.now) else { continue }
                visit(delivery, parcel)
                try take([.begun(delivery.key), .attempted(delivery.key, .delivered(""), at: clock.now)])
            }
            guard let wake = plan.wakeAt else { return }
            clock.now = max(wake, Timestamp(microseconds: clock.now.microseconds + 1_000_000))
        }
    }

    /// Notes what was undertaken by hand, and takes up the schedule as it is lived from then on.
    func undertake(_ undertakings: [Undertaking]) throws {
        _ = try ledger.commit(undertakings.map { .undertaken($0) }, durably: true)
        service.adoptAgain()
    }

    func take(_ changes: [LedgerChange]) throws {
        _ = try ledger.commit(changes, durably: true)
        service.planner.take(changes)
    }
}
