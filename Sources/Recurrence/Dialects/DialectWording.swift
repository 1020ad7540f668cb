// The wording of everything that can be wrong with a text, in one place. Messages
// begin small and end without a full stop; a hint says what to write in its place.

extension DialectError {
    /// What is wrong, in one line.
    public var message: String {
        switch reason {
        case .empty: "there is nothing here"
        case .tooLong(let limit): "longer than \(limit) bytes"
        case .tooMany(let limit): "more than \(limit) parts in a list"
        case .controlCharacter: "a control character"
        case .rrule(let error): error.message
        case .unknownWord(let word, _), .foreignWord(let word, _), .vagueWord(let word, _), .datedDay(let word):
            "cannot read `\(word)`"
        case .ownKey(let word, _): "`\(word)` is not part of a phrase"
        case .invisible(let scalar): "an invisible character (\(Self.name(scalar)))"
        case .bareM: "`m` could be minutes or months"
        case .expected(let expectation, let found?): "\(expectation.noun) should stand here, not `\(found)`"
        case .expected(let expectation, nil): "\(expectation.noun) is missing at the end"
        case .trailing(let word): "`\(word)` does not belong here"
        case .count(let text): "`\(text)` is not a number that can be counted with"
        case .clockDot(let text, _): "`\(text)` is not written as a time of day"
        case .clockHour(let text): "`\(text)` has an hour beyond 23"
        case .clockMinute(let text): "`\(text)` is not a time of day"
        case .clockHalf(let text, _): "`\(text)` counts to 24, so it takes no am or pm"
        case .clockTwelve(let text): "`\(text)` has an hour that no 12-hour clock has"
        case .clockBare(let number): "`\(number)` could be in the morning or in the evening"
        case .timeAlone: "a time, but no day"
        case .secondRule: "a second rule begins here"
        case .timeOnElapsed: "minutes and hours take no time of day"
        case .windowOnDays: "only minutes and hours can lie between two times"
        case .windowOrder: "the second time must be later than the first"
        case .windowSeconds: "seconds cannot lie between two times"
        case .dateMissing(let month, let day): "there is no \(day) \(month)"
        case .dayNumber(let number, let limit): "there is no day \(number), they go from 1 to \(limit)"
        case .yearInDate(let year): "the year \(year) would come only once"
        case .ordinalEvery(let ordinal, let day, _): "`\(ordinal) \(day)` of what, or every how many weeks"
        case .ordinalMissing(let day): "which `\(day)` of it"
        case .ordinalRange(let number, let limit): "there are never \(number) of these, \(limit) at most"
        case .scopeMissing(let text): "`\(text)` of what"
        case .whichDay(let period): "which day of \(period)"
        case .dayForUnit(let word, let unit): "`\(word)` does not say which day of a \(unit)"
        case .onNothing(let unit): "\(unit)s fall on every weekday"
        case .countOfDays(let count, let day): "`\(count) \(day)` could be every \(count) weeks or \(count) in a row"
        case .rangeOfOne(let day): "from \(day) to \(day)"
        case .calendarSyntax(let part): "\(part.noun) cannot be read"
        case .calendarValue(let part, let low, let high): "\(part.noun) goes from \(low) to \(high)"
        case .calendarRange(let part): "\(part.noun) ends before its range has begun"
        case .calendarStep(let part): "the step leads out of \(part.noun)"
        case .calendarStepZero: "a step of 0 leads nowhere"
        case .calendarStar: "`*` stands alone"
        case .calendarWeekday(let word, _): "`\(word)` is not a weekday"
        case .calendarWeekdayRange: "a range of weekdays runs forward from Monday to Sunday"
        case .calendarTilde: "`~` stands before the day of the month only"
        case .calendarEpoch: "not an instant from 1970 to 2199 in seconds"
        case .calendarRest(let rest): "`\(rest)` does not belong here"
        case .calendarZone(let name): "no time zone is named `\(name)`"
        case .cronFields(let count): "\(count) \(count == 1 ? "field" : "fields") where cron has five"
        case .cronSeconds: "six fields where cron has five"
        case .cronReboot: "`@reboot` names no time"
        case .cronShorthand(let name): "cron has no `\(name)`"
        case .cronEvery: "`@every` is not cron's"
        case .cronSyntax(let part): "the \(part.noun) cannot be read"
        case .cronValue(let part, let low, let high): "the \(part.noun) goes from \(low) to \(high)"
        case .cronRange(let part): "the range of the \(part.noun) runs backwards"
        case .cronStep(let part): "the step of the \(part.noun) leads nowhere"
        case .cronStepAlone(let part, _): "the step of the \(part.noun) has no range"
        case .cronName(let part, let name): "`\(name)` is not the name of a \(part == .month ? "month" : "weekday")"
        case .cronCommand(let text): "`\(text)` is a sixth field where cron's rule has five"
        case .cronExtension(let sign): "`\(sign)` is not in cron's own grammar"
        }
    }

