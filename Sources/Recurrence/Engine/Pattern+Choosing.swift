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
    /// The stretches of the clock are met as ranges by an arithmetic progression.
    case ranging
}

/// The choice is made once, by the number of tries each way takes on the average.
extension Pattern {
    /// What one try costs each way, in nanoseconds or so; only the proportions matter.
    private enum Cost {
        static let month = 12.0
        static let cycle = 7.0
        static let range = 80.0
        static let day = 12.0
        static let solution = 8.0
        static let slot = 7.0
        static let step = 3.0
    }

    /// The most days of four years that are cycled through.
    static let greatestCycledCount = 36
    /// The most times of day that steps meet which are kept.
    static let greatestMetCount = 32

    mutating func chooseMeeting(_ draft: inout Rare.Draft) {
        if walk == .daily, interval > 1, !parts.isEmpty {
            weekdayJumps = jumps(every: Int(interval))
            meeting = meetingOfDays()
        } else if walk == .steps, let rare, let congruence = rare.congruence,
            !marks.contains(.anyTime) || !parts.isEmpty
        {
            weekdayJumps = jumps(every: congruence.cycle)
            meeting =
                parts.isSubset(of: .weekdays) ? meetingOfClock(rare, congruence) : meetingOfSteps(rare, congruence)
        }
        guard meeting == .solving || meeting == .cycling else { return }
        if meeting == .cycling { draft.fewDays = fewDays }
        if walk == .steps, let rare, let congruence = rare.congruence, congruence.cycle <= MetTime.greatestCycle {
            var times: [MetTime] = []
            forEachMetTime(base: rare.stepBase, rare, congruence) { time, day in
                times.append(MetTime(time: time, day: day))
            }
            // A compiled rule stays small.
            if times.count <= Pattern.greatestMetCount, times.count * 2 + draft.fewDays.count <= 64,
                rare.yearDays.isEmpty
            {
                draft.metTimes = times
            }
        }
        rare = Rare(draft)
    }

    /// Matching days of 2001 to 2004, weekdays aside, as in ``Rare/fewDays``.
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
        return few
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

    private var liveMonths: Double { Double(months.nonzeroBitCount) }

    /// The share of weekdays that match.
    private var weekdayShare: Double {
        parts.contains(.weekdays) ? Double(max(1, weekdays.nonzeroBitCount)) / 7 : 1
    }

    /// Matching days of four years, weekdays aside; nil where they differ between leap cycles.
    private var daysOfFourYears: Int? {
        guard parts.isDisjoint(with: [.nthWeekdays, .nthInYear, .weekNumbers]), rare?.years.isEmpty ?? true else {
            return nil
        }
        let plain = withoutWeekdays
        var count = 0
        for year in 2001...2004 { plain.forEachMonth(of: year) { _, days in count += days.nonzeroBitCount } }
        return count > 0 ? count : nil
    }

    /// Seconds of searching through candidates of the calendar that come so many years apart.
    private func cyclingCost(_ days: Int, years: Double, solutions: Double) -> Double {
        guard days <= Pattern.greatestCycledCount else { return .infinity }
        return 100 + (1 + years / 150) * solutions * Double(days) * Cost.cycle
    }

    /// A number of days, and parts of the calendar.
    private func meetingOfDays() -> Meeting {
        guard let days = daysOfFourYears else { return interval >= 32 ? .solving : .walking }
        let step = Double(interval)
        let years = step / weekdayShare * 4 / Double(days)
        let walking = years * liveMonths * Cost.month
        // Steps of much the same length as a year meet its days in turns with long pauses.
        let solving = 1461 / Double(days) * Cost.solution * 3
        let cycling = cyclingCost(days, years: years, solutions: 1)
        return walking <= min(solving, cycling) ? .walking : solving <= cycling ? .solving : .cycling
    }

    /// Steps, and parts of the clock alone.
    private func meetingOfClock(_ rare: Rare, _ congruence: StepCongruence) -> Meeting {
        if let ranges = rangeCount(rare), floorModulo(rare.stepBase, rare.stepWindow) == 0 {
            // Steps of much the same length as a day meet an hour in turns with long pauses.
            let minutesOfDay = Double(timesOfDay / seconds.nonzeroBitCount)
            let share = minutesOfDay / 1440 * weekdayShare
            let isSlow = rare.stepLength > 1800 && 1 / share * 10 * Cost.slot > Double(ranges) * Cost.range
            if isSlow { return .ranging }
        }
        guard let slots = Slots(self, rare, congruence) else { return .walking }
        let tries = Double(daySeconds / rare.stepWindow / congruence.common) / Double(max(1, slots.met))
        let walking = tries < 40 ? tries * Cost.step : 200 + tries / 8 * Cost.step
        return walking / weekdayShare <= slots.cost ? .walking : .solving
    }

    /// Steps, and parts of the calendar.
    private func meetingOfSteps(_ rare: Rare, _ congruence: StepCongruence) -> Meeting {
        guard let days = daysOfFourYears, let slots = Slots(self, rare, congruence) else { return .walking }
        let chance = min(1, Double(max(1, slots.met)) / Double(max(1, congruence.cycle)))
        let perDay = min(Double(slots.windows), Double(lastTime - firstTime) / Double(rare.stepLength) + 1)
        let ofCalendar = 4 * liveMonths / Double(days) * Cost.month / weekdayShare
        let walking = (ofCalendar + Cost.day + perDay * Cost.slot) / chance
        let slotCost = parts.contains(.yearDays) ? Double(slots.windows) * 2 * Cost.slot : slots.cost
        let solving = slotCost + 1461 / Double(days) * Cost.solution * (parts.contains(.yearDays) ? 2 : 1)
        let years = 4 / Double(days) / weekdayShare / chance
        let cycling =
            cyclingCost(days, years: years, solutions: Double(slots.met)) + slotCost * (1 + years / 150)
        return walking <= min(solving, cycling) ? .walking : solving <= cycling ? .solving : .cycling
    }

    /// The windows of a day that hold a matching time, and how many of them a step ever meets.
    private struct Slots {
        var windows = 0
        var met = 0

        /// Nil where they are too many to be gone through.
        init?(_ pattern: Pattern, _ rare: Rare, _ congruence: StepCongruence) {
            guard pattern.timesOfDay <= Pattern.greatestSlotCount else { return nil }
            pattern.forEachWindow(base: rare.stepBase, rare, congruence) { _, slot in
                windows += 1
                if slot % congruence.common == 0 { met += 1 }
            }
        }

        /// Those that are met are known where they are few.
        var cost: Double {
            Double(met) * Cost.solution * 2 + (met <= Pattern.greatestMetCount ? 0 : Double(windows) * Cost.slot)
        }
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
