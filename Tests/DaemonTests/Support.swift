import CivilTime
import Foundation
import Loop
import Planning

@testable import Daemon

/// As the real ones do, it starts once the callback that asked for it is over.
final class DeferringChannel: Channel {
    let capacity = 8
    private let loop: EpollLoop
    private let began: (String) -> Void
    /// Whether what begins ends only once it is released.
    var holds = false
    private var held: [() -> Void] = []

    init(_ loop: EpollLoop, _ began: @escaping (String) -> Void) {
        self.loop = loop
        self.began = began
    }

    func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void) {
        loop.deferred { [self] in
            for parcel in parcels {
                began(parcel.title)
                let end = { report(parcel.key, .delivered("")) }
                if holds { held.append(end) } else { end() }
            }
        }
    }

    func release() {
        for end in held { end() }
        held = []
    }

    func finish() {}
}

/// In memory; hears of each commit before it is made, and may refuse it.
final class WatchedLedger: Ledger {
    private let own = MemoryLedger()
    private let onCommit: ([LedgerChange], Bool) throws(LedgerError) -> Void

    init(_ onCommit: @escaping (_ changes: [LedgerChange], _ durably: Bool) throws(LedgerError) -> Void) {
        self.onCommit = onCommit
    }

    func load() throws(LedgerError) -> LedgerState { try own.load() }
    func secret() throws(LedgerError) -> [UInt8] { try own.secret() }
    func history(_ query: HistoryQuery) throws(LedgerError) -> [HistoryEntry] { try own.history(query) }
    func missed(_ query: HistoryQuery) throws(LedgerError) -> [MissedEntry] { try own.missed(query) }
    func answers(_ query: HistoryQuery) throws(LedgerError) -> [AnswerRecord] { try own.answers(query) }
    func wishes(of person: PersonID) throws(LedgerError) -> [WishEntry] { try own.wishes(of: person) }
    func forget(_ person: PersonID) throws(LedgerError) -> Int { try own.forget(person) }
    func prune(before time: Timestamp, atMost most: Int) throws(LedgerError) -> Int {
        try own.prune(before: time, atMost: most)
    }

    func commit(_ changes: [LedgerChange], durably: Bool) throws(LedgerError) -> [NudgeKey] {
        try onCommit(changes, durably)
        return try own.commit(changes, durably: durably)
    }
}

final class SetClock: WallClock {
    var now: Timestamp
    init(_ now: Timestamp) { self.now = now }
    func read() -> ClockReading { ClockReading(now: now, isSynchronised: true) }
}

/// A folder with a schedule, for as long as the body takes.
func withSchedule(_ text: String, _ body: (_ paths: Paths) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daemon-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var paths = Paths(config: "\(folder)/troth.toml", state: folder)
    paths.socket = "\(folder)/control.sock"
    try Data(text.utf8).write(to: URL(fileURLWithPath: paths.schedule))
    try body(paths)
}
