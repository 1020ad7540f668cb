public import CivilTime
public import Recurrence

extension Schedule {
    /// How much later an occurrence comes on a person's clock than the one before it, because a clock changed in
    /// between: theirs, or that of the schedule's zone, in which what is done together is fixed. Seconds; negative is
    /// earlier, 0 where nothing changed.
    ///
    /// The rule's own times play no part: each occurrence is held against the local time that it is named by.
    public func clockShift(
        of key: OccurrenceKey, at moment: Timestamp, of ritual: Ritual, for person: Person
    ) -> Int64 {
        guard ritual.cadence == nil, case .wall(let nominal) = key,
            let before = ritual.recurrence.latest(atOrBefore: moment.justBefore, in: zone(of: ritual, for: person)),
            case .wall(let nominalBefore) = before.key
        else { return 0 }
        func ahead(_ instant: Timestamp, _ nominal: CivilDateTime) -> Int64 {
            (person.zone.local(at: instant).microseconds - nominal.microseconds) / 1_000_000
        }
        // Whole days are a move, or another side of midnight.
        let day: Int64 = 86_400
        let shift = (ahead(moment, nominal) - ahead(before.instant, nominalBefore)) % day
        return shift > day / 2 ? shift - day : shift <= -day / 2 ? shift + day : shift
    }
}
