public import CivilTime

/// The normal form of one rule, to which every dialect compiles.
///
/// A rule steps through periods (``frequency``, ``interval``) counted from its
/// ``anchor``, and in each period expands or limits by its parts as RFC 5545 §3.3.10
/// lays down. An empty part is one the rule does not say; where RFC 5545 then takes
/// the value from DTSTART, ``filled()`` says which value that is.
public struct Rule: Hashable, Sendable {
    /// The period the rule steps by.
    public var frequency: Frequency
    /// Periods from one step to the next, at least 1 and at most ``greatestInterval``.
    public var interval: Int
    /// Where counting starts (DTSTART): the phase of ``interval``, the source of
    /// unsaid parts, and the earliest nominal local time of an occurrence. A fraction
    /// of a second in it is dropped.
    public var anchor: CivilDateTime
    /// Whether the anchor itself is left out, as in "a year after 1 May": the
    /// occurrences then begin with the first one later than it.
    public var isAfterAnchor: Bool
    /// The greatest number of occurrences, nil for no limit.
    public var count: Int?
    /// The last instant at which there may be an occurrence, nil for no limit.
    public var until: Timestamp?
    /// The day on which weeks begin (WKST).
    public var weekStart: Weekday
    /// What becomes of days that a month does not have (RFC 7529 SKIP).
    public var monthEnd: MonthEnd

    /// The years that may have occurrences; empty for all. (systemd)
    public var years: [YearSpan]
    /// Months, 1…12.
    public var months: NumberSet
    /// Days of the month, ±1…31.
    public var monthDays: SignedSet
    /// Days of the year, ±1…366, in ascending order.
    public var yearDays: [Int]
    /// Weeks of the year, ±1…53, counted by ``weekStart``; a year's first week is the
    /// first with four days of it.
    public var weekNumbers: SignedSet
    /// Weekdays, Monday is 0.
    public var weekdays: NumberSet
    /// Weekdays that count within the month, or within the year: "the last Friday".
    /// They add to ``weekdays``.
    public var nthWeekdays: [NthWeekday]
    /// Hours, 0…23.
    public var hours: NumberSet
    /// Minutes, 0…59.
    public var minutes: NumberSet
    /// Seconds, 0…59.
    public var seconds: NumberSet
    /// Seconds with fractions, as microseconds of the minute; when there are any they
    /// stand in place of ``seconds``. (systemd)
    public var fractions: [FractionSpan]
    /// Positions in the period's whole set, ±1…366, in ascending order (BYSETPOS).
    public var setPositions: [Int]
    /// Whether occurrences carry an ordinal: the number of ``frequency`` units from
    /// the anchor, as in "your 7th".
    public var hasOrdinals: Bool

    /// The greatest interval a rule may have.
    public static let greatestInterval = Int(Int32.max)

    /// A rule with no parts: every `interval` periods, at the anchor's place in them.
    public init(_ frequency: Frequency, every interval: Int = 1, from anchor: CivilDateTime = Rule.epoch) {
        self.frequency = frequency
        self.interval = interval
        self.anchor = anchor
        isAfterAnchor = false
        weekStart = .monday
        monthEnd = .skip
        years = []
        months = []
        monthDays = []
        yearDays = []
        weekNumbers = []
        weekdays = []
        nthWeekdays = []
        hours = []
        minutes = []
        seconds = []
        fractions = []
        setPositions = []
        hasOrdinals = false
    }

    /// 2000-01-01T00:00, from which rules without a start of their own count.
    public static let epoch = CivilDateTime(seconds: 946_684_800)

    /// Whether occurrences are stepped in hours, minutes or seconds, so that
    /// ``SubdailyPolicy`` applies.
    public var isSubdaily: Bool { frequency >= .hourly }
}

/// The period a rule steps by, the longest first.
public enum Frequency: UInt8, Hashable, Sendable, CaseIterable, Comparable {
    case yearly
    case monthly
    case weekly
    case daily
    case hourly
    case minutely
    case secondly

    /// Orders from the longest period to the shortest.
    public static func < (left: Frequency, right: Frequency) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A weekday counted within a month or a year: 1 is the first, -1 the last.
public struct NthWeekday: Hashable, Sendable, Comparable {
    /// ±1…5 within a month, ±1…53 within a year.
    public var place: Int
    /// The day of the week.
    public var weekday: Weekday

    /// The `place`-th such weekday.
    public init(_ place: Int, _ weekday: Weekday) {
        self.place = place
        self.weekday = weekday
    }

    /// Orders by place, then by weekday.
    public static func < (left: NthWeekday, right: NthWeekday) -> Bool {
        (left.place, left.weekday) < (right.place, right.weekday)
    }
}

/// Some years: `first`, `first + step`, … up to `last`.
public struct YearSpan: Hashable, Sendable {
    /// The first year.
    public var first: Int
    /// The last year there may be.
    public var last: Int
    /// Years from one to the next, at least 1.
    public var step: Int

    /// The years from `first` up to `last`, every `step`.
    public init(_ first: Int, through last: Int, every step: Int = 1) {
        self.first = first
        self.last = last
        self.step = max(1, step)
    }
}

/// Some points of a minute in microseconds: `first`, `first + step`, … up to `last`.
public struct FractionSpan: Hashable, Sendable {
    /// The first point, 0…59,999,999.
    public var first: Int32
    /// The last point there may be.
    public var last: Int32
    /// Microseconds from one to the next, at least 1.
    public var step: Int32

    /// The points from `first` up to `last`, every `step`.
    public init(_ first: Int32, through last: Int32, every step: Int32 = 1) {
        self.first = first
        self.last = last
        self.step = max(1, step)
    }
}
