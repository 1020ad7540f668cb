import CivilTime
import Foundation
import Testing
import ZoneFiles

@testable import ICalendar

/// A zone as a calendar is told of it, against the zone itself.
@Suite("A zone for a calendar")
struct CalendarZoneTests {
    static let zones = SystemZones()

    static func lines(_ name: String, from year: Int = 2026) throws -> [String] {
        let start = try #require(CivilDateTime(year: year, month: 1, day: 1))
        return CalendarZone(try zones.zone(named: name), from: start).lines
    }

    @Test func `Berlin is two rules`() throws {
        #expect(
            try Self.lines("Europe/Berlin") == [
                "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
                "BEGIN:STANDARD", "DTSTART:20250101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "TZNAME:CET",
                "END:STANDARD",
                "BEGIN:DAYLIGHT", "DTSTART:20250330T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
                "BEGIN:STANDARD", "DTSTART:20251026T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
            ])
    }

    /// Rules that are told apart from the usual ones: a half hour, a day that is no n-th weekday, a country where winter
    /// is daylight saving time, one with a list of dates up to 2087, and one that has no changes.
    static let rules: [(String, [String])] = [
        ("Australia/Lord_Howe", ["RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"]),
        ("America/New_York", ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"]),
        (
            "America/Nuuk",
            [
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            ]
        ),
        ("Europe/Dublin", ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"]),
        (
            "Asia/Jerusalem",
            [
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            ]
        ),
        ("Asia/Tokyo", []), ("Africa/Casablanca", []),
    ]

    @Test(arguments: rules) func `a zone's rules`(_ name: String, _ rules: [String]) throws {
        #expect(try Self.lines(name).filter { $0.hasPrefix("RRULE") }.sorted() == rules.sorted())
    }

    /// In Dublin winter is called daylight saving time; few readers of calendars know.
    @Test func `the larger offset is the one called daylight`() throws {
        let lines = try Self.lines("Europe/Dublin")
        let daylight = try #require(lines.firstIndex(of: "BEGIN:DAYLIGHT"))
        #expect(lines[daylight...].prefix(4).contains("TZOFFSETTO:+0100"))
    }

    /// All zones of the tzdb, one of those whose clocks agree from now on: at each of its changes, before and after, and at
    /// instants in between, what the lines say is what the zone says.
    @Test func `every zone is told as it is`() throws {
        var seen: Set<[Int64]> = []
        for name in Self.zones.knownNames {
            guard let zone = try? Self.zones.zone(named: name) else { continue }
            var course: [Int64] = []
            var after = Timestamp(seconds: Self.newYear(2025))
            while let change = zone.nextTransition(after: after), change.at.seconds < Self.newYear(2032) {
                course += [change.at.seconds, Int64(change.before.seconds), Int64(change.after.seconds)]
                after = change.at
            }
            guard seen.insert(course + [Int64(zone.offset(at: after).seconds)]).inserted else { continue }
            try Self.expectSame(name, from: 2026, through: 2030)
        }
        #expect(seen.count > 50)
    }

    /// The same over a long time, for zones with much behind or before them.
    @Test func `a long time is told as it is`() throws {
        for name in Self.rules.map(\.0) + ["America/Santiago", "Europe/London", "Pacific/Apia"] {
            try Self.expectSame(name, from: 1950, through: 2098)
        }
    }

    private static func newYear(_ year: Int) -> Int64 {
        Int64(CivilDate.dayNumber(year: year, month: 1, day: 1)) * 86_400
    }

    private static func expectSame(_ name: String, from year: Int, through last: Int) throws {
        guard let zone = try? zones.zone(named: name) else { return }
        let told = try Told(lines(name, from: year), through: last)
        var instants = (year...last).map { newYear($0) + 15_000_000 }
        var after = Timestamp(seconds: newYear(year))
        while let change = zone.nextTransition(after: after), change.at.seconds < newYear(last) {
            instants += [change.at.seconds - 1, change.at.seconds]
            after = change.at
        }
        let wrong = instants.first { told.offset(at: $0) != zone.offset(at: Timestamp(seconds: $0)).seconds }
        #expect(wrong == nil, "\(name) from \(year) at \(Timestamp(seconds: wrong ?? 0))")
    }

    /// What the lines of a VTIMEZONE say, read the way RFC 5545 §3.6.5 lays down.
    struct Told {
        private var changes: [(at: Int64, offset: Int32)] = []

        init(_ lines: [String], through last: Int) throws {
            var start: CivilDateTime?
            var (from, to) = (Int32(0), Int32(0))
            var rule: String?
            var dates: [CivilDateTime] = []
            for line in lines {
                let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
                switch parts[0] {
                case "BEGIN": (start, rule, dates) = (nil, nil, [])
                case "DTSTART": start = try Self.local(parts[1])
                case "TZOFFSETFROM": from = try Self.offset(parts[1])
                case "TZOFFSETTO": to = try Self.offset(parts[1])
                case "RRULE": rule = parts[1]
                case "RDATE": dates = try parts[1].split(separator: ",").map { try Self.local(String($0)) }
                case "END" where parts[1] != "VTIMEZONE":
                    let first = try #require(start)
                    dates.append(first)
                    if let rule { dates += try Self.years(rule, from: first, through: last) }
                    changes += dates.map { ($0.seconds - Int64(from), to) }
                default: break
                }
            }
            changes.sort { $0.at < $1.at }
        }

        func offset(at instant: Int64) -> Int32? { changes.last { $0.at <= instant }?.offset }

        private static func local(_ text: String) throws -> CivilDateTime {
            let digits = text.filter(\.isNumber).compactMap(\.wholeNumberValue)
            try #require(digits.count == 14)
            func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
            return try #require(
                CivilDateTime(
                    year: number(0..<4), month: number(4..<6), day: number(6..<8), hour: number(8..<10),
                    minute: number(10..<12), second: number(12..<14)))
        }

        private static func offset(_ text: String) throws -> Int32 {
            let digits = text.dropFirst().compactMap(\.wholeNumberValue)
            let pairs = stride(from: 0, to: digits.count, by: 2).map { Int32(digits[$0] * 10 + digits[$0 + 1]) }
            let seconds = pairs[0] * 3600 + pairs[1] * 60 + (pairs.count > 2 ? pairs[2] : 0)
            return text.hasPrefix("-") ? -seconds : seconds
        }

        /// The days of a yearly rule, found day by day.
        private static func years(
            _ rule: String, from first: CivilDateTime, through last: Int
        ) throws -> [CivilDateTime] {
            var parts: [String: [String]] = [:]
            for part in rule.split(separator: ";") {
                let halves = part.split(separator: "=").map(String.init)
                parts[halves[0]] = halves[1].split(separator: ",").map(String.init)
            }
            try #require(Set(parts.keys).isSubset(of: ["FREQ", "BYMONTH", "BYMONTHDAY", "BYDAY"]))
            let month = try #require(parts["BYMONTH"].flatMap { Int($0[0]) })
            let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
            // A rule may begin after that.
            return (first.date.year..<max(first.date.year, last + 1)).flatMap { year -> [CivilDateTime] in
                let length = CivilDate.days(inMonth: month, year: year)
                return (1...length).compactMap { day in
                    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
                    if let days = parts["BYMONTHDAY"], !days.contains("\(day)") { return nil }
                    if let weekday = parts["BYDAY"]?[0] {
                        guard names[date.weekday.rawValue] == weekday.suffix(2) else { return nil }
                        let place = Int(weekday.dropLast(2))
                        if let place, place > 0, (day - 1) / 7 + 1 != place { return nil }
                        if place == -1, day + 7 <= length { return nil }
                    }
                    let local = CivilDateTime(date, first.time)
                    return local >= first ? local : nil
                }
            }
        }
    }
}
