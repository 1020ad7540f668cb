public import CivilTime

/// A whole calendar to subscribe to (RFC 5545, RFC 7986): whoever fetches it again has what is newest.
public struct PublishedCalendar: Sendable {
    /// What a program lists it as.
    public var name: String
    public var series: [CalendarSeries]
    /// When the schedule that it is made of was last changed.
    public var changed: Timestamp

    public init(name: String, _ series: [CalendarSeries], changed: Timestamp) {
        self.name = name
        self.series = series
        self.changed = changed
    }

    /// UTF-8, in lines of at most 75 bytes, each ended by CRLF. The same for the same series and the same change.
    public var text: String {
        let name = ContentLine.text(name)
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Troth//Troth//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "NAME:\(name)", "X-WR-CALNAME:\(name)", "LAST-MODIFIED:\(CalendarTime.utc(changed).text)",
            // The second is what older programs know.
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
        ]
        for zone in zones { lines += zone.lines }
        for series in series { lines += series.lines(changed: changed) }
        lines.append("END:VCALENDAR")
        return lines.map(ContentLine.folded).joined()
    }

    /// The zones that times are written in, each from the first of them on.
    private var zones: [CalendarZone] {
        var first: [String: (zone: Zone, from: CivilDateTime)] = [:]
        var order: [String] = []
        for series in series {
            guard let local = series.firstLocal else { continue }
            let name = series.zone.identifier
            if first[name] == nil { order.append(name) }
            first[name] = (series.zone, min(local, first[name]?.from ?? local))
        }
        return order.compactMap { first[$0] }.map { CalendarZone($0.zone, from: $0.from) }
    }
}
