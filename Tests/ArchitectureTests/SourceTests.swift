import Foundation
import Testing

/// What every file keeps to.
@Suite struct SourceTests {
    static let swift = Tree.sources + Tree.tests

    /// A test without the attribute is never run, and nobody notices.
    @Test func everyTestIsMarked() {
        for file in Tree.tests {
            let lines = file.lines.map { $0.trimmingCharacters(in: .whitespaces) }
            for (number, line) in lines.enumerated() where line.hasPrefix("func test") {
                let above = number > 0 ? lines[number - 1] : ""
                #expect(above.contains("@Test") || line.contains("@Test"), "\(file.path):\(number + 1): \(line)")
            }
            #expect(!file.lines.contains { $0.hasPrefix("import XCTest") }, "\(file.path)")
        }
    }

    /// A suite whose functions are all without the attribute tests nothing.
    @Test func everySuiteHasTests() {
        for file in Tree.tests where file.text.contains("@Suite") && !file.path.hasPrefix("Tests/ArchitectureTests/") {
            #expect(file.text.contains("@Test"), "\(file.path)")
        }
    }

    @Test func noFileIsLongerThanCanBeRead() {
        for file in Tree.sources { #expect(file.lines.count <= 251, "\(file.path): \(file.lines.count - 1) lines") }
        for file in Tree.tests { #expect(file.lines.count <= 301, "\(file.path): \(file.lines.count - 1) lines") }
    }

    @Test func noLineIsLongerThanCanBeRead() {
        for file in Self.swift {
            for (number, line) in file.lines.enumerated() where line.count > 132 && !line.contains("\"") {
                Issue.record("\(file.path):\(number + 1) has \(line.count) columns")
            }
        }
    }

    @Test func sourcesNeverGiveUp() {
        for file in Tree.sources {
            for (number, line) in file.lines.enumerated() {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                for word in ["fatalError(", "try!", "as!", "preconditionFailure("] where code.contains(word) {
                    Issue.record("\(file.path):\(number + 1): \(word)")
                }
            }
        }
    }

    /// Nothing is left for later, and nothing speaks of a machine that it was made on.
    @Test func nothingIsUnfinishedOrTiedToAPlace() {
        let files =
            Self.swift + Tree.files(under: ["Units", "Config", "Tests/Labs", "Tests/Bench"], endings: [".py", ".c", ".service", ".toml", ".conf", ""])
        let unfinished = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
        let places = ["/wo" + "rk/", "/opt/swi" + "ft"]
        for file in files {
            for word in unfinished + places where file.text.contains(word) {
                Issue.record("\(file.path): \(word)")
            }
        }
    }
}
