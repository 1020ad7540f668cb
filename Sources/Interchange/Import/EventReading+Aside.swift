import CivilTime
import ICalendar
import Planning
import Wording

/// What goes with an event: its words, its reminders, and what a schedule has no place for.
extension EventReading {
    /// Title and message, as far as the component says them.
    func text(of event: ContentComponent) -> [(key: String, value: String, comment: String?)] {
        let written = event.first("SUMMARY").flatMap { TOMLText.line($0.text(), atMost: TOMLText.longestTitle) }
        var lines: [(key: String, value: String, comment: String?)] = [
            ("title", TOMLText.string(written ?? title), nil)
        ]
        let text = event.first("DESCRIPTION")?.text(atMost: TOMLText.longestMessage * 2) ?? ""
        if let message = TOMLText.lines(text, atMost: TOMLText.longestMessage) {
            lines.append(("message", TOMLText.string(message), nil))
        }
        return lines
    }

    /// Reminders some time before the start.
    mutating func ahead(_ start: EventTime) {
        var lengths: [String] = []
        var isLeft = false
        for alarm in event.components where alarm.name == "VALARM" {
            guard let trigger = alarm.first("TRIGGER"), trigger.parameter("RELATED")?.uppercased() != "END",
                let lead = EventDuration(trigger.value.filter { !$0.isWhitespace })
            else {
                isLeft = true
                continue
            }
            if lead.days == 0, lead.seconds == 0 { continue }
            // A whole day's alarm is counted from midnight, which is not when this comes.
            let isWhole = lead.seconds % 86_400 == 0
            if lead.isNegative, !start.isDay || isWhole, let length = lead.length {
                if !lengths.contains(length) { lengths.append(length) }
            } else {
                isLeft = true
            }
        }
        if !lengths.isEmpty {
            table.add("ahead", "[\(lengths.prefix(8).map(TOMLText.string).joined(separator: ", "))]")
        }
        if isLeft || lengths.count > 8 { notes.append(.leftAside([.alarm])) }
    }

    /// What a schedule has no place for. How programs number, date, mark and colour their entries is not told.
    mutating func aside() {
        var aspects: [ImportNote.Aspect] = []
        func has(_ names: String...) -> Bool {
            names.contains { name in event.first(name).map { !$0.value.isEmpty } ?? false }
        }
        if has("LOCATION", "GEO") { aspects.append(.place) }
        if has("ATTENDEE") { aspects.append(.guests) }
        if has("ATTACH", "URL", "CONFERENCE") { aspects.append(.attachment) }
        // Our own calendars say the kind there.
        let categories = event.all("CATEGORIES").map { $0.text() }.filter { !$0.isEmpty && Kind(rawValue: $0) == nil }
        if !categories.isEmpty { aspects.append(.category) }
        if has("COMMENT", "CONTACT") { aspects.append(.comment) }
        if !aspects.isEmpty { notes.append(.leftAside(aspects)) }
        if event.first("DESCRIPTION").map({ $0.text().count > TOMLText.longestMessage }) ?? false {
            notes.append(.textShortened)
        }
    }

    /// Whether it says how long it takes; a whole day takes a day.
    var hasLength: Bool {
        guard let first = event.first("DTSTART"), let start = EventTime.all(of: first).first ?? nil else {
            return false
        }
        if let property = event.first("DTEND"), let end = EventTime.all(of: property).first ?? nil {
            let (from, to) = (local(start), local(end))
            return start.isDay ? to.date > from.date.adding(days: 1) : to > from
        }
        guard let text = event.first("DURATION")?.value, let length = EventDuration(text) else { return false }
        return start.isDay ? length.days > 1 : length.days > 0 || length.seconds > 0
    }
}
