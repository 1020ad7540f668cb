import Foundation
import Testing

/// Transcripts of simulated years, kept to be read.
///
/// Set `TROTH_WRITE_SNAPSHOTS=1` to write them anew; then read the difference before committing it.
enum Year {
    static func compare(_ name: String, _ text: String, _ place: SourceLocation = #_sourceLocation) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Years/\(name).txt")
        if ProcessInfo.processInfo.environment["TROTH_WRITE_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let difference = text.split(separator: "\n").difference(from: kept.split(separator: "\n")).prefix(6)
        #expect(text == kept, "\(name): \(difference)", sourceLocation: place)
    }
}
