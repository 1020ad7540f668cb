public import CivilTime

/// A time as a calendar writes it (RFC 5545 §3.3.5): on the wall of a zone that is named beside it, or in UTC.
///
/// Whole seconds, as the format has them.
public enum CalendarTime: Hashable, Sendable {
    case local(CivilDateTime)
    case utc(Timestamp)

    /// `20261122T190000` on the wall, `20261122T180000Z` in UTC.
    public var text: String {
        switch self {
        case .local(let local): CalendarTime.basic(local)
        case .utc(let instant): CalendarTime.basic(instant.utc) + "Z"
        }
    }

    /// How an instant is written in a zone: on its wall, except in the second pass of a repeated hour, which no local
    /// time means (RFC 5545 §3.3.5).
    public init(_ instant: Timestamp, in zone: Zone) {
        let local = zone.local(at: instant)
        self = !zone.isUTC && zone.instant(of: local) == instant ? .local(local) : .utc(instant)
    }

    /// `P1D`, `PT1H30M`, `PT0S` (§3.3.6). The format has no months: each counts as 31 days, so that nothing that is told
    /// ahead comes later than wanted.
    static func length(_ span: Span) -> String {
        let days = Int64(span.days) + Int64(span.months) * 31
        let seconds = span.microseconds / 1_000_000
        var clock = ""
        for (count, unit) in [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")] where count != 0 {
            clock += "\(count)\(unit)"
        }
        if days == 0, clock.isEmpty { return "PT0S" }
        if days > 0, days % 7 == 0, clock.isEmpty { return "P\(days / 7)W" }
        return "P" + (days > 0 ? "\(days)D" : "") + (clock.isEmpty ? "" : "T\(clock)")
    }

    private static func basic(_ local: CivilDateTime) -> String {
        CivilDateTime(seconds: local.seconds).description.filter { $0 != "-" && $0 != ":" }
    }
}
