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

    let event: ContentComponent
    /// Single occurrences that were changed.
    let changed: [ContentComponent]
    let now: Timestamp
    let zone: Zone
    let words: ImportWording
    let zones: ForeignZones
    var notes: [ImportNote] = []
    /// The zone that its times are of.
    private var ownZone: Zone?

    let title: String
    var table = Table(kind: .ritual)
    /// Occurrences beside the rule, each a table of its own.
    var singles: [Table] = []

    /// The time of what has none of its own.
    static let morning = TimeOfDay(hour: 9, minute: 0) ?? .midnight
    /// The year that address books write where they know none.
    static let unknownYear = 1604

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
        let changes = changes()
        let comes = event.first("RRULE").map { recurring($0, start, changes) } ?? once(start, changes)
        guard comes else { return .over }
        table.lines.insert(contentsOf: text(of: event), at: 0)
        ahead(start)
        aside()
        table.notes = notes
        return .made
    }

    // MARK: - Once

    private mutating func once(_ start: EventTime, _ changes: Changes) -> Bool {
        var starts = [Single(time: start)] + changes.added
        starts.removeAll { single in
            single.event == nil && changes.removed.contains { $0 == single.time || isDay($0, of: single.time) }
        }
        let coming = starts.filter { !isOver($0.time) }
        guard let first = coming.first else { return false }
        table.kind = first.time.isDay ? .milestone : .ritual
        addDate(first.time, to: &table)
        add(coming.dropFirst())
        return true
    }

    /// Whether it is the whole day on which the other falls.
    private func isDay(_ day: EventTime, of time: EventTime) -> Bool {
        day.isDay && local(day).date == local(time).date
    }

    private mutating func add(_ times: some Collection<Single>) {
        let kept = times.prefix(CalendarImport.mostSingles)
        if kept.count < times.count { notes.append(.datesLeft(times.count - kept.count)) }
        for time in kept {
            var single = Table(kind: time.time.isDay ? .milestone : .ritual, base: "\(local(time.time).date)")
            single.lines = text(of: time.event ?? event)
            addDate(time.time, to: &single)
            singles.append(single)
        }
    }

    private func addDate(_ time: EventTime, to table: inout Table) {
        let local = local(time)
        table.add("date", "\(local.date)")
        table.add("at", TOMLText.string("\(time.isDay ? Self.morning : local.time)"))
    }

    // MARK: - Again and again

    private mutating func recurring(_ property: ContentProperty, _ start: EventTime, _ changes: Changes) -> Bool {
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
            return once(start, changes)
        }
        let own = start.isDay ? zone : ownZone ?? zone
        if start.isDay, let end = until {
            rule.until = zone.instant(of: CivilDateTime(local(end).date.adding(days: 1)))
        }
        let recurrence = Recurrence(rule, policies: Policies())
        guard recurrence.next(after: now, in: own) != nil, !(until.map(isOver) ?? false) else {
            return once(start, changes)
        }
        var changes = changes
        let first = own.instant(of: anchor)
        if recurrence.next(after: first.adding(microseconds: -1), in: own)?.instant != first, !isOver(start) {
            notes.append(.startBesideRule)
            changes.added.insert(Single(time: start), at: 0)
        }
        let shifted = moved(rule, anchor, from: own)
        if start.isDay, isYearly(rule, anchor) {
            addYearly(rule, anchor.date)
        } else {
            table.kind = .ritual
            if start.isDay { rule.until = nil }
            table.add("rrule", TOMLText.string(rule.rrule ?? parts.joined(separator: ";")))
            table.add("starting", start.isDay ? "\(anchor.date)" : "\(shifted)")
            if start.isDay { table.add("at", TOMLText.string("\(Self.morning)")) }
        }
        // The rule's own end goes by its count; another one cannot stand beside it.
        if let until, rule.count == nil {
            table.add("until", until.isDay || start.isDay ? "\(local(until).date)" : "\(local(until))")
        }
        if notes.contains(where: { if case .otherZone = $0 { true } else { false } }) {
            table.add("on", "false", comment: words.lookFirst)
        }
        except(changes.removed, rule)
        add(changes.added.filter { !isOver($0.time) })
        return true
    }

    /// What comes back on a date, as birthdays do; without its year where that stands for none.
    private mutating func addYearly(_ rule: Rule, _ date: CivilDate) {
        table.kind = .milestone
        if date.year == Self.unknownYear, rule.interval == 1 {
            table.add("date", TOMLText.yearless(month: date.month, day: date.day))
        } else {
            table.add("date", "\(date)")
            table.add("every", TOMLText.string(rule.interval == 1 ? "year" : "\(rule.interval) years"))
        }
        table.add("at", TOMLText.string("\(Self.morning)"))
        if date.month == 2, date.day == 29 { table.add("missing-day", TOMLText.string("skip"), comment: words.leapDay) }
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
        return rule.count == nil && plain.filled() == rule.filled()
    }
}

extension Rule {
    /// Whether it names hours, minutes or seconds.
    var namesClock: Bool { !(hours.isEmpty && minutes.isEmpty && seconds.isEmpty) }
}
