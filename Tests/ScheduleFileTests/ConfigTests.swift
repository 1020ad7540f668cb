import Foundation
import Planning
import ScheduleFile
import Testing
import Wording

/// The sample schedules in `Config/` are read like anybody's: without a mistake, without a warning
/// but the one about hosts, which a file of its own answers.
@Suite("Samples")
struct ConfigTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Config")

    static var names: [String] {
        func inside(_ place: String) -> [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(place).path)) ?? []
        }
        let all = inside("") + inside("channels").map { "channels/\($0)" }
        return all.filter { $0.hasSuffix(".toml") && !$0.hasSuffix(".local.toml") }.sorted()
    }

    @Test func `the samples are there`() {
        #expect(Self.names.count >= 5)
    }

    @Test(arguments: names)
    func `a sample reads without a mistake`(_ name: String) throws {
        var files = [
            SourceFile(name: name, bytes: Array(try Data(contentsOf: Self.folder.appendingPathComponent(name))))
        ]
        let local = name.replacingOccurrences(of: ".toml", with: ".local.toml")
        if let bytes = try? Data(contentsOf: Self.folder.appendingPathComponent(local)) {
            files.append(SourceFile(name: local, bytes: Array(bytes)))
        }
        let beside = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".ics") || $0.hasSuffix(".txt") }
            .map { ($0, Array(try Data(contentsOf: Self.folder.appendingPathComponent($0)))) }
        let reading = reading(files, beside: Dictionary(uniqueKeysWithValues: beside))
        #expect(reading.mistakes.map { $0.text(in: .english) } == [])
        #expect(reading.warnings.allSatisfy { $0.mistake == .nobodySaysWhoIsServed })
        #expect(!reading.sentences.isEmpty)
    }
}
