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
                # Times are those of Europe/Berlin.

                # line 2: this is no date that can be read: someday
                # line 2: on Monday, 11 January 2027 it has words of its own, which are not here
                # line 2: from Monday, 18 January 2027 on all of them were changed; here only that one is
                # line 2: its first date is none of its rule's, so it stands here as well
                [ritual.walk]
                """), "\(text)")
        #expect(text.contains("except = [2027-01-18]\n"))
        #expect(text.contains("[ritual.walk-2027-01-01]\ntitle = \"Walk\"\ndate = 2027-01-01\nat = \"10:00\"\ntakes = \"1 h\"\n"))
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
