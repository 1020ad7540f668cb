import CivilTime
import Planning
import Wording

extension Service {
    /// The line that `systemctl status` shows to everybody: counts, times and channel names, never a title, and nothing
    /// of what is kept from somebody.
    var statusLine: String {
        StatusWording.line(
            rituals: loaded.schedule.rituals.count { $0.isOn && $0.secrecy == nil }, next: nextDue,
            now: parts.clock.read().now,
            zone: loaded.schedule.zone, hold: hold, mistakes: loaded.mistakeCount,
            failing: channelHealth.failing.keys.map(\.text).sorted(), recordRefuses: ledgerRefuses,
            language: loaded.schedule.people.first?.language ?? .english)
    }
}
