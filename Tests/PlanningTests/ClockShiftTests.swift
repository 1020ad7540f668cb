import CivilTime
import Planning
import Recurrence
import Testing

/// When clocks change in one of two places, what both do together comes at another time in one of them.
@Suite struct ClockShiftTests {
    static let lordHowe = Household.zone("Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")

    /// Every Sunday at 19:00 in Berlin: its date, and how many minutes later than the Sunday before it is in Chicago
    /// and on Lord Howe. `TZ=America/Chicago date --date='TZ="Europe/Berlin" 2026-03-08 19:00'` shows each.
    static let sundays: [(date: String, chicago: Int64, lordHowe: Int64)] = [
        ("2026-03-01", 0, 0),
        ("2026-03-08", 60, 0),  // Chicago goes to summer time: 12:00, then 13:00
        ("2026-03-15", 0, 0),
        ("2026-03-29", -60, -60),  // Berlin follows: 12:00 again, and on Lord Howe 04:00 instead of 05:00
        ("2026-04-05", 0, -30),  // Lord Howe goes back by half an hour: 03:30
        ("2026-04-12", 0, 0),
        ("2026-10-04", 0, 30),  // and forward again: 04:00
        ("2026-10-25", 60, 60),  // Berlin goes back: 13:00, and 05:00
        ("2026-11-01", -60, 0),  // Chicago goes back: 12:00
        ("2026-11-08", 0, 0),
    ]

    @Test(arguments: sundays)
    func together(date: String, chicago: Int64, lordHowe: Int64) throws {
        let kim = Person(id: PersonID("kim"), name: "Kim", zone: Self.lordHowe, channels: [])
        let ritual = Household.weekly { $0.people.append(kim.id) }
        let schedule = Household.schedule([ritual], people: [Household.sam, Household.alex, kim])
        let local = try #require(CivilDateTime(parsing: "\(date)T19:00"))
        let moment = Household.berlin.instant(of: local)
        func minutes(_ person: Person) -> Int64 {
            schedule.clockShift(of: .wall(local), at: moment, of: ritual, for: person) / 60
        }
        #expect(minutes(Household.sam) == 0)
        #expect(minutes(Household.alex) == chicago)
        #expect(minutes(kim) == lordHowe)
    }

    /// Rules that come at different times of the day are not mistaken for a change of the clock, nor are moves.
    @Test func onlyClocksCount() throws {
        var morning = Rule(.weekly)
        morning.weekdays = [2]
        (morning.hours, morning.minutes, morning.seconds) = ([7], [0], [0])
        var evening = morning
        (evening.weekdays, evening.hours) = ([6], [19])
        let calendar = DayCalendar(onWeekend: .after)
        let ritual = Household.weekly { $0.recurrence = Recurrence(rules: [morning, evening]).observing(calendar) }
        let schedule = Household.schedule([ritual])
        var shifts: [String] = []
        let from = Household.utc("2026-02-20T00:00:00Z")
        for next in ritual.recurrence.occurrences(after: from, in: Household.berlin).prefix(14) {
            let shift = schedule.clockShift(of: next.key, at: next.instant, of: ritual, for: Household.alex)
            if shift != 0 { shifts.append("\(next.instant) \(shift)") }
        }
        // Moved to Mondays: 9 March is the first after Chicago's change, 30 March after Berlin's.
        #expect(shifts == ["2026-03-09T18:00:00Z 3600", "2026-03-30T17:00:00Z -3600"])
    }

    /// On one's own, a time that the clock skips comes later, and the next day as ever.
    @Test func ownGap() throws {
        let ritual = Household.daily("night", 2, 30)
        let schedule = Household.schedule([ritual])
        let from = Household.utc("2026-03-27T12:00:00Z")
        let shifts = ritual.recurrence.occurrences(after: from, in: Household.berlin).prefix(4).map {
            schedule.clockShift(of: $0.key, at: $0.instant, of: ritual, for: Household.sam)
        }
        #expect(shifts == [0, 3600, -3600, 0])
    }

    @Test func nothingBeforeIsNoShift() {
        var rule = Rule(.weekly, from: CivilDateTime(seconds: 1_772_971_200))  // 2026-03-08
        (rule.weekdays, rule.hours, rule.minutes, rule.seconds) = ([6], [19], [0], [0])
        let ritual = Household.weekly { $0.recurrence = Recurrence(rule) }
        guard let first = ritual.recurrence.occurrences(in: Household.berlin).first(where: { _ in true }) else {
            return
        }
        #expect(
            Household.schedule([ritual]).clockShift(
                of: first.key, at: first.instant, of: ritual, for: Household.alex) == 0)
    }
}
