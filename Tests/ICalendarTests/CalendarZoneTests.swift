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

    /// Every zone of the tzdb: at each of its changes, before and after, and at instants in between, what the lines say
    /// is what the zone says.
    @Test func `every zone is told as it is`() throws {
        let names = Self.zones.knownNames
        #expect(names.count > 300)
        for name in names {
            guard let zone = try? Self.zones.zone(named: name) else { continue }
            for year in [1950, 2026] {
                let told = try Told(Self.lines(name, from: year))
                var instants: [Int64] = (0..<12).map { 1_767_225_600 + $0 * 211_000_000 }
                var after = Timestamp(seconds: Int64(CivilDate.dayNumber(year: year, month: 1, day: 1)) * 86_400)
                while let change = zone.nextTransition(after: after), change.at.seconds < 4_000_000_000 {
                    instants += [change.at.seconds - 1, change.at.seconds]
                    after = change.at
                }
                for instant in instants {
                    let expected = zone.offset(at: Timestamp(seconds: instant)).seconds
                    #expect(
                        told.offset(at: instant) == expected, "\(name) from \(year) at \(Timestamp(seconds: instant))")
                }
            }
        }
    }

    /// What the lines of a VTIMEZONE say, read the way RFC 5545 §3.6.5 lays down.
    struct Told {
        private var changes: [(at: Int64, offset: Int32)] = []

        init(_ lines: [String]) throws {
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
                    if let rule { dates += try Self.years(rule, from: first) }
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
        private static func years(_ rule: String, from first: CivilDateTime) throws -> [CivilDateTime] {
            var parts: [String: [String]] = [:]
            for part in rule.split(separator: ";") {
                let halves = part.split(separator: "=").map(String.init)
                parts[halves[0]] = halves[1].split(separator: ",").map(String.init)
            }
            try #require(Set(parts.keys).isSubset(of: ["FREQ", "BYMONTH", "BYMONTHDAY", "BYDAY"]))
            let month = try #require(parts["BYMONTH"].flatMap { Int($0[0]) })
            let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
            return (first.date.year...2110).flatMap { year -> [CivilDateTime] in
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
