import Foundation
import Testing

@Suite("Who may know whom")
struct ImportTests {
    /// Target → what its files may import.
    static let allowed: [String: Set<String>] = {
        let edge: Set<String> = ["Glibc", "CLinux"]
        return [
            "CivilTime": [],
            "Recurrence": ["CivilTime"],
            "TOML": [],
            "JSON": [],
            "Planning": ["CivilTime", "Recurrence"],
            "Mail": ["CivilTime", "JSON", "Planning"],
            "Wording": ["TOML", "CivilTime", "Recurrence", "Planning"],
            "ScheduleFile": ["TOML", "CivilTime", "Recurrence", "Planning", "Mail", "Wording"],
            "Control": ["CivilTime", "Recurrence", "JSON", "Planning", "Wording"],
            "ZoneFiles": ["CivilTime", "Glibc", "Synchronization"],
            "Loop": edge,
            "Systemd": edge.union(["Loop", "CSystemd"]),
            "Ledgers": edge.union(["CivilTime", "Planning", "CSQLite"]),
            "Channels": edge.union(["CivilTime", "JSON", "Mail", "Planning", "Loop"]),
            "Daemon": edge.union([
                "CivilTime", "Recurrence", "Planning", "Wording", "ScheduleFile", "Control", "JSON", "Loop", "Systemd",
                "ZoneFiles",
            ]),
        ]
    }()

    private static func imports(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ").map(String.init)
            while let first = words.first, ["public", "package", "internal", "private", "@preconcurrency", "@testable"].contains(first) {
                words.removeFirst()
            }
            guard words.count >= 2, words[0] == "import" else { return nil }
            return words[1]
        }
    }

    @Test("Every target keeps to its place", arguments: allowed.keys.sorted())
    func targets(target: String) {
        let files = Project.files(in: "Sources/\(target)", ext: "swift")
        #expect(!files.isEmpty)
        for file in files {
            for name in Self.imports(of: file.text) {
                #expect(Self.allowed[target]?.contains(name) == true, "\(file.path) imports \(name)")
            }
        }
    }

    @Test("Every target of the sources has its row, and nothing shipped imports Foundation")
    func everything() throws {
        let programs: Set<String> = ["trothd", "troth", "troth-mail", "recurrence-bench"]
        let headers: Set<String> = ["CLinux", "CSystemd", "CSQLite", "CCurl"]
        let folders = try FileManager.default.contentsOfDirectory(atPath: Project.root.appendingPathComponent("Sources").path)
        #expect(Set(folders) == Set(Self.allowed.keys).union(programs).union(headers))
        for file in Project.files(in: "Sources", ext: "swift") {
            #expect(!Self.imports(of: file.text).contains { $0.hasPrefix("Foundation") }, "\(file.path)")
        }
    }
}
