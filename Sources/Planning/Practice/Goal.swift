public import CivilTime
import Recurrence

/// A small step that people set out to do by the next time, noted by hand at a check-in or after it.
public struct Goal: Hashable, Sendable {
    /// Counts from 1.
    public var number: Int
    /// At which ritual it was set, and with which it comes.
    public var ritual: RitualID
    /// Who noted it.
    public var person: PersonID
    public var text: String
    public var at: Timestamp
    /// When somebody said that it was reached; nil says nothing.
    public var reached: Timestamp?

    public init(
        number: Int, ritual: RitualID, person: PersonID, text: String, at: Timestamp, reached: Timestamp? = nil
    ) {
        self.number = number
        self.ritual = ritual
        self.person = person
        self.text = text
        self.at = at
        self.reached = reached
    }

    /// How long before its time people may have sat down already, in seconds: what they set then is for the time after.
    public static let early: Int64 = 3_600

    /// So many can be set for a time: small steps are few.
    public static let most = 5

    /// Whether `person` may see it: those who sit down together have it together, else it is its own person's.
    public func isVisible(to person: PersonID, of ritual: Ritual) -> Bool {
        ritual.id == self.ritual && ritual.people.contains(person) && (ritual.together || person == self.person)
    }
}

/// Something became of a goal.
public struct GoalMark: Hashable, Sendable {
    public var number: Int
    public var at: Timestamp

    public init(number: Int, at: Timestamp) {
        self.number = number
        self.at = at
    }
}

extension Ritual {
    /// Whether goals can be set for it.
    public var mayHaveGoals: Bool { kind.isTimeToReflect && isMoment && letter == nil }
}

extension LedgerState {
    /// The goals that come with a time of `ritual`, in the order in which they were set: those of the time before it.
    ///
    /// It follows from the rule and from when they were set, not from what anybody answered. Where the ritual counts
    /// from the last time it was done, they are those that were set since the day on which it was.
    ///
    /// - Parameters:
    ///   - moment: That time.
    ///   - ritual: What it is a time of.
    ///   - person: Who would see them.
    ///   - zone: In which the ritual falls due for the person.
    public func goals(with moment: Timestamp, of ritual: Ritual, for person: PersonID, in zone: Zone) -> [Goal] {
        let own = undertakings.goals.filter { $0.isVisible(to: person, of: ritual) }
        guard !own.isEmpty else { return [] }
        let span = goalSpan(before: moment, of: ritual, for: person, in: zone)
        return own.filter { span.contains($0.at) }
    }

    /// The next time of `ritual` with which a goal comes that is set at `now`; nil where there is none.
    public func goalMoment(of ritual: Ritual, for person: PersonID, in zone: Zone, at now: Timestamp) -> Timestamp? {
        let from = ritual.cadence == nil ? now.adding(seconds: Goal.early) : now
        return recurrence(of: ritual, for: person, in: zone).next(after: from, in: zone)?.instant
    }

    /// The latest time of `ritual` for which people may be sitting together at `now`; nil before the first.
    public func lastGoalMoment(of ritual: Ritual, in zone: Zone, at now: Timestamp) -> Timestamp? {
        guard ritual.cadence == nil else { return nil }
        return ritual.recurrence.latest(atOrBefore: now.adding(seconds: Goal.early), in: zone)?.instant
    }

    /// From when on, and until when, a goal has to be set to come with `moment`.
    private func goalSpan(
        before moment: Timestamp, of ritual: Ritual, for person: PersonID, in zone: Zone
    ) -> Range<Timestamp> {
        guard ritual.cadence == nil else {
            // People say done when they have talked, and note what they set out to do before or after.
            let day = lastDone(ritual, by: person).map { zone.instant(of: CivilDateTime(zone.local(at: $0).date)) }
            return Swift.min(day ?? .distantPast, moment)..<moment
        }
        let before = ritual.recurrence.latest(atOrBefore: moment.justBefore, in: zone)?.instant
        let start = before?.adding(seconds: -Goal.early) ?? .distantPast
        return start..<Swift.max(start, moment.adding(seconds: -Goal.early))
    }

    /// The goals that no longer come with anything: their time, or what they were set at, was over before `time`.
    public func outgrownGoals(_ schedule: Schedule, before time: Timestamp) -> [Goal] {
        undertakings.goals.filter { goal in
            guard goal.at < time else { return false }
            guard let ritual = schedule.ritual(goal.ritual), let person = schedule.person(goal.person) else {
                return true
            }
            let zone = schedule.zone(of: ritual, for: person)
            if ritual.cadence != nil {
                let next = goalMoment(of: ritual, for: person.id, in: zone, at: time)
                return next.map { !goals(with: $0, of: ritual, for: person.id, in: zone).contains(goal) } ?? true
            }
            let moment = ritual.recurrence.next(after: goal.at.adding(seconds: Goal.early), in: zone)
            return moment.map { $0.instant < time } ?? true
        }
    }
}
