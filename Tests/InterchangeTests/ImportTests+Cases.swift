import CivilTime
import Interchange
import Planning
import Testing
import Wording

/// What an event is as lines of a schedule.
extension ImportTests {
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
}
