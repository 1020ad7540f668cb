import CivilTime
import Foundation
import Recurrence
import Testing

/// Calendar expressions and what systemd 252 makes of them, where those are at hand:
/// rows marked as a fault of systemd's have the whole answer in `alt`.
@Suite struct CalendarOracleTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/oracle")
    static let file = folder.appendingPathComponent("oncalendar.jsonl")
    static let zones = URL(fileURLWithPath: "/usr/share/zoneinfo")

    // Skipped where the cases are not beside the package, or the machine has no time zones.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: file.path)
                && FileManager.default.fileExists(atPath: zones.path)))
    func agreesWithItsCases() throws {
        var checked = 0
        for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") {
            let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let text = try #require(row["expr"] as? String)
            guard row["invalid"] == nil else {
                #expect(throws: DialectError.self, "\(text)") {
                    try CalendarExpression(text, isZone: { Self.zone($0) != nil })
                }
                continue
            }
            let expression = try CalendarExpression(text)
            #expect(expression.text == row["normalized"] as? String)
            let zone = try #require(Self.zone(expression.zone ?? row["tz"] as? String ?? ""))
            let base = try #require(Timestamp(parsing: row["base"] as? String ?? ""))
            let isFault = row["source"] as? String == "systemd-quirk"
            let expected = try #require(row[isFault ? "alt" : "expected"] as? [String]).compactMap(
                Timestamp.init(parsing:))
            let recurrence = Recurrence(rules: expression.rules(), policies: Policies(gap: .skip))
            let found = recurrence.occurrences(after: base, in: zone).prefix(row["n"] as? Int ?? 1).map(\.instant)
            #expect(found == expected, "\(text)")
            checked += 1
        }
        #expect(checked > 90)
    }

    static func zone(_ name: String) -> Zone? {
        guard name != "UTC" else { return .utc }
        guard let data = FileManager.default.contents(atPath: zones.appendingPathComponent(name).path) else {
            return nil
        }
        return try? Zone(identifier: name, tzif: Array(data))
    }
}
