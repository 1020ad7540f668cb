import CivilTime
import ICalendar
import Planning
import Recurrence
import Wording

/// One event on its way to a table of the schedule.
struct EventReading {
    /// A table without its final id.
    struct Table {
        var kind: Kind
        var base = ""
        var lines: [(key: String, value: String, comment: String?)] = []
        var notes: [ImportNote] = []

        mutating func add(_ key: String, _ value: String, comment: String? = nil) {
            lines.append((key, value, comment))
        }
    }

    private let event: ContentComponent
    private let changed: [ContentComponent]
    private let now: Timestamp
    private let zone: Zone
    private let words: ImportWording
    private let zones: ForeignZones
    private var notes: [ImportNote] = []
    /// The zone that its times are of.
    private var ownZone: Zone?

    let title: String
    private(set) var table = Table(kind: .ritual)
    /// Occurrences beside the rule, each a table of its own.
    private(set) var singles: [Table] = []

    /// The time of what has none of its own.
    private static let morning = TimeOfDay(hour: 9, minute: 0) ?? .midnight

    init(_ event: ContentComponent, changed: [ContentComponent], _ whole: CalendarImport, _ zones: ForeignZones) {
        self.event = event
        self.changed = changed
        now = whole.now
        zone = whole.zone
        words = whole.words
        self.zones = zones
        let written = event.first("SUMMARY")?.text() ?? ""
        title = TOMLText.line(written, atMost: TOMLText.longestTitle) ?? words.event
        if written.count > TOMLText.longestTitle { notes.append(.titleShortened) }
    }

    /// What came of reading an event.
    enum Outcome {
        /// ``table`` and ``singles`` say it.
        case made
        /// All of it lies before now.
        case over
        /// Nothing says when it is.
        case undated(String)
    }

    mutating func read() -> Outcome {
        let property = event.first("DTSTART")
        let written = property?.value ?? ""
        guard let start = EventTime(written.filter { $0 != " " }, zone: property?.parameter("TZID")) else {
            return .undated(written)
        }
        if case .wall(_, let name) = start {
            ownZone = zones.zone(named: name)
            if ownZone == nil { notes.append(.zoneUnknown(name)) }
        }
        if case .utc = start { ownZone = .utc }
        if event.all("RRULE").count > 1 || event.first("EXRULE") != nil { notes.append(.severalRules) }
        let comes = event.first("RRULE").map { recurring($0, start) } ?? once(start)
        guard comes else { return .over }
        table.lines.insert(contentsOf: common, at: 0)
        ahead(start)
        aside()
        table.notes = notes
        return .made
    }

    // MARK: - Once

    private mutating func once(_ start: EventTime) -> Bool {
        var starts = [start]
        for property in event.all("RDATE") { starts += EventTime.all(of: property).compactMap(\.self) }
        starts += changed.compactMap { single in single.first("DTSTART").flatMap { EventTime.all(of: $0).first ?? nil }
        }
        let coming = starts.filter { !isOver($0) }
        guard let first = coming.first else { return false }
        table.kind = first.isDay ? .milestone : .ritual
        addDate(first, to: &table)
        add(coming.dropFirst())
        return true
    }

    private mutating func add(_ times: some Collection<EventTime>) {
        let kept = times.prefix(CalendarImport.mostSingles)
        if kept.count < times.count { notes.append(.datesLeft(times.count - kept.count)) }
        for time in kept {
            var single = Table(kind: time.isDay ? .milestone : .ritual, base: "\(local(time).date)")
            single.lines = common
            addDate(time, to: &single)
            singles.append(single)
        }
    }

    private func addDate(_ time: EventTime, to table: inout Table) {
        let local = local(time)
        table.add("date", "\(local.date)")
        table.add("at", TOMLText.string(Self.text(time.isDay ? Self.morning : local.time)))
    }

    // MARK: - Again and again

