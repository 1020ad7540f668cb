import CivilTime
import Daemon
import Ledgers
import Planning
import Wording

/// What the record knows of the agreements that a schedule needs.
struct Agreements {
    private let paths: Paths
    private let language: Language

    init(_ paths: Paths, _ language: Language) {
        self.paths = paths
        self.language = language
    }

    /// A line for each escalation that waits for its people. Without a record, or one that may be read, nobody has
    /// agreed as far as is known.
    func missing(in schedule: Schedule) -> [String] {
        guard schedule.rituals.contains(where: { $0.escalation != nil }) else { return [] }
        let state = (try? SQLiteLedger(folder: paths.state, .reading).load()) ?? LedgerState()
        return schedule.unagreed(state, at: MachineClock().read().now)
            .map { WishWording(language).unagreed($0, in: schedule) }
    }
}
