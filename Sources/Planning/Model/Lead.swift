public import CivilTime

/// How long ahead of its moment a nudge goes out; zero is the moment itself.
///
/// Compared and keyed in normal form: "7 days" is "1 week", "24 h" is not "1 day".
public struct Lead: Hashable, Sendable, CustomStringConvertible {
    public let span: Span

    public init(_ span: Span) { self.span = span }

    public static let moment = Lead(Span(months: 0, days: 0, microseconds: 0))

    public var isMoment: Bool { self == .moment }

    /// `0` for the moment, else the span's normal form.
    public var description: String { isMoment ? "0" : span.description }

    /// The instant at which a nudge with this lead goes out: civil for days and longer, elapsed for hours and shorter.
    public func instant(before moment: Timestamp, in zone: Zone) -> Timestamp {
        isMoment ? moment : span.before(moment, in: zone)
    }
}
