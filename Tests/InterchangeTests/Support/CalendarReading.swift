import CivilTime
import ICalendar
import Recurrence
import Testing

/// A calendar's events as RFC 5545 has them come, by the engine of this package: each line `instant title`.
struct CalendarReading {
    struct Event {
        var title: String
        var zone: Zone
        var recurrence: Recurrence
        /// Whether nothing says that it is only right for some years.
        var isWhole: Bool
    }

    private(set) var events: [Event] = []

    /// - Parameter zones: Those that only the schedule knows, by their names in the calendar.
    init(_ text: String, zones: [String: Zone] = [:]) throws {
        let calendar = try #require(try ContentReader.components(in: Array(text.utf8), named: "VCALENDAR").first)
        let told = calendar.components.filter { $0.name == "VTIMEZONE" }.compactMap { $0.first("TZID")?.text() }
        for component in calendar.components where component.name == "VEVENT" {
            for property in component.properties {
                if let zone = property.parameter("TZID") { #expect(told.contains(zone)) }
            }
            events.append(try Self.event(component, zones))
        }
    }

    private static func event(_ component: ContentComponent, _ zones: [String: Zone]) throws -> Event {
        let title = try #require(component.first("SUMMARY")?.text())
        let start = try #require(component.first("DTSTART"))
        let zone = try start.parameter("TZID").map { try zones[$0] ?? Samples.zone($0) } ?? .utc
        let first = try local(start.value)
        let (added, excluded) = (try times(component, "RDATE"), try times(component, "EXDATE"))
        let rule = try component.first("RRULE").map { try Rule(rrule: $0.value, start: first) }
        if let rule {
            // RFC 7529 is for the few programs that know it.
            #expect(rule.monthEnd == .skip && component.first("RRULE")?.value.contains("RSCALE") == false)
            // DTSTART counts as the first, so it has to be a member.
            let earliest = Recurrence(rule, policies: Policies(subdaily: .wall)).occurrences(in: zone).first { _ in true
            }
            #expect(earliest?.instant == zone.instant(of: first), "\(title)")
        }
        // A local time that is left out means its first pass alone.
        let recurrence = Recurrence(
            rules: [rule].compactMap(\.self), dates: added.local + (rule == nil ? [first] : []), instants: added.utc,
            excludingInstants: excluded.utc + excluded.local.map { zone.instant(of: $0) },
            policies: Policies(subdaily: .wall))
        return Event(title: title, zone: zone, recurrence: recurrence, isWhole: component.first("COMMENT") == nil)
    }

    /// What begins at `from` or later and before `to`, in order.
    func instants(from: Timestamp, to: Timestamp, _ isWanted: (Event) -> Bool = { _ in true }) -> [String] {
        events.filter(isWanted).flatMap { event in
            event.recurrence.occurrences(after: from.adding(microseconds: -1), in: event.zone)
                .prefix { $0.instant < to }.map { "\($0.instant) \(event.title)" }
        }.sorted()
    }

    private static func times(
        _ component: ContentComponent, _ name: String
    ) throws -> (local: [CivilDateTime], utc: [Timestamp]) {
        var (walls, instants): ([CivilDateTime], [Timestamp]) = ([], [])
        for property in component.all(name) {
            for value in property.value.split(separator: ",") {
                let time = try local(String(value))
                if value.hasSuffix("Z") {
                    instants.append(Timestamp(seconds: time.seconds))
                } else {
                    walls.append(time)
                }
            }
        }
        return (walls, instants)
    }

    private static func local(_ text: String) throws -> CivilDateTime {
        let digits = Array(text.filter(\.isNumber))
        try #require(digits.count == 14)
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return try #require(
            CivilDateTime(
                parsing:
                    "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))"))
    }
}
