import CivilTime

/// The union of rules and dates, less the exclusions.
extension Recurrence {
    /// A moment and the rule it is of; nil for a single date.
    struct Member {
        var moment: Moment
        var pattern: Pattern?
        /// Whether it is keyed by its instant.
        var isElapsed = false
    }

    func nextOfSet(after instant: Int64, _ extras: Extras, _ clock: inout Clock) -> Occurrence? {
        guard instant < Pattern.greatestInstant else { return nil }
        let instant = max(instant, Pattern.leastInstant)
        let own =
            if let calendar = extras.draft.calendar {
                nextMoved(after: instant, calendar, extras, &clock)
            } else {
                nextMember(after: instant, extras, &clock).map(occurrence)
            }
        return extras.draft.joined.isEmpty ? own : nextJoined(own, after: instant, extras, clock)
    }

    func latestOfSet(atOrBefore instant: Int64, _ extras: Extras, _ clock: inout Clock) -> Occurrence? {
        guard instant > Pattern.leastInstant else { return nil }
        let instant = min(instant, Pattern.greatestInstant)
        let own =
            if let calendar = extras.draft.calendar {
                latestMoved(atOrBefore: instant, calendar, extras, &clock)
            } else {
                previousMember(atOrBefore: instant, extras, &clock).map(occurrence)
            }
        return extras.draft.joined.isEmpty ? own : latestJoined(own, atOrBefore: instant, extras, clock)
    }

    func occurrence(_ member: Member) -> Occurrence {
        if let pattern = member.pattern { return occurrence(member.moment, of: pattern) }
        let instant = Timestamp(microseconds: member.moment.instant)
        return Occurrence(
            key: member.isElapsed ? .elapsed(instant) : .wall(CivilDateTime(microseconds: member.moment.wall)),
            instant: instant)
    }

    // MARK: - Forwards

    func nextMember(after instant: Int64, _ extras: Extras, _ clock: inout Clock) -> Member? {
        var instant = instant
        var passed = 0
        while passed < Recurrence.mostLeftOut, let found = nextUnion(after: instant, extras, &clock) {
            instant = found.moment.instant
            if let days = daysLeftOut(with: found, extras, clock) {
                if days.upperBound >= Pattern.lastDay { return nil }
                passed += 1
                instant = max(instant, lastInstant(before: days.upperBound + 1, clock))
            } else if !isExcluded(found, extras, clock) {
                return found
            }
        }
        return nil
    }

    private func nextUnion(after instant: Int64, _ extras: Extras, _ clock: inout Clock) -> Member? {
        var best: Member?
        func offer(_ moment: Moment, _ pattern: Pattern?, isElapsed: Bool = false) {
            guard moment.instant < (best?.moment.instant ?? .max) else { return }
            best = Member(moment: moment, pattern: pattern, isElapsed: isElapsed)
        }
        for place in 0...extras.draft.patterns.count {
            let pattern = place == 0 ? pattern : extras.draft.patterns[place - 1]
            let found = pattern.nextMoment(after: instant, &clock)
            if found.instant <= lastInstant(of: pattern, place, extras, clock) { offer(found, pattern) }
        }
        // Around the instant, as far as a zone can be from UTC.
        var place = extras.draft.dates.rank(below: instant - Recurrence.farthestOffset)
        while place < extras.draft.dates.count {
            let wall = extras.draft.dates[place]
            if let best, wall > best.moment.instant + Recurrence.farthestOffset { break }
            if let moment = moment(ofDate: wall, clock), moment.instant > instant { offer(moment, nil) }
            if wall > instant + 2 * Recurrence.farthestOffset, best != nil { break }
            place += 1
        }
        let single = extras.draft.instants.rank(below: instant + 1)
        if single < extras.draft.instants.count {
            let time = extras.draft.instants[single]
            offer(Moment(wall: time, instant: time), nil, isElapsed: true)
        }
        return best
    }

    // MARK: - Backwards

    func previousMember(atOrBefore instant: Int64, _ extras: Extras, _ clock: inout Clock) -> Member? {
        var instant = instant
        var passed = 0
        while passed < Recurrence.mostLeftOut, let found = previousUnion(atOrBefore: instant, extras, &clock) {
            instant = found.moment.instant - 1
            if let days = daysLeftOut(with: found, extras, clock) {
                if days.lowerBound <= -Pattern.lastDay { return nil }
                passed += 1
                instant = min(instant, firstInstant(after: days.lowerBound - 1, clock) - 1)
            } else if !isExcluded(found, extras, clock) {
                return found
            }
        }
        return nil
    }

