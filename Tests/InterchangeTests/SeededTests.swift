import CivilTime
import Foundation
import ICalendar
import Interchange
import Planning
import Recurrence
import ScheduleFile
import Testing

/// What seeded schedules' calendars say, held against what really comes: for years with and without a 29 February, over
/// the clock changes of both halves of the earth.
@Suite("Seeded schedules as calendars")
struct SeededTests {
    static let seeds = Array(1...4)
    static let readings: [ScheduleReading] = seeds.compactMap { try? Samples.read(SeededSchedule($0).text) }

    static func utc(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }

    /// What the schedule's rules give a person, ritual by ritual.
    private static func expected(
        _ schedule: Schedule, _ person: Person, from: Timestamp, to: Timestamp, only titles: Set<String>? = nil
    ) -> [String] {
        schedule.rituals.filter { titles?.contains($0.id.text) ?? true }.flatMap { ritual in
            ritual.recurrence.occurrences(
                after: from.adding(microseconds: -1), in: schedule.zone(of: ritual, for: person)
            )
            .prefix { $0.instant < to }.map { "\($0.instant) \(ritual.id)" }
        }.sorted()
    }

    /// What a calendar calls the zone of somebody who is away for a while.
    private static func name(_ zone: Zone) -> String {
        zone.identifier.replacingOccurrences(of: "[^A-Za-z0-9/_+-]", with: "-", options: .regularExpression)
    }

    /// Where nothing says that it is only known for some years, it is right long after them.
    @Test(arguments: seeds) func `a calendar says what comes`(_ seed: Int) throws {
        try #require(Self.readings.count == Self.seeds.count)
        let written = Self.readings[seed - 1]
        let schedule = try #require(written.schedule).inSeason([])
        // Alex has what is together in the schedule's zone, and the rest on the other half of the earth.
        let person = try #require(schedule.person(PersonID("alex")))
        let reading = try CalendarReading(try Samples.export(written, for: "alex"), zones: [Self.name(person.zone): person.zone])
        #expect(reading.events.count == schedule.rituals.count)
        let (from, known, far) = (
            try Self.utc("2026-11-28T12:00:00Z"), try Self.utc("2029-12-31T00:00:00Z"),
            try Self.utc("2033-01-01T00:00:00Z")
        )
        let found = reading.instants(from: from, to: known)
        let expected = Self.expected(schedule, person, from: from, to: known)
        #expect(found == expected, "seed \(seed): \(Self.difference(found, expected))")
        let whole = Set(reading.events.filter(\.isWhole).map(\.title))
        #expect(whole.count >= 8, "seed \(seed): few rules say it all")
        let later = reading.instants(from: known, to: far) { $0.isWhole }
        let comes = Self.expected(schedule, person, from: known, to: far, only: whole)
        #expect(later == comes, "seed \(seed), later: \(Self.difference(later, comes))")
    }

    /// Another program reads rules and zones from the file alone, and finds what the planner would send on its moment.
    @Test(.enabled(if: OtherPrograms.canReadCalendars)) func `another program finds what the planner sends`() throws {
        let folder = try OtherPrograms.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (from, to) = ("2028-02-15T00:00:00Z", "2028-11-10T00:00:00Z")
        var planned: [String] = []
        for (seed, name) in [(1, "alex"), (2, "sam"), (4, "alex")] {
            try #require(Self.readings.count == Self.seeds.count)
            let written = Self.readings[seed - 1]
            let schedule = try #require(written.schedule).inSeason([])
            let file = "\(seed)-\(name)"
            try Data(try Samples.export(written, for: name).utf8).write(
                to: folder.appendingPathComponent("\(file).ics"))
            // What is due at the first instant belongs to it.
            var simulation = Simulation(schedule, from: try Self.utc(from), to: try Self.utc(to).justBeforeIt)
            var own: [String] = []
            simulation.run { delivered in
                for member in delivered.delivery.members
                where member.key.person.text == name && member.key.lead.isMoment {
                    own.append("\(file) \(member.moment) \(member.key.ritual)")
                }
                return true
            }
            planned += own.sorted()
        }
        let (code, output) = try OtherPrograms.occurrences(folder, from, to)
        let found = output.split(separator: "\n").map(String.init).sorted()
        #expect(code == 0, "\(output)")
        #expect(planned.count > 300)
        #expect(found == planned.sorted(), "\(Self.difference(found, planned))")
    }

    private static func difference(_ found: [String], _ expected: [String]) -> String {
        let (here, there) = (Set(found).subtracting(expected).sorted(), Set(expected).subtracting(found).sorted())
        return "only found: \(here.prefix(12)), not found: \(there.prefix(12))"
    }
}

extension Timestamp {
    fileprivate var justBeforeIt: Timestamp { adding(microseconds: -1) }
}
