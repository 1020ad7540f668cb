public import CivilTime

/// The whole-day events of an iCalendar file (RFC 5545), read as holidays.
///
/// Of a file only `VEVENT`s count, and of those their days: `DTSTART`, `DTEND` or a
/// `DURATION` in days or weeks, `RRULE`, `RDATE`, `EXDATE`, and the `SUMMARY` as a
/// name. Cancelled events are left out. A start with a time of day counts as its date.
public struct HolidayFile: Hashable, Sendable {
    /// An event of one or several whole days.
    public struct Event: Hashable, Sendable {
        /// What the file calls it; empty where it says nothing.
        public var name: String
        /// The first day.
        public var start: CivilDate
        /// How many days it lasts, at least 1.
        public var length: Int
        /// The rule by which it comes again.
        public var rule: Rule?
        /// Further first days, and first days that are left out.
        public var added: [CivilDate]
        public var excluded: Set<CivilDate>
    }

    /// The events in the order of the file.
    public let events: [Event]

    /// The most days an event may last.
    public static let greatestLength = 366

    /// Reads a file's text.
    ///
    /// - Throws: ``HolidayFileError``, with the line.
    public init(parsing text: String) throws(HolidayFileError) {
        var reader = HolidayReader(text)
        events = try reader.events()
    }

    /// All days of the events in some years, ascending, each once.
    ///
    /// - Parameters:
    ///   - years: The years, the first and the last among them.
    ///   - limit: How many days are reckoned with before it is given up.
    /// - Returns: Nil where there are more.
    public func dates(in years: ClosedRange<Int>, atMost limit: Int = .max) -> [CivilDate]? {
        var dates: Set<CivilDate> = []
        var left = limit
        for event in events {
            guard let starts = event.starts(in: years, atMost: left / event.length) else { return nil }
            left -= starts.count * event.length
            for start in starts {
                for day in 0..<event.length {
                    let date = start.adding(days: day)
                    if years.contains(date.year) { dates.insert(date) }
                }
            }
        }
        return dates.sorted()
    }
}

extension HolidayFile.Event {
    /// The first days of the event that may reach into some years; nil where there are more than `limit`.
    func starts(in years: ClosedRange<Int>, atMost limit: Int) -> [CivilDate]? {
        var starts = Set(added)
        if let rule {
            let pattern = Pattern(rule, subdaily: .wall)
            let first = CivilDate.dayNumber(year: years.lowerBound, month: 1, day: 1) - length
            let end = CivilDate.dayNumber(year: years.upperBound + 1, month: 1, day: 1)
            var left = pattern.count > 0 ? Int(pattern.count) : .max
            // COUNT counts from the start, everything else is sought.
            var from = pattern.count > 0 ? pattern.earliest : max(pattern.earliest, first * daySeconds)
            while left > 0 {
                let found: Int = pattern.next(atOrAfter: from)
                guard found < end * daySeconds, Int64(found) * 1_000_000 <= pattern.until else { break }
                starts.insert(CivilDate(dayNumber: Int32(truncatingIfNeeded: dayOf(found))))
                guard starts.count <= limit else { return nil }
                (from, left) = (found + 1, left - 1)
            }
        } else {
            starts.insert(start)
        }
        return starts.count <= limit ? starts.subtracting(excluded).sorted() : nil
    }
}

/// Why a file could not be read as a calendar of holidays.
public struct HolidayFileError: Error, Hashable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let reason: Reason

    public init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    /// What can be wrong with a file.
    public enum Reason: Hashable, Sendable {
        case notACalendar
        case notAProperty
        case endMissing(String)
        case endWithoutBegin(String)
        case startMissing
        case notADate(property: String, String)
        case endBeforeStart
        case tooLong(limit: Int)
        case notADuration(String)
        case rule(RRuleError)
        /// The rule names times of day or steps by them.
        case timesOfDay
    }
}

extension HolidayFileError: CustomStringConvertible {
    /// The line and what is wrong, without a full stop.
    public var description: String { "line \(line): \(message)" }

    /// What is wrong, in one sentence without a full stop.
    public var message: String {
        switch reason {
        case .notACalendar: "an iCalendar file begins with BEGIN:VCALENDAR"
        case .notAProperty: "a line needs a name, a colon and a value"
        case .endMissing(let name): "\(name) has no END"
        case .endWithoutBegin(let name): "END:\(name) has no BEGIN"
        case .startMissing: "the event has no DTSTART"
        case .notADate(let property, let text): "\(property) is no date: \(text)"
        case .endBeforeStart: "DTEND is not later than DTSTART"
        case .tooLong(let limit): "the event lasts longer than \(limit) days"
        case .notADuration(let text): "\(text) is no duration in days or weeks"
        case .rule(let error): "in RRULE, \(error.message)"
        case .timesOfDay: "a holiday's RRULE names days, not times of day"
        }
    }
}
