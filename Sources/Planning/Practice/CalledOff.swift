import CivilTime

extension Ritual {
    /// Until when too few of its people are there at `moment`, since they paused; nil where it takes place.
    ///
    /// What several do together takes place where two of them are there. Who of them is not is told to nobody.
    func calledOff(at moment: Timestamp, _ wishes: Wishes) -> Timestamp? {
        guard !wishes.isEmpty, together, people.count > 1, kind != .promise, kind != .repair else { return nil }
        let ends = people.compactMap { wishes.pauseEnd(of: $0, at: moment) }.sorted()
        let missing = 2 - (people.count - ends.count)
        return missing > 0 ? ends[missing - 1] : nil
    }
}

extension Wishes {
    /// When the pause of `person` at `instant` ends; nil where there is none.
    func pauseEnd(of person: PersonID, at instant: Timestamp) -> Timestamp? {
        let ends = of(person).filter { $0.kind == .pause && $0.covers(instant) }
            .map { $0.until ?? .distantFuture }
        return ends.max()
    }
}
