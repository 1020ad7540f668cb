/// Numbers of what is undertaken, none of them given twice: a wish, an open nudge or an answer that is left of something
/// that is gone would otherwise count for what is new.
extension LedgerState {
    /// The id for a new promise.
    public var newPromise: RitualID {
        let prefix = "promise-"
        let numbers = undertakings.promises.compactMap { $0.id.number(after: prefix) }
        return RitualID("\(prefix)\(newNumber(after: numbers, of: prefix))")
    }

    /// The number for something new: the one after the last; where a damaged record leaves none after that, the first that
    /// is free.
    ///
    /// - Parameters:
    ///   - numbers: Of its kind, as far as they are known.
    ///   - prefix: How the ids of the rituals begin that it makes, with the number behind it; nil where it makes none.
    public func newNumber(after numbers: some Sequence<Int>, of prefix: String? = nil) -> Int {
        var taken = Set(numbers)
        if let prefix { eachNamed { id in if let number = id.number(after: prefix) { taken.insert(number) } } }
        let last = Swift.max(0, taken.max() ?? 0)
        let (next, isBeyond) = last.addingReportingOverflow(1)
        return isBeyond ? (1...).first { !taken.contains($0) } ?? last : next
    }

    /// Calls `body` with every ritual that something on record is about, some more than once.
    private func eachNamed(_ body: (RitualID) -> Void) {
        marks.keys.forEach(body)
        for key in open.keys { body(key.ritual) }
        for entry in closed { body(entry.key.ritual) }
        for name in ahead.keys { body(name.ritual) }
        draws.keys.forEach(body)
        for part in done.keys { body(part.ritual) }
        wishes.rituals.forEach(body)
        for move in undertakings.moves { body(move.promise) }
        for goal in undertakings.goals { body(goal.ritual) }
        for item in undertakings.notices.flatMap(\.items) { body(item.ritual) }
    }
}

extension RitualID {
    /// `promise-3` after `promise-` is 3, and so is `promise-3-1`.
    fileprivate func number(after prefix: String) -> Int? {
        guard text.hasPrefix(prefix) else { return nil }
        return text.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false).first.flatMap { Int($0) }
    }
}
