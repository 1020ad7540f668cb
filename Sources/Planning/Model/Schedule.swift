public import CivilTime
import Recurrence

/// Everything a schedule says, checked. Nothing in it reads a clock or a file.
public struct Schedule: Sendable {
    public var zone: Zone
    public var people: [Person]
    public var channels: [ChannelDefinition]
    public var rituals: [Ritual]
    /// Whom this host delivers to; nil is everybody.
    public var serves: Set<PersonID>?
    /// How much later a snoozed nudge comes back where nobody says how much.
    public var snooze: Span
    /// How long what came to an end stays on record; nil is for ever.
    public var keep: Span?
    /// In the order of the file.
    public var seasons: [Season]
    public var repairs: [Repair]
    /// Whom to call for help, as the people wrote it.
    public var help: [String]

    public init(
        zone: Zone, people: [Person], channels: [ChannelDefinition], rituals: [Ritual],
        serves: Set<PersonID>? = nil, snooze: Span = .hours(1), seasons: [Season] = [],
        repairs: [Repair] = [], help: [String] = [], keep: Span? = nil
    ) {
        self.zone = zone
        self.people = people
        self.channels = channels
        self.rituals = rituals
        self.serves = serves
        self.snooze = snooze
        self.keep = keep
        self.seasons = seasons
        self.repairs = repairs
        self.help = help
        share()
        settle()
    }

    public func person(_ id: PersonID) -> Person? { people.first { $0.id == id } }

    public func channel(_ id: ChannelID) -> ChannelDefinition? { channels.first { $0.id == id } }

    public func ritual(_ id: RitualID) -> Ritual? { rituals.first { $0.id == id } }

    /// Whether this host delivers to `person`.
    public func isServed(_ person: PersonID) -> Bool { serves?.contains(person) ?? true }

    /// The zone in which `ritual` falls due for `person`.
    public func zone(of ritual: Ritual, for person: Person) -> Zone { ritual.together ? zone : person.zone }

    /// Finds the ends of counted rituals, so that asking when one comes costs no counting.
    private mutating func settle() {
        for index in rituals.indices where rituals[index].recurrence.isCounted {
            let ritual = rituals[index]
            let zones = ritual.together ? [zone] : ritual.people.compactMap { person($0)?.zone }
            guard let first = zones.first, zones.allSatisfy({ $0 == first }) else { continue }
            rituals[index].recurrence = ritual.recurrence.settled(in: first)
        }
    }

    /// Makes equal lists one: many rituals have few different ones.
    private mutating func share() {
        var people: Set<[PersonID]> = []
        var leads: Set<[Lead]> = []
        for index in rituals.indices {
            rituals[index].people = people.insert(rituals[index].people).memberAfterInsert
            rituals[index].leads = leads.insert(rituals[index].leads).memberAfterInsert
        }
    }
}
