import Planning

/// How much of a ritual a calendar shows.
enum Showing {
    /// All of it.
    case whole
    /// That something comes, and when.
    case discreet
    /// Nothing, not even that there is something.
    case hidden

    /// - Parameter person: Whose calendar it is; nil for one that everybody may see.
    init(_ ritual: Ritual, for person: Person?, in schedule: Schedule) {
        let isOwn = ritual.kind.needsPeopleNamed && Set(ritual.people) != Set(schedule.people.map(\.id))
        self = person == nil && isOwn ? .hidden : .whole
    }
}
