#!/usr/bin/python3
"""calendar-rules.py FOLDER FROM TO: the occurrences of all calendars in a folder by what they say themselves: taken
apart by python3-icalendar, rules and VTIMEZONEs read by dateutil, which looks at no zone of the machine. One a line: the
file's name, the instant in UTC and the title.

FROM and TO are instants such as 2026-11-28T12:00:00Z; what begins at FROM or later and before TO is shown.
"""
import datetime
import pathlib
import sys

import icalendar
from dateutil import rrule, tz

UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)


def times(event, name):
    """Each with its zone's name, None for UTC."""
    value = event.get(name, [])
    for several in value if isinstance(value, list) else [value]:
        one_or_more = several.dts if hasattr(several, "dts") else [several]
        zone = several.params.get("TZID") if hasattr(several, "params") else None
        for one in one_or_more:
            yield one.dt.replace(tzinfo=None), zone


def instant(local, zone):
    """RFC 5545 §3.3.5: a repeated time is its first pass, a skipped one has the offset before it."""
    if not tz.datetime_exists(local, zone):
        return (local - zone.utcoffset(local - DAY)).replace(tzinfo=UTC)
    return (local - zone.utcoffset(local.replace(fold=0))).replace(tzinfo=UTC)


def occurrences(event, zones, first, last):
    """The instants from the first to the last."""
    def zone(name):
        return zones.get(name) if name else tz.UTC

    (start, name), = times(event, "DTSTART")
    own = zone(name)
    excluded = {instant(local, zone(name)) for local, name in times(event, "EXDATE")}
    found = {instant(start, own)}
    if "RRULE" in event:
        text = event["RRULE"].to_ical().decode()
        rule = rrule.rrulestr(text, dtstart=start.replace(tzinfo=own))
        assert next(iter(rule)) == start.replace(tzinfo=own), (event["SUMMARY"], "begins with none of its rule")
        for local in rule.xafter(first.astimezone(own) - DAY):
            if local > last.astimezone(own) + DAY:
                break
            found.add(instant(local.replace(tzinfo=None), own))
    found |= {instant(local, zone(name)) for local, name in times(event, "RDATE")}
    return (found - excluded)


def show(path, first, last):
    """Prints what one calendar holds."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    zones = tz.tzical(str(path))
    lines = set()
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        for moment in occurrences(event, zones, first, last):
            if first <= moment < last:
                lines.add("%s %s %s" % (path.stem, moment.strftime("%Y-%m-%dT%H:%M:%SZ"), event["SUMMARY"]))
    print("\n".join(sorted(lines)))


folder, *ends = sys.argv[1:]
begin, end = (datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) for text in ends)
for calendar_path in sorted(pathlib.Path(folder).glob("*.ics")):
    show(calendar_path, begin, end)
