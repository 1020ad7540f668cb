public import CivilTime

/// The planner under a virtual clock: what would be delivered between two instants, with a first channel that
/// succeeds and people who answer "done" on the day.
public struct Simulation {
    /// One delivery that would be made.
    public struct Delivered: Sendable, Hashable {
        public var delivery: Delivery
        public var at: Timestamp
    }

    private let schedule: Schedule
    private var state: LedgerState
    private let from: Timestamp
    private let to: Timestamp

    /// - Parameters:
    ///   - schedule: What is simulated.
    ///   - state: Where the ledger stands; an empty one sees everything for the first time at `from`.
    ///   - from: The first instant.
    ///   - to: The last.
    public init(_ schedule: Schedule, _ state: LedgerState = LedgerState(), from: Timestamp, to: Timestamp) {
        self.schedule = schedule
        self.state = state
        self.from = from
        self.to = to
    }

    /// Calls `visit` for each delivery, in order; stops when it returns false.
    public mutating func run(_ visit: (Delivered) -> Bool) {
        // A nudge due at the first instant belongs to the span.
        let start = from.justBefore
        state.apply(Adoption.changes(schedule, state, at: start))
        var planner = Planner(schedule, state, at: start, capacity: .max)
        var now = from
        while now <= to {
            let plan = planner.plan(at: ClockReading(now: now, isSynchronised: true))
            for delivery in plan.deliveries {
                guard visit(Delivered(delivery: delivery, at: now)) else { return }
                planner.take([.begun(delivery.key), .attempted(delivery.key, .delivered(""), at: now)])
            }
            // Nobody answers before all that goes out at once has gone out.
            for delivery in plan.deliveries {
                for member in delivery.members where member.key.lead.isMoment {
                    guard let record = planner.state.open[member.key], record.answered == nil,
                        let ritual = planner.ritual(member.key.ritual)
                    else { continue }
                    planner.take(planner.acknowledging(record, ritual, at: now))
                }
            }
            guard let wake = plan.wakeAt else { return }
            now = wake > now ? wake : plan.deliveries.isEmpty ? now.adding(seconds: 1) : now
        }
    }
}
