import CivilTime
import Recurrence
import Testing
import ZoneFiles

/// Gaps, folds and jumps of whole days, in the zones that have them.
struct ZoneTests {
    static func zone(_ name: String) throws -> Zone { try SystemZones().zone(named: name) }

    static func first(
        _ text: String, _ start: String, _ name: String, _ policies: Policies, _ count: Int
    ) throws -> [String] {
        let anchor = try #require(CivilDateTime(parsing: start))
        let recurrence = Recurrence(try Rule(rrule: text, start: anchor), policies: policies)
        return recurrence.occurrences(in: try zone(name)).prefix(count).map(\.instant.description)
    }

    /// (rule, start, zone, gap, fold, first instants)
    static let wall: [(String, String, String, GapPolicy, FoldPolicy, [String])] = [
        // 02:30 does not exist on 10 March 2024 in New York.
        (
            "FREQ=DAILY", "2024-03-09T02:30", "America/New_York", .shift, .first,
            ["2024-03-09T07:30:00Z", "2024-03-10T07:30:00Z", "2024-03-11T06:30:00Z"]
        ),
        (
            "FREQ=DAILY", "2024-03-09T02:30", "America/New_York", .skip, .first,
            ["2024-03-09T07:30:00Z", "2024-03-11T06:30:00Z"]
        ),
        // 01:30 comes twice on 3 November 2024.
        (
            "FREQ=DAILY", "2024-11-02T01:30", "America/New_York", .shift, .first,
            ["2024-11-02T05:30:00Z", "2024-11-03T05:30:00Z", "2024-11-04T06:30:00Z"]
        ),
        (
            "FREQ=DAILY", "2024-11-02T01:30", "America/New_York", .shift, .second,
            ["2024-11-02T05:30:00Z", "2024-11-03T06:30:00Z", "2024-11-04T06:30:00Z"]
        ),
        // 02:30 shifted onto 03:30 is one occurrence.
        (
            "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30", "2024-03-10T00:00", "America/New_York", .shift, .first,
            ["2024-03-10T07:30:00Z", "2024-03-11T06:30:00Z", "2024-03-11T07:30:00Z"]
        ),
        // 02:45 shifted to 03:45 comes after 03:00.
        (
            "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,45;COUNT=5", "2024-03-10T02:45", "America/New_York", .shift, .first,
            [
                "2024-03-10T07:00:00Z", "2024-03-10T07:45:00Z", "2024-03-11T06:00:00Z", "2024-03-11T06:45:00Z",
                "2024-03-11T07:00:00Z",
            ]
        ),
        // Apia had no 30 December 2011.
        (
            "FREQ=DAILY", "2011-12-29T12:00", "Pacific/Apia", .shift, .first,
            ["2011-12-29T22:00:00Z", "2011-12-30T22:00:00Z", "2011-12-31T22:00:00Z"]
        ),
        (
            "FREQ=DAILY", "2011-12-29T12:00", "Pacific/Apia", .skip, .first,
            ["2011-12-29T22:00:00Z", "2011-12-30T22:00:00Z", "2011-12-31T22:00:00Z"]
        ),
        // Lord Howe moves its clock by half an hour.
        (
            "FREQ=DAILY", "2024-10-05T02:15", "Australia/Lord_Howe", .shift, .first,
            ["2024-10-04T15:45:00Z", "2024-10-05T15:45:00Z", "2024-10-06T15:15:00Z"]
        ),
        // Troll moves it by two.
        (
            "FREQ=DAILY", "2024-03-30T02:00", "Antarctica/Troll", .shift, .first,
            ["2024-03-30T02:00:00Z", "2024-03-31T02:00:00Z", "2024-04-01T00:00:00Z"]
        ),
        // On the wall the repeated hour is silent.
        (
            "FREQ=HOURLY", "2024-11-03T00:00", "America/New_York", .shift, .first,
            ["2024-11-03T04:00:00Z", "2024-11-03T05:00:00Z", "2024-11-03T07:00:00Z"]
        ),
    ]

    @Test(arguments: wall)
    func localTimes(
        text: String, start: String, zone: String, gap: GapPolicy, fold: FoldPolicy, expected: [String]
    ) throws {
        let policies = Policies(gap: gap, fold: fold, subdaily: .wall)
        #expect(try ZoneTests.first(text, start, zone, policies, expected.count) == expected)
    }

