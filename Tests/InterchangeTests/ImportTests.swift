import CivilTime
import Interchange
import Planning
import Testing
import Wording

/// What a calendar's events become.
@Suite("A calendar as a schedule")
struct ImportTests {
    struct Case: CustomStringConvertible, Sendable {
        var name: String
        var event: String
        /// The tables, without the heading.
        var tables: String
        var description: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "weekly",
            event: """
                SUMMARY:Check-in\\, with tea
                DTSTART;TZID=Europe/Berlin:20260104T190000
                RRULE:FREQ=WEEKLY;BYDAY=SU
                EXDATE;TZID=Europe/Berlin:20251228T190000,20261227T190000
                DESCRIPTION:One\\nTwo
                BEGIN:VALARM
                TRIGGER:-P1D
                END:VALARM
                BEGIN:VALARM
                TRIGGER:-PT15M
                END:VALARM
                """,
            tables: """
                [ritual.check-in-with-tea]
                title = "Check-in, with tea"
                message = "One\\nTwo"
                rrule = "FREQ=WEEKLY;BYDAY=SU"
                starting = 2026-01-04T19:00:00
                except = [2026-12-27]
                ahead = ["1 day", "15 min"]
                """),
        Case(
            name: "a birthday",
            event: "SUMMARY:Jürgen & Käthe\nDTSTART;VALUE=DATE:19800415\nRRULE:FREQ=YEARLY",
            tables: """
                [milestone.juergen-kaethe]
                title = "Jürgen & Käthe"
                date = 1980-04-15
                every = "year"
                at = "09:00"
                """),
        Case(
            name: "all day, on a rule",
            event: "SUMMARY:Bins\nDTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231",
            tables: """
                [ritual.bins]
                title = "Bins"
                rrule = "FREQ=WEEKLY;INTERVAL=2"
                starting = 2026-01-05
                at = "09:00"
                until = 2027-12-31
                """),
        Case(
            name: "once, in another zone",
            event:
                "SUMMARY:Call\nDTSTART;TZID=America/New_York:20261224T120000\nLOCATION:Here\nATTENDEE:mailto:a@b.example",
            tables: """
                # line 3: left aside, as a schedule has no place for it: the place and the guests
                [ritual.call]
                title = "Call"
                date = 2026-12-24
                at = "18:00"
                """),
        Case(
            name: "an hour west all year",
            event: "SUMMARY:Call\nDTSTART;TZID=Europe/London:20260107T120000\nRRULE:FREQ=WEEKLY",
            tables: """
                [ritual.call]
                title = "Call"
                rrule = "FREQ=WEEKLY"
                starting = 2026-01-07T13:00:00
                """),
        Case(
            name: "another zone's clocks",
            event: "SUMMARY:Call\nDTSTART;TZID=America/New_York:20260107T120000\nRRULE:FREQ=WEEKLY",
            tables: """
                # line 3: it goes by the clocks of America/New_York, not by yours; its times stand as they are there
                [ritual.call]
                title = "Call"
                rrule = "FREQ=WEEKLY"
                starting = 2026-01-07T12:00:00
                on = false  # off until you have looked at its times
                """),
        Case(
            name: "a zone that nobody knows",
            event: "SUMMARY:Call\nDTSTART;TZID=W. Europe Standard Time:20261224T120000",
            tables: """
                # line 3: it is kept in W. Europe Standard Time, which is no time zone known here; its times are read as they stand
                [ritual.call]
                title = "Call"
                date = 2026-12-24
                at = "12:00"
                """),
        Case(
            name: "a zone with its maker's name before it",
            event: "SUMMARY:Call\nDTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20261224T120000",
            tables: """
                [ritual.call]
                title = "Call"
                date = 2026-12-24
                at = "13:00"
                """),
        Case(
            name: "a rule that nobody can read",
            event: "SUMMARY:Odd\nDTSTART:20261224T120000Z\nRRULE:FREQ=FORTNIGHTLY",
            tables: """
                # line 3: its rule is not one that can be read here, so only its first time is: FREQ=FORTNIGHTLY
                [ritual.odd]
                title = "Odd"
                date = 2026-12-24
                at = "13:00"
                """),
        Case(
            name: "what a terminal would act on",
            event: "SUMMARY:\u{1b}]0;x\u{7}Tea\u{202e} \u{200e}\"two\"\\\\ \u{9b}31m\nDTSTART;VALUE=DATE:20261224",
            tables: """
                [milestone.0-x-tea-two-31m]
                title = "]0;x Tea \\u200E\\"two\\"\\\\ 31m"
                date = 2026-12-24
                at = "09:00"
                """),
        Case(
            name: "29 February, as a calendar has it",
            event: "SUMMARY:Kim\nDTSTART;VALUE=DATE:20000229\nDTEND;VALUE=DATE:20000301\nRRULE:FREQ=YEARLY",
            tables: """
                [milestone.kim]
                title = "Kim"
                date = 2000-02-29
                every = "year"
                at = "09:00"
                missing-day = "skip"  # as a calendar has it: in leap years only
                """),
        Case(
            name: "a birthday of which nobody knows the year",
            event: "SUMMARY:Kim\nDTSTART;VALUE=DATE:16041105\nRRULE:FREQ=YEARLY",
            tables: """
                [milestone.kim]
                title = "Kim"
                date = "11-05"
                at = "09:00"
                """),
        Case(
            name: "dates without a rule, two of them called off",
            event:
                "SUMMARY:Pool\nDTSTART:20270101T100000Z\nRDATE:20270102T100000Z,20270103T100000Z\nEXDATE:20270101T100000Z,20270103T100000Z",
            tables: """
                [ritual.pool]
                title = "Pool"
                date = 2027-01-02
                at = "11:00"
                """),
        Case(
            name: "words that a schedule would fill in",
            event: "SUMMARY:For {other}\nDTSTART;VALUE=DATE:20261224\nDESCRIPTION:{person} {x}\nCOMMENT:Hm\nCATEGORIES:Home",
            tables: """
                # line 3: left aside, as a schedule has no place for it: the categories and a comment
                [milestone.for-other]
                title = "For (other)"
                message = "(person) {x}"
                date = 2026-12-24
                at = "09:00"
                """),
        Case(
            name: "no title", event: "DTSTART;VALUE=DATE:20261224",
            tables: """
                [milestone.an-event]
                title = "An event"
                date = 2026-12-24
                at = "09:00"
                """),
    ]

    static func calendar(_ events: String...) -> [UInt8] {
        let parts = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
        return Array("BEGIN:VCALENDAR\nVERSION:2.0\n\(parts)END:VCALENDAR\n".utf8)
    }

    static func read(_ bytes: [UInt8], taken: Set<String> = [], in language: Language = .english) throws
        -> ImportedSchedule
    {
        try CalendarImport.read(
            bytes, now: Samples.now, zone: try Samples.zone("Europe/Berlin"), taken: taken, in: language,
            lookUp: { try? Samples.zone($0) })
    }

    @Test(arguments: cases) func `an event is these lines`(_ example: Case) throws {
        let imported = try Self.read(Self.calendar(example.event))
        let text = imported.text
        #expect(imported.count == 1)
        let tables = text.split(separator: "\n\n", maxSplits: 1).last.map(String.init) ?? ""
        #expect(tables == example.tables + "\n")
        _ = try Samples.read(Samples.head("Europe/Berlin") + text)
    }

    @Test func `changed and added times are tables of their own`() throws {
        let bytes = Array(
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:1
            SUMMARY:Walk
            DTSTART;TZID=Europe/Berlin:20260103T100000
            RRULE:FREQ=WEEKLY
            RDATE;TZID=Europe/Berlin:20261210T100000
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            SUMMARY:Walk
            RECURRENCE-ID;TZID=Europe/Berlin:20261205T100000
            DTSTART;TZID=Europe/Berlin:20261206T113000
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID;TZID=Europe/Berlin:20261212T100000
            DTSTART;TZID=Europe/Berlin:20261212T100000
            STATUS:CANCELLED
            END:VEVENT
            END:VCALENDAR
            """.utf8)
        let text = try Self.read(bytes).text
        #expect(text.contains("except = [2026-12-05, 2026-12-12]\n"))
        #expect(text.contains("[ritual.walk-2026-12-10]\ntitle = \"Walk\"\ndate = 2026-12-10\nat = \"10:00\"\n"))
        #expect(text.contains("[ritual.walk-2026-12-06]\ntitle = \"Walk\"\ndate = 2026-12-06\nat = \"11:30\"\n"))
        _ = try Samples.read(Samples.head("Europe/Berlin") + text)
    }

    @Test func `what a rule leaves open is told`() throws {
        let bytes = Array(
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:1
            SUMMARY:Walk
            DTSTART:20270101T100000
            DTEND:20270101T110000
            RRULE:FREQ=WEEKLY;BYDAY=MO
            RDATE:someday
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            SUMMARY:Long walk
            RECURRENCE-ID:20270111T100000
            DTSTART:20270111T100000
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            SUMMARY:Swim
            RECURRENCE-ID;RANGE=THISANDFUTURE:20270118T100000
            DTSTART:20270119T100000
            END:VEVENT
            END:VCALENDAR
            """.utf8)
        let (text, german) = (try Self.read(bytes).text, try Self.read(bytes, in: .german).text)
        #expect(
            text.contains(
                """
                # How long things take is left aside, as a schedule has no place for it.

                # line 2: this is no date that can be read: someday
                # line 2: on Monday, 11 January 2027 it has words of its own, which are not here
                # line 2: from Monday, 18 January 2027 on all of them were changed; here only that one is
                # line 2: its first date is none of its rule's, so it stands here as well
                [ritual.walk]
                """), "\(text)")
        #expect(text.contains("except = [2027-01-18]\n"))
        #expect(text.contains("[ritual.walk-2027-01-01]\ntitle = \"Walk\"\ndate = 2027-01-01\nat = \"10:00\"\n"))
        #expect(text.contains("[ritual.walk-2027-01-19]\ntitle = \"Swim\"\ndate = 2027-01-19\nat = \"10:00\"\n"))
        #expect(
            german.contains("# Zeile 2: ab Montag, 18. Januar 2027 wurden alle geändert; hier ist es nur dieser eine\n")
        )
        _ = try Samples.read(Samples.head("Europe/Berlin") + text)
    }

    /// One that cannot be read takes no other with it; what is over or called off is counted.
    @Test func `what is left out is said`() throws {
        let text = try Self.read(
            Self.calendar(
                "SUMMARY:Old\nDTSTART:20200101T100000Z",
                "SUMMARY:Ended\nDTSTART:20200101T100000Z\nRRULE:FREQ=DAILY;COUNT=3",
                "SUMMARY:Off\nDTSTART:20270101T100000Z\nSTATUS:CANCELLED", "SUMMARY:When\nDTSTART:soon",
                "SUMMARY:Good\nDTSTART:20270101T100000Z")
        ).text
        #expect(
            text == """
                # 1 entry. Read it through and put it into your schedule if you like; nothing was changed.
                # Times are those of Europe/Berlin.
                # 2 events are over and left out.
                # 1 event was called off and is left out.
                # line 17: When: this is no date that can be read: soon

                [ritual.good]
                title = "Good"
                date = 2027-01-01
                at = "11:00"

                """)
    }

    @Test func `ids are there once`() throws {
        let bytes = Self.calendar(
            "SUMMARY:Tea\nDTSTART:20270101T100000Z", "SUMMARY:Tea\nDTSTART:20270102T100000Z",
            "SUMMARY:茶\nDTSTART:20270103T100000Z",
            "SUMMARY:Ñandú's Æble\nDTSTART:20270104T100000Z")
        let text = try Self.read(bytes, taken: ["tea"], in: .german).text
        for id in ["[ritual.tea-2]", "[ritual.tea-3]", "[ritual.event]", "[ritual.nandus-aeble]"] {
            #expect(text.contains(id), "\(text)")
        }
        #expect(text.hasPrefix("# 4 Einträge."))
    }

    static let faults: [(String, ImportFault)] = [
        ("", ImportFault(line: 1, reason: .notACalendar)), ("<html>", ImportFault(line: 1, reason: .notACalendar)),
        ("BEGIN:VCARD\nEND:VCARD\n", ImportFault(line: 1, reason: .notACalendar)),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", ImportFault(line: 2, reason: .endMissing("VEVENT"))),
        ("BEGIN:VCALENDAR\nEND:VEVENT\n", ImportFault(line: 2, reason: .endWithoutBegin("VEVENT"))),
        ("BEGIN:VCALENDAR\n\nhello\nEND:VCALENDAR\n", ImportFault(line: 3, reason: .notAProperty)),
        ("BEGIN:VCALENDAR\n\u{0}", ImportFault(line: 1, reason: .notText)),
    ]

    @Test(arguments: faults) func `a file that is none says where`(_ text: String, _ fault: ImportFault) {
        #expect(throws: fault) { try Self.read(Array(text.utf8)) }
    }

    @Test func `a fault is a line`() {
        let fault = ImportFault(line: 3, reason: .notAProperty)
        #expect(
            ImportWording(.english).error("a.ics", fault) == "a.ics:3: error: a line needs a name, a colon and a value")
        #expect(
            ImportWording(.german).error("a.ics", fault)
                == "a.ics:3: Fehler: eine Zeile braucht einen Namen, einen Doppelpunkt und einen Wert")
    }
}
