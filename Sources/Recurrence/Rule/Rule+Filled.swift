import CivilTime

extension Rule {
    /// The rule with the parts it leaves unsaid taken from its anchor, as RFC 5545
    /// §3.3.10 has it: the month and day, the weekday, the time.
    public func filled() -> Rule {
        var rule = self
        let (_, month, day) = anchor.date.components
        let weekday = anchor.date.weekday.rawValue
        let saysDays =
            !(weekNumbers.isEmpty && yearDays.isEmpty && monthDays.isEmpty && weekdays.isEmpty && nthWeekdays.isEmpty)
        switch frequency {
        case .yearly where !saysDays:
            if months.isEmpty { rule.months = [month] }
            rule.monthDays = [day]
        case .yearly:
            if !weekNumbers.isEmpty, yearDays.isEmpty, monthDays.isEmpty, weekdays.isEmpty, nthWeekdays.isEmpty {
                rule.weekdays = [weekday]
            }
        case .monthly where !saysDays: rule.monthDays = [day]
        case .weekly where !saysDays: rule.weekdays = [weekday]
        default: break
        }
        let time = anchor.time
        if frequency < .hourly, hours.isEmpty { rule.hours = [time.hour] }
        if frequency < .minutely, minutes.isEmpty { rule.minutes = [time.minute] }
        if frequency < .secondly, seconds.isEmpty, fractions.isEmpty { rule.seconds = [time.second] }
        return rule
    }
}
