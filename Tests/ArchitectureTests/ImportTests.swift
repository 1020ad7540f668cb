import Foundation
import Testing

/// Who may know whom. A target that wants more changes this table, and the reader sees the change.
@Suite struct ImportTests {
    static let allowed: [String: Set<String>] = [
        // The pure core: nothing from outside.
        "CivilTime": [],
        "Recurrence": ["CivilTime"],
        "TOML": [],
        "JSON": [],
        "Planning": ["CivilTime", "Recurrence"],
        "Decks": ["Planning"],
        "ICalendar": ["CivilTime", "Planning"],
        "HTML": [],
        "Templates": [],
        "Interchange": ["CivilTime", "ICalendar", "Planning", "Recurrence", "Wording"],
        "Mail": ["CivilTime", "HTML", "ICalendar", "JSON", "Planning"],
        "Wording": ["CivilTime", "Decks", "HTML", "Planning", "Recurrence", "TOML"],
        "ScheduleFile": ["CivilTime", "Decks", "Planning", "Recurrence", "TOML", "Wording"],
        "Control": ["CivilTime", "JSON", "Planning", "Recurrence", "Wording"],
        // The edges: each speaks to one part of the world.
        "ZoneFiles": ["CivilTime", "Glibc", "Synchronization"],
        "Loop": ["CLinux", "Glibc"],
        "Systemd": ["CLinux", "CSystemd", "Glibc", "Loop"],
        "Ledgers": ["CSQLite", "CivilTime", "Glibc", "Planning"],
        "Channels": ["CLinux", "CivilTime", "Glibc", "ICalendar", "JSON", "Loop", "Mail", "Planning", "Systemd"],
        // The service knows no concrete ledger and no concrete channel.
        "Daemon": [
            "CLinux", "CivilTime", "Control", "Glibc", "JSON", "Loop", "Planning", "Recurrence", "ScheduleFile",
            "Systemd", "Wording", "ZoneFiles",
        ],
        // The programs: they alone name concrete adapters.
        "trothd": [
            "Channels", "CivilTime", "Control", "Daemon", "Glibc", "Ledgers", "Loop", "Planning", "Systemd", "Wording",
        ],
        "troth": [
            "ArgumentParser", "Channels", "CivilTime", "Control", "Daemon", "Decks", "Glibc", "ICalendar", "Interchange",
            "JSON", "Ledgers", "Loop", "Planning", "Recurrence", "ScheduleFile", "Systemd", "Templates", "Wording",
            "ZoneFiles",
        ],
        "troth-mail": ["CCurl", "CLinux", "Glibc", "JSON", "Mail", "Planning"],
        "planner-bench": ["CLinux", "CivilTime", "Glibc", "Planning", "Recurrence", "ScheduleFile", "ZoneFiles"],
        "recurrence-bench": ["CLinux", "CivilTime", "Glibc", "Recurrence", "ZoneFiles"],
    ]

    static let targets = Set(Tree.sources.map(\.target)).sorted()

    @Test(arguments: targets) func aTargetImportsWhatItMay(_ target: String) throws {
        let may = try #require(Self.allowed[target], "\(target) is not in the table of imports")
        for file in Tree.sources where file.target == target {
            for module in Self.imports(file) {
                #expect(may.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test func foundationIsNowhere() {
        for file in Tree.sources {
            #expect(!Self.imports(file).contains { $0.hasPrefix("Foundation") || $0 == "Dispatch" }, "\(file.path)")
        }
    }

    @Test func importsAreSeen() {
        let text =
            "import A\n  public import B.C\n@preconcurrency import D\nimport struct E.F\n// import G\nlet important = 1\n"
        #expect(Self.imports(Tree.File(path: "Sources/X/x.swift", text: text)) == ["A", "B", "D", "E"])
    }

    /// The modules that a file imports.
    static func imports(_ file: Tree.File) -> [String] {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        return file.lines.compactMap { line in
            var words = line.split(separator: " ")[...]
            while let word = words.first,
                word.hasPrefix("@") || ["public", "internal", "package", "private"].contains(word)
            {
                words.removeFirst()
            }
            guard words.popFirst() == "import", let first = words.first else { return nil }
            let name = kinds.contains(first) ? words.dropFirst().first ?? first : first
            return name.split(separator: ".").first.map(String.init)
        }
    }
}
