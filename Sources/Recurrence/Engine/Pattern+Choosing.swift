import CivilTime

/// How a search that has to meet an interval and the calendar, or an interval and the
/// clock, goes about it.
enum Meeting: UInt8, Sendable {
    /// What the calendar or the clock leaves is gone through, or the steps are where
    /// there is no calendar's part: most rules meet soon.
    case walking
    /// The days, or the times, on which the interval meets are known or solved for, and the
    /// calendar is asked about each.
    case solving
    /// The few days of four years are solved for, since a calendar without a missing
    /// leap day repeats after 1461 days.
    case cycling
    /// The steps that meet the clock are followed in streams, and the calendar is asked about each.
    case streaming
    /// Of the calendar's days in order it is reckoned whether the interval, or a step, meets them.
    case scanning
    /// Kinds of years are told apart, of which it is known which days or months they have.
    case kinds
}

/// The choice is made once, by the number of tries each way takes on the average.
extension Pattern {
    mutating func chooseMeeting() {
        if walk == .daily, interval > 1, !parts.isEmpty {
            weekdayJumps = jumps(every: Int(interval))
            let calendar = CalendarShare(self)
            prepare(cheapest(costsOfDays(calendar)), calendar)
        } else if walk == .steps, !marks.contains(.anyTime) || !parts.isEmpty {
            let congruence = StepCongruence(length: stepLength, window: stepWindow)
            weekdayJumps = jumps(every: congruence.cycle)
            let calendar = CalendarShare(self)
            let costs =
                parts.isSubset(of: .weekdays) ? costsOfClock(congruence) : costsOfSteps(congruence, calendar)
            prepare(cheapest(costs), calendar, congruence)
        } else if walk == .monthly || walk == .positions && frequency == .monthly {
            findMonthKinds()
        } else if walk == .yearly || walk == .daily && interval == 1 {
            known = knownMonths()
            if known != nil { meeting = .kinds }
        } else if walk == .positions, frequency == .yearly {
            known = knownPositions()
            if known != nil { meeting = .kinds }
        }
    }

    private func cheapest(_ costs: [Meeting: Double]) -> Meeting {
        costs.min { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key ?? .walking
    }

    /// Chooses a way, and keeps what it needs to know.
    private mutating func prepare(_ way: Meeting, _ calendar: CalendarShare?, _ congruence: StepCongruence? = nil) {
        meeting = way
        var draft = Known.Draft()
        switch way {
        case .walking, .kinds: return
        case .scanning:
            draft.number = Remainders.reciprocal(
                of: UInt32(truncatingIfNeeded: congruence == nil ? Int(interval) : stepLength))
            if let list = calendar?.list(in: roomForKnown - 2) {
                (draft.days, draft.daysHaveWeekdays) = (list, calendar?.hasWeekdays ?? false)
            } else {
                draft.calendar = calendar?.days ?? []
            }
        case .streaming: draft.streams = StepStreams(self)
        case .solving:
            draft.congruence = congruence
            draft.met = congruence.flatMap { metDays($0) } ?? []
        case .cycling:
            draft.congruence = congruence
            let turns = Turns(step: stepOfWeekdays(congruence?.cycle ?? Int(interval)))
            draft.number = turns.word
            draft.days = turns.list(calendar?.numbers ?? [])
            if let congruence, let times = metTimes(congruence), draft.count + (times.count + 1) / 2 <= roomForKnown {
                draft.met = times.map(\.packed)
            }
        }
        if way == .streaming || way == .solving, let calendar, draft.count + calendar.days.count <= roomForKnown {
            draft.calendar = calendar.days
        }
        known = Known(draft)
    }

    /// An interval of days with some weekdays as one interval, after which the same weekday comes back.
    func stepOfWeekdays(_ interval: Int) -> Int {
        plainWeekdays == 0x7F || interval % 7 == 0 ? interval : interval * 7
    }

    // MARK: - What is known of steps

    /// The times of day that steps ever meet; nil where they do not fit.
    private func metTimes(_ congruence: StepCongruence) -> [MetTime]? {
        guard congruence.cycle <= MetTime.greatestCycle else { return nil }
        var times: [MetTime] = []
        forEachMetTime(base: stepBase, congruence) { time, day in
            if times.count <= 2 * roomForKnown { times.append(MetTime(time: time, day: day)) }
        }
        return times
    }

    /// The days on which steps meet the clock, modulo the congruence's cycle and ascending; none where they do not fit.
    func metDays(_ congruence: StepCongruence) -> [UInt32]? {
        var days: Set<UInt32> = []
        let most = 2 * (roomForKnown - 4)
        var fits = true
        forEachMetTime(base: stepBase, congruence) { _, day in
            guard fits else { return }
            days.insert(UInt32(truncatingIfNeeded: day))
            fits = days.count <= most
        }
        guard fits else { return nil }
        // Cycles of whole weeks come back on the same weekdays.
        let weekdays = congruence.cycle % 7 == 0 ? plainWeekdays : 0x7F
        return days.filter { weekdays >> UInt8(weekdayOf(Int($0))) & 1 == 1 }.sorted()
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
