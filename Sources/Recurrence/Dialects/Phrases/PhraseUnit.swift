/// What a phrase counts in.
enum PhraseUnit: Int, Hashable, Sendable {
    case second, minute, hour, day, week, month, year

    /// Whether it is an exact duration rather than a stretch of the calendar.
    var isElapsed: Bool { rawValue < PhraseUnit.day.rawValue }

    /// The most of it that an interval may have: about a century, so that no sum overflows.
    var limit: Int {
        switch self {
        case .second, .minute, .hour: 1_000_000
        case .day: 36_525
        case .week: 5_200
        case .month: 1_200
        case .year: 100
        }
    }

    var name: String {
        switch self {
        case .second: "second"
        case .minute: "minute"
        case .hour: "hour"
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .year: "year"
        }
    }
}

/// A day that is found by counting inside a month or a year.
enum PhraseDay: Hashable, Sendable {
    /// The n-th day; negative counts from the end.
    case day(Int)
    /// The n-th of one weekday; negative counts from the end.
    case weekday(Int, Int)
    /// The n-th day of those from Monday to Friday; negative counts from the end.
    case workday(Int)
    /// The n-th Saturday or Sunday; negative counts from the end.
    case weekendDay(Int)

    /// Sorts by kind, then from the start to the end of the period.
    var order: (Int, Int, Int) {
        func place(_ n: Int) -> Int { n > 0 ? n : 1_000 + n }
        return switch self {
        case .day(let n): (n > 0 ? 0 : 1, place(n), 0)
        case .weekday(let n, let day): (2, place(n), day)
        case .workday(let n): (3, place(n), 0)
        case .weekendDay(let n): (4, place(n), 0)
        }
    }
}

/// A day of a month, every year.
struct PhraseDate: Hashable, Comparable, Sendable {
    let month: Int
    let day: Int

    static func < (a: PhraseDate, b: PhraseDate) -> Bool { (a.month, a.day) < (b.month, b.day) }
}

/// The stretch of a day in which minutes or hours repeat, in seconds of the day, both ends included.
struct PhraseWindow: Hashable, Sendable {
    let first: Int
    let last: Int
}
