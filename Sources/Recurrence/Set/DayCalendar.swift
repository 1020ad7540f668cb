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
/// moves; the time of day stays.
public struct DayCalendar: Hashable, Sendable {
    /// Days on which nothing happens, ascending and apart.
    public private(set) var exceptions: [ClosedRange<CivilDate>]
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
    ///   - holidays: Holidays in any order.
    ///   - onHoliday: What becomes of occurrences on holidays.
    ///   - onWeekend: What becomes of occurrences on weekends.
    ///   - weekend: The days that make a weekend, Monday is 0.
    public init(
        except exceptions: [ClosedRange<CivilDate>] = [], holidays: [CivilDate] = [],
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
        self.exceptions = joined
        self.holidays = Set(holidays).sorted()
        self.onHoliday = onHoliday
        self.onWeekend = onWeekend
        self.weekend = weekend
    }

    /// Whether the day is a holiday.
    func isHoliday(_ day: Int) -> Bool {
        let rank = holidays.firstPlace { Int($0.dayNumber) >= day }
        return rank < holidays.count && Int(holidays[rank].dayNumber) == day
    }

    /// Whether the day is an exception.
    func isException(_ day: Int) -> Bool {
        let rank = exceptions.firstPlace { Int($0.upperBound.dayNumber) >= day }
        return rank < exceptions.count && Int(exceptions[rank].lowerBound.dayNumber) <= day
    }

    /// Whether an occurrence of that nominal day does not happen.
    func isLeftOut(day: Int) -> Bool {
        if isException(day) { return true }
        if onHoliday == .skip, isHoliday(day) { return true }
        return onWeekend == .skip && weekend.contains(weekdayOf(day))
    }

    /// The day to which an occurrence of that nominal day goes, or nil where there is
    /// no other day within a year.
    func moved(_ day: Int) -> Int? {
        let move: DayMove =
            isHoliday(day) && onHoliday != .keep ? onHoliday : weekend.contains(weekdayOf(day)) ? onWeekend : .keep
        guard move == .before || move == .after else { return day }
        let step = move == .before ? -1 : 1
        var target = day + step
        for _ in 0..<DayCalendar.farthestMove {
            if isFree(target) { return target }
            target += step
        }
        return nil
    }

    /// Whether an occurrence may be moved to the day: it is no exception, no holiday
    /// unless those are kept, and no weekend unless those are.
    private func isFree(_ day: Int) -> Bool {
        !isException(day) && !(onHoliday != .keep && isHoliday(day))
            && !(onWeekend != .keep && weekend.contains(weekdayOf(day)))
    }

    /// The most days an occurrence may move.
    static let farthestMove = 366

    /// Whether anything moves at all.
    var moves: Bool { [.before, .after].contains(onHoliday) || [.before, .after].contains(onWeekend) }
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
