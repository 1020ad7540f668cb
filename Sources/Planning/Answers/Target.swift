public import CivilTime
public import Recurrence

/// What an answer is about, as somebody typed it: a ritual (`weekly`, `check-in.weekly`), or one occurrence of it
/// (`weekly@2026-11-22`, `weekly@2026-11-22T19:00`).
public struct AnswerTarget: Hashable, Sendable {
    public var ritual: RitualID
    /// The local date, time or instant after the `@`.
    public var occurrence: String?
    /// The one nudge of it that is meant; nil is the nearest.
    public var lead: Lead?

    /// One nudge, whoever has it.
    public init(_ key: NudgeKey) {
        ritual = key.ritual
        occurrence = key.occurrence.keyText
        lead = key.lead
    }

    public init(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? text
        let id = name.split(separator: ".").last.map(String.init) ?? name
        ritual = RitualID(id)
        occurrence = parts.count > 1 ? String(parts[1]) : nil
    }

    /// Whether `key` is what was typed: exactly, without seconds, or by its date alone.
    func names(_ key: OccurrenceKey) -> Bool {
        guard let occurrence else { return true }
        let text = key.description
        return text == occurrence || text.hasPrefix(occurrence + ":") || text.hasPrefix(occurrence + "T")
            || (occurrence.hasSuffix("Z") && text == String(occurrence.dropLast()) + ":00Z")
    }
}

extension OccurrenceName {
    /// The shortest form that an answer understands: the date alone where the ritual comes once that day.
    public func short(in recurrence: Recurrence, at instant: Timestamp, zone: Zone) -> String {
        guard case .wall(let local) = key else { return "\(ritual)@\(key)" }
        let neighbours = [
            recurrence.latest(atOrBefore: instant.justBefore, in: zone), recurrence.next(after: instant, in: zone),
        ]
        let isAlone = neighbours.allSatisfy { neighbour in
            guard case .wall(let other)? = neighbour?.key else { return true }
            return other.date != local.date
        }
        return "\(ritual)@\(isAlone ? local.date.description : local.description)"
    }
}

/// Why an answer could not be taken.
public enum AnswerError: Error, Hashable, Sendable {
    case noSuchRitual(String, nearest: String?)
    case noSuchPerson(String, nearest: String?)
    case notForPerson(RitualID, PersonID)
    /// Several people have it, and it was not said who answers.
    case whoAnswers(RitualID, [PersonID])
    /// Nothing of it waits for an answer; the next occurrence's short id, where there is one.
    case nothingOpen(RitualID, next: String?)
    case noSuchOccurrence(RitualID, String, next: String?)
    /// The snooze would end when the next nudge has already come.
    case snoozeTooLong(until: Timestamp, latest: Timestamp)
    case snoozeTooShort
}
