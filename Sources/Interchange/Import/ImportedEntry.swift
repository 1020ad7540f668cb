import Wording

/// A table of a schedule that an import makes, with what is to be said beside it.
struct ImportedEntry {
    /// `milestone.birthday-sam`.
    var name: String
    /// Where in the file it comes from.
    var line = 1
    /// Keys and values as TOML writes them, in order; a comment may follow a value.
    var lines: [(key: String, value: String, comment: String?)] = []
    var notes: [ImportNote] = []

    mutating func add(_ key: String, _ value: String, comment: String? = nil) { lines.append((key, value, comment)) }

    /// The table as text, the notes above it.
    func text(_ words: ImportWording) -> String {
        let above = notes.map { "# " + TOMLText.comment(words.note($0, line: line)) }
        let own = lines.map { line in
            "\(line.key) = \(line.value)" + (line.comment.map { "  # \(TOMLText.comment($0))" } ?? "")
        }
        return (above + ["[\(name)]"] + own).joined(separator: "\n") + "\n"
    }
}

/// What an import makes of a file.
public struct ImportedSchedule: Sendable {
    /// Tables to read through and to put into a schedule, with comments.
    public let text: String
    /// How many tables there are.
    public let count: Int

    init(_ entries: [ImportedEntry], remarks: [String], _ words: ImportWording) {
        let head = ([words.heading(entries.count)] + remarks).map { "# " + TOMLText.comment($0) }
        text = ([head.joined(separator: "\n") + "\n"] + entries.map { $0.text(words) }).joined(separator: "\n")
        count = entries.count
    }
}
