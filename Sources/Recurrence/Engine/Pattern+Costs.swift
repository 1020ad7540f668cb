/// What each way of meeting an interval costs on the average, from the share of days and times that match.
extension Pattern {
    /// What one try costs each way, in nanoseconds or so; only the proportions matter.
    private enum Cost {
        static let month = 12.0
        static let lane = 1.2
        static let lanedStep = 3.0
        static let turn = 10.0
        static let range = 60.0
        static let meeting = 14.0
        static let day = 12.0
        static let solution = 8.0
        static let slot = 7.0
        static let step = 6.0
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
    private func cyclingCost(_ days: Int, every interval: Int, years: Double, solutions: Double) -> Double {
        let hasWeekdays = plainWeekdays != 0x7F && interval % 7 != 0
        guard days <= FewDays.greatestCount, FewDays.holds(modulus: hasWeekdays ? interval * 7 : interval) else {
            return .infinity
        }
        let turns = hasWeekdays ? solutions * Double(max(1, plainWeekdays.nonzeroBitCount)) : solutions
        let lanes = Double(days) * Cost.lane
        return 60 + lanes + (1 + years / 150) * turns * (Cost.turn + lanes)
    }

    /// What a number of days takes to meet the calendar.
    func costsOfDays() -> [Meeting: Double] {
        guard let days = daysOfFourYears else { return [interval >= 32 ? .solving : .walking: 0] }
        let years = Double(interval) / weekdayShare * 4 / Double(days)
        return [
            .walking: years * liveMonths * Cost.month,
            // Steps of much the same length as a year meet its days in turns with long pauses.
            .solving: 1461 / Double(days) * Cost.solution * 3,
            .cycling: cyclingCost(days, every: Int(interval), years: years, solutions: 1),
        ]
    }

    /// What steps take to meet the clock, on any day or on some weekdays.
    func costsOfClock(_ congruence: StepCongruence) -> [Meeting: Double] {
        let streams = usableStreams()
        // Steps of much the same length as a part of a day meet a stretch of the clock in turns with long pauses.
        let pause = streams.map { $0.greatestPause / 2 } ?? 0
        var costs: [Meeting: Double] = [:]
        if let streams { costs[.streaming] = streamingCost(streams, days: nil) }
        if let slots = Slots(self, congruence) {
            let tries = max(pause, Double(daySeconds / stepWindow / congruence.common) / Double(max(1, slots.met)))
            costs[.walking] = (tries < 40 ? tries * Cost.step : 120 + tries / 2 * Cost.step) / weekdayShare
            costs[.solving] = slots.cost(beside: 0) + Double(slots.met) * (1 / weekdayShare - 1) * Cost.day
        } else {
            costs[.walking] = max(pause, 1 / clockShare()) * Cost.step / weekdayShare
        }
        return costs
    }

    /// What steps take to meet the calendar and the clock.
    func costsOfSteps(_ congruence: StepCongruence) -> [Meeting: Double] {
        guard let days = daysOfFourYears else { return [.walking: 0] }
        let stepsOfDay = Double(daySeconds) / Double(stepLength)
        let slots = Slots(self, congruence)
        let chance = min(
            1, slots.map { Double(max(1, $0.met)) / Double(max(1, congruence.cycle)) } ?? clockShare() * stepsOfDay)
        let ofClock = Double(lastTime - firstTime) / Double(stepLength) + 1
        let perDay = min(Double(slots?.windows ?? daySeconds), ofClock)
        let ofCalendar = 4 * liveMonths / Double(days) * Cost.month / weekdayShare
        var costs: [Meeting: Double] = [
            .walking: (ofCalendar + Cost.day + perDay * Cost.slot) / chance
        ]
        if let streams = usableStreams() { costs[.streaming] = streamingCost(streams, days: days) }
        if days <= FewDays.greatestCount, Pattern.lanedLengths.contains(stepLength) {
            let asked = 1 / (chance * weekdayShare)
            costs[.laning] = 60 + Double(days) * 2 + asked * (2.5 + (stepsOfDay + 1) * Cost.lanedStep)
        }
        if let slots {
            let years = 4 / Double(days) / weekdayShare / chance
            let look = Cost.solution * (parts.contains(.yearDays) ? 2 : 1)
            costs[.solving] = slots.cost(beside: 0) * 2 + 1461 / Double(days) * look * 2
            costs[.cycling] =
                cyclingCost(days, every: congruence.cycle, years: years, solutions: Double(slots.met))
                + slots.cost(beside: days) * (1 + years / 150)
        }
        return costs
    }

    /// The share of steps that meet the clock.
    private func clockShare() -> Double {
        let share = Double(hours.nonzeroBitCount * minutes.nonzeroBitCount) / 1440
        return stepWindow == 1 ? share * Double(seconds.nonzeroBitCount) / 60 : share
    }

    /// The streams that steps can be followed in, where they are not too many.
    private func usableStreams() -> StepStreams? {
        guard floorModulo(stepBase, stepWindow) == 0,
            let streams = StepStreams(self),
            meetingCount(of: streams, window: stepWindow) <= StepStreams.greatestCount
        else { return nil }
        return streams
    }

    /// Following streams of steps that meet the clock until a day matches.
    ///
    /// - Parameter days: Matching days of four years, weekdays aside; nil for all.
    private func streamingCost(_ streams: StepStreams, days: Int?) -> Double {
        let count = meetingCount(of: streams, window: stepWindow)
        let live = liveMonths / 12
        let share = days.map { Double($0) / 1461 / live } ?? 1
        let meetings = 1 / (share * weekdayShare)
        // Months that have nothing are passed over, and the streams are found again behind them.
        let density = clockShare() * Double(daySeconds) / Double(stepLength)
        let passes = liveMonths == 12 ? 0 : meetings / (density * 365 * live) * min(liveMonths, 3)
        let finding = Double(count) * (streams.circle > 0 ? Cost.range : Cost.solution) + 20
        return (1 + passes) * finding + meetings * (Cost.meeting + Double(count) * 0.7)
    }

    /// The windows of a day that hold a matching time, and how many of them a step ever meets.
    private struct Slots {
        let pattern: Pattern
        let congruence: StepCongruence
        var windows = 0
        var met = 0

        /// Nil where they are too many to be gone through.
        init?(_ pattern: Pattern, _ congruence: StepCongruence) {
            guard pattern.timesOfDay <= Pattern.greatestSlotCount else { return nil }
            (self.pattern, self.congruence) = (pattern, congruence)
            pattern.forEachWindow(base: pattern.stepBase, congruence) { _, slot in
                windows += 1
                if slot % congruence.common == 0 { met += 1 }
            }
        }

        /// Going through them once; those that are met are known where they are kept.
        func cost(beside days: Int) -> Double {
            let isKept = pattern.keepsMetTimes(met, beside: days, congruence)
            return Double(met) * Cost.solution * 2 + (isKept ? 0 : Double(windows) * Cost.slot)
        }
    }
}
