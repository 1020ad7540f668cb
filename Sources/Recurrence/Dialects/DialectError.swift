/// Why a text could not be read in one of the four dialects, and where.
///
/// The error is data; ``message`` and ``hint`` word it in plain English.
public struct DialectError: Error, Hashable, Sendable {
    /// The dialect the text was read as.
    public let dialect: Dialect
    /// The part of the text that is wrong, as offsets into its UTF-8 bytes.
    /// Empty, at the end of the text, when something is missing there.
    public let range: Range<Int>
    /// What is wrong with it.
    public let reason: Reason

    public init(dialect: Dialect, range: Range<Int>, reason: Reason) {
        self.dialect = dialect
        self.range = range
        self.reason = reason
    }

    /// What can be wrong with a text.
    public enum Reason: Hashable, Sendable {
        // Any dialect
        case empty
        case tooLong(limit: Int)
        case tooMany(limit: Int)
        case controlCharacter

        // Recurrence rules have errors of their own
        case rrule(RRuleError)

        // Phrases
        case unknownWord(String, near: String?)
        case foreignWord(String, english: String)
        case vagueWord(String, say: String)
        case ownKey(String, key: String)
        /// A day such as a birthday, whose date a rule does not know.
        case datedDay(String)
        /// A character that looks like a space or like nothing, by its number.
        case invisible(UInt32)
        case bareM
        case expected(Expectation, found: String?)
        case trailing(String)
        case clockDot(String, say: String)
        case clockHour(String)
        case clockMinute(String)
        case clockHalf(String, say: String)
        case clockBare(Int)
        case clockTwelve(String)
        case timeAlone(String)
        case secondRule
        case timeOnElapsed
        case windowOnDays
        case windowOrder
        case windowSeconds
        case dateMissing(month: String, day: Int)
        case dayNumber(Int, limit: Int)
        case count(String)
        case yearInDate(Int)
        case ordinalEvery(String, day: String, count: Int)
        case ordinalMissing(String)
        case ordinalRange(Int, limit: Int)
        case scopeMissing(String)
        case whichDay(String)
        case dayForUnit(String, unit: String)
        case onNothing(unit: String)
        case countOfDays(Int, String)
        case rangeOfOne(String)

        // Calendar expressions
        case calendarSyntax(CalendarPart)
        case calendarValue(CalendarPart, low: Int, high: Int)
        case calendarRange(CalendarPart)
        case calendarStep(CalendarPart)
        case calendarStepZero
        case calendarStar
        case calendarWeekday(String, near: String?)
        case calendarWeekdayRange
        case calendarTilde
        case calendarEpoch
        case calendarRest(String)
        case calendarZone(String)

        // Cron
        case cronFields(Int)
        case cronSeconds
        case cronReboot
        case cronShorthand(String)
        case cronEvery
        case cronSyntax(CronPart)
        case cronValue(CronPart, low: Int, high: Int)
        case cronRange(CronPart)
        case cronStep(CronPart)
        case cronStepAlone(CronPart, say: String)
        case cronName(CronPart, String)
        case cronCommand(String)
        case cronExtension(Character)
    }

    /// What a phrase should have had at a place.
    public enum Expectation: Hashable, Sendable {
        case when, time, weekday, unit, dayOfPeriod, scope, month, dayNumber, andTime
    }

    /// The parts of a calendar expression.
    public enum CalendarPart: Hashable, Sendable {
        case weekday, year, month, day, hour, minute, second, date, time
    }

    /// The fields of a cron line.
    public enum CronPart: Int, CaseIterable, Hashable, Sendable {
        case minute, hour, day, month, weekday
    }
}
