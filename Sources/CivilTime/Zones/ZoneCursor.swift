/// Remembers the span of one offset last used, so that going through instants in
/// order costs two comparisons each.
///
/// It is a value held by whoever enumerates; it gives the same answers as its zone,
/// in any order of questions.
public struct ZoneCursor: Sendable {
    /// The zone.
    public let zone: Zone
    @usableFromInline var offset: Int64 = 0
    /// The span in seconds since the epoch, empty at first.
    @usableFromInline var start: Int64 = .max
    @usableFromInline var end: Int64 = .min
    /// The local seconds that can only lie in the span.
    @usableFromInline var localStart: Int64 = .max
    @usableFromInline var localEnd: Int64 = .min

    /// A cursor that has seen nothing yet.
    @inlinable
    public init(_ zone: Zone) {
        self.zone = zone
    }

    /// Seconds east of UTC at an instant given in seconds since the epoch.
    @inlinable
    public mutating func offsetSeconds(atSecond second: Int64) -> Int64 {
        if second < start || second >= end { move(to: second) }
        return offset
    }

    /// The offset, in seconds east of UTC, with which to read a local time given in
    /// seconds since 1970-01-01T00:00 on the wall, by ``Disambiguation/compatible``.
    @inlinable
    public mutating func offsetSeconds(ofLocalSecond second: Int64) -> Int64 {
        if second >= localStart, second < localEnd { return offset }
        return moved(toLocal: second)
    }

    /// The local time at an instant.
    @inlinable
    public mutating func local(at instant: Timestamp) -> CivilDateTime {
        let offset = offsetSeconds(atSecond: instant.seconds)
        return CivilDateTime(microseconds: clampedSum(instant.microseconds, offset * 1_000_000))
    }

    /// The instant of a local time, by ``Disambiguation/compatible``.
    @inlinable
    public mutating func instant(of local: CivilDateTime) -> Timestamp {
        zone.instant(of: local, offset: offsetSeconds(ofLocalSecond: local.seconds))
    }

    /// Moves to the span that holds an instant.
    @usableFromInline
    mutating func move(to second: Int64) {
        let table = zone.table
        let (place, shift) = table.foldedWithShift(second)
        let span = table.index(at: place)
        offset = table.offset(of: span)
        start = table.start(of: span)
        // What lies before the cycle's first second need not repeat.
        if shift != 0 || table.lowerLimit > .min, let cycle = table.cycle { start = max(start, cycle.start) }
        start += shift
        end = table.start(of: span + 1) + shift
        localStart = start + table.greatestOffset
        localEnd = end + table.leastOffset
    }

    /// Moves to the span a local second is read in, and returns its offset.
    @usableFromInline
    mutating func moved(toLocal second: Int64) -> Int64 {
        let found = zone.table.offset(ofLocal: second)
        move(to: second &- found)
        // In a gap the offset before it counts, though the instant lies after it.
        return found
    }
}
