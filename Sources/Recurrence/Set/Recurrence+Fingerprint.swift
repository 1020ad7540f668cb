import CivilTime

/// A number that tells two recurrences apart, the same in every process.
extension Recurrence {
    /// Differs, all but certainly, between recurrences that differ in when they happen.
    ///
    /// For keeping beside a record, so that an edit is noticed later. FNV-1a over the compiled form; the zone for
    /// which a COUNT was settled plays no part.
    public var fingerprint: UInt64 {
        var hash = FNV()
        hash.add(policies.gap.rawValue, policies.fold.rawValue, policies.subdaily.rawValue)
        hash.add(pattern)
        guard let draft = extras?.draft else { return hash.value }
        for pattern in draft.patterns { hash.add(pattern) }
        for list in [draft.dates, draft.instants, draft.excluded, draft.excludedInstants] {
            hash.add(list.count)
            for value in list { hash.add(Int(value)) }
        }
        if let calendar = draft.calendar { hash.add(calendar) }
        for part in draft.joined { hash.add(part.fingerprint) }
        return hash.value
    }
}

private struct FNV {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ number: some FixedWidthInteger) {
        var rest = UInt64(truncatingIfNeeded: number)
        for _ in 0..<8 {
            value = (value ^ (rest & 0xff)) &* 0x100_0000_01b3
            rest >>= 8
        }
    }

    /// Adds words as one text, with spaces between them.
    mutating func add(_ words: String...) {
        for (place, word) in words.enumerated() {
            if place > 0 { add(byte: 0x20) }
            for byte in word.utf8 { add(byte: byte) }
        }
        add(0)
    }

    private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ calendar: DayCalendar) {
        add(calendar.onHoliday.rawValue, calendar.onWeekend.rawValue)
        for day in calendar.weekend { add(day) }
        add(calendar.exceptions.count)
        for range in calendar.exceptions {
            add(range.lowerBound.dayNumber)
            add(range.upperBound.dayNumber)
        }
        // What is kept plays no part.
        if calendar.onHoliday != .keep {
            add(calendar.holidays.count)
            for day in calendar.holidays { add(day.dayNumber) }
        }
        for other in calendar.others { add(other.fingerprint) }
    }

    mutating func add(_ pattern: Pattern) {
        add(pattern.anchor)
        add(pattern.earliest)
        add(pattern.until)
        add(pattern.count)
        add(pattern.interval)
        add(pattern.firstTime)
        add(pattern.lastTime)
        add(pattern.minutes)
        add(pattern.seconds)
        add(pattern.nthFromStart)
        add(pattern.nthFromEnd)
        add(pattern.hours)
        add(pattern.monthDays)
        add(pattern.monthDaysFromEnd)
        add(pattern.months)
        add(pattern.yearTypes)
        add(pattern.weekdays)
        add(pattern.weekStart)
        add(pattern.frequency.rawValue)
        add(pattern.walk.rawValue)
        add(pattern.parts.rawValue)
        add(pattern.marks.rawValue)
        // What is known follows from the rest and plays no part.
        let hasSteps = pattern.walk == .steps
        guard hasSteps || pattern.rare != nil else { return }
        add(pattern.rare?.draft ?? Pattern.Rare.Draft())
        add(hasSteps ? pattern.stepBase : 0)
        add(hasSteps ? pattern.stepLength : 0)
        add(hasSteps ? pattern.stepWindow : 0)
    }

    private mutating func add(_ rare: Pattern.Rare.Draft) {
        let yearDays = rare.yearDays.allWords
        add(Array(yearDays.prefix(yearDays.count / 2)))
        add(Array(yearDays.suffix(yearDays.count / 2)))
        add(rare.weekNumbers)
        add(rare.weekNumbersFromEnd)
        add(rare.nthInYear.flatMap { [$0.place, $0.weekday.isoNumber] })
        add(rare.years.flatMap { [$0.first, $0.last, $0.step] })
        add(rare.fractions.flatMap { [$0.first, $0.last, $0.step] })
        add(rare.setPositions)
        add(rare.times)
        add(rare.timesOfHour)
    }

    private mutating func add(_ numbers: [some FixedWidthInteger]) {
        add(numbers.count)
        for number in numbers { add(number) }
    }
}
