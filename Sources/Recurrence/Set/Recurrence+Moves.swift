import CivilTime

/// Moving occurrences off holidays and weekends.
extension Recurrence {
    /// The same recurrence with days left out and occurrences moved.
    public func observing(_ calendar: DayCalendar) -> Recurrence {
        var draft = extras?.draft ?? Extras.Draft()
        draft.calendar = calendar
        var observing = self
        observing.extras = Extras(draft)
        return observing
    }

    /// Whether days are left out or occurrences moved by a ``DayCalendar``, or some days have a rule of their own.
    public var observesDays: Bool { extras.map { $0.draft.calendar != nil || !$0.draft.joined.isEmpty } ?? false }

    /// The same recurrence with the days left out and the moves of another.
    public func observingDays(of other: Recurrence) -> Recurrence {
        other.extras?.draft.calendar.map(observing) ?? self
    }

    /// Going through nominal occurrences, the moved one that comes first. Where it comes
    /// at the instant of another there is one occurrence, with the key of the one that
    /// did not move, else of the earliest.
    ///
    /// Only a few are looked at: nothing moves past a day that it could have moved to.
    func nextMoved(
        after instant: Int64, _ calendar: DayCalendar, _ extras: Extras, _ clock: inout Clock
    ) -> Occurrence? {
        guard calendar.moves else { return nextMember(after: instant, extras, &clock).map(occurrence) }
        let instant = max(instant, Pattern.leastInstant)
        var from = start(of: calendar.freeDay(before: day(of: instant, clock), in: clock.zone), clock) - 1
        var last = Int64.max
        var best: Occurrence?
        while let found = nextMember(after: from, extras, &clock), found.moment.instant < last {
            from = found.moment.instant
            guard let moved = moved(found, calendar, clock), moved.instant.microseconds > instant else { continue }
            if let known = best, known.instant < moved.instant { continue }
            if best?.instant != moved.instant {
                let day = day(of: moved.instant.microseconds, clock)
                last = start(of: calendar.freeDay(after: day, in: clock.zone) + 1, clock)
                best = moved
            } else if moved.instant.microseconds == found.moment.instant {
                best = moved
            }
        }
        return best
    }

    func latestMoved(
        atOrBefore instant: Int64, _ calendar: DayCalendar, _ extras: Extras, _ clock: inout Clock
    ) -> Occurrence? {
        guard calendar.moves else { return previousMember(atOrBefore: instant, extras, &clock).map(occurrence) }
        let instant = min(instant, Pattern.greatestInstant)
        var from = start(of: calendar.freeDay(after: day(of: instant, clock), in: clock.zone) + 1, clock)
        var first = Int64.min
        var best: Occurrence?
        var isOwn = false
        while let found = previousMember(atOrBefore: from, extras, &clock), found.moment.instant >= first {
            from = found.moment.instant - 1
            guard let moved = moved(found, calendar, clock), moved.instant.microseconds <= instant else { continue }
            if let known = best, known.instant > moved.instant { continue }
            let ties = best?.instant == moved.instant
            if !ties {
                let day = day(of: moved.instant.microseconds, clock)
                first = start(of: calendar.freeDay(before: day, in: clock.zone), clock)
            }
            // Going back the earliest comes last.
            if !ties || !isOwn { best = moved }
            isOwn = ties && isOwn || moved.instant.microseconds == found.moment.instant
        }
        return best
    }

    private func day(of instant: Int64, _ clock: Clock) -> Int {
        floorDivide(Int(local(of: instant, clock)), 1_000_000 * daySeconds)
    }

    /// When a local day begins; all time ends at both ends of the calendar.
    private func start(of day: Int, _ clock: Clock) -> Int64 {
        let wall = Int64(day) * Int64(daySeconds) * 1_000_000
        guard wall > Pattern.leastInstant, wall < Pattern.greatestInstant else {
            return day < 0 ? Pattern.leastInstant : Pattern.greatestInstant
        }
        return clock.zone.instant(of: CivilDateTime(microseconds: wall)).microseconds
    }

    private func moved(_ member: Member, _ calendar: DayCalendar, _ clock: Clock) -> Occurrence? {
        var found = occurrence(member)
        let wall: Int64
        switch found.key {
        case .wall(let local): wall = local.microseconds
        case .elapsed(let instant): wall = local(of: instant.microseconds, clock)
        }
        let dayLength = Int64(daySeconds) * 1_000_000
        let day = floorDivide(Int(wall), Int(dayLength))
        guard let target = calendar.moved(day, in: clock.zone) else { return nil }
        guard target != day else { return found }
        found.instant = Timestamp(microseconds: clock.instant(of: wall + Int64(target - day) * dayLength))
        return found
    }
}
