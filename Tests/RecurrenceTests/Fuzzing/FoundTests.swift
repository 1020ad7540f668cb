import CivilTime
import Recurrence
import Testing
import ZoneFiles

/// What fuzzing found, and what it looked for in every zone.
@Suite struct FoundTests {
    /// Sets of several rules overflowed when they were asked at the ends of all time.
    @Test(arguments: ["0 9 1 * 1", "15 minutes between 04:00 and 17:00", "FREQ=MONTHLY;INTERVAL=4;COUNT=10;BYDAY=1SU,-1SU"])
    func setsAnswerAtTheEndsOfAllTime(_ text: String) throws {
        let start = CivilDateTime(year: 2026, month: 1, day: 1)
        let far = Timestamp(microseconds: .max - 5)
        let rules = try Explanation(text, starting: start).rules
        let plain = Recurrence(rules: rules, instants: [Timestamp(seconds: 0), far])
        for recurrence in [plain.settled(in: .utc), plain.observing(DayCalendar(onWeekend: .after)).settled(in: .utc)] {
            #expect(recurrence.next(after: Timestamp(microseconds: .max), in: .utc) == nil)
            #expect(recurrence.latest(atOrBefore: Timestamp(microseconds: .min), in: .utc) == nil)
            #expect(recurrence.next(after: Timestamp(microseconds: .min), in: .utc)?.instant == Timestamp(seconds: 0))
            #expect(recurrence.latest(atOrBefore: Timestamp(microseconds: .max), in: .utc) != nil)
        }
    }

    /// The end of a great COUNT was once looked for one occurrence at a time.
    @Test(arguments: ["FREQ=HOURLY;BYMINUTE=4,29;BYSETPOS=2;COUNT=33334333", "FREQ=DAILY;COUNT=2147483647"])
    func greatCountsEnd(_ text: String) throws {
        let recurrence = Recurrence(try Rule(rrule: text, start: Rule.epoch)).settled(in: .utc)
        #expect(recurrence.next(after: Timestamp(seconds: 1_767_225_600), in: .utc) != nil)
    }

    /// A negative second was once taken for none.
    @Test func stepsMeetTheirDaysBefore1970() throws {
        let start = try #require(CivilDateTime(parsing: "1966-05-05T06:02:20"))
        let rule = try Rule(rrule: "FREQ=MINUTELY;INTERVAL=39;BYMONTHDAY=2;BYHOUR=9,16", start: start)
        let found = Recurrence(rule, policies: Policies(subdaily: .wall)).occurrences(in: .utc).prefix(3)
        #expect(
            found.map(\.instant.description) == ["1966-06-02T09:23:20Z", "1966-06-02T16:32:20Z", "1966-07-02T09:35:20Z"])
    }

    /// Around all changes of all zones there are data for, and on to 2100 by their rules.
    @Test func nextIsLaterAtEveryChangeOfEveryZone() throws {
        let files = SystemZones()
        let start = try #require(CivilDateTime(year: 1800, month: 1, day: 1))
        let recurrences = try [
            ("FREQ=DAILY;BYHOUR=0,2,23;BYMINUTE=0,30", SubdailyPolicy.wall), ("FREQ=MINUTELY;INTERVAL=55", .elapsed),
        ].map { Recurrence(try Rule(rrule: $0.0, start: start), policies: Policies(subdaily: $0.1)) }
        var seen: Set<[UInt8]> = []
        var changes = 0
        for name in files.knownNames {
            guard let bytes = files.bytes(of: name), seen.insert(bytes).inserted,
                let zone = try? files.zone(named: name)
            else { continue }
            var at = Timestamp(microseconds: .min)
            while let change = zone.nextTransition(after: at), change.at < Timestamp(seconds: 4_102_444_800) {
                at = change.at
                changes += 1
                for recurrence in recurrences {
                    var after = change.at.adding(seconds: -7_200)
                    for _ in 0..<3 {
                        guard let found = recurrence.next(after: after, in: zone) else { break }
                        guard found.instant > after else {
                            Issue.record("\(name), \(change.at): \(found.instant) is not later than \(after)")
                            return
                        }
                        after = found.instant
                    }
                }
            }
        }
        #expect(changes > 20_000)
    }
}
