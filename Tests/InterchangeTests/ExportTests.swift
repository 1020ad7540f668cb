import CivilTime
import Foundation
import ICalendar
import Interchange
import Planning
import ScheduleFile
import Testing

/// How a ritual is told to a calendar. The expected lines can be checked with any calendar program, or by hand.
@Suite("A schedule as a calendar")
struct ExportTests {
    struct Case: CustomStringConvertible, Sendable {
        var name: String
        var zone = "Europe/Berlin"
        var ritual: String
        var lines: [String]
        var description: String { name }
    }

    @Test(arguments: cases) func `a ritual is these lines`(_ example: Case) throws {
        let calendar = try Samples.export(Samples.head(example.zone) + example.ritual + "\n")
        #expect(Samples.lines(calendar, "DTSTART", "RRULE", "RDATE", "EXDATE") == example.lines)
    }

    /// No rule says it, so its days do, as far as is told.
    @Test func `the first of the next month, where a month has no 31st`() throws {
        let calendar = try Samples.export(
            Samples.head("Europe/Berlin")
                + "[milestone.a]\ndate = 2026-10-31\nevery = \"month\"\nat = \"09:00\"\nmissing-day = \"next\"\n")
        #expect(Samples.lines(calendar, "DTSTART", "RRULE") == ["DTSTART;TZID=Europe/Berlin:20261031T090000"])
        let dates = try #require(Samples.lines(calendar, "RDATE").first)
        #expect(
            dates.hasPrefix(
                "RDATE;TZID=Europe/Berlin:20261201T090000,20261231T090000,20270131T090000,20270301T090000,20270331T090000,"
            ))
        #expect(dates.hasSuffix(",20291201T090000,20291231T090000"))
        #expect(Samples.lines(calendar, "COMMENT").first?.contains("through Monday\\, 31 December 2029") == true)
    }

    @Test func `names are in titles and texts`() throws {
        let text =
            Self.household
            + "[ritual.walk]\ntitle = \"Walk with {other}\"\nmessage = \"{person}, shoes on\"\nevery = \"Saturday at 11:00\"\n"
        let (all, own) = (try Samples.export(text), try Samples.export(text, for: "alex"))
        #expect(
            Samples.lines(all, "SUMMARY:Walk", "DESCRIPTION:Sam and") == [
                "SUMMARY:Walk with Sam and Alex", "DESCRIPTION:Sam and Alex\\, shoes on",
            ])
        #expect(
            Samples.lines(own, "SUMMARY:Walk", "DESCRIPTION:Alex") == [
                "SUMMARY:Walk with Sam", "DESCRIPTION:Alex\\, shoes on",
            ])
    }

    @Test func `two different rules are one and its dates`() throws {
        let calendar = try Samples.export(
            Samples.head("Europe/Berlin")
                + "[ritual.a]\nevery = [\"weekday at 07:00\", \"Saturday at 09:30\"]\nstarting = 2026-11-01\nuntil = 2026-11-30\n"
        )
        #expect(
            Samples.lines(calendar, "DTSTART", "RRULE", "RDATE", "EXDATE", "COMMENT") == [
                "DTSTART;TZID=Europe/Berlin:20261102T070000",
                "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261130T060000Z",
                "RDATE;TZID=Europe/Berlin:20261107T093000,20261114T093000,20261121T093000,20261128T093000",
            ])
    }

    @Test func `what is known only for some years says so`() throws {
        let calendar = try Samples.export(
            Samples.head("Europe/Berlin") + "[ritual.a]\nevery = \"Sunday at 19:00\"\non-weekend = \"after\"\n")
        let comment = try #require(Samples.lines(calendar, "COMMENT").first)
        #expect(comment.contains("Monday\\, 31 December 2029") || comment.contains("31 December 2029"))
    }

    static let household = """
        timezone = "Europe/Berlin"

        [people.sam]
        name = "Sam"
        channels = ["desk"]

        [people.alex]
        name = "Alex"
        timezone = "America/Chicago"
        language = "de"
        channels = ["desk"]

        [channels.desk]
        type = "terminal"

        [check-in.weekly]
        title = "Check-in; tea, cake"
        message = "How was it?\\nWhat comes?"
        every = "Sunday at 19:00"
        ahead = ["1 week", "1 day", "15 min"]

        [appreciation.evening]
        every = "day at 20:30"

        [milestone.us]
        title = "Our day"
        date = 2019-06-15
        every = "year"
        at = "09:00"

        [promise.call]
        title = "Call"
        every = "Friday at 18:00"
        people = ["alex"]

        [ritual.silent]
        every = "day at 10:00"
        on = false

        """

    @Test func `everybody's calendar has what everybody may see`() throws {
        let calendar = try Samples.export(Self.household)
        #expect(
            Samples.lines(calendar, "SUMMARY", "DTSTART") == [
                "DTSTART;TZID=Europe/Berlin:20260104T190000", "SUMMARY:Check-in\\; tea\\, cake",
                "DTSTART;TZID=Europe/Berlin:20260101T203000", "SUMMARY:A small appreciation (Sam)",
                "DTSTART;TZID=America/Chicago:20260101T203000", "SUMMARY:A small appreciation (Alex)",
                "DTSTART;TZID=Europe/Berlin:20190615T090000", "SUMMARY:Our day (Sam)",
                "DTSTART;TZID=America/Chicago:20190615T090000", "SUMMARY:Our day (Alex)",
            ])
        #expect(Samples.lines(calendar, "DESCRIPTION:How") == ["DESCRIPTION:How was it?\\nWhat comes?"])
        #expect(Samples.lines(calendar, "DESCRIPTION:Since").count == 2)
        #expect(calendar.contains("DESCRIPTION:Since Saturday\\, 15 June 2019.\r\n"))
        #expect(
            Samples.lines(calendar, "TRIGGER").prefix(4) == [
                "TRIGGER:-P1W", "TRIGGER:-P1D", "TRIGGER:-PT15M", "TRIGGER:PT0S",
            ])
        #expect(calendar.contains("DESCRIPTION:Check-in\\; tea\\, cake (1 day ahead)\r\n"))
        #expect(calendar.components(separatedBy: "BEGIN:VTIMEZONE").count == 3)
        for word in ["Call", "silent"] { #expect(!calendar.contains(word)) }
    }

    @Test func `a person's own has what is theirs`() throws {
        let calendar = try Samples.export(Self.household, for: "alex", alarms: false)
        #expect(
            Samples.lines(calendar, "SUMMARY") == [
                "SUMMARY:Check-in\\; tea\\, cake", "SUMMARY:A small appreciation", "SUMMARY:Our day", "SUMMARY:Call",
            ])
        #expect(calendar.contains("X-WR-CALNAME:Troth: Alex\r\n"))
        #expect(!calendar.contains("VALARM"))
        #expect(try !Samples.export(Self.household, for: "sam").contains("Call"))
    }

    /// A surprise is in the calendar of those who know of it alone, and nothing says that there is one.
    @Test func `what is kept from somebody is in no calendar of theirs`() throws {
        let surprise = """

            [ritual.party]
            title = "Surprise party"
            date = 2027-05-05
            at = "18:00"
            people = ["sam"]
            hidden-from = ["alex"]
            reveal = 2027-05-05

            [ritual.quiet]
            title = "Therapy"
            message = "Bring the notes"
            date = 2027-06-06
            at = "10:00"
            discreet = true

            """
        #expect(try Samples.export(Self.household + surprise, for: "sam").contains("Surprise party"))
        for calendar in [
            try Samples.export(Self.household + surprise, for: "alex"), try Samples.export(Self.household + surprise),
        ] {
            #expect(!calendar.contains("Surprise") && !calendar.contains("20270505"))
            #expect(calendar.contains("20270606"))
            for word in ["Therapy", "notes", "quiet"] { #expect(!calendar.contains(word)) }
        }
        let reading = try Samples.read(Self.household + surprise)
        let schedule = try #require(reading.schedule)
        let export = CalendarExport(schedule, rules: reading.ruleSets, around: Samples.now, for: nil, in: .english)
        // The promise alone: a surprise is not even counted.
        #expect(export.calendar(changed: Samples.changed).ownLeftOut.map(\.name) == ["promise.call"])
    }

    /// When it comes next tells when it was last done.
    @Test func `what is counted from the last time is for those who may know`() throws {
        let reading = try Samples.read(
            Self.household + """
                [ritual.cinema]
                title = "Cinema"
                after-done = "3 weeks"
                starting = 2026-11-20
                at = "20:00"

                [appreciation.note]
                title = "A note"
                after-done = "10 days"
                starting = 2026-11-20
                at = "18:00"

                """)
        let schedule = try #require(reading.schedule)
        func export(
            _ person: String?, _ course: @escaping (Ritual, Person) -> CalendarExport.Course?
        ) -> (text: String, left: [String]) {
            let export = CalendarExport(
                schedule, rules: reading.ruleSets, around: Samples.now,
                for: person.flatMap { schedule.person(PersonID($0)) },
                in: .english, course: course)
            let (calendar, left) = export.calendar(changed: Samples.changed)
            return (calendar.text, left.map(\.name))
        }
        let done = try #require(Timestamp(parsing: "2026-11-25T12:00:00Z"))
        let all = export(nil) { ritual, _ in CalendarExport.Course(ritual.recurrence, changed: done) }
        #expect(all.left == ["appreciation.note", "promise.call"])
        #expect(!all.text.contains("A note"))
        #expect(all.text.contains("DTSTART;TZID=Europe/Berlin:20261211T200000\r\nDURATION:PT0S\r\nSUMMARY:Cinema\r\n"))
        #expect(
            Samples.lines(all.text, "COMMENT") == [
                "COMMENT:This is the next time only\\; the one after it is counted from when it is done."
            ])
        // It is newer than the schedule, and nothing else is.
        #expect(Samples.lines(all.text, "DTSTAMP:20261125T120000Z").count == 1)
        let own = export("alex") { ritual, _ in CalendarExport.Course(ritual.recurrence) }
        #expect(own.left.isEmpty && own.text.contains("DTSTART;TZID=America/Chicago:20261130T180000\r\n"))
        let strange = export("alex") { _, _ in nil }
        #expect(strange.left == ["appreciation.note", "ritual.cinema"] && !strange.text.contains("A note"))
    }

    @Test func `it speaks German`() throws {
        let reading = try Samples.read(
            Samples.head("Europe/Berlin")
                + "[milestone.a]\ndate = 2026-10-31\nevery = \"month\"\nat = \"09:00\"\nmissing-day = \"next\"\nahead = [\"1 day\"]\n"
        )
        let schedule = try #require(reading.schedule)
        let export = CalendarExport(schedule, rules: reading.ruleSets, around: Samples.now, for: nil, in: .german)
        let text = export.calendar(changed: Samples.changed).calendar.text
        #expect(
            Samples.lines(text, "COMMENT").first?.hasPrefix("COMMENT:Die Termine sind bis Montag\\, 31. Dezember 2029 ")
                == true)
        #expect(Samples.lines(text, "DESCRIPTION:Seit") == ["DESCRIPTION:Seit Samstag\\, 31. Oktober 2026."])
        #expect(Samples.lines(text, "DESCRIPTION:").contains { $0.hasSuffix(" (1 Tag vorher)") })
    }

    @Test func `a discreet person's calendar says nothing`() throws {
        let quiet = Self.household.replacingOccurrences(of: "language = \"de\"", with: "discreet = true")
        let (own, all) = (try Samples.export(quiet, for: "alex"), try Samples.export(quiet))
        #expect(Set(Samples.lines(own, "SUMMARY")) == ["SUMMARY:Something for you"])
        #expect(!own.contains("DESCRIPTION:How") && !own.contains("CATEGORIES"))
        // What is together is Alex's, too.
        #expect(!all.contains("Check-in") && all.contains("SUMMARY:Our day (Sam)") && !all.contains("Our day (Alex)"))
    }

    @Test func `the same schedule gives the same text all year`() throws {
        let now = try #require(Timestamp(parsing: "2026-01-01T06:00:00Z"))
        let later = try #require(Timestamp(parsing: "2026-12-31T22:59:59Z"))
        let (first, second) = (
            try Samples.export(Self.household, now: now), try Samples.export(Self.household, now: later)
        )
        #expect(first == second)
        let uids = Samples.lines(first, "UID")
        #expect(Set(uids).count == uids.count)
        for line in first.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(first.hasSuffix("END:VCALENDAR\r\n"))
        #expect(first.contains("SEQUENCE:14141400\r\n"))
    }
}
