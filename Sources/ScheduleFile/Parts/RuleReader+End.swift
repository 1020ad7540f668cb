import CivilTime
import Recurrence
import Wording

extension RuleReader {
    /// The recurrence with its end, or nil after reporting that it never comes.
    func bounded(
        _ parts: RuleParts, _ end: RuleEnd?, _ starting: LocalBound?, _ policies: Policies
    ) -> (Recurrence, RuleSet)? {
        var parts = parts
        switch end {
        case nil: break
        case .count(let count) where parts.rules.count == 1 && parts.dates.isEmpty:
            parts.rules[0].count = count
        case .count(let count):
            let whole = Recurrence(rules: parts.rules, dates: parts.dates, policies: policies)
            let last = Array(whole.occurrences(in: .utc).prefix(count)).last
            if let last, whole.next(after: last.instant, in: .utc) != nil {
                cut(&parts, after: last.instant.utc, whole)
            }
        case .until(let bound):
            let local = CivilDateTime(bound.date, bound.time ?? Self.lastMoment)
            if let starting, local < CivilDateTime(starting.date, starting.time ?? .midnight) {
                findings.report(.untilBeforeStart, at: bound.spot, first: starting.spot)
                return nil
            }
            cut(&parts, after: local, Recurrence(rules: parts.rules, dates: parts.dates, policies: policies))
        }
        let recurrence = Recurrence(rules: parts.rules, dates: parts.dates, policies: policies)
        let comes = zones.contains { zone in recurrence.occurrences(in: zone).first != nil }
        if recurrence.neverFires || !comes {
            findings.report(.neverFires, at: parts.spot)
            return nil
        }
        return (recurrence, RuleSet(rules: parts.rules, dates: parts.dates))
    }

    static let lastMoment = TimeOfDay(microseconds: 86_399_999_999) ?? .midnight

    /// Ends the rules after a local time.
    ///
    /// A rule's own end is an instant, the same for people in every zone. So it is put between
    /// the last occurrence that shall be and the first that shall not, in all of their zones;
    /// where no instant lies there, as with minutes across zones, the schedule's zone decides.
    private func cut(_ parts: inout RuleParts, after local: CivilDateTime, _ whole: Recurrence) {
        let nominal = Timestamp(microseconds: local.microseconds)
        var until = zone.instant(of: local)
        if !whole.isElapsed, let last = whole.latest(atOrBefore: nominal, in: .utc) {
            let latest = zones.map { $0.instant(of: last.instant.utc) }.max() ?? until
            let next = whole.next(after: last.instant, in: .utc)
            let earliest = next.flatMap { next in zones.map { $0.instant(of: next.instant.utc) }.min() }
            if earliest.map({ latest < $0 }) ?? true { until = latest }
        }
        for place in parts.rules.indices { parts.rules[place].until = until }
        parts.dates.removeAll { $0 > local }
    }
}

extension Occurrences {
    /// The first of them.
    fileprivate var first: Occurrence? {
        var copy = self
        return copy.next()
    }
}
