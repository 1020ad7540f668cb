public import CivilTime
import Planning

/// One moment as a calendar shows it: a VEVENT (RFC 5545 §3.6.1) without a length.
///
/// Its time is an instant in UTC, so that it needs no time zone of its own beside it.
public struct CalendarEntry: Hashable, Sendable {
    public var uid: CalendarUID
    /// When this form of it was made.
    public var stamp: Timestamp
    public var start: Timestamp
    /// Whether its ritual has others, so that its start has to say which of them it is (RECURRENCE-ID).
    public var isOneOfMany: Bool
    public var title: String
    /// Lines separated by `\n`; empty for none.
    public var text: String

    /// - Parameter discreetly: A neutral title, which then stands in place of title and text.
    public init(
        uid: CalendarUID, stamp: Timestamp, start: Timestamp, isOneOfMany: Bool = false, title: String, text: String,
        discreetly: String? = nil
    ) {
        self.uid = uid
        self.stamp = stamp
        self.start = start
        self.isOneOfMany = isOneOfMany
        self.title = discreetly ?? title
        self.text = discreetly == nil ? text : ""
    }

    var lines: [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(CalendarTime.utc(stamp).text)",
            "DTSTART:\(CalendarTime.utc(start).text)", "SUMMARY:\(ContentLine.text(title))",
        ]
        if isOneOfMany { lines.insert("RECURRENCE-ID:\(CalendarTime.utc(start).text)", at: 2) }
        if !text.isEmpty { lines.append("DESCRIPTION:\(ContentLine.text(text))") }
        // It takes no time of the day away, and is nobody else's to see.
        lines += ["TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT"]
        return lines
    }
}
