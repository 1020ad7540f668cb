public import CivilTime

extension Phrase {
    /// The phrase in the normal form: the rules whose union it means.
    ///
    /// Weeks are counted from the Monday of the week that `starting` is in. A phrase
    /// that names days keeps to them, so `day 31 of the month` passes over short months.
    ///
    /// - Parameters:
    ///   - starting: Where counting starts, and the earliest local time there may be.
    ///     Without it rules count from ``Rule/epoch``.
    ///   - time: The time of day, for a phrase that names none. Where this is missing
    ///     too, the time of `starting` is taken.
    ///   - monthEnd: What becomes of the 29th to the 31st in shorter months, where the
    ///     day comes from `starting`.
    /// - Throws: ``PhraseNeed`` for what is missing or given twice.
    public func rules(
        starting: CivilDateTime? = nil, at time: TimeOfDay? = nil, monthEnd: MonthEnd = .clamp
    ) throws(PhraseNeed) -> [Rule] {
        if time != nil, namesTime { throw unit.isElapsed ? .noTime : .oneTime }
        if needsStarting, starting == nil { throw .starting }
        if needsDay, starting == nil { throw .day }
        let anchor = starting ?? Rule.epoch
        if let frequency = elapsedFrequency { return [Rule(frequency, every: interval, from: anchor)] }
        guard let seconds = secondsOfDay(at: time ?? starting?.time) else { throw .time }
        let clocks = ClockGroup.groups(of: seconds)
        var rules: [Rule] = []
        for var rule in civilRules(from: anchor, monthEnd: monthEnd) {
            let groups = rule.setPositions.isEmpty ? clocks : seconds.flatMap { ClockGroup.groups(of: [$0]) }
            for clock in groups {
                rule.hours = clock.hours
                rule.minutes = clock.minutes
                rule.seconds = clock.seconds
                rules.append(rule)
            }
        }
        return rules
    }

    private var elapsedFrequency: Frequency? {
        guard window == nil else { return nil }
        return switch unit {
        case .second: .secondly
        case .minute: .minutely
        case .hour: .hourly
        case .day, .week, .month, .year: nil
        }
    }

    /// Every second of the day at which the phrase comes, in order.
    private func secondsOfDay(at time: TimeOfDay?) -> [Int]? {
        if let window {
            let step = interval * (unit == .hour ? 3600 : 60)
            return Array(stride(from: window.first, through: window.last, by: step))
        }
        return times.isEmpty ? time.map { [$0.secondOfDay] } : times
    }

    private func civilRules(from anchor: CivilDateTime, monthEnd: MonthEnd) -> [Rule] {
        switch unit {
        case .second, .minute, .hour:
            var rule = Rule(weekdays.isEmpty ? .daily : .weekly, from: anchor)
            rule.weekdays = NumberSet(weekdays.days)
            return [rule]
        case .day:
            return [Rule(.daily, every: interval, from: anchor)]
        case .week:
            var rule = Rule(.weekly, every: interval, from: anchor)
            rule.weekdays = NumberSet(weekdays.days)
            return [rule]
        case .month:
            guard days.isEmpty else { return dayRules(Rule(.monthly, every: interval, from: anchor)) }
            var rule = Rule(.monthly, every: interval, from: anchor)
            rule.monthEnd = monthEnd
            return [rule]
        case .year:
            var rule = Rule(.yearly, every: interval, from: anchor)
            if days.isEmpty, dates.isEmpty {
                rule.monthEnd = monthEnd
                return [rule]
            }
            return dateRules(rule) + yearDayRules(rule)
        }
    }

    /// One rule for each set of days that some months share.
    private func dateRules(_ rule: Rule) -> [Rule] {
        var daysOfMonth: [Int: [Int]] = [:]
        for date in dates { daysOfMonth[date.month, default: []].append(date.day) }
        var monthsOfDays: [[Int]: [Int]] = [:]
        for (month, days) in daysOfMonth { monthsOfDays[days, default: []].append(month) }
        return monthsOfDays.map { days, months in
            var rule = rule
            rule.months = NumberSet(months)
            rule.monthDays = SignedSet(days)
            return rule
        }
        .sorted { $0.months.bits < $1.months.bits }
    }

    private func yearDayRules(_ rule: Rule) -> [Rule] {
        guard !days.isEmpty else { return [] }
        var rule = rule
        guard !months.isEmpty else { return dayRules(rule) }
        // A position counts within the whole year, so several months step by the month,
        // or each has a rule of its own.
        if interval == 1 {
            rule.frequency = .monthly
            rule.months = NumberSet(months)
            return dayRules(rule)
        }
        return months.flatMap { month in
            rule.months = [month]
            return dayRules(rule)
        }
    }

    /// The rules for counted days: numbers, weekdays, and positions among workdays or weekend days.
    private func dayRules(_ rule: Rule) -> [Rule] {
        var numbers: [Int] = []
        var weekdays: [NthWeekday] = []
        var workdays: [Int] = []
        var weekendDays: [Int] = []
        for day in days {
            switch day {
            case .day(let n): numbers.append(n)
            case .weekday(let n, let day):
                if let weekday = Weekday(rawValue: day) { weekdays.append(NthWeekday(n, weekday)) }
            case .workday(let n): workdays.append(n)
            case .weekendDay(let n): weekendDays.append(n)
            }
        }
        var rules: [Rule] = []
        if !numbers.isEmpty {
            var rule = rule
            if rule.frequency == .yearly, rule.months.isEmpty {
                rule.yearDays = numbers.sorted()
            } else {
                rule.monthDays = SignedSet(numbers)
            }
            rules.append(rule)
        }
        if !weekdays.isEmpty {
            var rule = rule
            rule.nthWeekdays = weekdays.sorted()
            rules.append(rule)
        }
        for (positions, mask) in [(workdays, WeekdayMask.workdays), (weekendDays, .weekend)] where !positions.isEmpty {
            var rule = rule
            rule.weekdays = NumberSet(mask.days)
            rule.setPositions = positions.sorted()
            rules.append(rule)
        }
        return rules
    }
}

/// Times of day that are every combination of some hours, minutes and seconds.
struct ClockGroup {
    var hours: NumberSet
    let minutes: NumberSet
    let seconds: NumberSet

    /// The fewest hours × minutes × seconds that these seconds of the day fall into,
    /// hours with the same minutes being taken together.
    static func groups(of secondsOfDay: [Int]) -> [ClockGroup] {
        var groups: [ClockGroup] = []
        for second in Set(secondsOfDay.map { $0 % 60 }).sorted() {
            var minutesOfHour: [Int: NumberSet] = [:]
            for time in secondsOfDay where time % 60 == second {
                minutesOfHour[time / 3600, default: []].insert(time / 60 % 60)
            }
            let first = groups.count
            for hour in minutesOfHour.keys.sorted() {
                let minutes = minutesOfHour[hour] ?? []
                if let place = groups[first...].firstIndex(where: { $0.minutes == minutes }) {
                    groups[place].hours.insert(hour)
                } else {
                    groups.append(ClockGroup(hours: [hour], minutes: minutes, seconds: [second]))
                }
            }
        }
        return groups
    }
}
