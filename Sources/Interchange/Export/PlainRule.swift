import CivilTime
import Recurrence

/// A rule in the words of RFC 5545 alone, as every calendar reads them: without the extensions of RFC 7529.
enum PlainRule {
    /// The rule with everything that its anchor says written out and short months put in BYMONTHDAY's own terms; nil
    /// where there is no such rule.
    static func make(_ rule: Rule) -> Rule? {
        var plain = rule.filled()
        plain.isAfterAnchor = false
        plain.hasOrdinals = false
        guard plain.years.isEmpty, plain.fractions.isEmpty else { return nil }
        guard settleMonthEnd(&plain) else { return nil }
        plain.monthEnd = .skip
        return plain
    }

    /// The rule's text for a series that begins at its anchor, without what the anchor says anyway.
    static func text(_ rule: Rule) -> String? {
        var rule = rule
        let time = rule.anchor.time
        // Positions are counted in the whole set, so that all of it is said.
        if rule.setPositions.isEmpty {
            if rule.frequency < .secondly, rule.seconds == [time.second] { rule.seconds = [] }
            if rule.frequency < .minutely, rule.minutes == [time.minute] { rule.minutes = [] }
            if rule.frequency < .hourly, rule.hours == [time.hour] { rule.hours = [] }
        }
        return rule.rrule
    }

    /// One rule that means what several do: they differ in one part alone, whose values it has all of.
    static func union(_ rules: [Rule]) -> Rule? {
        guard var whole = rules.first else { return nil }
        for rule in rules.dropFirst() {
            guard let joined = union(whole, rule) else { return nil }
            whole = joined
        }
        return whole
    }

    private static func union(_ a: Rule, _ b: Rule) -> Rule? {
        guard a.setPositions.isEmpty, a.count == nil, a.frequency <= .daily, a.anchor.date == b.anchor.date else {
            return nil
        }
        let parts: [WritableKeyPath<Rule, NumberSet>] = [\.hours, \.minutes, \.weekdays, \.months]
        for part in parts {
            var joined = a
            joined[keyPath: part] = NumberSet(bits: a[keyPath: part].bits | b[keyPath: part].bits)
            var (left, right) = (a, b)
            for place in parts.indices where parts[place] == part {
                left[keyPath: part] = []
                right[keyPath: part] = []
            }
            right.anchor = left.anchor
            let saysBoth = !a[keyPath: part].isEmpty && !b[keyPath: part].isEmpty
            if saysBoth, left == right { return joined }
        }
        return nil
    }

    // MARK: - Short months

    /// The most times of a day whose places are counted: two dozen are every hour.
    private static let mostTimes = 24

    /// Says what becomes of days that a month lacks without SKIP; false where it cannot be said.
    private static func settleMonthEnd(_ rule: inout Rule) -> Bool {
        guard rule.monthEnd != .skip else { return true }
        guard rule.yearDays.allSatisfy({ abs($0) < 366 }) else { return false }
        let days = rule.monthDays
        let late = days.fromStart.filter { day in
            day > 28 && (rule.months.isEmpty || rule.months.contains { day > shortest($0) })
        }
        // Nothing that any of the months lacks.
        guard !late.isEmpty || days.fromEnd.contains(where: { $0 > 28 }) else { return true }
        guard days.count == 1, let day = late.first, rule.weekdays.isEmpty, rule.nthWeekdays.isEmpty,
            rule.yearDays.isEmpty, rule.weekNumbers.isEmpty, rule.setPositions.isEmpty
        else { return false }
        return rule.monthEnd == .clamp ? clamp(&rule, day) : next(&rule, day)
    }

    private static func shortest(_ month: Int) -> Int { CivilDate.days(inMonth: month, year: 2001) }

    /// The day, or the month's last where it is shorter.
    private static func clamp(_ rule: inout Rule, _ day: Int) -> Bool {
        let isLast =
            rule.months.isEmpty ? day == 31 : rule.months.allSatisfy { day >= CivilDate.days(inMonth: $0, year: 2000) }
        if isLast {
            rule.monthDays = [-1]
            return true
        }
        // The last of these days that there is, at each of its times. Positions count within a period, so that it has to
        // have one month.
        if rule.frequency == .yearly, rule.interval == 1 { rule.frequency = .monthly }
        let times = rule.hours.count * rule.minutes.count * rule.seconds.count
        guard times > 0, times <= mostTimes,
            rule.frequency == .monthly || rule.frequency == .yearly && rule.months.count == 1
        else { return false }
        rule.monthDays = SignedSet(28...day)
        rule.setPositions = Array(-times ... -1)
        return true
    }

    /// 29 February, or 1 March: the sixtieth day of any year.
    private static func next(_ rule: inout Rule, _ day: Int) -> Bool {
        guard rule.frequency == .yearly, rule.months == [2], day == 29 else { return false }
        rule.months = []
        rule.monthDays = []
        rule.yearDays = [60]
        return true
    }
}
