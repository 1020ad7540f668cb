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
        self = zone != .utc && zone.instant(of: local) == instant ? .local(local) : .utc(instant)
    }

    private static func basic(_ local: CivilDateTime) -> String {
        CivilDateTime(seconds: local.seconds).description.filter { $0 != "-" && $0 != ":" }
    }
}
