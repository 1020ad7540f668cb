import CivilTime

/// A change of a zone's clock as a VTIMEZONE tells it: when, on the clock before it, and from what to what.
struct ZoneStep: Hashable {
    struct Kind: Hashable {
        var from: Int32
        var to: Int32
        var name: String
        var isDaylight: Bool
    }

    var kind: Kind
    /// The time on the clock that was in force until then (RFC 5545 §3.6.5).
    var local: CivilDateTime

    init(_ transition: Transition) {
        let (before, after) = (transition.before, transition.after)
        // Where winter is called daylight saving time, with the smaller offset, as in Dublin, many a reader of
        // calendars is led astray: the larger of the two is called so here.
        let isAhead = after.seconds > before.seconds
        let isDaylight =
            after.isDaylight == before.isDaylight ? after.isDaylight && after.seconds >= before.seconds : isAhead
        kind = Kind(from: before.seconds, to: after.seconds, name: after.abbreviation, isDaylight: isDaylight)
        local = CivilDateTime(seconds: transition.at.seconds + Int64(before.seconds))
    }
}

/// A change that comes every year: on a fixed day, or on one weekday within some days of a month.
struct YearlyStep: Equatable {
    var kind: ZoneStep.Kind
    var month: Int
    var days: ClosedRange<Int>
    /// Nil for a fixed day.
    var weekday: Weekday?
    var time: TimeOfDay

    /// What the steps of one kind in the 400 years of a calendar's cycle have in common; nil where that is not one a year.
    init?(_ steps: [ZoneStep], in years: Range<Int>) {
        guard steps.count == years.count, let first = steps.first else { return nil }
        let dates = steps.map(\.local.date)
        let found = dates.map(\.day)
        guard Set(dates.map(\.year)).count == years.count, dates.allSatisfy({ $0.month == first.local.date.month }),
            steps.allSatisfy({ $0.local.time == first.local.time }), let least = found.min(), let most = found.max()
        else { return nil }
        (kind, month, days, time) = (first.kind, first.local.date.month, least...most, first.local.time)
        guard least < most else { return }
        let weekday = dates[0].weekday
        let isLastOfFebruary = month == 2 && least == 22 && most == 29
        guard most - least == 6 || isLastOfFebruary, dates.allSatisfy({ $0.weekday == weekday }) else { return nil }
        self.weekday = weekday
    }

    /// The year's change, on the clock before it.
    func local(in year: Int) -> CivilDateTime? {
        let last = min(days.upperBound, CivilDate.days(inMonth: month, year: year))
        let dates = days.reversed().filter { $0 <= last }.compactMap { CivilDate(year: year, month: month, day: $0) }
        return dates.first { weekday == nil || $0.weekday == weekday }.map { CivilDateTime($0, time) }
    }

    /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
    var rule: String {
        let start = "FREQ=YEARLY;BYMONTH=\(month)"
        guard let weekday else { return "\(start);BYMONTHDAY=\(days.lowerBound)" }
        let name = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.rawValue]
        if days.upperBound >= CivilDate.days(inMonth: month, year: 2001) { return "\(start);BYDAY=-1\(name)" }
        if days.lowerBound % 7 == 1 { return "\(start);BYDAY=\(days.lowerBound / 7 + 1)\(name)" }
        return "\(start);BYMONTHDAY=\(days.map(String.init).joined(separator: ","));BYDAY=\(name)"
    }
}
