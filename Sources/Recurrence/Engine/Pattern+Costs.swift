import CivilTime

/// What each way of meeting an interval costs on the average, from the share of days and times that match.
extension Pattern {
    /// What one try costs each way, in nanoseconds or so; only the proportions matter.
    private enum Cost {
        static let month = 14.0
        static let listed = 1.5
        static let bit = 3.0
        static let word = 1.2
        static let reckoned = 2.0
        static let residue = 35.0
        static let turn = 16.0
        static let range = 60.0
        static let place = 45.0
        static let meeting = 12.0
        static let day = 12.0
        static let tested = 5.0
        static let solution = 8.0
        static let slot = 7.0
        static let step = 6.0
        static let longStep = 3.0
    }

    private var liveMonths: Double { Double(months.nonzeroBitCount) }

    /// The share of weekdays that match.
    private var weekdayShare: Double {
        parts.contains(.weekdays) ? Double(max(1, weekdays.nonzeroBitCount)) / 7 : 1
    }

    /// Going through the days of a calendar.
    ///
    /// - Parameters:
    ///   - tries: How many of the days are looked at.
    ///   - each: What looking at one costs.
    private func scanningCost(_ calendar: CalendarShare, tries: Double, each: Double) -> Double {
        let isListed = (calendar.listCount + 3) / 4 <= min(roomForKnown - 2, FourYears.words)
        guard isListed || roomForKnown >= FourYears.words + 2 else { return .infinity }
        let through = isListed ? 0 : tries / calendar.density / 64 * Cost.word
        return 40 + (isListed ? Double(calendar.listCount) / 4 : 0) + tries
            * ((isListed ? Cost.listed : Cost.bit) + each) + through
    }

    /// Searching through candidates of the calendar that come so many years apart.
    private func cyclingCost(
        _ calendar: CalendarShare, every interval: Int, years: Double, solutions: Double
    ) -> Double {
        guard (calendar.count + 3) / 4 + 5 <= roomForKnown else { return .infinity }
        let weekdays = stepOfWeekdays(interval) == interval ? 1 : Double(max(1, plainWeekdays.nonzeroBitCount))
        return 60 + solutions * weekdays * (Cost.residue + (1 + years / 150) * Cost.turn)
    }

    /// What a number of days takes to meet the calendar.
    func costsOfDays(_ calendar: CalendarShare?) -> [Meeting: Double] {
        guard let calendar else { return [interval >= 32 ? .solving : .walking: 0] }
        let step = stepOfWeekdays(Int(interval))
        let wait = calendar.meanWait(every: step)
        guard wait < .infinity else { return [.walking: 0] }
        // Of several weekdays each is met in its turn.
        let turns = step == Int(interval) ? 1 : Double(plainWeekdays.nonzeroBitCount)
        let days = wait * Double(step) / turns
        var costs: [Meeting: Double] = [
            .solving: 30 + wait * Cost.tested,
            .scanning: scanningCost(calendar, tries: days * calendar.density, each: 0),
            .cycling: cyclingCost(calendar, every: Int(interval), years: days / 365, solutions: 1),
        ]
        if interval < 32 { costs[.walking] = 15 + days / 365 * liveMonths * Cost.month }
        return costs
    }

    /// What steps take to meet the clock, on any day or on some weekdays.
    func costsOfClock(_ congruence: StepCongruence) -> [Meeting: Double] {
        let streams = usableStreams()
        // Steps of much the same length as a part of a day meet a stretch of the clock in turns with long pauses.
        let isLong = Pattern.reckonedLengths.contains(stepLength)
        let known = isLong ? triesOfSteps() : nil
        let pause = streams.map { $0.greatestPause / 2 } ?? 0
        let step = isLong ? Cost.longStep : Cost.step
        var costs: [Meeting: Double] = [:]
        if let streams { costs[.streaming] = streamingCost(streams, nil) }
        if let slots = Slots(self, congruence) {
            let tries = max(pause, Double(daySeconds / stepWindow / congruence.common) / Double(max(1, slots.met)))
            let isFine = tries > 40 && !isLong
            costs[.walking] = 20 + (isFine ? 120 + tries / 2 * step : tries * step) / weekdayShare
            costs[.solving] = slots.solvingCost(tries: 1 / weekdayShare, withCalendar: false)
        } else {
            costs[.walking] = 20 + max(pause, 1 / clockShare()) * step / weekdayShare
        }
        if let known { costs[.walking] = 20 + known * step }
        return costs
    }

