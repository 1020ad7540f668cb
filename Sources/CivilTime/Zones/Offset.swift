/// A zone's offset from UTC during some span of time.
public struct Offset: Hashable, Sendable {
    /// Seconds east of UTC: local time minus UTC.
    public let seconds: Int32
    /// Whether the zone's data call this daylight saving time. In Dublin that is
    /// winter, with a smaller offset than summer's standard time.
    public let isDaylight: Bool
    /// The name in use, such as `CET`, or `+03` where people use no letters.
    public let abbreviation: String

    /// An offset of so many seconds east of UTC.
    public init(seconds: Int32, isDaylight: Bool = false, abbreviation: String) {
        self.seconds = seconds
        self.isDaylight = isDaylight
        self.abbreviation = abbreviation
    }

    /// The offsets a zone may have, as RFC 9636 §3.2 gives them: more than −25 and
    /// less than +26 hours.
    public static let bounds: ClosedRange<Int32> = -89_999...93_599
}

extension Offset: CustomStringConvertible {
    /// `+01:00`; with seconds where there are any.
    public var description: String {
        let amount = Int(seconds.magnitude)
        let sign = seconds < 0 ? "-" : "+"
        let text = "\(sign)\(padded(amount / 3600, 2)):\(padded(amount / 60 % 60, 2))"
        return amount % 60 == 0 ? text : "\(text):\(padded(amount % 60, 2))"
    }
}

/// A moment at which a zone's offset, its name or its daylight flag changes.
public struct Transition: Hashable, Sendable {
    /// The first instant of the new offset.
    public let at: Timestamp
    /// What held until then.
    public let before: Offset
    /// What holds from then on.
    public let after: Offset

    /// A change from `before` to `after`.
    public init(at: Timestamp, before: Offset, after: Offset) {
        self.at = at
        self.before = before
        self.after = after
    }
}
