import Foundation
import Planning
import Testing

/// What the page of design questions says in tables is what the planner does.
@Suite struct DocumentationTests {
    static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/Planning/Planning.docc/DesignQuestions.md")

    /// The first two cells of each row below a line that begins with `head`.
    static func table(_ head: String) throws -> [(String, String)] {
        let lines = try String(contentsOf: page, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("| \(head) |") })
        return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return (cells[0], cells[1])
        }
    }

    @Test func figuresAreThePlanners() throws {
        let figures: [String: Int64] = [
            "onTime": Policy.onTime, "grace": Policy.grace, "expiringGrace": Policy.expiringGrace,
            "channelDeadline": Policy.channelDeadline, "firstPause": Policy.firstPause,
            "longestPause": Policy.longestPause,
            "networkPause": Policy.networkPause, "turnWait": Policy.turnWait, "leaseMargin": Policy.leaseMargin,
            "nightBegins": Policy.nightBegins,
            "nightEnds": Policy.nightEnds, "believedAhead": Policy.believedAhead,
            "introductionGrace": Policy.introductionGrace,
        ]
        let rows = try Self.table("Figure")
        #expect(rows.count == figures.count)
        for (name, seconds) in rows { #expect(figures[name] == Int64(seconds), "\(name)") }
    }

    @Test func outcomesAreAll() throws {
        #expect(try Set(Self.table("Outcome").map(\.0)) == Set(Outcome.allCases.map(\.rawValue)))
    }
}
