import CivilTime
import Planning
import Recurrence

/// A small household for the tests: Sam in Berlin, Alex in Chicago, a desktop and a mailbox.
enum Household {
    static let berlin = zone("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3")
    static let chicago = zone("America/Chicago", "CST6CDT,M3.2.0,M11.1.0")

    static func zone(_ name: String, _ rule: String) -> Zone {
        do {
            return try Zone(identifier: name, posix: rule)
        } catch {
            preconditionFailure("\(name): \(error)")
        }
    }

    static func address(_ text: String) -> MailAddress {
        do {
            return try MailAddress(parsing: text)
        } catch {
            preconditionFailure("\(text): \(error)")
        }
    }

    static let sam = Person(
        id: PersonID("sam"), name: "Sam", email: address("sam@example.org"), zone: berlin,
        channels: [[ChannelID("desktop")], [ChannelID("email")]])
    static let alex = Person(
        id: PersonID("alex"), name: "Alex", email: address("alex@example.org"), zone: chicago, channels: [[ChannelID("email")]])

    static let desktop = ChannelDefinition(
        id: ChannelID("desktop"), means: .command(CommandMeans(argv: ["notify", "{title}"])))
    static let sender = Mailbox(address: address("troth@example.org"))
    static let email = ChannelDefinition(
        id: ChannelID("email"),
        means: .email(EmailMeans(from: sender, transport: .sendmail(["sendmail"]))))

    static func schedule(_ rituals: [Ritual], people: [Person] = [sam, alex]) -> Schedule {
        Schedule(zone: berlin, people: people, channels: [desktop, email], rituals: rituals)
    }

    /// Every Sunday at 19:00 in Berlin, together.
    static func weekly(_ change: (inout Ritual) -> Void = { _ in }) -> Ritual {
        var rule = Rule(.weekly)
        rule.weekdays = [6]
        rule.hours = [19]
        rule.minutes = [0]
        rule.seconds = [0]
        var ritual = Ritual(
            id: RitualID("weekly"), kind: .checkIn, title: "Weekly check-in", recurrence: Recurrence(rule),
            people: [sam.id, alex.id])
        change(&ritual)
        return ritual
    }

    /// Every day at `hour`:`minute`, each at their own local time.
    static func daily(
        _ id: String = "morning", _ hour: Int = 8, _ minute: Int = 30, people: [PersonID] = [sam.id],
        _ change: (inout Ritual) -> Void = { _ in }
    ) -> Ritual {
        var ritual = Ritual(
            id: RitualID(id), kind: .appreciation, recurrence: everyDay(hour, minute), people: people)
        change(&ritual)
        return ritual
    }

    static func everyDay(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Recurrence {
        var rule = Rule(.daily)
        rule.hours = [hour]
        rule.minutes = [minute]
        rule.seconds = [second]
        return Recurrence(rule)
    }

    static func utc(_ text: String) -> Timestamp {
        guard let time = Timestamp(parsing: text) else { preconditionFailure(text) }
        return time
    }
}

/// A planner with a ledger in memory and a clock that the test moves.
struct Bench {
    var schedule: Schedule
    var planner: Planner
    var now: Timestamp
    /// Everything that was committed, oldest first.
    var changes: [LedgerChange] = []

    init(_ rituals: [Ritual], people: [Person] = [Household.sam, Household.alex], at now: String) {
        self.init(Household.schedule(rituals, people: people), LedgerState(), at: Household.utc(now))
    }

    init(_ schedule: Schedule, _ state: LedgerState, at now: Timestamp) {
        self.schedule = schedule
        self.now = now
        var state = state
        let adopted = Adoption.changes(schedule, state, at: now)
        state.apply(adopted)
        changes = adopted
        planner = Planner(schedule, state, at: now)
    }

    /// What goes out at `time`.
    @discardableResult
    mutating func plan(at time: String, synchronised: Bool = true) -> Plan {
        now = Household.utc(time)
        let plan = planner.plan(at: ClockReading(now: now, isSynchronised: synchronised))
        changes += plan.changes
        return plan
    }

    /// Records how a delivery ended.
    mutating func end(_ delivery: Delivery, _ outcome: AttemptOutcome = .delivered("")) {
        take([.begun(delivery.key), .attempted(delivery.key, outcome, at: now)])
    }

    mutating func take(_ more: [LedgerChange]) {
        planner.take(more)
        changes += more
    }

    /// Starts again from the ledger, perhaps with another schedule.
    mutating func restart(at time: String, _ rituals: [Ritual]? = nil) {
        let state = planner.state
        let kept = changes
        self = Bench(
            rituals.map { Household.schedule($0, people: schedule.people) } ?? schedule, state, at: Household.utc(time))
        changes = kept + changes
    }

    /// How each nudge closed: `weekly@2026-11-22T19:00:00-0/sam` → outcome and reason.
    var ends: [String: String] {
        var ends: [String: String] = [:]
        for case .closed(let key, let outcome, let reason, _) in changes {
            ends[key.description] = "\(outcome.rawValue): \(reason.rawValue)"
        }
        return ends
    }
}

extension Plan {
    /// `weekly@2026-11-22T19:00:00-0/sam/desktop/0`, in order.
    var sent: [String] { deliveries.map(\.key.description) }
}
