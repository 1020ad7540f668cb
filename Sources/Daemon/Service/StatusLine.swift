import CivilTime
import Planning
import Wording

extension Service {
    /// The line that `systemctl status` shows, in the language of the schedule's first person.
    var statusLine: String { statusLine(in: loaded.schedule.people.first?.language ?? .english) }

    /// Counts, times and channel names, never a title.
    func statusLine(in language: Language) -> String {
        StatusWording.line(
            rituals: loaded.schedule.rituals.count { $0.isOn }, next: nextDue, now: parts.clock.read().now,
            zone: loaded.schedule.zone, hold: hold, mistakes: loaded.mistakeCount,
            failing: channelHealth.failing.keys.map(\.text).sorted(), recordRefuses: ledgerRefuses,
            language: language)
    }
}
