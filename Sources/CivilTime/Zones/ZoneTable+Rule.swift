extension ZoneTable {
    /// A table of one rule that holds in every year.
    init(rule: PosixRule) {
        let first = 1966
        let changes = rule.changes(in: first...first + 404)
        guard let initial = changes.first?.offset else {
            self.init(fixed: rule.standard)
            return
        }
        let cycle = Cycle(start: ZoneTable.newYear(first + 2), isEndless: true)
        self.init(initial: initial, changes: ZoneTable.withoutTwins(changes), cycle: cycle)
    }

    /// A table of recorded changes, followed by a rule for ever.
    ///
    /// - Parameter changes: In strictly ascending order. Where there are none, the rule
    ///   holds in every year.
    init(initial: Offset, changes: [ZoneChange], followedBy rule: PosixRule) {
        guard let last = changes.last else {
            self.init(rule: rule)
            return
        }
        let day = Int32(clamping: floorDivision(last.second, by: 86_400))
        let year = CivilDate(dayNumber: day).year
        let future = rule.changes(in: year - 2...year + 404)
        // The rule decides from the last recorded change on (RFC 9636 §3.3).
        let inForce = future.last { $0.second <= last.second }?.offset ?? rule.standard
        var all = changes.dropLast() + [ZoneChange(second: last.second, offset: inForce)]
        all += future.drop { $0.second <= last.second }
        let cycle = Cycle(start: ZoneTable.newYear(year + 2), isEndless: false)
        self.init(
            initial: initial, changes: ZoneTable.withoutTwins(Array(all)), cycle: future.isEmpty ? nil : cycle)
    }

    static func newYear(_ year: Int) -> Int64 {
        Int64(CivilDate.dayNumber(year: year, month: 1, day: 1)) * 86_400
    }

    /// Of changes at the same second, only the last.
    static func withoutTwins(_ changes: [ZoneChange]) -> [ZoneChange] {
        var result: [ZoneChange] = []
        result.reserveCapacity(changes.count)
        for change in changes {
            if result.last?.second == change.second { result.removeLast() }
            result.append(change)
        }
        return result
    }
}
