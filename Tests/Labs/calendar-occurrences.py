#!/usr/bin/python3
"""calendar-occurrences.py FILE FROM TO: the occurrences of a calendar, as python3-icalendar and
python3-recurring-ical-events find them, one a line: the instant in UTC, a space and the title.

FROM and TO are instants such as 2026-11-28T12:00:00Z; what begins at FROM or later and before TO is shown.
"""
import datetime
import sys

import icalendar
import recurring_ical_events

UTC = datetime.timezone.utc


def instant(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


path, first, last = sys.argv[1], instant(sys.argv[2]), instant(sys.argv[3])
with open(path, "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
assert calendar["METHOD"] == "PUBLISH" and calendar["VERSION"] == "2.0"
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    for alarm in event.walk("VALARM"):
        assert alarm["ACTION"] == "DISPLAY" and alarm["TRIGGER"].dt <= datetime.timedelta(0)

day = datetime.timedelta(days=1)
found = set()
for event in recurring_ical_events.of(calendar).between(first - day, last + day):
    start = event["DTSTART"].dt.astimezone(UTC)
    if first <= start < last:
        found.add((start, str(event["SUMMARY"])))
for start, title in sorted(found):
    print(start.strftime("%Y-%m-%dT%H:%M:%SZ"), title)
