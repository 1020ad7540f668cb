import CivilTime
import Planning
import Wording

extension Service {
    /// The line that `systemctl status` shows to everybody, in the language of the schedule's first person.
    var statusLine: String { statusLine(in: loaded.schedule.people.first?.language ?? .english) }

    /// Counts, times and channel names, never a title, and nothing of what is kept from somebody.
    func statusLine(in language: Language) -> String {
        StatusWording.line(
            rituals: loaded.activeCount, next: nextDue, now: parts.clock.read().now,
            zone: loaded.schedule.zone, hold: hold, mistakes: loaded.mistakeCount,
            failing: planner.state.failing(in: loaded.schedule),
            isTrying: planner.state.troubles.values.contains { $0.failures > 0 }, recordRefuses: ledgerRefuses,
            language: language)
    }
}
