/// What becomes of a day that the target month does not have, such as 31 April
/// or 29 February.
///
/// These are RFC 7529's SKIP values BACKWARD, FORWARD and OMIT.
public enum MonthEnd: String, Hashable, Sendable, CaseIterable {
    /// The month's last day.
    case clamp
    /// The first day of the month after.
    case next
    /// No day at all.
    case skip
}

extension CivilDate {
    /// The date so many days later, earlier for a negative count; held at the ends
    /// of what ``dayNumber`` can say.
    @inlinable
    public func adding(days: Int) -> CivilDate {
        CivilDate(dayNumber: Int32(clamping: clampedSum(Int64(dayNumber), Int64(days))))
    }

    /// The same day of the month so many months later, earlier for a negative count.
    ///
    /// - Parameters:
    ///   - months: How many.
    ///   - monthEnd: What to do where that month has no such day.
    /// - Returns: The date; nil with ``MonthEnd/skip`` where there is no such day, or
    ///   where the year would leave ``years``.
    public func adding(months: Int, _ monthEnd: MonthEnd = .clamp) -> CivilDate? {
        let (year, month, day) = components
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow else { return nil }
        let targetYear = Int(floorDivision(Int64(total), by: 12))
        let targetMonth = Int(floorRemainder(Int64(total), by: 12)) + 1
        guard CivilDate.years.contains(targetYear) else { return nil }
        let length = CivilDate.days(inMonth: targetMonth, year: targetYear)
        guard day > length else { return CivilDate(year: targetYear, month: targetMonth, day: day) }
        switch monthEnd {
        case .clamp: return CivilDate(year: targetYear, month: targetMonth, day: length)
        case .next: return CivilDate(year: targetYear, month: targetMonth, day: length)?.adding(days: 1)
        case .skip: return nil
        }
    }

    /// The same month and day so many years later, by the rules of
    /// ``adding(months:_:)``.
    public func adding(years: Int, _ monthEnd: MonthEnd = .clamp) -> CivilDate? {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? nil : adding(months: months, monthEnd)
    }

    /// Days from `other` to this date, negative where `other` is later.
    @inlinable
    public func days(since other: CivilDate) -> Int {
        Int(dayNumber) - Int(other.dayNumber)
    }
}
