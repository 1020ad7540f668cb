import CivilTime

/// The next and the previous day that matches, interval and all, found period by
/// period.
extension Pattern {
    /// The first matching day at `day` or later, or `Int.max` when there is none.
    @inline(__always)
    func nextDay(_ day: Int) -> Int {
        switch walk {
        case .daily where parts.isEmpty: nextStepDay(day)
        case .weekly: nextWeekDay(day)
        case .monthly: nextMonthDay(day)
        case .daily where meeting == .scanning: nextScannedDay(day)
        case .daily where meeting == .solving || meeting == .cycling: nextSparseDay(day)
        default: nextYearDay(day)
        }
    }

    /// The last matching day at `day` or earlier, or `Int.min` when there is none from
    /// the anchor on.
    @inline(__always)
    func previousDay(_ day: Int) -> Int {
        switch walk {
        case .daily where parts.isEmpty: previousStepDay(day)
        case .weekly: previousWeekDay(day)
        case .monthly: previousMonthDay(day)
        case .daily where interval >= 32: previousSparseDay(day)
        default: previousYearDay(day)
        }
    }

    /// The day of the anchor, from which intervals of days count.
    @inline(__always)
    var anchorDay: Int { dayOf(anchor) }

    // MARK: - Days at a fixed distance

    @inline(__always)
    private func nextStepDay(_ day: Int) -> Int {
        if interval == 1 { return day }
        let past = floorModulo(day - anchorDay, Int(interval))
        return past == 0 ? day : day + Int(interval) - past
    }

    @inline(__always)
    private func previousStepDay(_ day: Int) -> Int {
        interval == 1 ? day : day - floorModulo(day - anchorDay, Int(interval))
    }

    /// Steps of some days, each looked at, or the days of four years solved for.
    @inline(never)
    private func nextSparseDay(_ from: Int) -> Int {
        if meeting == .cycling {
            let found = nextCycled(from * daySeconds, limit: .max, modulus: Int(interval)) { $0(0, anchorDay) }
            return found == .max ? .max : dayOf(found)
        }
        return nextSteppedDay(nextStepDay(from), every: Int(interval), through: Pattern.lastDay)
    }

    /// The first matching day of those every `step` days from `first` on, `Int.max` past `last`.
    @inline(__always)
    func nextSteppedDay(_ first: Int, every step: Int, through last: Int) -> Int {
        var day = first
        guard day <= last else { return .max }
        var calendar = DayTest(self, from: day)
        let mask = plainWeekdays
        if mask == 0x7F {
            while day <= last {
                if calendar.matches(day) { return day }
                day += step
            }
            return .max
        }
        var weekday = weekdayOf(day)
        if mask &>> UInt8(weekday) & 1 == 0 {
            let jump = Int(weekdayJumps &>> UInt32(4 * weekday) & 15)
            guard jump > 0 else { return .max }
            day += jump * step
            weekday = weekdayOf(day)
        }
        while day <= last {
            if calendar.matches(day) { return day }
            let jump = Int(weekdayJumps &>> UInt32(4 * weekday) & 15)
            day += jump * step
            weekday = weekdayOf(day)
        }
        return .max
    }

    private func previousSparseDay(_ from: Int) -> Int {
        var day = previousStepDay(from)
        let first = anchorDay
        let mask = plainWeekdays
        while day >= first {
            if mask &>> UInt8(weekdayOf(day)) & 1 == 1, matches(day: day) { return day }
            day -= Int(interval)
        }
        return .min
    }

    /// The weekdays that a day must be, where nothing else can make it match.
    var plainWeekdays: UInt8 {
        parts.contains(.weekdays) && parts.isDisjoint(with: [.nthWeekdays, .nthInYear]) ? weekdays : 0x7F
    }

    /// The days of a month that the interval reaches, for an interval below 32.
    @inline(__always)
    func steppedDays(first: Int) -> UInt64 {
        let step = Int(interval)
        let past = floorModulo(first - anchorDay, step)
        var days: UInt64 = 0
        var place = past == 0 ? 0 : step - past
        while place < 32 {
            days |= 1 &<< UInt64(place)
            place += step
        }
        return days
    }
}
