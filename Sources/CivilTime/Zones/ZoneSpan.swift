/// A span of time in which a zone's offset does not change, with the offsets on
/// either side: what it takes to tell a zone's gaps and folds from a bare number.
public struct ZoneSpan: Sendable {
    /// The first second of the span, since the epoch.
    public let start: Int64
    /// The first second after the span.
    public let end: Int64
    /// Seconds east of UTC within the span.
    public let offset: Int64
    /// Seconds east of UTC before it.
    public let before: Int64
    /// Seconds east of UTC after it.
    public let after: Int64

    @usableFromInline
    init(start: Int64, end: Int64, offset: Int64, before: Int64, after: Int64) {
        (self.start, self.end, self.offset, self.before, self.after) = (start, end, offset, before, after)
    }

    /// A span that holds no instant.
    public static let none = ZoneSpan(start: .max, end: .min, offset: 0, before: 0, after: 0)

    /// The first local second that lies in this span and no other.
    @inlinable public var localStart: Int64 { start + max(offset, before) }
    /// The local second at which that ends.
    @inlinable public var localEnd: Int64 { end + min(offset, after) }
}

extension Zone {
    /// The span of one offset that holds an instant, in seconds since the epoch. Where
    /// a zone has no change before or after it, the offset there is the span's own.
    @inlinable
    public func span(atSecond second: Int64) -> ZoneSpan {
        if second >= table.upperLimit || second < table.lowerLimit { return repeatedSpan(atSecond: second) }
        let place = table.index(at: second)
        let count = table.spans.count
        let offset = table.offset(of: place)
        return ZoneSpan(
            start: table.start(of: place), end: table.start(of: place + 1), offset: offset,
            before: place > 0 ? table.offset(of: place - 1) : offset,
            after: place + 2 < count ? table.offset(of: place + 1) : offset)
    }

    /// From when on, in seconds since the epoch, a zone has these offsets alone: those that its rule for years without
    /// end takes turns with, or its last one.
    public var steadyOffsets: (start: Int64, offsets: [Int64]) { (table.steady.start, table.steady.offsets) }

    /// The same where a 400-year cycle stands for the years asked for.
    @usableFromInline
    func repeatedSpan(atSecond second: Int64) -> ZoneSpan {
        let (place, shift) = table.foldedWithShift(second)
        let index = table.index(at: place)
        // A span that begins before the cycle begins at the end of the one before.
        let isEarly = table.start(of: index) < (table.cycle?.start ?? .min)
        let first = isEarly ? table.index(at: place + ZoneTable.cycleSeconds) : index
        let start = table.start(of: first) - (isEarly ? ZoneTable.cycleSeconds : 0)
        let offset = table.offset(of: index)
        return ZoneSpan(
            start: start + shift, end: table.start(of: index + 1) + shift, offset: offset,
            before: first > 0 ? table.offset(of: first - 1) : offset,
            after: index + 2 < table.spans.count ? table.offset(of: index + 1) : offset)
    }
}
