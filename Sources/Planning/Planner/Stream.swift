import CivilTime
import Recurrence

/// A nudge that a ritual generates, before anybody decides what becomes of it.
struct GeneratedNudge {
    var occurrence: Occurrence
    var lead: Lead
    var at: Timestamp
}

/// The nudges of one ritual in one zone, in order of time.
struct Stream {
    let ritual: Ritual
    let zone: Zone
    private let recurrence: Recurrence
    /// For whose quiet hours some nudges go out ahead of their time.
    private let reader: Person?

    /// - Parameters:
    ///   - lastDone: From when a ritual with a cadence is counted.
    ///   - reader: Whose quiet hours count.
    init(ritual: Ritual, zone: Zone, lastDone: Timestamp? = nil, reader: Person? = nil) {
        self.ritual = ritual
        self.zone = zone
        self.reader = ritual.expiresAtItsTime && !ritual.urgent && reader?.pace.quietHours != nil ? reader : nil
        recurrence = ritual.recurrence(lastDone: lastDone, in: zone)
    }

    /// The first occurrence after `instant`.
    func occurrence(after instant: Timestamp) -> Occurrence? { recurrence.next(after: instant, in: zone) }

    /// The last occurrence at `instant` or before it.
    func occurrence(atOrBefore instant: Timestamp) -> Occurrence? { recurrence.latest(atOrBefore: instant, in: zone) }

    /// When the nudge for `occurrence` with `lead` goes out: ahead of its time where it would otherwise come after the
    /// moment it is for.
    func goesOut(_ lead: Lead, _ occurrence: Occurrence) -> Timestamp {
        let nominal = lead.instant(before: occurrence.instant, in: zone)
        return reader.flatMap { Welcome.ahead(of: nominal, before: occurrence.instant, $0) } ?? nominal
    }

    /// Whether nudges may go out ahead of their time.
    var mayGoAhead: Bool { reader != nil }

    /// When the next nudge after `instant` goes out; nil when there is none any more.
    func next(after instant: Timestamp) -> GeneratedNudge? {
        var best: GeneratedNudge?
        for lead in ritual.leads {
            guard let candidate = next(lead, after: instant) else { continue }
            if let known = best, known.at <= candidate.at { continue }
            best = candidate
        }
        return best
    }

    /// Every nudge that goes out exactly at `instant`: a day's moment and the next day's lead can share it.
    func all(at instant: Timestamp) -> [GeneratedNudge] {
        ritual.leads.compactMap { lead in
            next(lead, after: instant.justBefore).flatMap { $0.at == instant ? $0 : nil }
        }
    }

    /// The next nudge with `lead` after `instant`.
    func next(_ lead: Lead, after instant: Timestamp) -> GeneratedNudge? {
        var after = instant
        if !lead.isMoment { after = Timestamp(microseconds: instant.microseconds + lead.shortest) }
        while let occurrence = self.occurrence(after: after) {
            let at = goesOut(lead, occurrence)
            if at > instant { return GeneratedNudge(occurrence: occurrence, lead: lead, at: at) }
            after = occurrence.instant
        }
        return nil
    }

    /// What follows `occurrence`: its instant bounds how long the one before it stays open.
    func following(_ occurrence: Occurrence) -> Timestamp? {
        self.occurrence(after: occurrence.instant)?.instant
    }

    /// Whether the ritual still generates the occurrence that `key` names around `instant`.
    func generates(_ key: OccurrenceKey, around instant: Timestamp) -> Bool {
        var after = instant.adding(seconds: -2 * 86_400)
        let end = instant.adding(seconds: 2 * 86_400)
        var looked = 0
        while let occurrence = self.occurrence(after: after), occurrence.instant <= end {
            if occurrence.key == key { return true }
            after = occurrence.instant
            looked += 1
            if looked == 4 * Policy.caughtUpAtMost {
                // A dense rule: look right at the instant instead of through days of it.
                return self.occurrence(after: instant.justBefore)?.key == key
            }
        }
        return false
    }
}

extension Lead {
    /// A lower bound of the lead's length in microseconds, from which a search may start.
    var shortest: Int64 {
        let days = Int64(span.months) * 28 + Int64(span.days)
        // A clock change makes a civil day an hour shorter, rarely more; Apia once lost a whole one.
        let slack: Int64 = days == 0 ? 0 : 26 * 3_600 * 1_000_000
        return Swift.max(0, days * 86_400_000_000 - slack) + span.microseconds
    }
}
