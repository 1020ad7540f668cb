import CivilTime
import Foundation
import JSON
import Recurrence
import Testing
import ZoneFiles

/// Where the cases are, seen from the package.
private struct Oracle {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("../shared/oracle").standardizedFileURL
    var isThere: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("rrule.jsonl").path) }
}

private let oracle = Oracle()

/// The cases of other implementations that agree with each other, kept beside the
/// package and run where they are.
///
/// Not run: rows that were made for one gap policy only, without saying so.
@Suite(.enabled(if: oracle.isThere, "../shared/oracle is not there"))
struct OracleTests {
    static let files = ["rrule", "rrule_next", "rrule_never", "rrule_invalid", "rrule_upstream", "oncalendar", "anniversaries"]

    @Test(arguments: files, [GapPolicy.shift, .skip])
    func everyCase(file: String, gap: GapPolicy) throws {
        for subdaily in SubdailyPolicy.allCases {
            let text = try String(contentsOf: oracle.folder.appendingPathComponent("\(file).jsonl"), encoding: .utf8)
            for line in text.split(separator: "\n") {
                let row = try JSON.parse(String(line))
                try check(row, Policies(gap: gap, subdaily: subdaily))
            }
        }
    }

    private let zones = SystemZones()

    private func check(_ row: JSON, _ policies: Policies) throws {
        let source = row["source"]?.string ?? ""
        let comment: Comment = "\(row["id"]?.string ?? ""): \(row["rrule"]?.string ?? row["expr"]?.string ?? "")"
        var answer: [String]?
        do throws(BatchError) {
            answer = try request(row, policies, source).answer { name in try? zones.zone(named: name) }.texts
        } catch { answer = nil }
        if source == "invalid" || row["invalid"]?.bool == true {
            #expect(answer == nil, comment)
            return
        }
        var expected = row["expected"]
        if source == "systemd-quirk" { expected = row["alt"] }
        if policies.gap == .skip, row["expr"] == nil {
            // A row in a zone that jumps, without an answer for skipping, has none.
            if row["skip"] == nil, source.hasPrefix("up-") && row["zone"]?.string != "UTC" || row["id"]?.string == "next-1033" {
                return
            }
            expected = row["skip"] ?? expected
        }
        if policies.subdaily == .elapsed { expected = row["elapsed"] ?? expected }
        let wanted = (expected?.array ?? []).compactMap(\.string)
        #expect((answer ?? []).map(canonical) == wanted.map(canonical), comment)
    }

    /// Fractions are written with or without their zeros.
    private func canonical(_ text: String) -> String { Timestamp(parsing: text)?.description ?? text }

    private func request(_ row: JSON, _ policies: Policies, _ source: String) -> BatchRequest {
        if let kind = row["kind"]?.string {
            return .milestone(
                kind: kind, start: row["start"]?.string ?? "", every: row["every"]?.int ?? 0,
                policy: row["policy"]?.string ?? "", limit: row["limit"]?.int ?? 0)
        }
        let name = row["zone"]?.string ?? row["tz"]?.string ?? "UTC"
        let zone = (try? zones.zone(named: name)) ?? .utc
        if let text = row["expr"]?.string {
            return .calendar(
                text, zone: zone, after: row["base"]?.string ?? "2024-01-01T00:00:00Z", limit: row["n"]?.int ?? 1,
                policies: Policies(gap: .skip, subdaily: .wall))
        }
        return .rrule(
            row["rrule"]?.string ?? "", start: row["dtstart"]?.string ?? "2024-01-01T09:00:00", zone: zone,
            after: row["after"]?.string, limit: row["limit"]?.int ?? 3, policies: policies)
    }
}
