public import CivilTime
import Recurrence

/// A time to come, as somebody types it: `2026-11-29 18:00`, `18:00`, `Friday at 18:00`.
public enum SpokenTime {
    /// The local time that is meant, the first one after `now` where several could be; nil where it cannot be read, or
    /// is past.
    public static func read(_ text: String, after now: Timestamp, in zone: Zone) -> CivilDateTime? {
        if let local = CivilDateTime(parsing: text) { return zone.instant(of: local) > now ? local : nil }
        let rule = TimeOfDay(parsing: text) == nil ? text : "day at \(text)"
        guard let phrase = try? Phrase(rule), !phrase.isElapsed, let rules = try? phrase.rules(),
            let next = Recurrence(rules: rules).next(after: now, in: zone), case .wall(let local) = next.key
        else { return nil }
        return local
    }
}
