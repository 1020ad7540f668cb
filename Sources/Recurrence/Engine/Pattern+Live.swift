import CivilTime

/// What of the calendar can match at all, and whether a rule ever does.
extension Pattern {
    /// Narrows the months and the kinds of years to those that have a matching day.
    mutating func findLiveMonths(_ rule: Rule) {
        let rareParts: Parts = [.yearDays, .weekNumbers, .nthInYear]
        let mixed = parts.contains(.monthDays) && !parts.isDisjoint(with: [.weekdays, .nthWeekdays])
        let lastWeeks =
            parts.contains(.nthWeekdays) && weekdays == 0
            && (nthFromStart & ~lowBits(28)) | (nthFromEnd & 0x7F) != 0
        yearTypes = 0x3FFF
        if !parts.isDisjoint(with: rareParts) || mixed || lastWeeks {
            // 28 years in a row show every kind of year with every kind of neighbours.
            var live: UInt16 = 0
            var types: UInt16 = 0
            for year in 2001...2028 {
                let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
                let type = weekdayOf(newYear) * 2 + (CivilDate.isLeapYear(year) ? 1 : 0)
                for month in 1...12 where months >> UInt16(month - 1) & 1 == 1 {
                    let first = CivilDate.dayNumber(year: year, month: month, day: 1)
                    let length = CivilDate.days(inMonth: month, year: year)
                    guard days(year: year, first: first, length: length) != 0 else { continue }
                    live |= 1 << UInt16(month - 1)
                    types |= 1 << UInt16(type)
                }
            }
            (months, yearTypes) = (live, types)
        } else if parts.contains(.monthDays) {
            var (common, leap) = (UInt16(0), UInt16(0))
            for month in 1...12 where months >> UInt16(month - 1) & 1 == 1 {
                let bit: UInt16 = 1 << UInt16(month - 1)
                // A month of 2001 and of 2004; the weekdays play no part here.
                if days(year: 2001, first: 0, length: CivilDate.days(inMonth: month, year: 2001)) != 0 { common |= bit }
                if days(year: 2004, first: 0, length: CivilDate.days(inMonth: month, year: 2004)) != 0 { leap |= bit }
            }
            months = common | leap
            if common == 0 { yearTypes &= 0x2AAA }
            if leap == 0 { yearTypes &= 0x1555 }
        } else if parts.contains(.weekdays), weekdays == 0, parts.isDisjoint(with: [.nthWeekdays]) {
            months = 0
        }
        if walk == .positions, rule.frequency == .yearly { yearTypes &= yearTypesWithPositions() }
        if months != 0xFFF { parts.insert(.months) }
        if yearTypes != 0x3FFF { parts.insert(.years) }
        if months == 0 || yearTypes == 0 || lastYear < 0 { walk = .never }
        if walk == .weekly, interval == 1, parts != .weekdays { walk = .daily }
    }

    /// Looks for the first occurrence, through as much time as the calendar and the
    /// interval take to repeat.
    mutating func findWhetherItEverMatches() {
        if marks.contains(.elapsed) {
            // Offsets are whole quarters of an hour since 1972, when Liberia gave up its own.
            // They lie between 12 hours before UTC and 14 after it, so that no two differ by more than 26.
            guard walk == .steps, anchor > 63_072_000, !meetsClock(shift: 0) else { return }
            let common = greatestCommonDivisor(stepLength, 7 * daySeconds)
            let shifts = Set((-104...104).map { floorModulo($0 * 900, common) })
            if shifts.allSatisfy({ !meetsClock(shift: $0) }) { walk = .never }
            return
        }
        if walk == .steps {
            guard meetsClock(shift: 0) else {
                walk = .never
                return
            }
            let cycle = parts.isEmpty ? daySeconds : parts == .weekdays ? 7 * daySeconds : 146_097 * daySeconds
            let (span, overflow) = (cycle / greatestCommonDivisor(cycle, stepLength))
                .multipliedReportingOverflow(by: stepLength)
            let end = (Pattern.lastDay + 1) * daySeconds
            let limit = overflow || span > end - earliest ? end : earliest + span + 2 * daySeconds
            if nextStep(earliest, limit: limit) == .max { walk = .never }
            return
        }
        if walk == .daily, interval % 7 == 0, !parts.contains(.nthWeekdays), parts.contains(.weekdays),
            weekdays >> UInt8(weekdayOf(anchorDay)) & 1 == 0
        {
            walk = .never
            return
        }
        // The calendar repeats after 400 years, and the interval with it.
        let cycles = [400, 4800, 20_871, 146_097]
        let cycle = cycles[min(Int(frequency.rawValue), 3)]
        let turns = frequency > .daily ? 1 : Int(interval) / greatestCommonDivisor(cycle, Int(interval))
        var bounded = self
        bounded.lastYear = Int16(clamping: min(Int(lastYear), anchorYear + turns * 400 + 1))
        if (bounded.next(atOrAfter: earliest) as Int) == .max { walk = .never }
    }
}
