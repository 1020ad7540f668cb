import Foundation
import Planning
import ScheduleFile
import Testing

/// A small schedule in `Cases/`, named for what is right or wrong with it, and the text that
/// reading it gives.
///
/// Set `TROTH_WRITE_SNAPSHOTS=1` to write the texts anew; then read the difference before
/// committing it.
struct CaseFile: CustomTestStringConvertible, Sendable {
    let name: String
    let folder: String

    var testDescription: String { name }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    static let writesSnapshots = ProcessInfo.processInfo.environment["TROTH_WRITE_SNAPSHOTS"] == "1"

    static func all(_ folder: String) -> [CaseFile] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
        return names.filter { $0.hasSuffix(".toml") && !$0.hasSuffix(".local.toml") }
            .map { CaseFile(name: String($0.dropLast(5)), folder: folder) }
            .sorted { $0.name < $1.name }
    }

    private func bytes(_ ending: String) -> [UInt8]? {
        let file = Self.root.appendingPathComponent(folder).appendingPathComponent(name + ending)
        return (try? Data(contentsOf: file)).map { Array($0) }
    }

    var files: [SourceFile] {
        var files = [SourceFile(name: "troth.toml", bytes: bytes(".toml") ?? [])]
        if let local = bytes(".local.toml") { files.append(SourceFile(name: "troth.local.toml", bytes: local)) }
        return files
    }

    /// The files beside the schedule that it names: holidays, and a deck.
    var beside: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for ending in [".ics", ".deck.txt"] { files[name + ending] = bytes(ending) }
        return files
    }

    /// The pinned text; nil after writing it anew.
    func pinned(_ text: String, _ ending: String = ".txt") throws -> String? {
        if Self.writesSnapshots {
            let file = Self.root.appendingPathComponent(folder).appendingPathComponent(name + ending)
            try Data((text + "\n").utf8).write(to: file)
            return nil
        }
        return bytes(ending).map { String(decoding: $0.dropLast(), as: UTF8.self) } ?? ""
    }
}
