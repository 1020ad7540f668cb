import CivilTime
import ICalendar
import Interchange
import Planning
import Recurrence
import ScheduleFile
import Testing
import Wording
import ZoneFiles

/// Schedules and zones for these tests.
enum Samples {
    static let zones = SystemZones()
    static let now = Timestamp(parsing: "2026-11-28T12:00:00Z") ?? .init(seconds: 0)
    static let changed = Timestamp(parsing: "2026-11-20T10:00:00Z") ?? .init(seconds: 0)

    /// What every holiday file of these schedules holds.
    static let holidays = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        SUMMARY:New Year's Day
        DTSTART;VALUE=DATE:20200101
        RRULE:FREQ=YEARLY
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:A day in spring
        DTSTART;VALUE=DATE:20200501
        RRULE:FREQ=YEARLY
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Two days in winter
        DTSTART;VALUE=DATE:20201225
        DTEND;VALUE=DATE:20201227
        RRULE:FREQ=YEARLY
        END:VEVENT
        END:VCALENDAR

        """

    static func zone(_ name: String) throws -> Zone { try zones.zone(named: name) }

    static func head(_ zone: String) -> String {
        """
        timezone = "\(zone)"

        [people.sam]
        name = "Sam"
        channels = ["desk"]

        [channels.desk]
        type = "terminal"


        """
    }

    /// Everything that a text says, which has to be right.
    static func read(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> ScheduleReading {
        let reading = ScheduleFile.parse(
            [SourceFile(name: "troth.toml", text: text)], systemZone: .utc,
            holidays: { _ throws(FileLookupError) in Array(holidays.utf8) },
            zone: { name throws(ZoneLookupError) in try zones.zone(named: name) })
        try #require(reading.schedule != nil, "\(text)\n\(reading.report(in: .english))", sourceLocation: place)
        return reading
    }

    static func export(
        _ text: String, for person: String? = nil, now: Timestamp = now, alarms: Bool = true
    ) throws -> String {
        try export(read(text), for: person, now: now, alarms: alarms)
    }

    static func export(
        _ reading: ScheduleReading, for person: String?, now: Timestamp = now, alarms: Bool = true
    ) throws -> String {
        let schedule = try #require(reading.schedule)
        return CalendarExport(
            schedule, rules: reading.ruleSets, around: now, for: person.flatMap { schedule.person(PersonID($0)) },
            in: .english, withAlarms: alarms
        ).calendar(changed: changed).calendar.text
    }

    /// The instants of a schedule's rituals for a person from `now` on, through some days, each with its ritual's title.
    static func instants(_ text: String, of person: String, days: Int64, from now: Timestamp = now) throws -> [String] {
        let schedule = try #require(try read(text).schedule)
        let person = try #require(schedule.person(PersonID(person)))
        var found: [String] = []
        for ritual in schedule.rituals where ritual.people.contains(person.id) && ritual.isOn {
            let zone = schedule.zone(of: ritual, for: person)
            for occurrence in ritual.recurrence.occurrences(after: now, in: zone) {
                guard occurrence.instant < now.adding(seconds: days * 86_400) else { break }
                found.append("\(occurrence.instant) \(ritual.title ?? ritual.id.text)")
            }
        }
        return found.sorted()
    }

    /// The lines of a calendar with what was folded put together, as far as they begin with one of the names.
    static func lines(_ calendar: String, _ names: String...) -> [String] {
        let unfolded = calendar.split(separator: "\r\n").reduce(into: [String]()) { lines, line in
            if line.hasPrefix(" "), !lines.isEmpty {
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(String(line))
            }
        }
        let events = unfolded.drop { $0 != "BEGIN:VEVENT" }
        return events.filter { line in names.contains { line.hasPrefix($0) } }
    }
}
