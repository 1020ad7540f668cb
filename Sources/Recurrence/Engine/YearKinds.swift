import CivilTime

/// Kinds of years, of which all of one kind have the same days: by the weekday of 1 January, and by whether the year
/// or the one before has a leap day.
enum YearKinds {
    static let count = 21

    @inline(__always)
    static func kind(of year: Int, newYear: Int) -> Int {
        let weekday = weekdayOf(newYear)
        if CivilDate.isLeapYear(year) { return weekday }
        return CivilDate.isLeapYear(year - 1) ? weekday + 7 : weekday + 14
    }

    /// Whether a pattern's years are told apart by their kinds. Of the first days of a year's week 1 that lie in the
    /// year before, only the year after that says whether they are in the 52nd or the 53rd from the end.
    static func tellApart(_ pattern: Pattern) -> Bool {
        guard pattern.parts.contains(.weekNumbers), let rare = pattern.rare else { return true }
        return rare.weekNumbersFromEnd >> 52 & 1 == rare.weekNumbersFromEnd >> 53 & 1
    }

    /// Calls `body` with each kind, a year of it, and that year's first day.
    static func forEachKind(_ body: (Int, Int, Int) -> Void) {
        var seen: UInt32 = 0
        // 28 years in a row show all there are.
        for year in 2001...2028 {
            let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
            let kind = kind(of: year, newYear: newYear)
            guard seen >> UInt32(kind) & 1 == 0 else { continue }
            seen |= 1 << UInt32(kind)
            body(kind, year, newYear)
        }
    }
}

extension Pattern {
    /// For each kind of year the months that have a matching day, as in ``months``; nil where all of them do that may.
    func knownMonths() -> Known? {
        let rareParts: Parts = [.yearDays, .weekNumbers, .nthInYear]
        let isMixed = parts.contains(.monthDays) && !parts.isDisjoint(with: [.weekdays, .nthWeekdays])
        guard isMixed || !parts.isDisjoint(with: rareParts), YearKinds.tellApart(self),
            roomForKnown > 1 + (YearKinds.count + 3) / 4
        else { return nil }
        var draft = Known.Draft()
        draft.days = [Int16](repeating: 0, count: YearKinds.count)
        YearKinds.forEachKind { kind, year, _ in
            var live: Int16 = 0
            forEachMonth(of: year) { first, days in
                guard days != 0 else { return }
                live |= 1 << Int16(CivilDate(dayNumber: Int32(truncatingIfNeeded: first)).month - 1)
            }
            draft.days[kind] = live
        }
        return draft.days.contains { $0 != Int16(months) } ? Known(draft) : nil
    }

    /// The months of a year that may match, as in ``months``; none where the year does not.
    @inline(__always)
    func liveMonths(of year: Int) -> UInt16 {
        if meeting == .kinds, let known {
            let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
            if let rare, rare.hasYears, !rare.hasYear(year) { return 0 }
            return known.withDays { UInt16(bitPattern: $0[YearKinds.kind(of: year, newYear: newYear)]) }
        }
        guard parts.contains(.years) else { return months }
        return mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1)) ? months : 0
    }

    // MARK: - Kinds of months

    /// For rules that step by months: bit `7 * (days - 28) + weekday of the first` for each kind of month that has a
    /// matching day, or one of the positions.
    var monthKinds: UInt32 { weekdayJumps }

    /// All kinds of months.
    static let allMonthKinds: UInt32 = 1 << 28 - 1

    @inline(__always)
    func hasKindOfMonth(first: Int, length: Int) -> Bool {
        monthKinds == Pattern.allMonthKinds
            || monthKinds &>> UInt32(truncatingIfNeeded: (length - 28) * 7 + weekdayOf(first)) & 1 == 1
    }

    /// The months of which some kind may match, as in ``months``.
    var monthsWithKinds: UInt16 {
        guard monthKinds != Pattern.allMonthKinds else { return months }
        var live = months
        // February has 28 days or 29, April, June, September and November have 30.
        if monthKinds & 0x3FFF == 0 { live &= ~0x002 }
        if monthKinds & 0x7F << 14 == 0 { live &= ~0x528 }
        if monthKinds & 0x7F << 21 == 0 { live &= ~0xAD5 }
        return live
    }

    mutating func findMonthKinds() {
        weekdayJumps = Pattern.allMonthKinds
        guard parts.isDisjoint(with: [.yearDays, .weekNumbers, .nthInYear]) else { return }
        let least = rare?.setPositions.map { abs(Int($0)) }.min() ?? 1
        var kinds: UInt32 = 0
        for length in 28...31 {
            for weekday in 0..<7 {
                // 1970-01-05 was a Monday.
                let days = days(year: 1970, first: 4 + weekday, length: length).nonzeroBitCount
                if days * (walk == .positions ? timesOfDay : 1) >= least {
                    kinds |= 1 << UInt32((length - 28) * 7 + weekday)
                }
            }
        }
        weekdayJumps = kinds
    }
}