    private mutating func recurring(_ property: ContentProperty, _ start: EventTime) -> Bool {
        var parts = property.value.split(separator: ";").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        let ends = parts.filter { $0.uppercased().hasPrefix("UNTIL=") }.map { $0.dropFirst(6) }
        var until: EventTime?
        if let end = ends.first.flatMap({ EventTime($0, zone: nil) }) {
            // An end in UTC stays in the rule; others become a local time.
            if case .utc = end, !start.isDay {} else { until = end }
            if until != nil { parts.removeAll { $0.uppercased().hasPrefix("UNTIL=") } }
        }
        let anchor = nominal(start)
        guard var rule = try? Rule(rrule: parts.joined(separator: ";"), start: anchor),
            !(start.isDay && (rule.isSubdaily || rule.namesClock))
        else {
            notes.append(.ruleNotRead(property.value))
            return once(start)
        }
        let own = start.isDay ? zone : ownZone ?? zone
        if start.isDay, let end = until {
            rule.until = zone.instant(of: CivilDateTime(local(end).date.adding(days: 1)))
        }
        let recurrence = Recurrence(rule, policies: Policies())
        guard recurrence.next(after: now, in: own) != nil, !(until.map(isOver) ?? false) else { return once(start) }
        let shifted = moved(rule, anchor, from: own)
        if start.isDay, isYearly(rule, anchor) {
            table.kind = .milestone
            table.add("date", "\(anchor.date)")
            table.add("every", TOMLText.string(rule.interval == 1 ? "year" : "\(rule.interval) years"))
            table.add("at", TOMLText.string(Self.text(Self.morning)))
        } else {
            table.kind = .ritual
            if start.isDay { rule.until = nil }
            table.add("rrule", TOMLText.string(rule.rrule ?? parts.joined(separator: ";")))
            table.add("starting", start.isDay ? "\(anchor.date)" : Self.text(shifted))
            if start.isDay { table.add("at", TOMLText.string(Self.text(Self.morning))) }
        }
        // The rule's own end goes by its count; another one cannot stand beside it.
        if let until, rule.count == nil {
            table.add("until", until.isDay || start.isDay ? "\(local(until).date)" : Self.text(local(until)))
        }
        if notes.contains(where: { if case .otherZone = $0 { true } else { false } }) {
            table.add("on", "false", comment: words.lookFirst)
        }
        exceptions(rule, isDay: start.isDay)
        return true
    }

    /// The start on the schedule's wall. In a zone whose clocks change with the schedule's, that is the same all year.
    private mutating func moved(_ rule: Rule, _ anchor: CivilDateTime, from own: Zone) -> CivilDateTime {
        guard own != zone else { return anchor }
        let instant = own.instant(of: anchor)
        let here = zone.local(at: instant)
        // Exact lengths are the same in every zone.
        let namesDays =
            !(rule.weekdays.isEmpty && rule.months.isEmpty && rule.monthDays.isEmpty && rule.setPositions.isEmpty)
        if rule.isSubdaily, !rule.namesClock, !namesDays { return here }
        let shift = here.microseconds - anchor.microseconds
        let end = now.adding(seconds: 5 * 366 * 86_400)
        let isSteady = Recurrence(rule).occurrences(after: now.adding(seconds: -86_400), in: own).prefix(500)
            .prefix { $0.instant <= end }
            .allSatisfy { zone.local(at: $0.instant).microseconds - own.local(at: $0.instant).microseconds == shift }
        if isSteady, !rule.namesClock, here.date == anchor.date || !namesDays && rule.frequency == .daily {
            return here
        }
        notes.append(.otherZone(own.identifier))
        return anchor
    }

    /// Once every so many years on the day on which it began, as birthdays are.
    private func isYearly(_ rule: Rule, _ anchor: CivilDateTime) -> Bool {
        var plain = Rule(.yearly, every: rule.interval, from: rule.anchor)
        (plain.until, plain.weekStart) = (rule.until, rule.weekStart)
        let (filled, own) = (plain.filled(), rule.filled())
        return rule.count == nil && filled == own
    }

