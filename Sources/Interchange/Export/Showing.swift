import CivilTime
import Planning

/// How much of a ritual a calendar shows.
enum Showing {
    /// All of it.
    case whole
    /// That something comes, and when.
    case discreet
    /// Nothing, since it is somebody's own matter.
    case own
    /// Nothing, not even that there is something.
    case hidden

    /// - Parameter person: Whose calendar it is; nil for one that everybody may see.
    init(_ ritual: Ritual, for person: Person?, in schedule: Schedule, at now: Timestamp) {
        if let person {
            let isShown = ritual.isVisible(to: person, at: now)
            self = !isShown ? .hidden : ritual.isDiscreet || person.isDiscreet ? .discreet : .whole
        } else if schedule.people.contains(where: { ritual.isHidden(from: $0, at: now) }) {
            self = .hidden
        } else if ritual.isOwnMatter, Set(ritual.people) != Set(schedule.people.map(\.id)) {
            self = .own
        } else {
            self = ritual.isDiscreet ? .discreet : .whole
        }
    }
}
