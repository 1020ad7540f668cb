import CivilTime

/// A rule compiled for seeking: bit sets over months, days and clock, and arithmetic
/// for the interval. Wall times here are whole seconds since 1970-01-01T00:00.
///
/// Ordinary rules need nothing else; what is rare is kept in ``Rare``, and what is
/// worked out for rules that seldom meet their parts in ``Known``.
struct Pattern: Hashable, Sendable {
    /// How the search walks through time.
    enum Walk: UInt8, Sendable {
        case yearly, monthly, weekly, daily
        /// Positions in the sets of years, months or weeks.
        case positions
        /// Steps of a fixed length in seconds that do not fit into a day's clock.
        case steps
        /// No day or no time can match.
        case never
    }

    /// The parts that choose days.
    struct Parts: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let monthDays = Parts(rawValue: 1)
        static let weekdays = Parts(rawValue: 2)
        static let nthWeekdays = Parts(rawValue: 4)
        static let yearDays = Parts(rawValue: 8)
        static let weekNumbers = Parts(rawValue: 16)
        static let nthInYear = Parts(rawValue: 32)
        /// The months are not all twelve.
        static let months = Parts(rawValue: 64)
        /// Whole year types can be passed over, or the years are a given set.
        static let years = Parts(rawValue: 128)
    }

    struct Marks: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let clamp = Marks(rawValue: 1)
        static let forward = Marks(rawValue: 2)
        static let ordinals = Marks(rawValue: 4)
        static let subdaily = Marks(rawValue: 8)
        static let fractions = Marks(rawValue: 16)
        static let listedTimes = Marks(rawValue: 32)
        static let elapsed = Marks(rawValue: 64)
        /// The clock's parts leave every second of the day in.
        static let anyTime = Marks(rawValue: 128)
    }

    /// DTSTART.
    var anchor: Int
    /// The earliest wall time of an occurrence.
    var earliest: Int
    /// UNTIL in microseconds, `Int64.max` for none.
    var until: Int64
    /// COUNT, 0 for none.
    var count: Int32
    var interval: Int32
    /// The first and the last time of a day that matches, in seconds.
    var firstTime: Int32
    var lastTime: Int32
    var minutes: UInt64
    var seconds: UInt64
    /// Bit `7 * (n - 1) + weekday` for the n-th weekday from the month's start.
    var nthFromStart: UInt64
    /// Bit `7 * (5 - n) + weekday` for the n-th weekday from the month's end, so that
    /// later days have higher bits.
    var nthFromEnd: UInt64
    var hours: UInt32
    /// Bit `d - 1` for day d.
    var monthDays: UInt32
    /// Bit `31 - n` for the n-th day from the end.
    var monthDaysFromEnd: UInt32
    /// Bit `m - 1`: the months that have a matching day in some year.
    var months: UInt16
    /// Bit `2 * weekday of 1 January + (leap ? 1 : 0)`: the years that have one.
    var yearTypes: UInt16
    /// The last year that is searched.
    var lastYear: Int16
    var weekdays: UInt8
    var weekStart: UInt8
    var frequency: Frequency
    var walk: Walk
    var meeting: Meeting
    /// Four bits a weekday: steps of the interval to the next weekday that matches. Of rules that step by months
    /// the kinds of months that have a matching day, see ``monthKinds``.
    var weekdayJumps: UInt32
    var parts: Parts
    var marks: Marks
    /// For ``Walk/steps``: how many seconds from each step on are members, if they match: an hour, a minute or one.
    var window: Int16
    var rare: Rare?
    var known: Known?

    /// The last day that is searched: 9999-12-31.
    static let lastDay = 2_932_896
    static let lastYear = 9999
}
