/// What is wrong with a POSIX `TZ` string, and where.
public struct PosixRuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was expected at the place.
    public enum Problem: String, Hashable, Sendable {
        case name = "a zone name of three letters or more, or one in <…>, is expected"
        case offset = "an offset from 0 to 24 hours is expected"
        case day = "a day such as M3.5.0, J60 or 59 is expected"
        case dayRange = "the day is out of range"
        case time = "a time from -167 to 167 hours is expected"
        case comma = "a comma is expected"
        case trailing = "nothing more is expected"
    }

    /// The byte of the text at which reading stopped, from 0.
    public let place: Int
    /// What was expected there.
    public let problem: Problem

    /// A fault at a place.
    public init(place: Int, problem: Problem) {
        self.place = place
        self.problem = problem
    }

    /// One sentence without a full stop.
    public var description: String { "\(problem.rawValue) at byte \(place + 1)" }
}

extension PosixRule {
    /// Reads a POSIX `TZ` string such as `CET-1CEST,M3.5.0,M10.5.0/3`.
    ///
    /// A daylight name without days follows the rule of the United States since 2007,
    /// which POSIX leaves open and tzcode takes.
    ///
    /// - Throws: ``PosixRuleError``, with the place in the text.
    public init(parsing text: some StringProtocol) throws(PosixRuleError) {
        var reader = PosixRuleReader(cursor: TextCursor(text))
        self = try reader.rule()
    }
}

/// Reads the grammar of POSIX.1-2024 §8.3 with RFC 9636's wider hours.
struct PosixRuleReader {
    var cursor: TextCursor

    mutating func rule() throws(PosixRuleError) -> PosixRule {
        let name = try name()
        let west = try clock(.offset, most: 24)
        let standard = Offset(seconds: -west, abbreviation: name)
        guard !cursor.isAtEnd else { return PosixRule(standard: standard, daylight: nil) }

        let daylightName = try self.name()
        var seconds = standard.seconds + 3_600
        if let next = cursor.next, next != UInt8(ascii: ",") { seconds = -(try clock(.offset, most: 24)) }
        var start = PosixRule.Change(day: .inMonth(3, week: 2, weekday: .sunday), seconds: 7_200)
        var end = PosixRule.Change(day: .inMonth(11, week: 1, weekday: .sunday), seconds: 7_200)
        if !cursor.isAtEnd {
            start = try change()
            end = try change()
        }
        guard cursor.isAtEnd else { throw error(.trailing) }
        let offset = Offset(seconds: seconds, isDaylight: true, abbreviation: daylightName)
        return PosixRule(standard: standard, daylight: .init(offset: offset, start: start, end: end))
    }

    private func error(_ problem: PosixRuleError.Problem, at place: Int? = nil) -> PosixRuleError {
        PosixRuleError(place: place ?? cursor.index, problem: problem)
    }

    private mutating func name() throws(PosixRuleError) -> String {
        let start = cursor.index
        let quoted = cursor.take(UInt8(ascii: "<"))
        var characters: [UInt8] = []
        while let byte = cursor.next, isLetter(byte) || quoted && isDigitOrSign(byte) {
            characters.append(byte)
            cursor.index += 1
        }
        guard 3...64 ~= characters.count, !quoted || cursor.take(UInt8(ascii: ">")) else {
            throw error(.name, at: start)
        }
        return String(decoding: characters, as: UTF8.self)
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        65...90 ~= byte || 97...122 ~= byte
    }

    private func isDigitOrSign(_ byte: UInt8) -> Bool {
        48...57 ~= byte || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    private mutating func clock(_ problem: PosixRuleError.Problem, most: Int) throws(PosixRuleError) -> Int32 {
        let start = cursor.index
        let negative = cursor.take(UInt8(ascii: "-"))
        if !negative { _ = cursor.take(UInt8(ascii: "+")) }
        guard let hours = cursor.number(1, most > 99 ? 3 : 2), hours <= most else { throw error(problem, at: start) }
        var seconds = hours * 3_600
        if cursor.take(UInt8(ascii: ":")) {
            guard let minutes = cursor.number(1, 2), minutes <= 59 else { throw error(problem, at: start) }
            seconds += minutes * 60
            if cursor.take(UInt8(ascii: ":")) {
                guard let rest = cursor.number(1, 2), rest <= 59 else { throw error(problem, at: start) }
                seconds += rest
            }
        }
        return Int32(negative ? -seconds : seconds)
    }

    private mutating func change() throws(PosixRuleError) -> PosixRule.Change {
        guard cursor.take(UInt8(ascii: ",")) else { throw error(.comma) }
        let day = try day()
        guard cursor.take(UInt8(ascii: "/")) else { return PosixRule.Change(day: day, seconds: 7_200) }
        return PosixRule.Change(day: day, seconds: try clock(.time, most: 167))
    }

    private mutating func day() throws(PosixRuleError) -> PosixRule.Day {
        let start = cursor.index
        if cursor.take(UInt8(ascii: "M")) {
            guard let month = cursor.number(1, 2), cursor.take(UInt8(ascii: ".")),
                let week = cursor.number(1, 1), cursor.take(UInt8(ascii: ".")),
                let sundayFirst = cursor.number(1, 1)
            else { throw error(.day, at: start) }
            // POSIX counts weekdays from Sunday.
            guard 1...12 ~= month, 1...5 ~= week, sundayFirst <= 6,
                let weekday = Weekday(rawValue: (sundayFirst + 6) % 7)
            else { throw error(.dayRange, at: start) }
            return .inMonth(month, week: week, weekday: weekday)
        }
        if cursor.take(UInt8(ascii: "J")) {
            guard let day = cursor.number(1, 3) else { throw error(.day, at: start) }
            guard 1...365 ~= day else { throw error(.dayRange, at: start) }
            return .withoutLeapDay(day)
        }
        guard let day = cursor.number(1, 3) else { throw error(.day, at: start) }
        guard day <= 365 else { throw error(.dayRange, at: start) }
        return .fromZero(day)
    }
}
