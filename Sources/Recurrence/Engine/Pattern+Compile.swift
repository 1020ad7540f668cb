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
        (meeting, weekdayJumps, window) = (.walking, 0, 1)
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
        if walk != .never { chooseMeeting() }
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
            draft.yearDays = YearDays(rule.yearDays)
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
}
