public import CivilTime

/// What becomes of an occurrence that falls on a holiday or on a weekend.
public enum DayMove: String, Hashable, Sendable, CaseIterable {
    /// It stays.
    case keep
    /// It is left out.
    case skip
    /// It moves to the last day before that is neither.
    case before
    /// It moves to the first day after that is neither.
    case after
}

/// Whole days that change a recurrence: days left out, holidays and weekends.
///
/// An occurrence is looked at by its nominal local date, and keeps its key when it
/// moves; the time of day stays. What is left out by any of them does not move.
/// Where it goes is decided by the day it falls on, a holiday before a weekend; then
/// it goes on in that one direction to the first day that is neither left out nor a
/// holiday or weekend that something is to become of, at most ``farthestMove`` days.
public struct DayCalendar: Hashable, Sendable {
    /// Days on which nothing happens, ascending and apart.
    public private(set) var exceptions: [ClosedRange<CivilDate>]
    /// Recurrences on whose local dates nothing happens.
    public let others: [Recurrence]
    /// Holidays, ascending.
    public private(set) var holidays: [CivilDate]
    /// What becomes of occurrences on holidays.
    public let onHoliday: DayMove
    /// What becomes of occurrences on weekends.
    public let onWeekend: DayMove
    /// The days that make a weekend, Monday is 0.
    public let weekend: NumberSet

    /// A calendar of days.
    ///
    /// - Parameters:
    ///   - exceptions: Dates and ranges that are left out, whatever else holds.
    ///   - others: Recurrences whose dates are left out, each read in the zone in which
    ///     the occurrences are asked for. They are by the day: none in elapsed time.
    ///   - holidays: Holidays in any order; an ascending list is shared, not copied.
    ///   - onHoliday: What becomes of occurrences on holidays.
    ///   - onWeekend: What becomes of occurrences on weekends.
    ///   - weekend: The days that make a weekend, Monday is 0.
    public init(
        except exceptions: [ClosedRange<CivilDate>] = [], others: [Recurrence] = [], holidays: [CivilDate] = [],
        onHoliday: DayMove = .keep, onWeekend: DayMove = .keep, weekend: NumberSet = [5, 6]
    ) {
        var joined: [ClosedRange<CivilDate>] = []
        for range in exceptions.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        let isAscending = zip(holidays, holidays.dropFirst()).allSatisfy { $0 < $1 }
        self.exceptions = joined
        self.others = others
        self.holidays = isAscending ? holidays : Set(holidays).sorted()
        self.onHoliday = onHoliday
        self.onWeekend = onWeekend
        self.weekend = weekend
    }

    /// The same with further days left out.
    public func leavingOut(_ ranges: [ClosedRange<CivilDate>]) -> DayCalendar {
        DayCalendar(
            except: exceptions + ranges, others: others, holidays: holidays, onHoliday: onHoliday, onWeekend: onWeekend,
            weekend: weekend)
    }

    /// Whether the day is a holiday.
    func isHoliday(_ day: Int) -> Bool {
        let rank = holidays.firstPlace { Int($0.dayNumber) >= day }
        return rank < holidays.count && Int(holidays[rank].dayNumber) == day
    }

    /// The days around one that are left out with it, or nil where an occurrence of that
    /// nominal day happens.
    func leftOut(around day: Int, in zone: Zone) -> ClosedRange<Int>? {
        let rank = exceptions.firstPlace { Int($0.upperBound.dayNumber) >= day }
        if rank < exceptions.count, Int(exceptions[rank].lowerBound.dayNumber) <= day {
            return Int(exceptions[rank].lowerBound.dayNumber)...Int(exceptions[rank].upperBound.dayNumber)
        }
        let isLeftOut =
            onWeekend == .skip && weekend.contains(weekdayOf(day)) || onHoliday == .skip && isHoliday(day)
            || others.contains { $0.happens(onDay: day, in: zone) }
        return isLeftOut ? day...day : nil
    }

    /// The day to which an occurrence of that nominal day goes, or nil where there is
    /// no other day within a year.
    func moved(_ day: Int, in zone: Zone) -> Int? {
        let move: DayMove =
            onHoliday != .keep && isHoliday(day)
            ? onHoliday : weekend.contains(weekdayOf(day)) ? onWeekend : .keep
        guard move == .before || move == .after else { return day }
        let step = move == .before ? -1 : 1
        var target = day + step
        for _ in 0..<DayCalendar.farthestMove {
            if isFree(target, in: zone) { return target }
            target += step
        }
        return nil
    }

    /// Whether an occurrence may be moved to the day: it is not left out, no holiday
    /// unless those are kept, and no weekend unless those are.
    private func isFree(_ day: Int, in zone: Zone) -> Bool {
        !(onWeekend != .keep && weekend.contains(weekdayOf(day))) && !(onHoliday != .keep && isHoliday(day))
            && leftOut(around: day, in: zone) == nil
    }

    /// The most days an occurrence may move.
    public static let farthestMove = 366

    /// Whether anything moves at all.
    var moves: Bool { [.before, .after].contains(onHoliday) || [.before, .after].contains(onWeekend) }

    /// The last day before one that an occurrence could move to, and at least a day
    /// before it for changes of the clock. What comes on that day or later cannot have
    /// moved there from before it.
    func freeDay(before day: Int, in zone: Zone) -> Int { freeDay(from: day - 2, by: -1, in: zone) }

    /// The first day after one that an occurrence could move to, likewise.
    func freeDay(after day: Int, in zone: Zone) -> Int { freeDay(from: day + 2, by: 1, in: zone) }

    private func freeDay(from start: Int, by step: Int, in zone: Zone) -> Int {
        for distance in 0...DayCalendar.farthestMove where isFree(start + distance * step, in: zone) {
            return start + distance * step
        }
        return start + DayCalendar.farthestMove * step
    }
}

extension Recurrence {
    /// Whether an occurrence comes on a local date of the zone.
    func happens(onDay day: Int, in zone: Zone) -> Bool {
        let midnight = Int64(day) * Int64(daySeconds) * 1_000_000
        // A clock change near midnight shifts it by hours at most; what comes the day before is passed over.
        let start = zone.instant(of: CivilDateTime(microseconds: midnight)).microseconds - 3 * 3_600_000_000
        var after = Timestamp(microseconds: start)
        while let found = next(after: after, in: zone) {
            let date = Int(zone.local(at: found.instant).date.dayNumber)
            if date >= day { return date == day }
            after = found.instant
        }
        return false
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place at which the predicate holds, which holds from there on.
    func firstPlace(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
