public import CivilTime
import Recurrence

/// A time to come, as somebody types it: `2026-11-29 18:00`, `18:00`, `tomorrow at 18:00`, `Friday at 18:00`.
public enum SpokenTime {
    /// The local time that is meant, the first one after `now` where several could be; nil where it cannot be read, or
    /// is past.
    public static func read(_ text: String, after now: Timestamp, in zone: Zone) -> CivilDateTime? {
        if let local = CivilDateTime(parsing: text) { return zone.instant(of: local) > now ? local : nil }
        if let local = nearDay(text, now, zone) { return zone.instant(of: local) > now ? local : nil }
        let rule = TimeOfDay(parsing: text) == nil ? text : "day at \(text)"
        guard let phrase = try? Phrase(rule), !phrase.isElapsed, let rules = try? phrase.rules(),
            let next = Recurrence(rules: rules).next(after: now, in: zone), case .wall(let local) = next.key
        else { return nil }
        return local
    }

    /// `tomorrow at 18:00`, as it is said, and `morgen um 18:00`.
    private static func nearDay(_ text: String, _ now: Timestamp, _ zone: Zone) -> CivilDateTime? {
        let words = text.lowercased().split(separator: " ")
        let days = ["today": 0, "heute": 0, "tomorrow": 1, "morgen": 1]
        guard let first = words.first, let ahead = days[String(first)] else { return nil }
        let rest = words.dropFirst().drop { $0 == "at" || $0 == "um" }
        guard rest.count == 1, let time = rest.first.flatMap({ TimeOfDay(parsing: String($0)) }) else { return nil }
        return CivilDateTime(zone.local(at: now).date.adding(days: ahead), time)
    }
}