    private mutating func exceptions(_ rule: Rule, isDay: Bool) {
        var days: [CivilDate] = []
        for property in event.all("EXDATE") {
            for time in EventTime.all(of: property) {
                if let time { days.append(local(time).date) } else { notes.append(.dateNotRead(property.value)) }
            }
        }
        var added: [EventTime] = []
        for property in event.all("RDATE") { added += EventTime.all(of: property).compactMap(\.self) }
        for single in changed {
            guard let property = single.first("RECURRENCE-ID"), let was = EventTime.all(of: property).first ?? nil
            else {
                continue
            }
            let now = single.first("DTSTART").flatMap { EventTime.all(of: $0).first ?? nil }
            let isCalledOff = single.first("STATUS")?.value.trimmedUppercase == "CANCELLED"
            // One with other words at the same time is kept as the rule has it.
            guard isCalledOff || now != was else { continue }
            days.append(local(was).date)
            if !isCalledOff, let now { added.append(now) }
        }
        let today = zone.local(at: now).date
        let coming = Set(days).filter { $0 >= today }.sorted()
        if rule.isSubdaily || rule.hours.count * max(1, rule.minutes.count) > 1 {
            for day in coming.prefix(3) { notes.append(.timeExcluded(day)) }
        } else if !coming.isEmpty {
            table.add("except", "[\(coming.map { "\($0)" }.joined(separator: ", "))]")
        }
        add(added.filter { !isOver($0) })
    }

    // MARK: - What goes with it

    private var common: [(key: String, value: String, comment: String?)] {
        var lines: [(key: String, value: String, comment: String?)] = [("title", TOMLText.string(title), nil)]
        let text = event.first("DESCRIPTION")?.text(atMost: TOMLText.longestMessage * 2) ?? ""
        if let message = TOMLText.lines(text, atMost: TOMLText.longestMessage) {
            lines.append(("message", TOMLText.string(message), nil))
        }
        return lines
    }

    /// Reminders some time before the start.
    private mutating func ahead(_ start: EventTime) {
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
            if lead.isNegative, !start.isDay || isWhole, let length = lead.length, !lengths.contains(length) {
                lengths.append(length)
            } else if !lengths.contains(lead.length ?? "") {
                isLeft = true
            }
        }
        if !lengths.isEmpty {
            table.add("ahead", "[\(lengths.prefix(8).map(TOMLText.string).joined(separator: ", "))]")
        }
        if isLeft || lengths.count > 8 { notes.append(.leftAside([.alarm])) }
    }

    /// What a schedule has no place for.
    private mutating func aside() {
        var aspects: [ImportNote.Aspect] = []
        func has(_ name: String) -> Bool { event.first(name).map { !$0.value.isEmpty } ?? false }
        if has("LOCATION") || has("GEO") { aspects.append(.place) }
        if has("ATTENDEE") { aspects.append(.guests) }
        if has("ATTACH") || has("URL") { aspects.append(.attachment) }
        if !aspects.isEmpty { notes.append(.leftAside(aspects)) }
    }

    // MARK: - Times

    private func nominal(_ time: EventTime) -> CivilDateTime {
        switch time {
        case .day(let date): CivilDateTime(date, Self.morning)
        case .floating(let local), .wall(let local, _): local
        case .utc(let instant): instant.utc
        }
    }

    /// The time on the schedule's wall.
    private func local(_ time: EventTime) -> CivilDateTime {
        switch time {
        case .day(let date): CivilDateTime(date)
        case .floating(let local): local
        case .wall(let local, let name): zones.zone(named: name).map { zone.local(at: $0.instant(of: local)) } ?? local
        case .utc(let instant): zone.local(at: instant)
        }
    }

    private func isOver(_ time: EventTime) -> Bool {
        let local = local(time)
        return time.isDay
            ? zone.instant(of: CivilDateTime(local.date.adding(days: 1))) <= now : zone.instant(of: local) < now
    }

    /// `19:00`, with seconds where there are any.
    private static func text(_ time: TimeOfDay) -> String { "\(time)" }

    /// `2026-11-22T19:00:00`.
    private static func text(_ local: CivilDateTime) -> String { "\(local)" }
}

extension Rule {
    /// Whether it names hours, minutes or seconds.
    fileprivate var namesClock: Bool { !(hours.isEmpty && minutes.isEmpty && seconds.isEmpty) }
}

extension EventTime {
    var isDay: Bool { if case .day = self { true } else { false } }
}
