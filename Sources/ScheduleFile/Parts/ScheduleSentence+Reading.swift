import CivilTime
import Planning
import Wording

extension ScheduleSentence {
    /// A sentence for each person a ritual is for, in the order of the file.
    static func all(_ rituals: [ReadRitual], in schedule: Schedule) -> [ScheduleSentence] {
        let isOneZone = Set(schedule.people.map(\.zone) + [schedule.zone]).count == 1
        return rituals.flatMap { read -> [ScheduleSentence] in
            guard let when = read.when else { return [] }
            let ritual = read.ritual
            let people = ritual.people.compactMap { schedule.person($0) }
            return people.map { person in
                ScheduleSentence(
                    person: person, ritual: ritual, when: when,
                    zone: isOneZone ? nil : schedule.zone(of: ritual, for: person),
                    companions: ritual.together ? people.filter { $0.id != person.id } : [],
                    isServed: schedule.isServed(person.id))
            }
        }
    }
}

extension SeasonSentence {
    /// - Parameter known: Of which rituals they may tell.
    static func all(_ seasons: [ReadSeason], in schedule: Schedule, known: Set<RitualID>) -> [SeasonSentence] {
        seasons.compactMap { SeasonSentence($0, in: schedule, known: known) }
    }

    /// - Parameter known: Of which rituals it may tell; nil where it changes none of them.
    private init?(_ read: ReadSeason, in schedule: Schedule, known: Set<RitualID>) {
        let parts = read.words.compactMap { id, when in
            known.contains(id) ? schedule.ritual(id).map { Part($0, when: when) } : nil
        }
        if parts.isEmpty { return nil }
        self.init(
            id: read.season.id, title: read.season.title, from: read.dates?.from, until: read.dates?.until,
            parts: parts)
    }
}
