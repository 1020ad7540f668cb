public import CivilTime

/// When a person is left alone: spans [start, end) of their own local time, daily or on one day of the week.
///
/// Spans that touch or overlap are one: quiet ends when the last of them does.
public struct QuietHours: Hashable, Sendable {
    /// One span as the schedule writes it.
    public struct Span: Hashable, Sendable {
        /// The days on which it begins, 0 is Monday; never empty.
        public var weekdays: [Int]
        /// Minutes after midnight, 0 to 1439.
        public var start: Int
        /// Minutes after midnight, 1 to 1440; not after ``start`` means on the following day.
        public var end: Int

        public init(weekdays: [Int] = Array(0..<7), start: Int, end: Int) {
            self.weekdays = weekdays
            self.start = start
            self.end = end
        }
    }

    public let spans: [Span]
    /// Minutes of a week that begins on Monday, ascending and apart; the last may reach into the next week.
    private let stretches: [Range<Int>]

    private static let day = 1_440
    private static let week = 7 * day

    public init(_ spans: [Span]) {
        self.spans = spans
        stretches = Self.merged(spans)
    }

    /// Whether nothing is left of the week.
    public var coverEverything: Bool { stretches.contains { $0.count >= Self.week } }

    /// When the quiet around `instant` ends in `zone`; nil where it is not quiet.
    ///
    /// Local times that a clock change skips or repeats are read as everywhere: a gap with the offset before it, the
    /// first pass of a fold. What ends in the first pass has ended in the second.
    public func end(around instant: Timestamp, in zone: Zone) -> Timestamp? {
        guard let (stretch, monday) = stretch(around: instant, in: zone) else { return nil }
        let end = zone.instant(of: local(stretch.upperBound, from: monday))
        return end > instant ? end : nil
    }

    /// When the quiet around `instant` began; nil where it is not quiet.
    public func start(around instant: Timestamp, in zone: Zone) -> Timestamp? {
        guard end(around: instant, in: zone) != nil, let (stretch, monday) = stretch(around: instant, in: zone)
        else { return nil }
        return Swift.min(zone.instant(of: local(stretch.lowerBound, from: monday)), instant)
    }

    /// When the quiet around `instant` ends, or the next one; nil where there is none.
    public func nextEnd(after instant: Timestamp, in zone: Zone) -> Timestamp? {
        if let end = end(around: instant, in: zone) { return end }
        guard !coverEverything else { return nil }
        let today = zone.local(at: instant).date
        let monday = today.adding(days: -today.weekday.rawValue)
        return [monday, monday.adding(days: 7)].lazy.flatMap { monday in
            stretches.map { zone.instant(of: local($0.upperBound, from: monday)) }
        }.first { $0 > instant }
    }

    /// The stretch that holds `instant`, and the Monday it counts from.
    private func stretch(around instant: Timestamp, in zone: Zone) -> (Range<Int>, CivilDate)? {
        guard !stretches.isEmpty, !coverEverything else { return nil }
        let now = zone.local(at: instant)
        let weekday = now.date.weekday.rawValue
        let minute = weekday * Self.day + Int(now.time.microseconds / 60_000_000)
        let monday = now.date.adding(days: -weekday)
        if let here = stretches.first(where: { $0.contains(minute) }) { return (here, monday) }
        // The week before may reach into this one.
        if let before = stretches.last, before.contains(minute + Self.week) { return (before, monday.adding(days: -7)) }
        return nil
    }

    private func local(_ minute: Int, from monday: CivilDate) -> CivilDateTime {
        CivilDateTime(
            microseconds: Int64(monday.dayNumber) * 86_400_000_000 + Int64(minute) * 60_000_000)
    }

    private static func merged(_ spans: [Span]) -> [Range<Int>] {
        let single = spans.flatMap { span in
            span.weekdays.map { weekday in
                let start = weekday * day + span.start
                return start..<(start + (span.end > span.start ? span.end - span.start : span.end + day - span.start))
            }
        }.sorted { $0.lowerBound < $1.lowerBound }
        var merged: [Range<Int>] = []
        for range in single {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        // Sunday night goes on into Monday.
        while merged.count > 1, let last = merged.last, let first = merged.first,
            first.lowerBound + week <= last.upperBound
        {
            merged.removeFirst()
            let end = Swift.max(last.upperBound, first.upperBound + week)
            merged[merged.count - 1] = last.lowerBound..<end
        }
        return merged
    }
}
