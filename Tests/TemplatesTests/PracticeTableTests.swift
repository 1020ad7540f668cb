import CivilTime
import Decks
import Foundation
import Planning
import ScheduleFile
import Testing
import Wording
import ZoneFiles

@testable import Templates

/// The table of practices is true: whatever a row names is there and does something, and so is the test that shows it.
@Suite struct PracticeTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var number: String
        var practice: String
        /// What serves it, in the table's code spans: `deck NAME`, `key NAME`, `troth COMMAND`.
        var served: [String]
        var shown: [String]

        var testDescription: String { "\(number) \(practice)" }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let rows: [Row] = {
        let page = root.appendingPathComponent("Sources/Planning/Planning.docc/Practices.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("| P") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return Row(number: cells[0], practice: cells[1], served: spans(cells[2]), shown: spans(cells[3]))
        }
    }()

    private static func spans(_ cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }

    @Test func noPracticeIsLeftOut() {
        #expect(Self.rows.map(\.number) == (1...36).map { "P\($0)" })
    }

    @Test(arguments: rows) func aPracticeIsServed(_ row: Row) throws {
        #expect(!row.served.isEmpty && !row.shown.isEmpty)
        for item in row.served {
            let words = item.split(separator: " ").map(String.init)
            try #require(words.count == 2, "\(item)")
            #expect(try isThere(words[0], words[1]), "\(item)")
        }
        for test in row.shown { #expect(Self.tests.contains(test), "\(test)") }
    }

    private func isThere(_ kind: String, _ name: String) throws -> Bool {
        switch kind {
        case "deck":
            let deck = try #require(Library.deck(name), "\(name)")
            return try !prompts(of: "deck", name, deck.kinds[0]).isEmpty
        case "agenda":
            let agenda = try #require(Library.agenda(name), "\(name)")
            return try prompts(of: "agenda", name, .checkIn).count >= agenda.decks.count
        case "template":
            return try Prepared(try #require(Template.named(name), "\(name)"), .english).schedule.rituals.contains(where: \.isOn)
        case "kind": return Kind(rawValue: name) != nil
        case "key":
            return Self.tables.contains { $0.keys.contains(name) }
        case "troth": return Self.commands.contains(name)
        default: return false
        }
    }

    /// The prompts that reach somebody in a simulated month with a deck or an agenda.
    private func prompts(of key: String, _ name: String, _ kind: Kind) throws -> Set<UInt64> {
        let text = """
            timezone = "UTC"
            [people.sam]
            name = "Sam"
            channels = ["terminal"]
            [channels.terminal]
            type = "terminal"
            [\(kind.rawValue).it]
            every = "day at 09:00"
            people = ["sam"]
            \(key) = "\(name)"

            """
        let zones = SystemZones()
        let reading = ScheduleFile.parse(
            [SourceFile(name: "troth.toml", bytes: Array(text.utf8))], systemZone: .utc,
            holidays: { _ throws(FileLookupError) in throw .missing },
            zone: { name throws(ZoneLookupError) in try zones.zone(named: name) })
        let schedule = try #require(reading.schedule, "\(name): \(reading.report(in: .english))")
        var simulation = Simulation(
            schedule, from: Timestamp(seconds: 1_798_761_600), to: Timestamp(seconds: 1_801_440_000))
        var drawn: Set<UInt64> = []
        simulation.run { delivered in
            for member in delivered.delivery.members { drawn.formUnion(member.prompts) }
            return true
        }
        return drawn
    }

    private static let tables: [TableKind] =
        [
            .schedule, .person, .channel("command"), .channel("email"), .channel("desktop"), .deck, .help, .season,
            .away,
        ] + Kind.allCases.map { .ritual($0) }

    /// The verbs of the command line, from its source.
    private static let commands: Set<String> = {
        let words = sources(under: "Sources/troth", ending: ".swift").flatMap { text in
            text.matches(of: /commandName: "([a-z-]+)"|struct (\w+): ParsableCommand/).map { match in
                String(match.output.1 ?? match.output.2 ?? "").lowercased()
            }
        }
        return Set(words)
    }()

    /// Every suite, and every test as SUITE.FUNCTION, by their files.
    private static let tests: Set<String> = {
        let folder = root.appendingPathComponent("Tests")
        var all: Set<String> = []
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init()
        where file.lastPathComponent.hasSuffix("Tests.swift") {
            let suite = file.deletingPathExtension().lastPathComponent
            all.insert(suite)
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            for match in text.matches(of: /@Test[^\n]*\n?[^\n]*?func (\w+)/) { all.insert("\(suite).\(match.output.1)") }
        }
        return all
    }()

    private static func sources(under folder: String, ending: String) -> [String] {
        let files = FileManager.default.enumerator(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.path.hasSuffix(ending) }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    }
}
