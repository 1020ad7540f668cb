/// A rule in plain English: `Sunday at 19:00`, `last Friday of the month`, `15 minutes`.
///
/// The grammar, in which words may be written in any case, `every` and `the` may be
/// put in or left out, and weekdays and months may be cut to three letters:
///
/// ```
/// phrase   = ["on"] [every] what [[","] times] | times [","] ["on"] [every] what
/// what     = interval ["on" days] | days | minutes ["between" time "and" time ["on" weekdays]]
/// interval = [N | "other" | Nth] ("day" | "week" | "month" | "year")
///          | "daily" | "weekly" | "fortnightly" | "monthly" | "yearly"
/// minutes  = [N] ("seconds" | "minutes" | "hours") | "hourly"
/// days     = weekdays | counted | dates
/// weekdays = (weekday ["to" weekday] | "weekday" | "weekend day" | "weekends") {"and" …}
/// counted  = (Nth weekday | Nth "day" | Nth "weekday" | Nth "weekend day" | "day" N) {"and" …}
///            "of" ("the month" | "the year" | "the quarter" | month {"and" month})
/// dates    = (month N | N month) {"and" …}
/// times    = ["at"] time {"and" ["at"] time}
/// time     = 19:00 | 7pm | 7:30 pm | noon | midnight
/// ```
///
/// `Nth` is `first`, `2nd`, `last`, `second-to-last`; `and` may be a comma; a comma
/// between the days and the times that follow them needs the `at`. `midnight`
/// is 00:00, where the day begins. A phrase with `between` means the same clock times
/// every day, counted from the first; one without counts exact time.
public struct Phrase: Hashable, Sendable {
    var interval = 1
    var unit: PhraseUnit
    var weekdays: WeekdayMask = []
    var days: [PhraseDay] = []
    var months: [Int] = []
    var dates: [PhraseDate] = []
    var times: [Int] = []
    var window: PhraseWindow?

    /// The most bytes a phrase may have.
    public static let limit = 500

    /// Reads a phrase.
    ///
    /// - Throws: ``DialectError`` for the first word that cannot be read.
    public init(_ text: String) throws(DialectError) {
        self = try PhraseParser.read(text)
    }

    init(_ unit: PhraseUnit, every interval: Int = 1) {
        self.unit = unit
        self.interval = interval
    }

    /// Whether the phrase says at what time of day: it has an `at`, or it counts minutes or hours.
    /// Where it does not, the time comes from elsewhere.
    public var namesTime: Bool { !times.isEmpty || window != nil || unit.isElapsed }

    /// Whether the phrase counts more than one day, week, month or year, so that it needs
    /// a date to count from.
    public var needsStarting: Bool { !unit.isElapsed && interval > 1 }

    /// Whether nothing says which day of the week, month or year, so that a date must.
    public var needsDay: Bool {
        switch unit {
        case .week: weekdays.isEmpty
        case .month: days.isEmpty
        case .year: days.isEmpty && dates.isEmpty
        case .second, .minute, .hour, .day: false
        }
    }

    /// Whether the phrase counts exact minutes or hours rather than local times of day.
    public var isElapsed: Bool { unit.isElapsed && window == nil }
}
