public import CivilTime
public import ICalendar
public import Planning
public import Recurrence
import Wording

/// A schedule as a calendar: one entry a ritual, and where everybody has their own local time one a person.
///
/// It says what the schedule says, in its seasons. What somebody stopped, paused or opted into for themselves changes
/// nothing in it, nor does what people undertake with each other: whoever reads it would learn of that.
public struct CalendarExport {
    /// What comes of a ritual for a person.
    public struct Course {
        public var recurrence: Recurrence
        /// When it last changed by itself, as what is counted from the last time does.
        public var changed: Timestamp?

        public init(_ recurrence: Recurrence, changed: Timestamp? = nil) {
            self.recurrence = recurrence
            self.changed = changed
        }
    }

    private let schedule: Schedule
    private let rules: [RitualID: RuleSet]
    /// When a season was last switched.
    private let switched: Timestamp?
    private let now: Timestamp
    /// Whose calendar it is; nil for everybody's.
    private let person: Person?
    private let words: ExportWording
    private let withAlarms: Bool
    private let course: (Ritual, Person) -> Course?

    /// - Parameters:
    ///   - schedule: Whose rituals are shown.
    ///   - rules: What the rituals' recurrences were compiled from.
    ///   - switches: Seasons that were switched on or off by hand.
    ///   - now: In the year from which on occurrences are reckoned out (``ExportWindow``).
    ///   - person: Whose calendar it is, with what is theirs alone; nil for one that everybody may see.
    ///   - language: Of its own words.
    ///   - withAlarms: Whether the calendar itself reminds, too.
    ///   - course: What comes of a ritual with a cadence for a person; nil where whoever asks may not know.
    public init(
        _ schedule: Schedule, rules: [RitualID: RuleSet], seasons switches: [SeasonSwitch] = [], around now: Timestamp,
        for person: Person?, in language: Language, withAlarms: Bool = true,
        course: @escaping (Ritual, Person) -> Course? = { ritual, _ in Course(ritual.recurrence) }
    ) {
        self.schedule = schedule.inSeason(switches)
        switched = switches.map(\.at).max()
        self.rules = rules
        self.person = person
        self.withAlarms = withAlarms
        self.course = course
        self.now = now
        words = ExportWording(language)
    }

    /// The calendar, with the rituals that are left out of it because they are somebody's own.
    ///
    /// - Parameter changed: When the schedule was last changed.
    public func calendar(changed: Timestamp) -> (calendar: PublishedCalendar, ownLeftOut: [Ritual]) {
        var series: [CalendarSeries] = []
        var leftOut: [Ritual] = []
        for ritual in schedule.rituals where ritual.isOn {
            switch Showing(ritual, for: person, in: schedule, at: now) {
            case .hidden: break
            case .own: leftOut.append(ritual)
            case .shown:
                let entries = entries(of: ritual)
                if entries.isUnknown { leftOut.append(ritual) }
                series += entries.series
            }
        }
        // A new year is reckoned further than the one before it.
        let years = ([schedule.zone] + schedule.people.map(\.zone)).map { ExportWindow(around: now, in: $0).from }
        let newest = (years + [switched].compactMap(\.self)).reduce(changed, max)
        return (PublishedCalendar(name: words.name(for: person), series, changed: newest), leftOut)
    }

    /// One for all where they share an instant, else one for each.
    private func entries(of ritual: Ritual) -> (series: [CalendarSeries], isUnknown: Bool) {
        let people = ritual.people.compactMap { schedule.person($0) }
        let shown = people.filter { person == nil || $0.id == person?.id }
        guard !shown.isEmpty else { return ([], false) }
        var series: [CalendarSeries] = []
        var isUnknown = false
        for readers in ritual.together ? [shown] : shown.map({ [$0] }) {
            if let course = ritual.cadence == nil ? Course(ritual.recurrence) : course(ritual, readers[0]) {
                if let entry = entry(ritual, readers, course) { series.append(entry) }
            } else {
                isUnknown = true
            }
        }
        return (series, isUnknown)
    }

    private func entry(_ ritual: Ritual, _ readers: [Person], _ course: Course) -> CalendarSeries? {
        let zone = schedule.zone(of: ritual, for: readers[0])
        guard let told = told(ritual, course.recurrence, zone) else { return nil }
        let isNamed = person == nil && !ritual.together && schedule.people.count > 1
        let isDiscreet =
            ritual.isDiscreet || readers.contains(where: \.isDiscreet) || person == nil && ritual.isDelicate
        let others = ritual.named.filter { $0 != readers[0].id }
        let own = words.words(
            of: ritual, for: readers, others: others.compactMap { schedule.person($0) }, isNamed: isNamed)
        let title = isDiscreet ? words.discreet : own.title
        var series = CalendarSeries(
            uid: CalendarUID(ritual.id, person: ritual.together ? nil : readers[0].id), zone: zone, start: told.start,
            rule: told.rule, title: title)
        series.added = told.added
        series.excluded = told.excluded
        series.changed = course.changed
        if !isDiscreet {
            series.takes = ritual.takes
            series.category = ritual.kind.rawValue
            series.text = text(ritual, own.message)
        }
        if ritual.cadence != nil { series.comment = words.nextOnly }
        if let through = told.through { series.comment = words.knownThrough(through, in: zone) }
        if withAlarms {
            series.alarms = ritual.leads.map { CalendarSeries.Alarm(lead: $0.span, text: words.alarm(title, $0)) }
        }
        return series
    }

    private func told(_ ritual: Ritual, _ recurrence: Recurrence, _ zone: Zone) -> Reckoning.Told? {
        if ritual.cadence == nil {
            let window = ExportWindow(around: now, in: zone)
            return Reckoning(recurrence: recurrence, source: rules[ritual.id], zone: zone, window: window).told()
        }
        return recurrence.next(after: now, in: zone).map { Reckoning.Told(start: CalendarTime($0.instant, in: zone)) }
    }

    /// The ritual's own words, and for what is counted the day on which it began. A number a year would be wrong in all
    /// years but one, since a calendar has one title for all of them.
    private func text(_ ritual: Ritual, _ message: String) -> String {
        let counted = rules[ritual.id]?.rules.first { $0.hasOrdinals }
        let since = counted.map { words.since($0.anchor.date) }
        return ([message].filter { !$0.isEmpty } + [since].compactMap(\.self)).joined(separator: "\n")
    }
}
