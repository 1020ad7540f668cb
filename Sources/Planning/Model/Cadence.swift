public import CivilTime
public import Recurrence

/// How often something is to be done, counted from the last time it was.
///
/// A class, as few rituals have one and all would carry its size.
public final class Cadence: Sendable {
    /// From the last time to the nudge: days and longer.
    public let ideal: Span
    /// From the last time to the next nudge where nobody said done, and on from there; nil is the ideal again.
    public let atMost: Span?
    /// What counts as the last time before there was one.
    public let starting: CivilDate
    /// The local time of a nudge.
    public let time: TimeOfDay
    /// The last local time at which one comes.
    public let until: CivilDateTime?
    public let policies: Policies
    /// Days left out, holidays and weekends.
    public let calendar: DayCalendar?

    public init(
        ideal: Span, atMost: Span? = nil, starting: CivilDate, time: TimeOfDay, until: CivilDateTime? = nil,
        policies: Policies = Policies(), calendar: DayCalendar? = nil
    ) {
        self.ideal = ideal
        self.atMost = atMost
        self.starting = starting
        self.time = time
        self.until = until
        self.policies = policies
        self.calendar = calendar
    }

    /// What comes as long as nobody says done: once after the ideal gap, then after each greatest one, all counted
    /// from `day`.
    ///
    /// - Parameters:
    ///   - day: When it was done last.
    ///   - zone: Only ``until`` depends on it.
    public func recurrence(from day: CivilDate, in zone: Zone) -> Recurrence {
        let step = atMost ?? ideal
        let anchor = CivilDateTime(day, time)
        var rule =
            step.months > 0
            ? Rule(.monthly, every: Int(step.months), from: anchor) : Rule(.daily, every: Int(step.days), from: anchor)
        rule.monthEnd = .clamp
        rule.isAfterAnchor = true
        rule.until = until.map { zone.instant(of: $0) }
        let first = CivilDateTime(ideal.after(day), time)
        let isFirstApart = atMost != nil && first <= until ?? first
        let recurrence = Recurrence(rules: [rule], dates: isFirstApart ? [first] : [], policies: policies)
        return calendar.map { recurrence.observing($0) } ?? recurrence
    }

    /// The same without some days.
    func leavingOut(_ days: [ClosedRange<CivilDate>]) -> Cadence {
        observing((calendar ?? DayCalendar()).leavingOut(days))
    }

    /// The same with other days left out or moved.
    public func observing(_ calendar: DayCalendar) -> Cadence {
        Cadence(
            ideal: ideal, atMost: atMost, starting: starting, time: time, until: until, policies: policies,
            calendar: calendar)
    }
}

extension Ritual {
    /// What comes: for a cadence counted from the day on which it was last done, where that is later than where it
    /// starts.
    func recurrence(lastDone: Timestamp?, in zone: Zone) -> Recurrence {
        guard let cadence, let lastDone else { return recurrence }
        let day = zone.local(at: lastDone).date
        return day > cadence.starting ? cadence.recurrence(from: day, in: zone) : recurrence
    }
}
