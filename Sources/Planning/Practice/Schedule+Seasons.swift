import CivilTime
import Recurrence

extension Schedule {
    /// The schedule as it is lived: each ritual with the days on which a season changes it.
    ///
    /// Where two seasons change one ritual on the same day, the one that stands last in the file decides. A season that
    /// is switched is an edit of the rituals it changes: nothing fires for the past, and what is open and still comes
    /// stays open.
    public func inSeason(_ switches: [SeasonSwitch]) -> Schedule {
        let held = seasons.map { (season: $0, days: $0.days(switches)) }.filter { !$0.days.isEmpty }
        guard !held.isEmpty else { return self }
        var lived = self
        let touched = Set(held.flatMap { $0.season.changes.keys })
        for index in lived.rituals.indices where touched.contains(lived.rituals[index].id) {
            let changes = held.compactMap { season, days in
                season.changes[lived.rituals[index].id].map { (change: $0, days: days) }
            }
            lived.rituals[index].live(changes)
        }
        return lived
    }
}

extension Ritual {
    /// Takes up what seasons make of it, the last one having the last word.
    fileprivate mutating func live(_ changes: [(change: Season.Change, days: [ClosedRange<CivilDate>])]) {
        let all = changes.flatMap(\.days).reduce(into: [ClosedRange<CivilDate>]()) { $0 = $0.adding($1) }
        var parts: [Recurrence] = []
        for (place, (change, days)) in changes.enumerated() {
            guard case .comes(let recurrence) = change else { continue }
            let later = changes[(place + 1)...].flatMap(\.days)
            let own = later.reduce(days) { $0.removing($1) }
            if !own.isEmpty { parts.append(recurrence.only(in: own)) }
        }
        guard isOn || !parts.isEmpty else { return }
        let usual = isOn ? recurrence.leavingOut(all) : .none
        recurrence = usual.joined(with: parts)
        cadence = cadence?.leavingOut(all)
        isOn = true
    }
}
