import CivilTime
import Planning
import Recurrence
import ScheduleFile
import Testing
import Wording
import ZoneFiles

@Suite("Cases")
struct CaseTests {
    @Test(arguments: CaseFile.all("invalid"))
    func `a wrong schedule is told all that is wrong with it`(_ file: CaseFile) throws {
        let reading = reading(file.files, beside: file.beside)
        #expect(reading.schedule == nil)
        #expect(!reading.mistakes.isEmpty)
        let text = reading.report(in: .english)
        if let pinned = try file.pinned(text) { #expect(text == pinned) }
    }

    @Test func `there are cases for every rule`() {
        #expect(CaseFile.all("invalid").count >= 60)
        #expect(CaseFile.all("valid").count >= 25)
    }

    /// What a right schedule means: its warnings, its sentences, and the next three moments of
    /// each ritual in 2027, which anybody can check with `date`.
    @Test(arguments: CaseFile.all("valid"))
    func `a right schedule means what it says`(_ file: CaseFile) throws {
        let reading = reading(file.files, beside: file.beside)
        #expect(reading.mistakes.map { $0.text(in: .english) } == [])
        let schedule = try #require(reading.schedule)
        var lines: [String] = []
        if !reading.warnings.isEmpty { lines += [reading.report(in: .english), ""] }
        lines += reading.sentences.map { $0.text(in: .english) } + reading.seasons.map { $0.text(in: .english) }
        lines += reading.paces.map { $0.text(in: .english) }
        let lived = schedule.inSeason([])
        let from = try #require(Timestamp(parsing: "2025-12-31T23:00:00Z"))
        for ritual in lived.rituals {
            for person in schedule.people where ritual.people.contains(person.id) {
                let zone = lived.zone(of: ritual, for: person)
                lines.append("\(ritual.name) for \(person.id), leads \(ritual.leads.map(\.description))")
                for next in ritual.recurrence.occurrences(after: from, in: zone).prefix(4) {
                    lines.append("  \(next.instant)\(next.ordinal.map { " #\($0)" } ?? "")")
                }
            }
        }
        let text = lines.joined(separator: "\n")
        if let pinned = try file.pinned(text) { #expect(text == pinned) }
    }

    /// The same mistakes in German: as many, at the same places, each with words of its own.
    @Test(arguments: CaseFile.all("invalid"))
    func `every mistake has German words`(_ file: CaseFile) {
        for diagnostic in reading(file.files, beside: file.beside).diagnostics {
            let german = diagnostic.mistake.message(in: .german)
            #expect(german != diagnostic.mistake.message(in: .english))
            #expect((diagnostic.mistake.hint(in: .german) == nil) == (diagnostic.mistake.hint(in: .english) == nil))
        }
    }
}

/// Reads files with the machine's zones, as the programs do.
///
/// - Parameter beside: Files that the schedule names, by their names; others are missing.
func reading(
    _ files: [SourceFile], systemZone: Zone = .utc, beside: [String: [UInt8]] = [:]
) -> ScheduleReading {
    let zones = SystemZones()
    return ScheduleFile.parse(
        files, systemZone: systemZone,
        holidays: { name throws(FileLookupError) in
            guard let bytes = beside[name] else { throw .missing }
            return bytes
        },
        zone: { name throws(ZoneLookupError) in try zones.zone(named: name) })
}
