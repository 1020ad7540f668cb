public import CivilTime
public import Recurrence

extension Schedule {
    /// Whose turn it is to open or plan an occurrence; nil where nobody takes turns.
    ///
    /// It follows from the rule and the date alone: no ledger is asked, so that hosts with the same schedule agree, and a
    /// restart, a skip or a day left out changes nobody's turn.
    public func turn(of key: OccurrenceKey, at moment: Timestamp, of ritual: Ritual) -> PersonID? {
        let turns = ritual.turns
        guard !turns.isEmpty,
            let rank = ritual.recurrence.rank(of: Occurrence(key: key, instant: moment), in: zone)
        else { return nil }
        return turns[rank % turns.count]
    }
}