    @Test func elapsedTimeRunsThroughTheRepeatedHour() throws {
        let found = try ZoneTests.first("FREQ=HOURLY", "2024-11-03T00:00", "America/New_York", Policies(), 4)
        #expect(
            found == ["2024-11-03T04:00:00Z", "2024-11-03T05:00:00Z", "2024-11-03T06:00:00Z", "2024-11-03T07:00:00Z"])
        // 90 minutes stay 90 minutes; BYHOUR is read on the local clock.
        let parts = try ZoneTests.first(
            "FREQ=MINUTELY;INTERVAL=90;BYHOUR=1,2", "2024-11-03T00:00", "America/New_York", Policies(), 3)
        #expect(parts == ["2024-11-03T05:30:00Z", "2024-11-03T07:00:00Z", "2024-11-04T07:00:00Z"])
    }

    @Test func keysAreNominal() throws {
        let zone = try ZoneTests.zone("America/New_York")
        let anchor = try #require(CivilDateTime(parsing: "2024-03-10T02:30"))
        let daily = Recurrence(Rule(.daily, from: anchor))
        #expect(Array(daily.occurrences(in: zone).prefix(1)).first?.key.description == "2024-03-10T02:30:00")
        let quarter = Recurrence(Rule(.minutely, every: 15, from: anchor))
        let key = try #require(Array(quarter.occurrences(in: zone).prefix(1)).first?.key)
        #expect(key.description == "2024-03-10T07:30:00Z")
        #expect(OccurrenceKey(parsing: key.description) == key)
        #expect(OccurrenceKey(parsing: "2024-03-10T02:30:00") == .wall(anchor))
        #expect(OccurrenceKey(parsing: "tomorrow") == nil)
    }

    static let restless: [String] = [
        "FREQ=DAILY;BYHOUR=0,1,2,3,23;BYMINUTE=0,30,59", "FREQ=HOURLY;INTERVAL=5",
        "FREQ=MINUTELY;INTERVAL=7;BYHOUR=0,1,2,3",
        "FREQ=SECONDLY;INTERVAL=1801", "FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "FREQ=WEEKLY;BYDAY=SU;BYHOUR=1,2,3",
    ]

    /// Around changes of every zone (all of them in a long run): each occurrence is later than the last one,
    /// seeking agrees with enumerating, and looking back agrees with looking ahead.
    @Test(arguments: restless)
    func nextIsLaterAroundChanges(text: String) throws {
        let catalogue = SystemZones()
        let rule = try Rule(rrule: text, start: try #require(CivilDateTime(parsing: "1969-12-25T00:00")))
        let all = Policies.all
        try #require(!catalogue.knownNames.isEmpty)
        var changes = 0
        for name in catalogue.knownNames {
            guard let zone = try? catalogue.zone(named: name) else { continue }
            var place = Timestamp(seconds: 0)
            var number = 0
            while let change = zone.nextTransition(after: place), change.at < Timestamp(seconds: 2_208_988_800) {
                place = change.at
                number += 1
                guard change.before.seconds != change.after.seconds else { continue }
                guard number % LiteralTests.sparing == 0 else { continue }
                let policies = all[number % all.count]
                changes += 1
                let recurrence = Recurrence(rule, policies: policies)
                let from = change.at.adding(seconds: -30 * 3600)
                let to = change.at.adding(seconds: 30 * 3600)
                var found: [Occurrence] = []
                for occurrence in recurrence.occurrences(after: from, in: zone) {
                    guard occurrence.instant < to else { break }
                    if let last = found.last, occurrence.instant <= last.instant {
                        Issue.record("\(name) \(change.at) \(text) \(policies): \(occurrence.instant) is not later")
                        return
                    }
                    found.append(occurrence)
                }
                for (index, occurrence) in found.enumerated()
                where index % max(1, found.count / 12) == 0 || index + 1 == found.count {
                    let justBefore = occurrence.instant.adding(microseconds: -1)
                    let sought = recurrence.next(after: justBefore, in: zone)
                    let latest = recurrence.latest(atOrBefore: occurrence.instant, in: zone)
                    let before = recurrence.latest(atOrBefore: justBefore, in: zone)
                    if sought != occurrence || latest != occurrence || index > 0 && before != found[index - 1] {
                        Issue.record(
                            "\(name) \(change.at) \(text) \(policies): at \(occurrence) sought \(String(describing: sought)) latest \(String(describing: latest)) before \(String(describing: before))"
                        )
                        return
                    }
                }
            }
        }
        #expect(changes > 1_000)
    }
}

extension Policies {
    static let all: [Policies] = GapPolicy.allCases.flatMap { gap in
        FoldPolicy.allCases.flatMap { fold in
            SubdailyPolicy.allCases.map { Policies(gap: gap, fold: fold, subdaily: $0) }
        }
    }
}
