import CivilTime
import Recurrence

extension Schedule {
    /// The schedule as it is lived: each ritual with the days on which a season changes it.
    ///
    /// Where two seasons change one ritual on the same day, the one that stands last in the file decides. A season that
    /// is switched is an edit of the rituals it changes: nothing fires for the past, and what is open and still comes
    /// stays open. What had already come on that day comes by its new times from the next day on, so that no evening
    /// has two check-ins.
    public func inSeason(_ switches: [SeasonSwitch]) -> Schedule {
        let touched = Set(seasons.filter { !$0.days(switches).isEmpty }.flatMap(\.changes.keys))
        guard !touched.isEmpty else { return self }
        var lived = self
        for index in lived.rituals.indices where touched.contains(lived.rituals[index].id) {
            lived.rituals[index] = inSeason(rituals[index], switches)
        }
        return lived
    }

    private func inSeason(_ ritual: Ritual, _ switches: [SeasonSwitch]) -> Ritual {
        var counted: [SeasonSwitch] = []
        var lived = ritual.living(seasons, counted)
        for change in switches where seasons.contains(where: { $0.id == change.season && $0.changes[ritual.id] != nil }) {
            var change = change
            if !change.isOn, let on = counted.last(where: { $0.season == change.season }), on.isOn {
                // It was switched on today and holds from tomorrow.
                change.from = Swift.max(change.from, on.from)
            }
            var next = ritual.living(seasons, counted + [change])
            if wouldComeTwice(lived, next, change) {
                change.from = change.from.adding(days: 1)
                if let until = change.until, until < change.from { continue }
                next = ritual.living(seasons, counted + [change])
            }
            counted.append(change)
            lived = next
        }
        return lived
    }

    /// Whether somebody had it for the last time on the day of a switch and would have it again that day.
    private func wouldComeTwice(_ before: Ritual, _ after: Ritual, _ change: SeasonSwitch) -> Bool {
        guard before.isOn, after.isOn, before.cadence == nil else { return false }
        let zones = before.together ? [zone] : Set(before.people.compactMap { person($0)?.zone })
        return zones.contains { zone in
            let start = zone.instant(of: CivilDateTime(change.from, .midnight))
            let end = zone.instant(of: CivilDateTime(change.from.adding(days: 1), .midnight))
            guard start <= change.at, change.at < end else { return false }
            func comes(_ ritual: Ritual, after instant: Timestamp, before end: Timestamp) -> Bool {
                ritual.recurrence.next(after: instant, in: zone).map { $0.instant < end } ?? false
            }
            return comes(before, after: start.justBefore, before: change.at.justAfter)
                && !comes(before, after: change.at, before: end) && comes(after, after: change.at, before: end)
        }
    }
}

extension Ritual {
    /// As it is while these seasons hold, the last one having the last word.
    fileprivate func living(_ seasons: [Season], _ switches: [SeasonSwitch]) -> Ritual {
        let changes = seasons.compactMap { season in
            season.changes[id].map { (change: $0, days: season.days(switches)) }
        }.filter { !$0.days.isEmpty }
        guard !changes.isEmpty else { return self }
        var lived = self
        lived.live(changes)
        return lived
    }

    private mutating func live(_ changes: [(change: Season.Change, days: [ClosedRange<CivilDate>])]) {
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
