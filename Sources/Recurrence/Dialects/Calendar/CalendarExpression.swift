/// A calendar expression as systemd.time(7) has it: `Mon..Fri *-*-1/2 09:00`.
///
/// It is read as systemd 252 reads it, with these differences: years do not end at
/// 2199, a value at which a new hour or minute begins is never passed over, each part
/// of a list after `~` goes to 28, and abbreviations of the local zone are not zones.
public struct CalendarExpression: Hashable, Sendable {
    var weekdays: WeekdayMask = []
    var years: CalendarChain = []
    var months: CalendarChain = []
    var days: CalendarChain = []
    var isFromMonthEnd = false
    var hours: CalendarChain = []
    var minutes: CalendarChain = []
    /// In microseconds.
    var seconds: CalendarChain = []

    /// The zone that the expression names at its end; nil where it leaves that to others.
    public internal(set) var zone: String?

    /// The most bytes an expression may have.
    public static let limit = 1_000

    /// Reads a calendar expression.
    ///
    /// - Parameters:
    ///   - text: The expression, of at most ``limit`` bytes.
    ///   - isZone: Whether there is a time zone of this name. By default every
    ///     name that is written like one passes, and finding the zone is up to the caller.
    /// - Throws: ``DialectError`` for the first part that cannot be read.
    public init(_ text: String, isZone: (String) -> Bool = { _ in true }) throws(DialectError) {
        self = try CalendarReader.read(text, isZone: isZone)
    }

    init() {}
}

/// The values of one part; empty for all of them (`*`).
typealias CalendarChain = [CalendarSpan]

/// `start`, or `start..stop`, or `start/step`, or `start..stop/step`.
struct CalendarSpan: Hashable, Sendable, Comparable {
    var start: Int
    var stop: Int?
    /// 0 for the one value `start`.
    var step: Int

    /// Every whole second.
    static let everySecond = CalendarSpan(start: 0, stop: nil, step: 1_000_000)

    static func < (a: CalendarSpan, b: CalendarSpan) -> Bool {
        (a.start, a.stop ?? -1, a.step) < (b.start, b.stop ?? -1, b.step)
    }

    /// The span with a stop that a step really reaches, and without a step that is never taken.
    var settled: CalendarSpan {
        var span = self
        if let stop = span.stop, stop > start, step > 0 { span.stop = stop - (stop - start) % step }
        if span.stop == start {
            span.stop = nil
            span.step = 0
        }
        return span
    }

    /// The values from the start to the stop, or to `limit` where there is no stop.
    func values(through limit: Int) -> StrideThrough<Int> {
        stride(from: start, through: step == 0 ? start : stop ?? limit, by: max(1, step))
    }
}
