public import Planning

/// What `troth --help` says, and what is said of a command line that cannot be read, in one language.
///
/// The English text of a command stands beside what it describes and is its name here, as a message is its own name in
/// gettext's catalogues; a text without a translation stays English, which a test over all commands refuses.
public struct HelpWording: Sendable {
    let language: Language

    public init(_ language: Language) { self.language = language }

    /// A command's, argument's or option's own text.
    public func text(_ english: String) -> String {
        switch language {
        case .english: english
        case .german: Self.german[english] ?? english
        }
    }

    /// The argument parser's headings and complaints, which it knows in English only; texts within them stay as they are.
    public func message(_ english: String) -> String {
        switch language {
        case .english: english
        case .german:
            english.split(separator: "\n", omittingEmptySubsequences: false)
                .map { Self.germanLine(String($0)) }.joined(separator: "\n")
        }
    }

    private static func germanLine(_ line: String) -> String {
        for (english, german) in frames {
            if let filled = Frame(english).fill(german, from: line) { return filled }
        }
        return line
    }
}

/// A sentence with gaps, by which another's sentence is told in other words: `A '*' of '*'`.
struct Frame {
    private let parts: [Substring]

    init(_ text: String) { parts = text.split(separator: "*", omittingEmptySubsequences: false) }

    /// The other sentence with this one's gaps filled in, as they are in a line; nil where the line is another.
    func fill(_ other: String, from line: String) -> String? {
        guard let first = parts.first, line.hasPrefix(first) else { return nil }
        var rest = line.dropFirst(first.count)
        var gaps: [Substring] = []
        for (index, part) in parts.dropFirst().enumerated() {
            let isLast = index == parts.count - 2
            guard let place = isLast ? end(of: part, in: rest) : start(of: part, in: rest) else { return nil }
            gaps.append(rest[..<place])
            rest = rest[place...].dropFirst(part.count)
        }
        guard rest.isEmpty else { return nil }
        var told = ""
        for (index, part) in other.split(separator: "*", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { told += gaps[index - 1] }
            told += part
        }
        return told
    }

    private func end(of part: Substring, in text: Substring) -> String.Index? {
        text.hasSuffix(part) ? text.index(text.endIndex, offsetBy: -part.count) : nil
    }

    private func start(of part: Substring, in text: Substring) -> String.Index? {
        text.indices.first { text[$0...].hasPrefix(part) }
    }
}
