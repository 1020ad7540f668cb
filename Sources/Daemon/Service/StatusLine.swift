import CivilTime
import Planning
import Wording

extension Service {
    /// The line that `systemctl status` shows: counts, times and channel names, never a title.
    var statusLine: String {
        StatusWording.line(
            rituals: loaded.activeCount, next: nextDue, now: parts.clock.read().now,
            zone: loaded.schedule.zone, hold: hold, mistakes: loaded.mistakeCount,
            failing: planner.state.failing(in: loaded.schedule),
            isTrying: planner.state.troubles.values.contains { $0.failures > 0 }, recordRefuses: ledgerRefuses,
            language: loaded.schedule.people.first?.language ?? .english)
    }
}