    private func previousUnion(atOrBefore instant: Int64, _ extras: Extras, _ clock: inout Clock) -> Member? {
        var best: Member?
        func offer(_ moment: Moment, _ pattern: Pattern?, isElapsed: Bool = false) {
            guard moment.instant > (best?.moment.instant ?? .min) else { return }
            best = Member(moment: moment, pattern: pattern, isElapsed: isElapsed)
        }
        for place in 0...extras.draft.patterns.count {
            let pattern = place == 0 ? pattern : extras.draft.patterns[place - 1]
            let bound = min(instant, lastInstant(of: pattern, place, extras, clock))
            offer(pattern.previousMoment(atOrBefore: bound, &clock), pattern)
        }
        var place = extras.draft.dates.rank(below: instant + Recurrence.farthestOffset + 1) - 1
        while place >= 0 {
            let wall = extras.draft.dates[place]
            if let best, wall < best.moment.instant - Recurrence.farthestOffset { break }
            if let moment = moment(ofDate: wall, clock), moment.instant <= instant { offer(moment, nil) }
            if wall < instant - 2 * Recurrence.farthestOffset, best != nil { break }
            place -= 1
        }
        let single = extras.draft.instants.rank(below: instant == .max ? .max : instant + 1) - 1
        if single >= 0 {
            let time = extras.draft.instants[single]
            offer(Moment(wall: time, instant: time), nil, isElapsed: true)
        }
        return best
    }

    // MARK: - Parts of the set

    /// How many runs of days a calendar may leave out in a row, with nothing in between, before nothing is taken to
    /// come at all: 68 years of every day.
    static let mostLeftOut = 25_000

    /// Two days, more than a zone's offset and any jump of its clock.
    static let farthestOffset: Int64 = 2 * 86_400_000_000

    private func moment(ofDate wall: Int64, _ clock: Clock) -> Moment? {
        switch clock.read(wall) {
        case .instant(let instant): return Moment(wall: wall, instant: instant)
        case .gap(let before, _, _):
            return policies.gap == .skip ? nil : Moment(wall: wall, instant: wall - Int64(before) * 1_000_000)
        }
    }

    private func isExcluded(_ member: Member, _ extras: Extras, _ clock: Clock) -> Bool {
        extras.draft.excludedInstants.hasSorted(member.moment.instant)
            || !extras.draft.excluded.isEmpty && extras.draft.excluded.hasSorted(wall(of: member, clock))
    }

    /// The run of days that the calendar leaves out with a member's day.
    private func daysLeftOut(with member: Member, _ extras: Extras, _ clock: Clock) -> ClosedRange<Int>? {
        guard let calendar = extras.draft.calendar else { return nil }
        let day = floorDivide(Int(wall(of: member, clock)), 1_000_000 * daySeconds)
        return calendar.leftOut(around: day, in: clock.zone)
    }

    /// The last instant before a local day, so that a run of days is passed over at once; days earlier around a
    /// change of the clock, where one goes through.
    private func lastInstant(before day: Int, _ clock: Clock) -> Int64 {
        let midnight = midnight(day, clock)
        return changesClock(around: midnight, clock) ? midnight - Recurrence.farthestOffset : midnight - 1
    }

    /// The first instant after a local day, likewise; days later around a change of the clock.
    private func firstInstant(after day: Int, _ clock: Clock) -> Int64 {
        let midnight = midnight(day + 1, clock)
        return changesClock(around: midnight, clock) ? midnight + Recurrence.farthestOffset : midnight
    }

    private func midnight(_ day: Int, _ clock: Clock) -> Int64 {
        clock.zone.instant(of: CivilDateTime(microseconds: Int64(day * daySeconds) * 1_000_000)).microseconds
    }

    private func changesClock(around midnight: Int64, _ clock: Clock) -> Bool {
        let around = Int64(26 * 3_600_000_000)
        return clock.zone.offsetSeconds(at: Timestamp(microseconds: midnight - around))
            != clock.zone.offsetSeconds(at: Timestamp(microseconds: midnight + around))
    }

    private func wall(of member: Member, _ clock: Clock) -> Int64 {
        let isElapsed = member.pattern?.marks.contains(.elapsed) ?? member.isElapsed
        return isElapsed ? local(of: member.moment.instant, clock) : member.moment.wall
    }

    func local(of instant: Int64, _ clock: Clock) -> Int64 {
        clock.zone.local(at: Timestamp(microseconds: instant)).microseconds
    }
}

extension [Int64] {
    /// How many numbers of the ascending list are smaller than `bound`.
    func rank(below bound: Int64) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the ascending list has the number.
    func hasSorted(_ number: Int64) -> Bool {
        let place = rank(below: number)
        return place < count && self[place] == number
    }
}
