public import CivilTime

/// A VEVENT (RFC 5545 §3.6.1) that may come again and again, told as a rule with what differs from it.
public struct CalendarSeries: Hashable, Sendable {
    public var uid: CalendarUID
    /// The zone that ``CalendarTime/local(_:)`` times are of.
    public var zone: Zone
    public var start: CalendarTime
    /// An RRULE's value; nil where only ``added`` says when it comes again.
    public var rule: String?
    /// What comes beside the rule, and which of the rule's times do not come.
    public var added: [CalendarTime] = []
    public var excluded: [CalendarTime] = []
    public var title: String
    /// Lines separated by `\n`; empty for none.
    public var text = ""
    /// What whoever reads the file should know of it; empty for nothing.
    public var comment = ""
    public var category = ""
    public var alarms: [Alarm] = []
    /// When it last changed, where that is later than the schedule it comes from.
    public var changed: Timestamp?

    /// A reminder that the calendar itself gives.
    public struct Alarm: Hashable, Sendable {
        /// How long before the start.
        public var lead: Span
        public var text: String

        public init(lead: Span, text: String) {
            self.lead = lead
            self.text = text
        }
    }

    public init(uid: CalendarUID, zone: Zone, start: CalendarTime, rule: String? = nil, title: String) {
        self.uid = uid
        self.zone = zone
        self.start = start
        self.rule = rule
        self.title = title
    }

    /// The earliest local time that is written in the zone; nil where all of them are in UTC.
    var firstLocal: CivilDateTime? {
        ([start] + added + excluded).compactMap { if case .local(let local) = $0 { local } else { nil } }.min()
    }

    /// - Parameter schedule: When the schedule was last changed: the same text for the same schedule.
    func lines(changed schedule: Timestamp) -> [String] {
        let changed = max(schedule, changed ?? schedule)
        let stamp = CalendarTime.utc(changed).text
        var lines = [
            "BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(stamp)", "LAST-MODIFIED:\(stamp)",
            "SEQUENCE:\(Self.revision(changed))",
        ]
        lines += property("DTSTART", [start])
        // A moment takes no time of its own.
        lines.append("DURATION:PT0S")
        if let rule { lines.append("RRULE:\(rule)") }
        lines += property("RDATE", added) + property("EXDATE", excluded)
        lines.append("SUMMARY:\(ContentLine.text(title))")
        if !text.isEmpty { lines.append("DESCRIPTION:\(ContentLine.text(text))") }
        if !comment.isEmpty { lines.append("COMMENT:\(ContentLine.text(comment))") }
        if !category.isEmpty { lines.append("CATEGORIES:\(ContentLine.text(category))") }
        lines += ["TRANSP:TRANSPARENT", "CLASS:PRIVATE"]
        for alarm in alarms {
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(Self.trigger(alarm.lead))",
                "DESCRIPTION:\(ContentLine.text(alarm.text))", "END:VALARM",
            ]
        }
        return lines + ["END:VEVENT"]
    }

    /// Minutes from 2000 to the change, which are not smaller for a later form (RFC 5545 §3.8.7.4) and fit into the
    /// format's numbers for some thousands of years.
    private static func revision(_ changed: Timestamp) -> Int { Int(max(0, changed.seconds - 946_684_800) / 60) }

    /// One property for the times on the wall, one for those in UTC.
    private func property(_ name: String, _ times: [CalendarTime]) -> [String] {
        var local: [String] = []
        var utc: [String] = []
        for time in times {
            if case .local = time { local.append(time.text) } else { utc.append(time.text) }
        }
        let zoneName = ContentLine.parameter(zone.calendarName)
        return (local.isEmpty ? [] : ["\(name);TZID=\(zoneName):\(local.joined(separator: ","))"])
            + (utc.isEmpty ? [] : ["\(name):\(utc.joined(separator: ","))"])
    }

    /// `-P1D`, `-PT15M`, `PT0S` (§3.3.6). The format has no months: each counts as 31 days, so that nothing comes later
    /// than wanted.
    static func trigger(_ lead: Span) -> String {
        if lead.isZero { return "PT0S" }
        let days = Int64(lead.days) + Int64(lead.months) * 31
        let seconds = lead.microseconds / 1_000_000
        var clock = ""
        for (count, unit) in [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")] where count != 0 {
            clock += "\(count)\(unit)"
        }
        if days > 0, days % 7 == 0, clock.isEmpty { return "-P\(days / 7)W" }
        return "-P" + (days > 0 ? "\(days)D" : "") + (clock.isEmpty ? "" : "T\(clock)")
    }
}
