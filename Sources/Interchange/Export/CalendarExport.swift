public import CivilTime
public import ICalendar
public import Planning
public import Recurrence
import Wording

/// A schedule as a calendar: one entry a ritual, and where everybody has their own local time one a person.
public struct CalendarExport {
    private let schedule: Schedule
    private let rules: [RitualID: RuleSet]
    private let window: ExportWindow
    private let now: Timestamp
    /// Whose calendar it is; nil for everybody's.
    private let person: Person?
    private let words: ExportWording
    private let withAlarms: Bool
    /// What comes for a person, as far as a record tells.
    private let recurrence: (Ritual, Person) -> Recurrence

    /// - Parameters:
    ///   - rules: What the rituals' recurrences were compiled from.
    ///   - person: Whose calendar it is, with what is theirs alone; nil for one that everybody may see.
    ///   - language: Of its own words.
    ///   - withAlarms: Whether the calendar itself reminds, too.
    ///   - recurrence: What comes of a ritual for a person; for most the ritual's own.
    public init(
        _ schedule: Schedule, rules: [RitualID: RuleSet], around now: Timestamp, for person: Person?,
        in language: Language, withAlarms: Bool = true,
        recurrence: @escaping (Ritual, Person) -> Recurrence = { ritual, _ in ritual.recurrence }
    ) {
        self.schedule = schedule
        self.rules = rules
        self.person = person
        self.withAlarms = withAlarms
        self.recurrence = recurrence
        window = ExportWindow(around: now, in: schedule.zone)
        self.now = now
        words = ExportWording(language)
    }

    /// The calendar, with how many rituals are left out of it because they are somebody's own.
    ///
    /// - Parameter changed: When the schedule was last changed.
    public func calendar(changed: Timestamp) -> (calendar: PublishedCalendar, ownLeftOut: Int) {
        var series: [CalendarSeries] = []
        var leftOut = 0
        for ritual in schedule.rituals where ritual.isOn {
            switch Showing(ritual, for: person, in: schedule, at: now) {
            case .hidden: break
            case .own: leftOut += 1
            case .whole: series += readers(of: ritual).compactMap { entry(ritual, $0, isDiscreet: false) }
            case .discreet: series += readers(of: ritual).compactMap { entry(ritual, $0, isDiscreet: true) }
            }
        }
        let name = words.name(for: person)
        return (PublishedCalendar(name: name, series, changed: changed), leftOut)
    }

    /// Whom there is an entry for: the first where all share an instant.
    private func readers(of ritual: Ritual) -> [Person] {
        let readers = ritual.people.compactMap { schedule.person($0) }
        let shown = readers.filter { person == nil || $0.id == person?.id }
        return ritual.together ? Array(shown.prefix(1)) : shown
    }

    private func entry(_ ritual: Ritual, _ reader: Person, isDiscreet: Bool) -> CalendarSeries? {
        let zone = schedule.zone(of: ritual, for: reader)
        let recurrence = recurrence(ritual, reader)
        let told: Reckoning.Told?
        if ritual.cadence == nil {
            told = Reckoning(recurrence: recurrence, source: rules[ritual.id], zone: zone, window: window).told()
        } else {
            told = recurrence.next(after: now, in: zone).map {
                Reckoning.Told(start: CalendarTime($0.instant, in: zone))
            }
        }
        guard let told else { return nil }
        let isNamed = person == nil && !ritual.together && schedule.people.count > 1
        let isQuiet = isDiscreet || isNamed && reader.isDiscreet
        let title = isQuiet ? words.discreet : words.title(of: ritual, for: isNamed ? reader : nil)
        var series = CalendarSeries(
            uid: CalendarUID(ritual.id, person: ritual.together ? nil : reader.id), zone: zone, start: told.start,
            rule: told.rule, title: title)
        series.added = told.added
        series.excluded = told.excluded
        if !isQuiet {
            series.category = ritual.kind.rawValue
            series.text = text(ritual)
        }
        if ritual.cadence != nil { series.comment = words.nextOnly }
        if let through = told.through { series.comment = words.knownThrough(through, in: zone) }
        if withAlarms {
            series.alarms = ritual.leads.map { CalendarSeries.Alarm(lead: $0.span, text: words.alarm(title, $0)) }
        }
        return series
    }

    /// The ritual's own words, and for what is counted the day on which it began. A number a year would be wrong in all
    /// years but one, since a calendar has one title for all of them.
    private func text(_ ritual: Ritual) -> String {
        let counted = rules[ritual.id]?.rules.first { $0.hasOrdinals }
        let since = counted.map { words.since($0.anchor.date) }
        return [ritual.message, since].compactMap(\.self).joined(separator: "\n")
    }
}
