public import CivilTime
public import Recurrence

/// A season's id as written in the schedule: `apart` in `[season.apart]`.
public struct SeasonID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// A while in which some rituals come at other times, or not at all: being apart, taking space, an exam.
///
/// It holds by its own dates, and can be switched on and off by hand.
public struct Season: Sendable {
    public enum Change: Sendable {
        /// It does not come.
        case rests
        /// It comes like this instead, whether or not it comes otherwise.
        case comes(Recurrence)
    }

    public var id: SeasonID
    public var title: String?
    /// When it holds by itself, in order and apart.
    public var days: [ClosedRange<CivilDate>]
    public var changes: [RitualID: Change]

    public init(id: SeasonID, title: String? = nil, days: [ClosedRange<CivilDate>] = [], changes: [RitualID: Change]) {
        self.id = id
        self.title = title
        self.days = days
        self.changes = changes
    }
}

/// A season that somebody switched on or off.
public struct SeasonSwitch: Hashable, Sendable {
    public var season: SeasonID
    public var isOn: Bool
    /// The local date of the schedule from which it holds, or does not.
    public var from: CivilDate
    /// The last day on which it holds; nil is until it is switched off.
    public var until: CivilDate?
    public var at: Timestamp

    public init(season: SeasonID, isOn: Bool, from: CivilDate, until: CivilDate? = nil, at: Timestamp) {
        self.season = season
        self.isOn = isOn
        self.from = from
        self.until = until
        self.at = at
    }
}

extension Season {
    /// When it holds: its own dates, and what was switched by hand, the last word last.
    ///
    /// Switched off, it ends with the day before, and what it would have held on from there in one stretch; dates of its
    /// own that lie apart from that come as ever.
    public func days(_ switches: [SeasonSwitch]) -> [ClosedRange<CivilDate>] {
        switches.filter { $0.season == id }.reduce(days) { days, change in
            if change.isOn {
                return days.adding(change.from...Swift.max(change.from, change.until ?? .farthest))
            }
            guard let running = days.first(where: { $0.contains(change.from) }) else { return days }
            return days.removing(change.from...running.upperBound)
        }
    }
}

extension [ClosedRange<CivilDate>] {
    /// The union with a range; ascending and apart, also where two only touch.
    func adding(_ range: ClosedRange<CivilDate>) -> Self {
        var joined: Self = []
        for next in (self + [range]).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, next.lowerBound <= last.upperBound.adding(days: 1) {
                joined[joined.count - 1] = last.lowerBound...Swift.max(last.upperBound, next.upperBound)
            } else {
                joined.append(next)
            }
        }
        return joined
    }

    /// What is left without a range.
    func removing(_ range: ClosedRange<CivilDate>) -> Self {
        flatMap { own -> Self in
            guard own.overlaps(range) else { return [own] }
            var rest: Self = []
            if own.lowerBound < range.lowerBound { rest.append(own.lowerBound...range.lowerBound.adding(days: -1)) }
            if own.upperBound > range.upperBound { rest.append(range.upperBound.adding(days: 1)...own.upperBound) }
            return rest
        }
    }
}

extension CivilDate {
    /// 31 December 9999, the last day that anything is looked for.
    public static let farthest = CivilDate(dayNumber: 2_932_896)
}
