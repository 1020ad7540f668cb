public import Recurrence

/// One member of a ritual's recurrence, named so that no change of tzdata or fold repeats it.
public struct OccurrenceName: Hashable, Sendable, CustomStringConvertible {
    public var ritual: RitualID
    public var key: OccurrenceKey

    public init(ritual: RitualID, key: OccurrenceKey) {
        self.ritual = ritual
        self.key = key
    }

    public var description: String { "\(ritual)@\(key)" }
}

/// What a nudge is: occurrence × lead × person.
public struct NudgeKey: Hashable, Sendable, CustomStringConvertible {
    public var occurrence: OccurrenceName
    public var lead: Lead
    public var person: PersonID

    public init(occurrence: OccurrenceName, lead: Lead, person: PersonID) {
        self.occurrence = occurrence
        self.lead = lead
        self.person = person
    }

    public var ritual: RitualID { occurrence.ritual }

    /// The few leads of one person's occurrence share a hash; many people may share the occurrence.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(occurrence)
        hasher.combine(person)
    }

    public var description: String { "\(occurrence)-\(lead)/\(person)" }
}
