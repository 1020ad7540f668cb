import CivilTime
import Foundation
import ICalendar
import Interchange
import Planning
import ScheduleFile
import Testing

/// What a ritual is as lines of a calendar.
extension ExportTests {
    static let cases: [Case] = [
        Case(
            name: "weekly, from the year's first Sunday on where nobody says since when",
            ritual: "[check-in.a]\nevery = \"Sunday at 19:00\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20260104T190000", "RRULE:FREQ=WEEKLY;BYDAY=SU"]),
        Case(
            name: "from the first one where somebody does",
            ritual: "[check-in.a]\nevery = \"2 weeks on Sunday at 19:00\"\nstarting = 2024-05-06",
            lines: ["DTSTART;TZID=Europe/Berlin:20240512T190000", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"]),
        Case(
            name: "a 31st alone, where the rule names it",
            ritual: "[ritual.a]\nevery = \"day 31 of the month at 09:00\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20260131T090000", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31"]),
        Case(
            name: "the last of the month, counted from a 31st",
            ritual: "[ritual.a]\nevery = \"month at 09:00\"\nstarting = 2026-01-31",
            lines: ["DTSTART;TZID=Europe/Berlin:20260131T090000", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"]),
        Case(
            name: "and in every second month",
            ritual: "[ritual.a]\nevery = \"2 months at 09:00\"\nstarting = 2026-08-31",
            lines: ["DTSTART;TZID=Europe/Berlin:20260831T090000", "RRULE:FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1"]),
        Case(
            name: "the 30th, or February's last, twice a day",
            ritual: "[ritual.a]\nevery = \"month at 09:00 and 18:00\"\nstarting = 2026-01-30",
            lines: [
                "DTSTART;TZID=Europe/Berlin:20260130T090000",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYHOUR=9,18;BYMINUTE=0;BYSECOND=0;BYSETPOS=-2,-1",
            ]),
        Case(
            name: "the 30th, or February's last, with SKIP",
            ritual:
                "[ritual.a]\nrrule = \"RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD;BYMONTH=2,5;BYMONTHDAY=30\"\nat = \"09:00\"",
            lines: [
                "DTSTART;TZID=Europe/Berlin:20260228T090000",
                "RRULE:FREQ=MONTHLY;BYMONTH=2,5;BYMONTHDAY=28,29,30;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYSETPOS=-1",
            ]),
        Case(
            name: "the 30th, or February's last",
            ritual: "[milestone.a]\ndate = 2025-12-30\nevery = \"month\"\nat = \"09:00\"",
            lines: [
                "DTSTART;TZID=Europe/Berlin:20251230T090000",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYSETPOS=-1",
            ]),
        Case(
            name: "29 February, else the 28th",
            ritual: "[milestone.a]\ndate = 2020-02-29\nevery = \"year\"\nat = \"09:00\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20200229T090000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"]),
        Case(
            name: "29 February, else 1 March",
            ritual: "[milestone.a]\ndate = 2020-02-29\nevery = \"year\"\nat = \"09:00\"\nmissing-day = \"next\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20200229T090000", "RRULE:FREQ=YEARLY;BYYEARDAY=60"]),
        Case(
            name: "29 February alone",
            ritual: "[milestone.a]\ndate = 2020-02-29\nevery = \"year\"\nat = \"09:00\"\nmissing-day = \"skip\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20200229T090000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"]),
        Case(
            name: "a date without a year",
            ritual: "[milestone.a]\ndate = \"06-15\"\nat = \"09:00\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20260615T090000", "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"]),
        Case(
            name: "once", ritual: "[ritual.a]\ndate = 2026-12-24\nat = \"16:00\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20261224T160000"]),
        Case(
            name: "counts",
            ritual: "[milestone.a]\ndate = 2026-01-01\ncounts = [\"100 days\", \"18 months\"]\nat = \"09:00\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20260411T090000", "RDATE;TZID=Europe/Berlin:20270701T090000"]),
        Case(
            name: "two times of a day are one rule",
            ritual: "[ritual.a]\nevery = \"day at 09:00 and 18:00\"",
            lines: ["DTSTART;TZID=Europe/Berlin:20260101T090000", "RRULE:FREQ=DAILY;BYHOUR=9,18"]),
        Case(
            name: "a count",
            ritual: "[ritual.a]\nevery = \"Monday at 09:00\"\nstarting = 2026-12-01\ncount = 3",
            lines: ["DTSTART;TZID=Europe/Berlin:20261207T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"]),
        Case(
            name: "an end",
            ritual: "[ritual.a]\nevery = \"Monday at 09:00\"\nstarting = 2026-12-01\nuntil = 2026-12-20",
            lines: [
                "DTSTART;TZID=Europe/Berlin:20261207T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214T080000Z",
            ]),
        Case(
            name: "days left out",
            ritual:
                "[ritual.a]\nevery = \"Sunday at 19:00\"\nexcept = [\"2026-12-24 to 2027-01-06\"]\nuntil = 2027-02-01",
            lines: [
                "DTSTART;TZID=Europe/Berlin:20260104T190000", "RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20270131T180000Z",
                "EXDATE;TZID=Europe/Berlin:20261227T190000,20270103T190000",
            ]),
        Case(
            name: "the day of a gap, at the time that it is shifted to",
            ritual: "[ritual.a]\nevery = \"last Sunday of March at 02:30\"\nstarting = 2026-01-01\nuntil = 2027-12-31",
            lines: [
                // Every one of them falls in the gap, so that no rule says any.
                "DTSTART;TZID=Europe/Berlin:20260329T033000", "RDATE;TZID=Europe/Berlin:20270328T033000",
            ]),
        Case(
            name: "a time in a gap is one that calendars shift as we do",
            ritual: "[ritual.a]\nevery = \"Sunday at 02:30\"\nstarting = 2026-03-01\nuntil = 2026-04-10",
            lines: ["DTSTART;TZID=Europe/Berlin:20260301T023000", "RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20260405T003000Z"]),
        Case(
            name: "unless it is to be skipped",
            ritual:
                "[ritual.a]\nevery = \"Sunday at 02:30\"\ngap = \"skip\"\nstarting = 2026-03-01\nuntil = 2026-04-10",
            lines: [
                "DTSTART;TZID=Europe/Berlin:20260301T023000", "RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20260405T003000Z",
                "EXDATE;TZID=Europe/Berlin:20260329T023000",
            ]),
        Case(
            name: "the first pass of a repeated hour is what a local time means",
            ritual: "[ritual.a]\nevery = \"Sunday at 02:30\"\nstarting = 2026-10-01\nuntil = 2026-11-10",
            lines: ["DTSTART;TZID=Europe/Berlin:20261004T023000", "RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20261108T013000Z"]),
        Case(
            name: "the second pass of a repeated hour is no local time",
            ritual:
                "[ritual.a]\nevery = \"Sunday at 02:30\"\nfold = \"second\"\nstarting = 2026-10-01\nuntil = 2026-11-10",
            lines: [
                "DTSTART;TZID=Europe/Berlin:20261004T023000", "RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20261108T013000Z",
                "RDATE:20261025T013000Z", "EXDATE;TZID=Europe/Berlin:20261025T023000",
            ]),
        Case(
            name: "exact lengths are told in UTC",
            ritual: "[ritual.a]\nevery = \"90 minutes\"\nstarting = 2026-10-25T00:00:00",
            lines: ["DTSTART:20261024T220000Z", "RRULE:FREQ=MINUTELY;INTERVAL=90"]),
        Case(
            name: "UTC needs no name", zone: "UTC", ritual: "[ritual.a]\nevery = \"Sunday at 19:00\"",
            lines: ["DTSTART:20260104T190000Z", "RRULE:FREQ=WEEKLY;BYDAY=SU"]),
        Case(
            name: "nor does it under another name", zone: "Etc/UTC", ritual: "[ritual.a]\nevery = \"Sunday at 19:00\"",
            lines: ["DTSTART:20260104T190000Z", "RRULE:FREQ=WEEKLY;BYDAY=SU"]),
    ]
}
