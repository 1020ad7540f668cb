import CivilTime

extension Pattern {
    /// The pattern that never matches.
    static let never = Pattern()

    private init() {
        (anchor, earliest, until, count, interval) = (0, 0, .max, 0, 1)
        (firstTime, lastTime, hours, minutes, seconds) = (0, 0, 0, 0, 0)
        (nthFromStart, nthFromEnd, monthDays, monthDaysFromEnd) = (0, 0, 0, 0)
        (months, yearTypes, lastYear, weekdays, weekStart) = (0, 0, 0, 0, 0)
        (frequency, walk, parts, marks, rare) = (.daily, .never, [], [], nil)
        (meeting, weekdayJumps) = (.walking, 0)
    }

    /// Compiles a rule. Numbers outside their ranges are left out.
    init(_ rule: Rule, subdaily: SubdailyPolicy) {
        self.init()
        anchor = floorDivide(Int(rule.anchor.microseconds), 1_000_000)
        earliest = rule.isAfterAnchor ? anchor + 1 : anchor
        until = rule.until?.microseconds ?? .max
        count = rule.count.map { Int32(clamping: max(1, $0)) } ?? 0
        interval = Int32(clamping: max(1, rule.interval))
        frequency = rule.frequency
        walk = .daily
        weekStart = UInt8(rule.weekStart.rawValue)
        if rule.hasOrdinals { marks.insert(.ordinals) }
        var draft = Rare.Draft()

        let filled = rule.filled()
        compileDays(filled, &draft)
        compileClock(filled, said: rule, subdaily: subdaily, &draft)
        compileWalk(filled)
        compilePositions(filled, &draft)
        if draft != Rare.Draft() { rare = Rare(draft) }
        if walk != .never { findLiveMonths(filled) }
        if walk != .never { findTimes() }
        if walk != .never { chooseMeeting(&draft) }
        if walk != .never { findWhetherItEverMatches() }
    }

    // MARK: - Days

    private mutating func compileDays(_ rule: Rule, _ draft: inout Rare.Draft) {
        months = rule.months.isEmpty ? 0xFFF : UInt16(truncatingIfNeeded: rule.months.bits >> 1 & 0xFFF)
        lastYear = Int16(Pattern.lastYear)
        if !rule.years.isEmpty {
            draft.years = rule.years
            parts.insert(.years)
            let last = rule.years.map(\.last).max() ?? 0
            lastYear = Int16(max(-1, min(last, Pattern.lastYear)))
        }
        if !rule.monthDays.isEmpty {
            parts.insert(.monthDays)
            monthDays = UInt32(truncatingIfNeeded: rule.monthDays.fromStart.bits >> 1) & 0x7FFF_FFFF
            for number in rule.monthDays.fromEnd where number <= 31 { monthDaysFromEnd |= 1 << UInt32(31 - number) }
            if rule.frequency <= .monthly {
                switch rule.monthEnd {
                case .skip: break
                case .clamp: marks.insert(.clamp)
                case .next: if monthDays >> 28 != 0 { marks.insert(.forward) }
                }
            }
        }
        if !rule.weekdays.isEmpty || !rule.nthWeekdays.isEmpty {
            parts.insert(.weekdays)
            weekdays = UInt8(truncatingIfNeeded: rule.weekdays.bits & 0x7F)
        }
        if rule.frequency == .yearly, rule.months.isEmpty {
            draft.nthInYear = rule.nthWeekdays.filter { $0.place != 0 && abs($0.place) <= 53 }
            if !draft.nthInYear.isEmpty { parts.insert(.nthInYear) }
        } else {
            for nth in rule.nthWeekdays where nth.place != 0 && abs(nth.place) <= 5 {
                parts.insert(.nthWeekdays)
                if nth.place > 0 {
                    nthFromStart |= 1 << UInt64(7 * (nth.place - 1) + nth.weekday.rawValue)
                } else {
                    nthFromEnd |= 1 << UInt64(7 * (5 + nth.place) + nth.weekday.rawValue)
                }
            }
        }
        if !rule.yearDays.isEmpty {
            parts.insert(.yearDays)
            draft.yearDays = [UInt64](repeating: 0, count: 6)
            draft.yearDaysFromEnd = draft.yearDays
            for number in rule.yearDays where number != 0 && abs(number) <= 366 {
                if number > 0 {
                    draft.yearDays[(number - 1) >> 6] |= 1 << UInt64((number - 1) & 63)
                } else {
                    draft.yearDaysFromEnd[(366 + number) >> 6] |= 1 << UInt64((366 + number) & 63)
                }
            }
        }
        if !rule.weekNumbers.isEmpty {
            parts.insert(.weekNumbers)
            draft.weekNumbers = rule.weekNumbers.fromStart.bits
            draft.weekNumbersFromEnd = rule.weekNumbers.fromEnd.bits
        }
    }