    /// What steps take to meet the calendar and the clock.
    func costsOfSteps(_ congruence: StepCongruence, _ calendar: CalendarShare?) -> [Meeting: Double] {
        guard let calendar else { return [.walking: 0] }
        let stepsOfDay = Double(daySeconds) / Double(stepLength)
        let slots = Slots(self, congruence)
        let chance = min(
            1, slots.map { Double(max(1, $0.met)) / Double(max(1, congruence.cycle)) } ?? clockShare() * stepsOfDay)
        let isReckoned = Pattern.reckonedLengths.contains(stepLength)
        let tries = (isReckoned ? triesOfDays(calendar) : nil) ?? 1 / chance
        let ofClock = Double(lastTime - firstTime) / Double(stepLength) + 1
        let perDay = min(Double(slots?.windows ?? daySeconds), ofClock)
        let ofCalendar = 4 * liveMonths / Double(calendar.count) * Cost.month / weekdayShare
        var costs: [Meeting: Double] = [
            .walking: (ofCalendar + Cost.day + perDay * Cost.slot) * tries
        ]
        if let streams = usableStreams() { costs[.streaming] = streamingCost(streams, calendar) }
        costs[.scanning] = scanningCost(
            calendar, tries: tries, each: isReckoned ? ofClock * Cost.reckoned : perDay * Cost.slot + Cost.day)
        if let slots {
            let years = 1 / (calendar.density * chance * 365)
            let asked = triesOfMetDays(congruence, calendar) ?? 1 / calendar.density
            costs[.solving] = slots.solvingCost(tries: asked, withCalendar: true)
            costs[.cycling] =
                cyclingCost(calendar, every: congruence.cycle, years: years, solutions: Double(slots.met))
                + slots.cost(beside: calendar.count) * (1 + years / 150)
        }
        return costs
    }

    /// How many steps one after another are tried until the clock and the weekday agree, on the average as the first two
    /// thousand go; nil where too few of them do.
    private func triesOfSteps() -> Double? {
        guard floorModulo(stepBase, stepWindow) == 0 else { return nil }
        var waits = Waits()
        let more = stepLength % (7 * daySeconds)
        var time = floorModulo(stepBase + 3 * daySeconds, 7 * daySeconds)
        for _ in 0..<2048 {
            let day = time / daySeconds
            let isOpen = firstTime(ofWindow: time - day * daySeconds) >= 0
            waits.count(isOpen && plainWeekdays >> UInt8(day) & 1 == 1)
            time += more
            if time >= 7 * daySeconds { time -= 7 * daySeconds }
        }
        return waits.mean
    }

    /// How many of the days on which steps meet the clock are tried until the calendar agrees, likewise.
    private func triesOfMetDays(_ congruence: StepCongruence, _ calendar: CalendarShare) -> Double? {
        guard let met = metDays(congruence), !met.isEmpty else { return nil }
        var waits = Waits()
        var (place, start) = (0, 0)
        for _ in 0..<1024 {
            if place == met.count { (place, start) = (0, start + congruence.cycle) }
            waits.count(calendar.has(start + Int(met[place])))
            place += 1
        }
        return waits.mean
    }

    /// How many days of the calendar are tried until a step meets the clock on one, likewise.
    private func triesOfDays(_ calendar: CalendarShare) -> Double? {
        guard floorModulo(stepBase, stepWindow) == 0 else { return nil }
        var waits = Waits()
        var first = CivilDate.dayNumber(year: 2001, month: 1, day: 1)
        let numbers = calendar.numbers
        while waits.tries < 512 {
            for number in numbers {
                let day = first + Int(number)
                if plainWeekdays >> UInt8(weekdayOf(day)) & 1 == 1 { waits.count(meetsClock(onDay: day)) }
            }
            first += FourYears.days
        }
        return waits.mean
    }

    /// Tries one after another, and how many of them a search takes that begins anywhere.
    private struct Waits {
        private(set) var tries = 0
        private var (gap, found, squares) = (0, 0, 0.0)

        mutating func count(_ isFound: Bool) {
            (tries, gap) = (tries + 1, gap + 1)
            guard isFound else { return }
            squares += Double(gap * gap)
            (found, gap) = (found + 1, 0)
        }

        /// Nil where there were too few for an average.
        var mean: Double? { found < 4 ? nil : (squares + Double(gap * gap)) / Double(2 * tries) + 0.5 }
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
    private func streamingCost(_ streams: StepStreams, _ calendar: CalendarShare?) -> Double {
        let count = meetingCount(of: streams, window: stepWindow)
        let live = liveMonths / 12
        let share = calendar.map { Double($0.count) / Double(FourYears.days) / live } ?? 1
        let meetings = 1 / (share * weekdayShare)
        // Months that have nothing are passed over, and the streams are found again behind them.
        let density = clockShare() * Double(daySeconds) / Double(stepLength)
        let passes = liveMonths == 12 ? 0 : meetings / (density * 365 * live) * min(liveMonths, 3)
        let finding = Double(count) * (streams.circle > 0 ? Cost.range : Cost.place) + 60
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

        /// Going through the days that are met, where they are known, or through all times otherwise.
        func solvingCost(tries: Double, withCalendar: Bool) -> Double {
            let room = pattern.roomForKnown - 4
            if (met + 1) / 2 <= room {
                let hasBits = !withCalendar || (met + 1) / 2 + FourYears.words <= room
                return 50 + tries * (hasBits ? Cost.tested : Cost.day * 1.5)
            }
            let solved = Double(met) * Cost.solution * 2 + Double(windows) * Cost.slot
            return withCalendar
                ? 2 * solved + tries * Cost.day * 2 : solved + Double(met) * (tries - 1) * Cost.day
        }

        /// Going through the times that are met once; they are known where they are kept.
        func cost(beside days: Int) -> Double {
            let isKept =
                congruence.cycle <= MetTime.greatestCycle
                && (met + 1) / 2 + (days + 3) / 4 + 5 <= pattern.roomForKnown
            return Double(met) * Cost.solution * 2 + (isKept ? 0 : Double(windows) * Cost.slot)
        }
    }
}
