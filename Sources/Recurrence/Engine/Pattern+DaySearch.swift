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
            let found = nextCycled(from * daySeconds, limit: .max, modulus: Int(interval), most: 1) { $0(0, anchorDay) }
            return found == .max ? .max : dayOf(found)
        }
        return nextSteppedDay(nextStepDay(from), every: Int(interval), through: Pattern.lastDay)
    }

    /// The first matching day of those every `step` days from `first` on, `Int.max` past `last`.
    @inline(__always)
    func nextSteppedDay(_ first: Int, every step: Int, through last: Int) -> Int {
        var day = first
        guard day <= last else { return .max }
        if plainWeekdays &>> UInt8(weekdayOf(day)) & 1 == 0 {
            let jump = weekdayJump(from: weekdayOf(day))
            guard jump > 0 else { return .max }
            day += jump * step
        }
        guard let known, known.hasCalendar else {
            while day <= last {
                if matches(day: day) { return day }
                day += weekdayJump(from: weekdayOf(day)) * step
            }
            return .max
        }
        return known.withCalendar { calendar in
            var weekday = weekdayOf(day)
            let ofWeek = step % 7
            var stretch = FourYears.Stretch(holding: day)
            while day <= last {
                if day >= stretch.end { stretch = FourYears.Stretch(holding: day) }
                let place = stretch.place(of: day)
                if calendar[place >> 6] &>> UInt64(place & 63) & 1 == 1 { return day }
                let jump = weekdayJump(from: weekday)
                day += jump * step
                weekday = Int(UInt32(truncatingIfNeeded: weekday + jump * ofWeek) % 7)
            }
            return .max
        }
    }

    /// Steps of the interval to the next weekday that matches; 0 for none.
    @inline(__always)
    private func weekdayJump(from weekday: Int) -> Int {
        Int(weekdayJumps &>> UInt32(truncatingIfNeeded: 4 * weekday) & 15)
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
