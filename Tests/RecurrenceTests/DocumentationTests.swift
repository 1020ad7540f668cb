import CivilTime
import Foundation
import Recurrence
import Testing
import ZoneFiles

/// The tables in the documentation are cases: what a page says is what the library does.
@Suite struct DocumentationTests {
    /// A table's row: the page, and its cells by the heads of their columns.
    struct Row: Sendable, CustomTestStringConvertible {
        let page: String
        let cells: [String: String]
        var testDescription: String { "\(page): \(cells["Rule"] ?? cells["You write"] ?? "")" }
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/Recurrence/Recurrence.docc")

    static let rows: [Row] = {
        let pages = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return pages.sorted().filter { $0.hasSuffix(".md") }.flatMap { page -> [Row] in
            var heads: [String] = []
            var rows: [Row] = []
            let text = (try? String(contentsOf: folder.appendingPathComponent(page), encoding: .utf8)) ?? ""
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                guard line.hasPrefix("| ") else {
                    heads = []
                    continue
                }
                let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
                if heads.isEmpty {
                    heads = cells
                } else if !line.hasPrefix("| ---") {
                    rows.append(Row(page: page, cells: Dictionary(uniqueKeysWithValues: zip(heads, cells))))
                }
            }
            return rows
        }
    }()

    @Test func thereAreTables() {
        #expect(Self.rows.count { $0.cells["Comes"] != nil } > 30)
        #expect(Self.rows.count { $0.cells["It is read as"] != nil } > 30)
        #expect(Self.rows.count { $0.cells["It is refused at"] != nil } > 5)
    }

    @Test(arguments: rows.filter { $0.cells["Comes"] != nil })
    func comesWhenThePageSays(_ row: Row) throws {
        let text = try #require(row.cells["Rule"])
        let startText = try #require(row.cells["Starting"])
        let day = CivilDate(parsing: startText).map { CivilDateTime($0) }
        let start = try #require(day ?? CivilDateTime(parsing: startText))
        let zone = try SystemZones().zone(named: try #require(row.cells["Zone"]))
        let explanation = try Explanation(text, starting: start)
        #expect(explanation.needs.isEmpty)
        let recurrence = Recurrence(rules: explanation.rules, policies: try policies(row.cells["With"] ?? "–"))
        let expected = (row.cells["Comes"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let isWhole = expected.last == "end"
        let times = isWhole ? Array(expected.dropLast()) : expected
        let found = Array(recurrence.occurrences(in: zone).prefix(times.count + 1)).map { occurrence in
            let local = zone.local(at: occurrence.instant)
            let hasName = times.first.map { $0.split(separator: " ").count == 3 } ?? false
            return "\(local.date) \(local.time)" + (hasName ? " \(zone.offset(at: occurrence.instant).abbreviation)" : "")
        }
        #expect(Array(found.prefix(times.count)) == times)
        if isWhole { #expect(found.count == times.count) }
        if isWhole, times.isEmpty { #expect(recurrence.neverFires) }
    }

    private func policies(_ text: String) throws -> Policies {
        var policies = Policies()
        let words = text.split(separator: " ").map(String.init)
        switch words.first {
        case "gap": policies.gap = try #require(GapPolicy(rawValue: words[1]))
        case "fold": policies.fold = try #require(FoldPolicy(rawValue: words[1]))
        case "subdaily": policies.subdaily = try #require(SubdailyPolicy(rawValue: words[1]))
        default: #expect(text == "–")
        }
        return policies
    }

    @Test(arguments: rows.filter { $0.cells["It is read as"] != nil })
    func isReadAsThePageSays(_ row: Row) throws {
        let phrase = try Phrase(row.cells["You write"] ?? "")
        #expect(phrase.text == row.cells["It is read as"])
        #expect(try Phrase(phrase.text) == phrase)
    }

    @Test(arguments: rows.filter { $0.cells["It is refused at"] != nil })
    func isRefusedWhereThePageSays(_ row: Row) throws {
        let text = try #require(row.cells["You write"])
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(text.slice(error.range) == row.cells["It is refused at"])
        #expect(error.hint != nil)
    }

    @Test(arguments: rows.filter { $0.cells["For whom"] != nil })
    func isOfTheDialectThatThePageSays(_ row: Row) throws {
        #expect(Dialect.recognise(row.cells["You write"] ?? "").rawValue == row.cells["Dialect"])
        #expect(throws: Never.self) { try Explanation(row.cells["You write"] ?? "") }
    }
}
