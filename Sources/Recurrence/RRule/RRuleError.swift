/// Why a text is not a recurrence rule of RFC 5545 §3.3.10, and where.
public struct RRuleError: Error, Hashable, Sendable {
    /// The offending part of the text, as offsets into its UTF-8 bytes; empty, at the
    /// end of the text, when something is missing.
    public let range: Range<Int>
    /// What is wrong with it.
    public let reason: Reason

    public init(range: Range<Int>, reason: Reason) {
        self.range = range
        self.reason = reason
    }

    /// What can be wrong with a rule.
    public enum Reason: Hashable, Sendable {
        case empty
        case prefix
        case emptyPart
        case noEqualsSign
        case unknownPart(String, near: String?)
        case repeatedPart(String)
        case noFrequency
        case unknownFrequency(String, near: String?)
        case emptyList(String)
        case notANumber(part: String)
        case outOfRange(part: String, low: Int, high: Int, signed: Bool)
        case notPositive(part: String)
        case tooLarge(part: String, limit: Int)
        case notAWeekday(part: String)
        case ordinalWeekStart
        case notATime
        case notUTC
        case countAndUntil
        case ordinalWeekday(frequency: String)
        case ordinalWithWeekNumbers
        case weekNumbersOnlyYearly
        case yearDaysNot(frequency: String)
        case monthDaysNotWeekly
        case positionsAlone
        case skipWithoutScale
        case unknownSkip
        case otherScale(String)
        case leapMonth
        case notNormalForm(part: String)
    }
}

extension RRuleError: CustomStringConvertible {
    /// One sentence without a full stop.
    public var description: String { message }

    /// What is wrong, in one sentence without a full stop.
    public var message: String {
        switch reason {
        case .empty: "the rule is empty"
        case .prefix: "only the rule's value belongs here"
        case .emptyPart: "a part is empty"
        case .noEqualsSign: "a part needs a name, an equals sign and a value"
        case .unknownPart(let name, _): "no part of a rule is named \(name)"
        case .repeatedPart(let name): "\(name) may be said only once"
        case .noFrequency: "the rule needs FREQ"
        case .unknownFrequency(let value, _): "\(value) is no frequency"
        case .emptyList(let part): "\(part) needs at least one value"
        case .notANumber(let part): "\(part) takes whole numbers"
        case .outOfRange(let part, let low, let high, let signed):
            signed ? "\(part) takes \(low) to \(high) or -\(high) to -\(low)" : "\(part) takes \(low) to \(high)"
        case .notPositive(let part): "\(part) must be at least 1"
        case .tooLarge(let part, let limit): "\(part) can be at most \(limit)"
        case .notAWeekday(let part): "\(part) takes the days MO, TU, WE, TH, FR, SA and SU"
        case .ordinalWeekStart: "WKST takes a day without a number"
        case .notATime: "UNTIL takes a UTC time such as 20271224T090000Z"
        case .notUTC: "UNTIL must be in UTC"
        case .countAndUntil: "a rule has COUNT or UNTIL, not both"
        case .ordinalWeekday(let frequency): "BYDAY with a number goes with MONTHLY or YEARLY, not with \(frequency)"
        case .ordinalWithWeekNumbers: "BYDAY with a number does not go with BYWEEKNO"
        case .weekNumbersOnlyYearly: "BYWEEKNO goes with YEARLY only"
        case .yearDaysNot(let frequency): "BYYEARDAY does not go with \(frequency)"
        case .monthDaysNotWeekly: "BYMONTHDAY does not go with WEEKLY"
        case .positionsAlone: "BYSETPOS needs another BY part to choose from"
        case .skipWithoutScale: "SKIP needs RSCALE"
        case .unknownSkip: "SKIP takes OMIT, BACKWARD or FORWARD"
        case .otherScale(let scale): "the calendar \(scale) is not known here"
        case .leapMonth: "the Gregorian calendar has no leap months"
        case .notNormalForm(let part): "\(part) cannot be read"
        }
    }

    /// What to write instead, where there is something to say.
    public var hint: String? {
        switch reason {
        case .empty, .noFrequency: "begin with FREQ=, as in FREQ=WEEKLY;BYDAY=MO"
        case .prefix: "leave out what stands before FREQ"
        case .emptyPart: "write one semicolon between two parts, and none at the end"
        case .noEqualsSign: "write it as in BYDAY=MO"
        case .unknownPart(_, let near?), .unknownFrequency(_, let near?): "did you mean \(near)?"
        case .unknownFrequency: "say YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY or SECONDLY"
        case .repeatedPart: "write its values in one list, as in BYDAY=MO,WE"
        case .notPositive(let part): part == "INTERVAL" ? "leave it out to step by one" : nil
        case .notUTC: "add a Z and give the time in UTC"
        case .notAWeekday, .ordinalWeekStart: nil
        case .countAndUntil: "take one of them away"
        case .ordinalWeekday: "say FREQ=MONTHLY for days counted in the month"
        case .weekNumbersOnlyYearly: "say FREQ=YEARLY"
        case .yearDaysNot: "say FREQ=YEARLY"
        case .monthDaysNotWeekly: "say FREQ=MONTHLY or FREQ=DAILY"
        case .positionsAlone: "add what to choose from, as in BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        case .skipWithoutScale: "add RSCALE=GREGORIAN"
        case .otherScale: "say RSCALE=GREGORIAN"
        default: nil
        }
    }
}