    /// What to write in its place, where that can be said.
    public var hint: String? {
        switch reason {
        case .empty: dialect.example
        case .tooLong, .tooMany: "give several rules as a list"
        case .controlCharacter: "write it with spaces"
        case .rrule(let error): error.hint
        case .unknownWord(_, let near?): "did you mean `\(near)`?"
        case .unknownWord(_, nil): dialect.example
        case .foreignWord(_, let english): "did you mean `\(english)`? rules are written in English"
        case .vagueWord(_, let say): "say it as `\(say)`"
        case .ownKey(_, let key): "it has a key of its own: write `\(key) = …` beside the rule"
        case .datedDay: "a day with a date is a milestone: `[milestone.birthday]` with `date = 2000-05-17` and `every = \"year\"`"
        case .invisible: "write a plain space in its place, or nothing"
        case .bareM: "write `min` or `months`"
        case .expected(let expectation, _): expectation.example
        case .trailing: dialect.example
        case .count: "write a number such as `2 weeks`"
        case .clockDot(_, let say), .clockHalf(_, let say): "write `\(say)`"
        case .clockHour: "the day goes from `00:00` to `23:59`"
        case .clockMinute, .clockTwelve: "write `19:00` or `7pm`"
        case .clockBare(let number):
            (1...12).contains(number)
                ? "write `\(PhraseClock.text(number * 3600))` or `\(number)pm`" : "write `19:00` or `7pm`"
        case .timeAlone(let time): "say on which days: `day at \(time)`"
        case .secondRule: "write two rules as a list: `[\"Monday at 09:00\", \"Friday at 17:00\"]`"
        case .timeOnElapsed: "say `hour between 09:00 and 17:00`, or leave the time out"
        case .windowOnDays: "say `at 09:00`"
        case .windowOrder: "write two rules as a list, one up to 23:59 and one from 00:00"
        case .windowSeconds: "count in minutes"
        case .dateMissing(let month, _): "for the end of the month say `last day of \(month)`"
        case .dayNumber: "the end of a month is its `last day`"
        case .yearInDate: "leave the year out, or give a `date` in place of `every`"
        case .ordinalEvery(let ordinal, let day, let count):
            "say `\(ordinal) \(day) of the month`, or `\(count) weeks on \(day)`"
        case .ordinalMissing(let day): "say `first \(day) of …` or `last \(day) of …`"
        case .ordinalRange: nil
        case .scopeMissing(let text): "say `\(text) of the month`"
        case .whichDay(let period):
            period == "quarter" ? "count from its start or from its end, not both" : "say `\(period) 15` or `last Friday of \(period)`"
        case .dayForUnit(_, let unit): Self.unitExample(unit)
        case .onNothing("day"): "say `Friday`, or `2 weeks on Friday`"
        case .onNothing(let unit): "say `\(unit) between 09:00 and 17:00 on weekdays`"
        case .countOfDays(let count, let day): "say `\(count) weeks on \(day)`"
        case .rangeOfOne(let day): "say `\(day)` for the one, `day` for all seven"
        case .calendarSyntax(let part): part.example
        case .calendarValue: nil
        case .calendarRange: "write the smaller number first"
        case .calendarStep: "start lower, or take a smaller step"
        case .calendarStepZero: "leave the step out"
        case .calendarStar: "for steps write the first value, as in `0/15`"
        case .calendarWeekday(_, let near?): "did you mean `\(near)`?"
        case .calendarWeekday: "write `Mon`, `Tuesday`, `Mon..Fri` or `Sat,Sun`"
        case .calendarWeekdayRange: "write `Sat,Sun,Mon`"
        case .calendarTilde: "the last day of a month is `*-*~1`"
        case .calendarEpoch: "write seconds since 1970, such as `@1767225600`"
        case .calendarRest: "an expression is weekdays, date, time and zone: `Mon..Fri *-*-* 09:00 Europe/Berlin`"
        case .calendarZone: "write a name such as `Europe/Berlin`, or `UTC`"
        case .cronFields: "minute, hour, day of the month, month, weekday: `30 8 * * 1-5`"
        case .cronSeconds: "leave the seconds out; a `calendar` expression can have them: `*-*-* 08:30:15`"
        case .cronReboot: "nothing here starts with the machine; say when, such as `@daily`"
        case .cronShorthand: "there are `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`, `@yearly` and `@annually`"
        case .cronEvery: "say `every = \"15 minutes\"`"
        case .cronSyntax: "a field is `*`, a number, a range `1-5`, a step `*/15` or a list `1,15`"
        case .cronValue(.weekday, _, _): "0 and 7 are both Sunday"
        case .cronValue: nil
        case .cronRange: "write the smaller one first, or both ends as a list"
        case .cronStep: "a step is at least 1 and within the field"
        case .cronStepAlone(_, let say): "write `\(say)`"
        case .cronName: "names are the first three letters, such as `mon` or `jan`"
        case .cronCommand: "leave the command out"
        case .cronExtension("L"), .cronExtension("#"), .cronExtension("W"):
            "say it as a phrase, such as `last Friday of the month`"
        case .cronExtension: "write `*` for any"
        }
    }

    /// `U+200D`.
    private static func name(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func unitExample(_ unit: String) -> String {
        switch unit {
        case "week": "say `2 weeks on Friday`"
        case "month": "say `3 months on day 15` or `2 months on the last Friday`"
        default: "say `2 years on June 15`"
        }
    }
}

extension PhraseNeed {
    /// What is wrong, in one line.
    public var message: String {
        switch self {
        case .starting: "nothing says from when to count"
        case .day: "nothing says on which day"
        case .time: "nothing says at what time"
        case .oneTime: "the time is given twice"
        case .noTime: "minutes and hours take no time of day"
        }
    }

    /// What to write.
    public var hint: String {
        switch self {
        case .starting: "add `starting` with the first day, such as `starting = 2026-01-05`"
        case .day: "name the day, such as `week on Sunday`, or add `starting`"
        case .time: "add `at`, such as `at = \"19:00\"`"
        case .oneTime: "leave `at` out, or the time in the rule"
        case .noTime: "leave `at` out; they count from `starting`"
        }
    }
}
