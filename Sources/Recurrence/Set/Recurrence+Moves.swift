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

    /// Going through nominal occurrences, the moved one that comes first. A moved
    /// occurrence is at most ``reach`` from its nominal day. Where it comes at the
    /// instant of another there is one occurrence, with the key of the one that did not
    /// move, else of the earliest.
    func nextMoved(
        after instant: Int64, _ calendar: DayCalendar, _ extras: Extras, _ clock: inout Clock
    ) -> Occurrence? {
        guard calendar.moves else { return nextMember(after: instant, extras, &clock).map(occurrence) }
        let reach = reach(of: calendar)
        var from = max(instant, Pattern.leastInstant) - reach
        var best: Occurrence?
        while let found = nextMember(after: from, extras, &clock) {
            from = found.moment.instant
            if let best, from - reach > best.instant.microseconds { break }
            guard let moved = moved(found, calendar, clock), moved.instant.microseconds > instant else { continue }
            if let known = best, known.instant < moved.instant { continue }
            if best?.instant != moved.instant || moved.instant.microseconds == found.moment.instant { best = moved }
        }
        return best
    }

    func latestMoved(
        atOrBefore instant: Int64, _ calendar: DayCalendar, _ extras: Extras, _ clock: inout Clock
    ) -> Occurrence? {
        guard calendar.moves else { return previousMember(atOrBefore: instant, extras, &clock).map(occurrence) }
        let reach = reach(of: calendar)
        var from = min(instant, Pattern.greatestInstant) + reach
        var best: Occurrence?
        var isOwn = false
        while let found = previousMember(atOrBefore: from, extras, &clock) {
            from = found.moment.instant - 1
            if let best, from + reach < best.instant.microseconds { break }
            guard let moved = moved(found, calendar, clock), moved.instant.microseconds <= instant else { continue }
            if let known = best, known.instant > moved.instant { continue }
            let ties = best?.instant == moved.instant
            // Going back the earliest comes last.
            if !ties || !isOwn { best = moved }
            isOwn = ties && isOwn || moved.instant.microseconds == found.moment.instant
        }
        return best
    }

    /// The farthest a moved occurrence can be from its nominal instant: the longest
    /// run of closed days and two days for the clock.
    private func reach(of calendar: DayCalendar) -> Int64 {
        Int64(calendar.longestRun + 3) * Int64(daySeconds) * 1_000_000
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
