public import CivilTime

extension CronExpression {
    /// The expression in the normal form: a rule of every day that the fields limit,
    /// or two where either day field is enough.
    ///
    /// Times are local ones; what a gap does to them is for the policies to say.
    ///
    /// - Parameter starting: The earliest local time there may be.
    public func rules(starting: CivilDateTime? = nil) -> [Rule] {
        var rule = Rule(.daily, from: starting ?? CalendarExpression.earliest)
        rule.minutes = minutes.values
        rule.hours = hours.values
        rule.seconds = [0]
        if !months.isFull { rule.months = months.values }
        var byDay = rule
        byDay.monthDays = days.isFull ? [] : SignedSet(fromStart: days.values)
        var byWeekday = rule
        byWeekday.weekdays = weekdays.isFull ? [] : NumberSet(weekdays.values.map { ($0 + 6) % 7 })
        if days.starStep == nil, weekdays.starStep == nil {
            return days.isFull || weekdays.isFull ? [rule] : [byDay, byWeekday]
        }
        byDay.weekdays = byWeekday.weekdays
        return [byDay]
    }
}
