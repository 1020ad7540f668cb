/// Which span a second lies in, and what a local one means.
extension ZoneTable {
    /// The first second of a span.
    @inlinable
    func start(of span: Int) -> Int64 {
        spans[span] >> ZoneTable.offsetBits
    }

    /// The offset of a span.
    @inlinable
    func offset(of span: Int) -> Int64 {
        (spans[span] & ZoneTable.offsetMask) - ZoneTable.offsetBias
    }

    /// The second of the table that stands for `second`, UTC or local.
    @inlinable
    func folded(_ second: Int64) -> Int64 {
        second >= upperLimit || second < lowerLimit ? foldedWithShift(second).second : second
    }

    /// The same, and what to add to get from the table back to `second`.
    @usableFromInline
    func foldedWithShift(_ second: Int64) -> (second: Int64, shift: Int64) {
        guard let cycle, second >= upperLimit || second < lowerLimit else { return (second, 0) }
        let second = ZoneTable.held(second)
        let place = floorRemainder(second - cycle.start, by: ZoneTable.cycleSeconds)
        return (cycle.start + place, second - cycle.start - place)
    }

    /// The second, held within twice the range of a timestamp.
    private static func held(_ second: Int64) -> Int64 {
        min(max(second, -2 * farthest), 2 * farthest)
    }

    /// The span that holds a second of the table.
    @inlinable
    func index(at second: Int64) -> Int {
        let bucket = second >> ZoneTable.indexBits
        guard bucket >= 0, bucket < Int64(index.count) else { return searchedIndex(at: second) }
        var span = Int(index[Int(bucket)])
        while start(of: span + 1) <= second { span += 1 }
        return span
    }

    /// The same by binary search.
    @usableFromInline
    func searchedIndex(at second: Int64) -> Int {
        var low = 0
        var high = spans.count - 1
        if start(of: high - 1) <= second { return high - 1 }
        while high - low > 1 {
            let middle = (low + high) / 2
            if start(of: middle) <= second { low = middle } else { high = middle }
        }
        return low
    }

    /// Seconds east of UTC at a second since the epoch.
    @inlinable
    func offset(at second: Int64) -> Int64 {
        offset(of: index(at: folded(second)))
    }

    /// The change at the beginning of a span, or nil for the first and past the last.
    func transition(at span: Int, shift: Int64) -> Transition? {
        guard span > 0, span < kinds.count else { return nil }
        let at = Timestamp(seconds: start(of: span) + shift)
        // Rules go on for ever, timestamps do not.
        guard at.seconds == start(of: span) + shift else { return nil }
        return Transition(at: at, before: offsets[Int(kinds[span - 1])], after: offsets[Int(kinds[span])])
    }
}

// MARK: - From local seconds

extension ZoneTable {
    /// What a local second means, in offsets.
    enum Resolution {
        case unique(Int64)
        case gap(before: Int64, after: Int64, at: Int64)
        case fold(first: Int64, second: Int64)
    }

    /// The offset with which a local second is to be read: that of its first pass, in a
    /// gap that before it.
    @inlinable
    func offset(ofLocal second: Int64) -> Int64 {
        let place = folded(second)
        let span = index(at: place &- greatestOffset)
        // Every instant the local second could be lies in this one span.
        if place &- leastOffset < start(of: span + 1) { return offset(of: span) }
        return searchedOffset(ofLocal: place, from: span)
    }

    @usableFromInline
    func searchedOffset(ofLocal place: Int64, from span: Int) -> Int64 {
        switch resolve(ZoneTable.held(place), from: span, shift: 0) {
        case .unique(let offset): offset
        case .gap(let before, _, _): before
        case .fold(let first, _): first
        }
    }

    func resolve(_ local: (second: Int64, shift: Int64)) -> Resolution {
        resolve(local.second, from: index(at: local.second - greatestOffset), shift: local.shift)
    }

    /// Goes through the spans that could hold the local second, from `first` on.
    private func resolve(_ second: Int64, from first: Int, shift: Int64) -> Resolution {
        var found: Int64?
        var gap: Resolution?
        var span = first
        while span < kinds.count {
            let offset = offset(of: span)
            let instant = second - offset
            let end = start(of: span + 1)
            if instant >= start(of: span), instant < end {
                if let found { return .fold(first: found, second: offset) }
                found = offset
            }
            if second - leastOffset < end { break }
            if gap == nil, found == nil, instant >= end, span + 1 < kinds.count {
                let next = self.offset(of: span + 1)
                if second - next < end { gap = .gap(before: offset, after: next, at: end + shift) }
            }
            span += 1
        }
        if let found { return .unique(found) }
        return gap ?? .unique(offset(of: min(span, kinds.count - 1)))
    }
}
