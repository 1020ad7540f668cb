public import CivilTime
import Recurrence

/// A way back to each other after a conflict, begun by hand: steps that count from its beginning.
public struct Repair: Sendable {
    public struct Step: Sendable {
        /// From the beginning.
        public var after: Span
        /// The time of day at which it comes, on the day that ``after`` leads to; nil is right then.
        public var time: TimeOfDay?
        /// One of the steps that come with Troth, whose words the catalogue has.
        public var builtIn: BuiltIn?
        public var title: String?
        public var message: String?

        public init(
            after: Span, time: TimeOfDay? = nil, builtIn: BuiltIn? = nil, title: String? = nil, message: String? = nil
        ) {
            self.after = after
            self.time = time
            self.builtIn = builtIn
            self.title = title
            self.message = message
        }
    }

    /// The raw value is how the schedule names it.
    public enum BuiltIn: String, CaseIterable, Sendable {
        case coolDown = "cool-down"
        case care
        case talk
        case apology
        case appreciation
        case lookBack = "look-back"
    }

    /// What a ritual is of a repair.
    public struct Part: Sendable {
        /// Where its words come with Troth.
        public var step: BuiltIn?
        /// Everybody the repair is for, whether or not they take part: that somebody left is told to nobody.
        public var people: [PersonID]
        /// Who began it, for its first step.
        public var began: PersonID?

        public init(step: BuiltIn?, people: [PersonID], began: PersonID?) {
            self.step = step
            self.people = people
            self.began = began
        }
    }

    public var id: RitualID
    public var title: String?
    public var people: [PersonID]
    public var steps: [Step]

    public init(id: RitualID, title: String? = nil, people: [PersonID], steps: [Step] = Repair.usualSteps) {
        self.id = id
        self.title = title
        self.people = people
        self.steps = steps
    }

    /// Calm first, then something kind, a talk, an apology, something good, and a look back after a week.
    public static let usualSteps = [
        Step(after: .minutes(20), builtIn: .coolDown),
        Step(after: .hours(3), builtIn: .care),
        Step(after: .days(1), time: TimeOfDay(hour: 19, minute: 0), builtIn: .talk),
        Step(after: .days(2), time: TimeOfDay(hour: 18, minute: 0), builtIn: .apology),
        Step(after: .days(4), time: TimeOfDay(hour: 18, minute: 0), builtIn: .appreciation),
        Step(after: .weeks(1), time: TimeOfDay(hour: 18, minute: 0), builtIn: .lookBack),
    ]
}

extension Repair {
    /// When a step of a run comes, in the schedule's zone.
    public func time(of step: Step, in run: RepairRun, _ zone: Zone) -> CivilDateTime {
        let instant = step.after.after(zone.instant(of: run.began), in: zone)
        let local = zone.local(at: instant)
        return step.time.map { CivilDateTime(local.date, $0) } ?? local
    }

    /// The steps of a run with their moments, in order.
    public func steps(of run: RepairRun, _ zone: Zone) -> [(step: Step, moment: Timestamp)] {
        steps.map { ($0, zone.instant(of: time(of: $0, in: run, zone))) }.sorted { $0.1 < $1.1 }
    }

    /// The days on which a run is under way, from its beginning to its last step or its end.
    func days(of run: RepairRun, _ end: RepairEnd?, _ zone: Zone) -> ClosedRange<CivilDate> {
        let last = steps.map { time(of: $0, in: run, zone).date }.max() ?? run.began.date
        let ended = end.map { zone.local(at: $0.at).date } ?? last
        return run.began.date...Swift.max(run.began.date, Swift.min(last, ended))
    }
}
