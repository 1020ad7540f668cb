import CivilTime
import Recurrence
import Testing
import ZoneFiles

/// Days left out and moved, against a literal reading: every nominal day looked at, one after the other.
@Suite struct MovePropertyTests {
    /// A calendar and what it was made of.
    struct Sample {
        var exceptions: Set<CivilDate> = []
        var holidays: Set<CivilDate> = []
        var onHoliday: DayMove
        var onWeekend: DayMove
        var other: Recurrence?
        var otherDays: Set<CivilDate> = []
        var calendar: DayCalendar

        init(_ random: inout SplitMix, _ first: CivilDate, _ zone: Zone) throws {
            func some(_ count: Int) -> [CivilDate] {
                (0..<count).map { _ in first.adding(days: Int.random(in: 0..<900, using: &random)) }
            }
            var ranges: [ClosedRange<CivilDate>] = []
            for start in some(Int.random(in: 0...5, using: &random)) {
                let end = start.adding(days: Int.random(in: 0...12, using: &random))
                ranges.append(start...end)
                for day in 0...end.days(since: start) { exceptions.insert(start.adding(days: day)) }
            }
            for start in some(Int.random(in: 0...30, using: &random)) {
                // Holidays like to come together.
                for day in 0...Int.random(in: 0...3, using: &random) { holidays.insert(start.adding(days: day)) }
            }
            onHoliday = DayMove.allCases.randomElement(using: &random) ?? .keep
            onWeekend = DayMove.allCases.randomElement(using: &random) ?? .keep
            if Bool.random(using: &random) {
                let rule = try Rule(rrule: "FREQ=DAILY;INTERVAL=5", start: CivilDateTime(first, SetTests.nine))
                other = Recurrence(rule)
                for day in stride(from: 0, to: 1600, by: 5) { otherDays.insert(first.adding(days: day)) }
            }
            calendar = DayCalendar(
                except: ranges, others: other.map { [$0] } ?? [], holidays: holidays.sorted(), onHoliday: onHoliday,
                onWeekend: onWeekend)
        }

        func isWeekend(_ day: CivilDate) -> Bool { day.weekday == .saturday || day.weekday == .sunday }

        func isLeftOut(_ day: CivilDate) -> Bool {
            exceptions.contains(day) || otherDays.contains(day) || onHoliday == .skip && holidays.contains(day)
                || onWeekend == .skip && isWeekend(day)
        }

        /// Where a nominal day goes; nil where it is left out.
        func target(_ day: CivilDate) -> CivilDate? {
            if isLeftOut(day) { return nil }
            var move = isWeekend(day) ? onWeekend : .keep
            if holidays.contains(day), onHoliday != .keep { move = onHoliday }
            guard move != .keep else { return day }
            var target = day
            repeat {
                target = target.adding(days: move == .before ? -1 : 1)
            } while isLeftOut(target) || onHoliday != .keep && holidays.contains(target)
                || onWeekend != .keep && isWeekend(target)
            return target
        }
    }

    static let rules = [
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=SA,SU,MO", "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1", "FREQ=DAILY;BYHOUR=9,18",
    ]

    @Test(arguments: Array(UInt64(1)...40))
    func movesAsReadLiterally(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 9_000)
        let zones = ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns"]
        let zone = try SystemZones().zone(named: zones.randomElement(using: &random) ?? "UTC")
        let first = try SetTests.date("2026-01-01")
        let sample = try Sample(&random, first, zone)
        let text = Self.rules.randomElement(using: &random) ?? ""
        let plain = Recurrence(try Rule(rrule: text, start: CivilDateTime(first, SetTests.nine)))
        // At one instant the one that stays, else the earliest.
        var expected: [Timestamp: OccurrenceKey] = [:]
        var own: Set<Timestamp> = []
        for occurrence in plain.occurrences(in: zone).prefix(3_000) {
            guard case .wall(let nominal) = occurrence.key, nominal.date < first.adding(days: 1_400),
                let day = sample.target(nominal.date)
            else { continue }
            let instant = zone.instant(of: CivilDateTime(day, nominal.time))
            let stays = day == nominal.date
            if expected[instant] == nil || stays && !own.contains(instant) { expected[instant] = occurrence.key }
            if stays { own.insert(instant) }
        }
        let comment: Comment = "seed \(seed): \(text) in \(zone), \(sample.onHoliday), \(sample.onWeekend)"
        let moved = plain.observing(sample.calendar)
        let sorted = expected.keys.sorted().prefix { $0 < zone.instant(of: CivilDateTime(first.adding(days: 1_200))) }
        let found = moved.occurrences(in: zone).prefix(sorted.count).map { $0 }
        try #require(found.map(\.instant) == Array(sorted), comment)
        try #require(found.map(\.key) == sorted.compactMap { expected[$0] }, comment)
        for _ in 0..<40 where found.count > 1 {
            let place = Int.random(in: 1..<found.count, using: &random)
            let between = Int64.random(
                in: found[place - 1].instant.microseconds..<found[place].instant.microseconds, using: &random)
            let instant = Timestamp(microseconds: between)
            #expect(moved.next(after: instant, in: zone) == found[place], comment)
            #expect(moved.latest(atOrBefore: instant, in: zone) == found[place - 1], comment)
        }
    }
}

extension SetTests {
    static let nine = TimeOfDay(hour: 9, minute: 0, second: 0) ?? .midnight
}
