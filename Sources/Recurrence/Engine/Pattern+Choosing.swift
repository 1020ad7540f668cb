import CivilTime

/// How a search that has to meet an interval and the calendar, or an interval and the
/// clock, goes about it.
enum Meeting: UInt8, Sendable {
    /// What the calendar or the clock leaves is gone through, or the steps are where
    /// there is no calendar's part: most rules meet soon.
    case walking
    /// The days, or the times, on which the interval meets are solved for, and the
    /// calendar is asked about each.
    case solving
    /// The few days of four years are solved for, since a calendar without a missing
    /// leap day repeats after 1461 days.
    case cycling
    /// The steps that meet the clock are followed in streams, and the calendar is asked about each.
    case streaming
    /// Of the few days of four years it is reckoned when their first step comes.
    case laning
}

/// The choice is made once, by the number of tries each way takes on the average.
extension Pattern {
    mutating func chooseMeeting() {
        if walk == .daily, interval > 1, !parts.isEmpty {
            weekdayJumps = jumps(every: Int(interval))
            prepare(cheapest(costsOfDays()))
        } else if walk == .steps, !marks.contains(.anyTime) || !parts.isEmpty {
            let congruence = StepCongruence(length: stepLength, window: stepWindow)
            weekdayJumps = jumps(every: congruence.cycle)
            prepare(
                cheapest(parts.isSubset(of: .weekdays) ? costsOfClock(congruence) : costsOfSteps(congruence)),
                congruence)
        }
    }

    private func cheapest(_ costs: [Meeting: Double]) -> Meeting {
        costs.min { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key ?? .walking
    }

    /// Chooses a way, and keeps what it needs to know.
    mutating func prepare(_ way: Meeting, _ congruence: StepCongruence? = nil) {
        meeting = way
        switch way {
        case .walking: known = nil
        case .streaming: known = Known(streams: StepStreams(self))
        case .laning: known = Known(fewDays: fewDays)
        case .solving: known = congruence.map { Known(congruence: $0, metTimes: metTimes($0, beside: 0)) }
        case .cycling:
            let days = fewDays
            let times = congruence.map { metTimes($0, beside: days.count) } ?? []
            known = Known(congruence: congruence, metTimes: times, fewDays: days)
        }
    }

    /// The times of day that steps ever meet; none where they are too many to be kept.
    private func metTimes(_ congruence: StepCongruence, beside days: Int) -> [MetTime] {
        var times: [MetTime] = []
        var count = 0
        forEachMetTime(base: stepBase, congruence) { time, day in
            count += 1
            if keepsMetTimes(count, beside: days, congruence) { times.append(MetTime(time: time, day: day)) }
        }
        return times.count == count ? trimmed(times) : []
    }

    /// Whether so many times of day are kept beside so many days: a compiled rule stays small.
    func keepsMetTimes(_ count: Int, beside days: Int, _ congruence: StepCongruence) -> Bool {
        congruence.cycle <= MetTime.greatestCycle && count * 2 + days <= 48
    }

    /// Matching days of 2001 to 2004, weekdays aside, as in ``Known/fewDays``.
    private var fewDays: [Int16] {
        let plain = withoutWeekdays
        let start = CivilDate.dayNumber(year: 2001, month: 1, day: 1)
        var few: [Int16] = []
        for year in 2001...2004 {
            plain.forEachMonth(of: year) { first, days in
                var left = days
                while left != 0 {
                    few.append(Int16(first + left.trailingZeroBitCount - start))
                    left &= left &- 1
                }
            }
        }
        return trimmed(few)
    }

    /// The same elements in no more room than they take.
    private func trimmed<Element>(_ list: [Element]) -> [Element] {
        var trimmed: [Element] = []
        trimmed.reserveCapacity(list.count)
        trimmed.append(contentsOf: list)
        return trimmed
    }

    /// For each weekday the steps of so many days to the next that matches, 0 for none.
    private func jumps(every step: Int) -> UInt32 {
        var jumps: UInt32 = 0
        for weekday in 0..<7 {
            guard let jump = (1...7).first(where: { plainWeekdays >> UInt8((weekday + $0 * (step % 7)) % 7) & 1 == 1 })
            else { continue }
            jumps |= UInt32(jump) << UInt32(4 * weekday)
        }
        return jumps
    }

    /// The same without BYDAY.
    var withoutWeekdays: Pattern {
        var plain = self
        plain.parts.remove(.weekdays)
        return plain
    }

    /// Calls `body` with the first day of each month of a year that may match, and its matching days.
    @inline(__always)
    func forEachMonth(of year: Int, _ body: (Int, UInt64) -> Void) {
        var left = months
        while left != 0 {
            let month = left.trailingZeroBitCount + 1
            let first = CivilDate.dayNumber(year: year, month: month, day: 1)
            body(first, days(year: year, first: first, length: CivilDate.days(inMonth: month, year: year)))
            left &= left &- 1
        }
    }
}
