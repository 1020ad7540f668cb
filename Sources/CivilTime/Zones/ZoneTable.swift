/// A zone's spans of one offset each, laid out flat for quick lookup.
///
/// A span is one `Int64`: its first second in the upper bits, its offset in the lower
/// eighteen. A coarse index over the seconds since 1970, one entry for every 2²³
/// seconds (97 days), leads to the right span in a step or two from 1970 on; earlier
/// instants take a binary search.
@usableFromInline
struct ZoneTable: Hashable, Sendable {
    /// Packed spans in ascending order, then one that no instant reaches.
    @usableFromInline let spans: [Int64]
    /// For each span, the place of its ``Offset`` in `offsets`.
    @usableFromInline let kinds: [UInt8]
    /// The different offsets of the zone.
    @usableFromInline let offsets: [Offset]
    /// For each 2²³ seconds from 1970 on, the span at their first second.
    @usableFromInline let index: [UInt16]
    /// The least and the greatest offset of all spans.
    @usableFromInline let leastOffset: Int64
    @usableFromInline let greatestOffset: Int64
    /// The 400 years that repeat, where the zone has a rule for years without end.
    @usableFromInline let cycle: Cycle?
    /// The last second before which the table is to be read as it stands, and the first.
    @usableFromInline let upperLimit: Int64
    @usableFromInline let lowerLimit: Int64

    /// From when on the offsets are these alone, in turn.
    let steady: Steady

    struct Steady: Hashable, Sendable {
        var start: Int64
        var offsets: [Int64]
    }

    /// 400 years that stand for all later ones.
    @usableFromInline
    struct Cycle: Hashable, Sendable {
        /// The first second of the cycle.
        @usableFromInline let start: Int64
        /// Whether it also stands for all earlier years.
        @usableFromInline let isEndless: Bool
    }

    /// Seconds in 400 Gregorian years, a whole number of weeks.
    @usableFromInline static let cycleSeconds: Int64 = 146_097 * 86_400
    @usableFromInline static let offsetBits: Int64 = 18
    @usableFromInline static let offsetMask: Int64 = 0x3FFFF
    @usableFromInline static let offsetBias: Int64 = 0x20000
    @usableFromInline static let indexBits: Int64 = 23
    /// The index ends in the year 3058.
    static let greatestIndexCount = 4_096
    /// Later and earlier than any second a ``Timestamp`` can say.
    static let farthest: Int64 = 1 << 43

    /// Lays out spans.
    ///
    /// - Parameters:
    ///   - initial: The offset before the first change.
    ///   - changes: The changes in strictly ascending order, at most 60,000, all within
    ///     ±`farthest`; those that change nothing are dropped.
    ///   - cycle: Set where the changes include a whole cycle and a year beyond.
    init(initial: Offset, changes: [ZoneChange], cycle: Cycle?) {
        var offsets = [initial]
        var spans = [ZoneTable.packed(-2 * ZoneTable.farthest, initial)]
        var kinds: [UInt8] = [0]
        spans.reserveCapacity(changes.count + 2)
        kinds.reserveCapacity(changes.count + 1)
        var current = initial
        for change in changes where change.offset != current {
            current = change.offset
            let kind = offsets.firstIndex(of: current) ?? offsets.count
            if kind == offsets.count { offsets.append(current) }
            spans.append(ZoneTable.packed(change.second, current))
            kinds.append(UInt8(truncatingIfNeeded: kind))
        }
        spans.append(ZoneTable.packed(2 * ZoneTable.farthest - 1, current))

        let last = spans[spans.count - 2] >> ZoneTable.offsetBits
        let count = min(max(0, last >> ZoneTable.indexBits) + 1, Int64(ZoneTable.greatestIndexCount))
        var index: [UInt16] = []
        index.reserveCapacity(Int(count))
        var span = 0
        for bucket in 0..<count {
            while spans[span + 1] >> ZoneTable.offsetBits <= bucket << ZoneTable.indexBits { span += 1 }
            index.append(UInt16(truncatingIfNeeded: span))
        }

        self.spans = spans
        self.kinds = kinds
        self.offsets = offsets
        self.index = index
        self.cycle = cycle
        let seconds = offsets.map { Int64($0.seconds) }
        leastOffset = seconds.min() ?? 0
        greatestOffset = seconds.max() ?? 0
        upperLimit = cycle.map { $0.start + ZoneTable.cycleSeconds } ?? .max
        let steadyFrom = cycle?.start ?? last
        var steady = Steady(start: steadyFrom, offsets: [])
        for place in spans.indices.dropLast() where spans[place + 1] >> ZoneTable.offsetBits > steadyFrom {
            let offset = (spans[place] & ZoneTable.offsetMask) - ZoneTable.offsetBias
            if !steady.offsets.contains(offset) { steady.offsets.append(offset) }
        }
        self.steady = steady
        lowerLimit = cycle.flatMap { $0.isEndless ? $0.start : nil } ?? .min
    }

    /// One offset for ever.
    init(fixed offset: Offset) {
        self.init(initial: offset, changes: [], cycle: nil)
    }

    private static func packed(_ second: Int64, _ offset: Offset) -> Int64 {
        second << offsetBits | (Int64(offset.seconds) + offsetBias)
    }

    var storageBytes: Int {
        spans.capacity * 8 + kinds.capacity + index.capacity * 2
            + offsets.capacity * MemoryLayout<Offset>.stride
    }
}

/// A change of offset at a second since the epoch.
struct ZoneChange {
    let second: Int64
    let offset: Offset
}
