/// A length of time as people say it: months and days by the calendar, hours and
/// shorter by the clock.
///
/// The three parts do not turn into each other, because a month has no fixed number
/// of days and a day no fixed number of hours: 7 days equal 1 week and 12 months
/// equal 1 year, but 24 h are not 1 day.
public struct Span: Hashable, Sendable {
    /// Months, by the calendar; a year has twelve.
    public let months: Int32
    /// Days, by the calendar; a week has seven.
    public let days: Int32
    /// Microseconds that pass, however the clock is set meanwhile.
    public let microseconds: Int64

    /// A span of these parts.
    @inlinable
    public init(months: Int32 = 0, days: Int32 = 0, microseconds: Int64 = 0) {
        self.months = months
        self.days = days
        self.microseconds = microseconds
    }

    /// No time at all.
    public static let zero = Span()

    /// So many years.
    public static func years(_ count: Int32) -> Span { Span(months: Int32(clamping: Int64(count) * 12)) }
    /// So many months.
    public static func months(_ count: Int32) -> Span { Span(months: count) }
    /// So many weeks.
    public static func weeks(_ count: Int32) -> Span { Span(days: Int32(clamping: Int64(count) * 7)) }
    /// So many days.
    public static func days(_ count: Int32) -> Span { Span(days: count) }
    /// So many hours.
    public static func hours(_ count: Int64) -> Span { Span(microseconds: clampedProduct(count, 3_600_000_000)) }
    /// So many minutes.
    public static func minutes(_ count: Int64) -> Span { Span(microseconds: clampedProduct(count, 60_000_000)) }
    /// So many seconds.
    public static func seconds(_ count: Int64) -> Span { Span(microseconds: clampedProduct(count, 1_000_000)) }

    /// Whether the span has no part.
    @inlinable public var isZero: Bool { months == 0 && days == 0 && microseconds == 0 }
    /// Whether the span has a part that the calendar measures: days or months.
    @inlinable public var isCivil: Bool { months != 0 || days != 0 }

    /// Microseconds the span takes about, a month being a twelfth of 365.2425 days:
    /// for ordering by length, not for reckoning.
    public var approximateMicroseconds: Int64 {
        let civil = Int64(months) * 2_629_746_000_000
        return clampedSum(clampedSum(civil, Int64(days) * microsecondsPerDay), microseconds)
    }

    /// The span backwards.
    public static prefix func - (span: Span) -> Span {
        Span(
            months: Int32(clamping: -Int64(span.months)), days: Int32(clamping: -Int64(span.days)),
            microseconds: clampedProduct(span.microseconds, -1))
    }
}

extension Span: CustomStringConvertible {
    /// The normal form, which ``parse(_:)`` reads as the same span: `1 year`,
    /// `18 months`, `2 weeks`, `10 days`, `1 h 30 min`, `0 s`.
    public var description: String {
        var parts: [String] = []
        func add(_ count: Int64, _ one: String, _ many: String) {
            if count != 0 { parts.append("\(count) \(abs(count) == 1 ? one : many)") }
        }
        if months % 12 == 0 {
            add(Int64(months / 12), "year", "years")
        } else {
            add(Int64(months), "month", "months")
        }
        if days % 7 == 0 {
            add(Int64(days / 7), "week", "weeks")
        } else {
            add(Int64(days), "day", "days")
        }
        add(microseconds / 3_600_000_000, "h", "h")
        add(microseconds / 60_000_000 % 60, "min", "min")
        let seconds = microseconds % 60_000_000
        if seconds % 1_000_000 == 0 {
            add(seconds / 1_000_000, "s", "s")
        } else {
            let whole = "\(seconds < 0 ? "-" : "")\(seconds.magnitude / 1_000_000)"
            parts.append("\(whole)\(fractionText(Int(seconds.magnitude % 1_000_000))) s")
        }
        return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
    }
}
