/// A while in another zone.
public struct Stay: Hashable, Sendable {
    /// The first and the last day; the clocks there count from the midnight with which the first begins, in the zone
    /// that was left, to the midnight that ends the last.
    public let days: ClosedRange<CivilDate>
    public let zone: Zone

    public init(_ days: ClosedRange<CivilDate>, in zone: Zone) {
        self.days = days
        self.zone = zone
    }
}

extension Zone {
    /// The clock of somebody who lives here and is elsewhere for a while: this zone's, but for the stays.
    ///
    /// Leaving and coming back are changes of the clock like any other, with a gap or a fold as long as the zones are
    /// apart. This zone when there are no stays.
    ///
    /// - Parameter stays: In order, without a common day.
    public func with(_ stays: [Stay]) -> Zone {
        guard let last = stays.last else { return self }
        // What repeats begins after the last stay, and not before it does at home.
        let settled = ZoneTable.newYear(last.days.upperBound.year + 2)
        let cycleStart = Swift.max(settled, table.cycle?.start ?? settled)
        let end = cycleStart + ZoneTable.cycleSeconds + 2 * 366 * 86_400
        var changes = table.changes(before: end)
        let initial = table.offsets[Int(table.kinds[0])]
        var names = ""
        for stay in stays {
            let from = second(ofMidnight: stay.days.lowerBound)
            let to = Swift.max(from, stay.zone.second(ofMidnight: stay.days.upperBound.adding(days: 1)))
            let before = changes.prefix { $0.second < from }
            let after = changes.drop { $0.second <= to }
            let there =
                [ZoneChange(second: from, offset: stay.zone.table.offsetInForce(at: from))]
                + stay.zone.table.changes(before: to).filter { $0.second > from }
            changes = before + there + [ZoneChange(second: to, offset: table.offsetInForce(at: to))] + after
            names += ", \(stay.zone.identifier) \(stay.days.lowerBound) to \(stay.days.upperBound)"
        }
        let cycle = table.cycle.map { _ in ZoneTable.Cycle(start: cycleStart, isEndless: false) }
        return Zone(
            identifier: identifier + names,
            table: ZoneTable(initial: initial, changes: ZoneTable.withoutTwins(Array(changes)), cycle: cycle))
    }

    private func second(ofMidnight date: CivilDate) -> Int64 { second(ofLocalSecond: Int64(date.dayNumber) * 86_400) }
}

extension ZoneTable {
    /// The offset in force at a second.
    fileprivate func offsetInForce(at second: Int64) -> Offset { offsets[Int(kinds[index(at: folded(second))])] }

    /// The changes of the table, and of the years for which its cycle stands, up to a second.
    fileprivate func changes(before end: Int64) -> [ZoneChange] {
        var changes: [ZoneChange] = []
        for span in kinds.indices.dropFirst() where start(of: span) < end {
            changes.append(ZoneChange(second: start(of: span), offset: offsets[Int(kinds[span])]))
        }
        guard let cycle else { return changes }
        // What the table has beyond one cycle comes again from the cycle itself.
        var shift = ZoneTable.cycleSeconds
        let once = changes.filter { $0.second < upperLimit }
        let repeated = once.filter { $0.second >= cycle.start }
        changes = once
        while let first = repeated.first, first.second + shift < end {
            changes += repeated.lazy.map { ZoneChange(second: $0.second + shift, offset: $0.offset) }
                .filter { $0.second < end }
            shift += ZoneTable.cycleSeconds
        }
        return changes
    }
}
