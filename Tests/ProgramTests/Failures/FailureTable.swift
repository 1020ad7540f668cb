import Foundation
import Testing

/// The README's table of failures.
enum FailureTable {
    struct Row: CustomTestStringConvertible, Sendable {
        /// What goes wrong.
        var failure: String
        /// What reached the person.
        var reached: String
        /// How the attempts ended, in their order; then how a nudge ended in vain.
        var record: String

        var testDescription: String { failure }
    }

    static let rows: [Row] = {
        let text = (try? String(contentsOfFile: "\(Programs.root)/README.md", encoding: .utf8)) ?? ""
        let lines = text.components(separatedBy: "\n")
        guard let head = lines.firstIndex(where: { $0.hasPrefix("| what goes wrong |") }) else { return [] }
        return lines[(head + 2)...].prefix { $0.hasPrefix("|") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return Row(
                failure: cells.first ?? "", reached: cells.dropFirst().first ?? "", record: cells.dropFirst(2).first ?? "")
        }
    }()
}
