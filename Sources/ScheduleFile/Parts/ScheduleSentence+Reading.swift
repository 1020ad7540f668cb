import CivilTime
import Planning
import Wording

extension ScheduleSentence {
    /// A sentence for each person a ritual is for, in the order of the file.
    static func all(_ read: ReadRitual, in schedule: Schedule) -> [ScheduleSentence] {
        let ritual = read.ritual
        let isOneZone = Set(schedule.people.map(\.zone) + [schedule.zone]).count == 1
        let people = ritual.people.compactMap { schedule.person($0) }
        return people.map { person in
            ScheduleSentence(
                person: person, ritual: ritual, when: read.when,
                zone: isOneZone ? nil : schedule.zone(of: ritual, for: person),
                companions: ritual.together ? people.filter { $0.id != person.id } : [],
                isServed: schedule.isServed(person.id))
        }
    }
}
