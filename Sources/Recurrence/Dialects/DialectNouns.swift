/// What the readers of the dialects expect, as it is said.
extension DialectError.Expectation {
    var noun: String {
        switch self {
        case .when: "a day, a unit of time or a number"
        case .time: "a time of day"
        case .weekday: "a weekday"
        case .unit: "a unit such as `weeks`"
        case .dayOfPeriod: "a counted day"
        case .scope: "a month or a year"
        case .month: "a month"
        case .dayNumber: "the number of a day"
        case .andTime: "`and` with a later time"
        }
    }

    var example: String {
        switch self {
        case .when: "say `Sunday at 19:00`, `2 weeks on Friday` or `last Friday of the month`"
        case .time: "write `19:00` or `7pm`"
        case .weekday: "say `Monday`, `weekday` or `weekend day`"
        case .unit: "say `2 days`, `2 weeks`, `2 months` or `15 minutes`"
        case .dayOfPeriod: "say `first Monday`, `last day` or `day 15`"
        case .scope: "say `of the month`, `of the year` or `of May`"
        case .month: "say `June` or `Jun`"
        case .dayNumber: "say `June 15` or `day 15 of the month`"
        case .andTime: "say `between 09:00 and 17:00`"
        }
    }
}

extension DialectError.CalendarPart {
    var noun: String {
        switch self {
        case .weekday: "the weekday"
        case .year: "the year"
        case .month: "the month"
        case .day: "the day"
        case .hour: "the hour"
        case .minute: "the minute"
        case .second: "the second"
        case .date: "the date"
        case .time: "the time"
        }
    }

    var example: String {
        switch self {
        case .weekday: "write `Mon`, `Mon..Fri` or `Sat,Sun`"
        case .year, .month, .day, .date: "a date is `*-*-*`, `2026-06-15`, `*-06-15` or `*-*~1`"
        case .hour, .minute, .second, .time: "a time is `19:00`, `19:00:30`, `*:0/15` or `9..17:00`"
        }
    }
}

extension DialectError.CronPart {
    var noun: String {
        switch self {
        case .minute: "minute"
        case .hour: "hour"
        case .day: "day of the month"
        case .month: "month"
        case .weekday: "weekday"
        }
    }
}

extension Dialect {
    /// An example of it, as a hint.
    var example: String {
        switch self {
        case .phrase: "say it like `Sunday at 19:00` or `last Friday of the month at 17:00`"
        case .rrule: "write it like `FREQ=WEEKLY;BYDAY=SU`"
        case .calendar: "write it like `Sun *-*-* 19:00`"
        case .cron: "write it like `0 19 * * 0`"
        }
    }
}