    /// Chooses how days are searched.
    private mutating func compileWalk(_ rule: Rule) {
        guard walk == .daily else { return }
        switch rule.frequency {
        case .yearly: walk = .yearly
        case .monthly: walk = interval == 1 ? .daily : .monthly
        case .weekly: walk = interval > 1 || parts == .weekdays ? .weekly : .daily
        case .daily: if interval == 1, parts == .weekdays { walk = .weekly }
        default:
            interval = 1
            if parts == .weekdays { walk = .weekly }
        }
    }

    /// Narrows the months and the kinds of years to those that have a matching day.
    private mutating func findLiveMonths(_ rule: Rule) {
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

    // MARK: - The clock

    private mutating func compileClock(
        _ rule: Rule, said: Rule, subdaily: SubdailyPolicy, _ draft: inout Rare.Draft
    ) {
        let (allHours, allSixty): (UInt32, UInt64) = (0xFF_FFFF, lowBits(60))
        hours = rule.hours.isEmpty ? allHours : UInt32(truncatingIfNeeded: rule.hours.bits) & allHours
        minutes = rule.minutes.isEmpty ? allSixty : rule.minutes.bits & allSixty
        seconds = rule.seconds.isEmpty ? allSixty : rule.seconds.bits & allSixty
        draft.fractions = rule.fractions.filter { $0.first >= 0 && $0.first < 60_000_000 && $0.last >= $0.first }
        if !draft.fractions.isEmpty {
            marks.insert(.fractions)
            seconds = Pattern.seconds(of: draft.fractions)
        }
        guard rule.isSubdaily else { return }
        marks.insert(.subdaily)
        if subdaily == .elapsed {
            marks.insert(.elapsed)
        } else if fitStepsIntoClock() {
            return
        }
        compileSteps(said, &draft)
    }

    /// The whole seconds of a minute in which some point lies.
    private static func seconds(of fractions: [FractionSpan]) -> UInt64 {
        var seconds: UInt64 = 0
        for span in fractions {
            var point = Int64(span.first)
            while point <= Int64(span.last), point < 60_000_000 {
                let second = point / 1_000_000
                seconds |= 1 << UInt64(second)
                // On to the first point of a later second.
                let missing = (second + 1) * 1_000_000 - point
                point += (missing + Int64(span.step) - 1) / Int64(span.step) * Int64(span.step)
            }
        }
        return seconds
    }

    /// Turns an interval that divides the day into a choice of hours, minutes or
    /// seconds; false where that cannot be.
    private mutating func fitStepsIntoClock() -> Bool {
        let time = anchor - dayOf(anchor) * daySeconds
        var step = Int(interval)
        if frequency == .secondly, step > 1 {
            if 60 % step == 0 {
                seconds &= Pattern.phase(time % 60, step, 60)
                step = 1
            } else if step % 60 == 0 {
                seconds &= 1 << UInt64(time % 60)
                step /= 60
                return fitMinutes(step, time)
            } else {
                return false
            }
        } else if frequency == .minutely, step > 1 {
            return fitMinutes(step, time)
        } else if frequency == .hourly, step > 1 {
            return fitHours(step, time)
        }
        return true
    }

    private mutating func fitMinutes(_ step: Int, _ time: Int) -> Bool {
        let minute = time / 60 % 60
        if 60 % step == 0 {
            minutes &= Pattern.phase(minute, step, 60)
            return true
        }
        guard step % 60 == 0, 24 % (step / 60) == 0 else { return false }
        minutes &= 1 << UInt64(minute)
        return fitHours(step / 60, time)
    }

    private mutating func fitHours(_ step: Int, _ time: Int) -> Bool {
        guard 24 % step == 0 else { return false }
        hours &= UInt32(truncatingIfNeeded: Pattern.phase(time / 3600, step, 24))
        return true
    }

    /// The numbers below `end` that are some steps from `place`.
    private static func phase(_ place: Int, _ step: Int, _ end: Int) -> UInt64 {
        var bits: UInt64 = 0
        for number in stride(from: place % step, to: end, by: step) { bits |= 1 << UInt64(number) }
        return bits
    }

    private mutating func compileSteps(_ said: Rule, _ draft: inout Rare.Draft) {
        walk = .steps
        let unit = frequency == .hourly ? 3600 : frequency == .minutely ? 60 : 1
        draft.stepLength = Int(interval) * unit
        draft.stepWindow = unit
        if marks.contains(.elapsed) {
            // What is unsaid keeps its distance from the anchor, whatever the clock shows.
            let choosesBelow = !said.setPositions.isEmpty
            let saidMinutes = !said.minutes.isEmpty || choosesBelow
            let saidSeconds = !said.seconds.isEmpty || !said.fractions.isEmpty || choosesBelow
            if frequency == .hourly, !saidMinutes {
                draft.stepWindow = saidSeconds ? 60 : 1
                minutes = lowBits(60)
                if !saidSeconds { seconds = lowBits(60) }
            } else if frequency == .minutely, !saidSeconds {
                draft.stepWindow = 1
                seconds = lowBits(60)
            }
        }
        draft.stepBase = anchor - floorModulo(anchor, draft.stepWindow)
        draft.congruence = StepCongruence(length: draft.stepLength, window: draft.stepWindow)
    }

    // MARK: - Positions

    private mutating func compilePositions(_ rule: Rule, _ draft: inout Rare.Draft) {
        let positions = rule.setPositions.filter { $0 != 0 && abs($0) <= 366 }
        guard !rule.setPositions.isEmpty, walk != .never else { return }
        switch rule.frequency {
        case .yearly, .monthly, .weekly:
            // No period has more than this.
            let plain = weekdays.nonzeroBitCount
            let most: Int =
                switch rule.frequency {
                case .weekly: plain
                case .monthly: nthFromStart | nthFromEnd == 0 && plain > 0 ? min(31, plain * 5) : 31
                default: 366
                }
            let reachable = positions.filter { abs($0) <= most * timesOfDay }
            walk = reachable.isEmpty ? .never : .positions
            draft.setPositions = reachable.map { Int16($0) }
        case .daily, .hourly:
            // Every day, or every hour, has the same set, so the choice is made here.
            let all = rule.frequency == .daily ? timesOfDay : minutes.nonzeroBitCount * seconds.nonzeroBitCount
            let ranks = Set(positions.map { $0 > 0 ? $0 - 1 : all + $0 }).filter { $0 >= 0 && $0 < all }.sorted()
            marks.insert(.listedTimes)
            if rule.frequency == .daily {
                draft.times = ranks.map { Int32(unlistedTime(rank: $0)) }
            } else {
                draft.timesOfHour = ranks.map { Int32(unlistedTime(rank: $0) % 3600) }
            }
            if ranks.isEmpty { walk = .never }
        case .minutely:
            let all = seconds.nonzeroBitCount
            var chosen: UInt64 = 0
            for position in positions {
                let rank = position > 0 ? position - 1 : all + position
                if rank >= 0, rank < all { chosen |= 1 << UInt64(bitPlace(seconds, rank: rank)) }
            }
            seconds = chosen
        case .secondly:
            if !positions.contains(1), !positions.contains(-1) { walk = .never }
        }
    }

    private func unlistedTime(rank: Int) -> Int {
        var plain = self
        plain.marks.remove(.listedTimes)
        return plain.timeOfDay(rank: rank)
    }

    // MARK: - The end of compiling

    private mutating func findTimes() {
        guard hours != 0, minutes != 0, seconds != 0 else {
            walk = .never
            return
        }
        if hours == 0xFF_FFFF, minutes == lowBits(60), seconds == lowBits(60), !marks.contains(.listedTimes) {
            marks.insert(.anyTime)
        }
        firstTime = Int32(nextTime(0))
        lastTime = Int32(previousTime(daySeconds - 1))
    }

    /// Looks for the first occurrence, through as much time as the calendar and the
    /// interval take to repeat.
    private mutating func findWhetherItEverMatches() {
        if marks.contains(.elapsed) {
            // Offsets are whole quarters of an hour since 1972, when Liberia gave up its own.
            let common = rare?.congruence?.common ?? 1
            let shifts = Set((0..<96).map { $0 * 900 % common })
            let isModern = anchor > 63_072_000
            if isModern, shifts.allSatisfy({ !meetsClock(shift: $0) }) { walk = .never }
            return
        }
        if walk == .steps {
            guard let rare else { return }
            guard meetsClock(shift: 0) else {
                walk = .never
                return
            }
            let cycle = parts.isEmpty ? daySeconds : parts == .weekdays ? 7 * daySeconds : 146_097 * daySeconds
            let (span, overflow) = (cycle / greatestCommonDivisor(cycle, rare.stepLength))
                .multipliedReportingOverflow(by: rare.stepLength)
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
