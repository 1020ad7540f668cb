public import Planning

/// An iCalendar text (RFC 5545) that tells a calendar of something (`METHOD:PUBLISH`, RFC 5546 §3.2.1): nobody is
/// asked for an answer.
public struct CalendarFile: Sendable {
    public var entries: [CalendarEntry]
    /// Whom it comes from; the method wants one with each entry.
    public var organizer: Mailbox

    public init(_ entries: [CalendarEntry], from organizer: Mailbox) {
        self.entries = entries
        self.organizer = organizer
    }

    /// UTF-8, in lines of at most 75 bytes, each ended by CRLF.
    public var text: String {
        let name = organizer.name.map { ";CN=\(ContentLine.quoted($0))" } ?? ""
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Troth//Troth//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        ]
        for entry in entries {
            var own = entry.lines
            own.insert("ORGANIZER\(name):mailto:\(organizer.address.wire)", at: 2)
            lines += own
        }
        lines.append("END:VCALENDAR")
        return lines.map(ContentLine.folded).joined()
    }
}
