import CivilTime
import Planning

/// Whether a calendar has a ritual.
enum Showing {
    case shown
    /// Nothing, since it is somebody's own matter.
    case own
    /// Nothing, not even that there is something.
    case hidden

    /// - Parameter person: Whose calendar it is; nil for one that everybody may see.
    init(_ ritual: Ritual, for person: Person?, in schedule: Schedule, at now: Timestamp) {
        if let person {
            self = ritual.isVisible(to: person, at: now) ? .shown : .hidden
        } else if schedule.people.contains(where: { ritual.isHidden(from: $0, at: now) }) {
            self = .hidden
        } else if ritual.isOwnMatter, Set(ritual.people) != Set(schedule.people.map(\.id)) {
            self = .own
        } else if ritual.cadence != nil, !ritual.together, !ritual.isShared {
            // When it comes tells when its person last did it.
            self = .own
        } else {
            self = .shown
        }
    }
}
