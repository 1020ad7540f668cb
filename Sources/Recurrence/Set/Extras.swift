import CivilTime

/// What few recurrences have: further rules, single dates, exclusions, moves, and the
/// end of COUNT once it has been found.
final class Extras: Hashable, Sendable {
    let draft: Draft

    struct Draft: Hashable, Sendable {
        /// The rules after the first.
        var patterns: [Pattern] = []
        /// Single local times and instants in microseconds, ascending.
        var dates: [Int64] = []
        var instants: [Int64] = []
        /// Nominal local times and instants that do not happen, ascending.
        var excluded: [Int64] = []
        var excludedInstants: [Int64] = []
        /// What is moved or left out by whole days.
        var calendar: DayCalendar?
        /// Further recurrences whose members are members here.
        var joined: [Recurrence] = []
        /// The last instant of each rule with a COUNT, `Int64.max` for the others;
        /// empty until it has been found.
        var ends: [Int64] = []
        /// The zone for which the ends were found.
        var zone: Zone?
    }

    init(_ draft: Draft) {
        self.draft = draft
    }

    static func == (left: Extras, right: Extras) -> Bool { left === right || left.draft == right.draft }
    func hash(into hasher: inout Hasher) { hasher.combine(draft) }
}
