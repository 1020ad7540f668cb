import CivilTime
import ICalendar
import Recurrence
import Wording

/// What differs from an event's rule: dates beside it, dates left out, single ones that were changed.
extension EventReading {
    /// One time beside the rule.
    struct Single {
        var time: EventTime
        /// What says its words, where those are not the event's.
        var event: ContentComponent?
    }

    struct Changes {
        var added: [Single] = []
        var removed: [EventTime] = []
    }

    /// Reads them all; one that cannot be read is a note.
    mutating func changes() -> Changes {
        var changes = Changes()
        for property in event.all("RDATE") { changes.added += times(of: property).map { Single(time: $0) } }
        for property in event.all("EXDATE") { changes.removed += times(of: property) }
        for single in changed {
            guard let property = single.first("RECURRENCE-ID"), let was = times(of: property).first else { continue }
            if property.parameter("RANGE") != nil { notes.append(.changedFrom(local(was).date)) }
            let now = single.first("DTSTART").flatMap { times(of: $0).first }
            if single.first("STATUS")?.value.trimmedUppercase == "CANCELLED" {
                changes.removed.append(was)
            } else if let now, now != was {
                changes.removed.append(was)
                changes.added.append(Single(time: now, event: single))
            } else if text(of: single).map(\.value) != text(of: event).map(\.value) {
                // It stays where the rule has it, with the event's words.
                notes.append(.otherWords(local(was).date))
            }
        }
        return changes
    }

    private mutating func times(of property: ContentProperty) -> [EventTime] {
        let times = EventTime.all(of: property)
        if times.contains(nil) { notes.append(.dateNotRead(property.value)) }
        return times.compactMap(\.self)
    }

    /// The days on which the rule does not come.
    mutating func except(_ removed: [EventTime], _ rule: Rule) {
        let today = zone.local(at: now).date
        let coming = Set(removed.map { local($0).date }).filter { $0 >= today }.sorted()
        if rule.isSubdaily || rule.hours.count * max(1, rule.minutes.count) > 1 {
            for day in coming { notes.append(.timeExcluded(day)) }
        } else if !coming.isEmpty {
            table.add("except", "[\(coming.map { "\($0)" }.joined(separator: ", "))]")
        }
    }

    // MARK: - Times

    func nominal(_ time: EventTime) -> CivilDateTime {
        switch time {
        case .day(let date): CivilDateTime(date, Self.morning)
        case .floating(let local), .wall(let local, _): local
        case .utc(let instant): instant.utc
        }
    }

    /// The time on the schedule's wall.
    func local(_ time: EventTime) -> CivilDateTime {
        switch time {
        case .day(let date): CivilDateTime(date)
        case .floating(let local): local
        case .wall(let local, let name): zones.zone(named: name).map { zone.local(at: $0.instant(of: local)) } ?? local
        case .utc(let instant): zone.local(at: instant)
        }
    }

    func isOver(_ time: EventTime) -> Bool {
        let local = local(time)
        return time.isDay
            ? zone.instant(of: CivilDateTime(local.date.adding(days: 1))) <= now : zone.instant(of: local) < now
    }
}

extension EventTime {
    var isDay: Bool { if case .day = self { true } else { false } }
}
