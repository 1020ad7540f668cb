import Planning

/// What a mail says, apart from how it is written: a title, when it is for, paragraphs, and how to get no more of it.
struct Letter: Hashable, Sendable {
    let title: String
    let when: String
    /// Each with its lines; control characters are gone.
    let paragraphs: [[String]]
    let footer: [String]

    init(title: String, when: String, body: String, footer: String = "") {
        self.title = HeaderText(showing: title).description
        let body = Letter.lines(body)
        let when = HeaderText(showing: when).description
        // Said once: a body that tells it needs no line of its own for it.
        self.when = body.contains { $0.contains(when) } ? "" : when
        paragraphs = body.split(whereSeparator: \.isEmpty).map(Array.init)
        self.footer = Letter.lines(footer).filter { !$0.isEmpty }
    }

    /// As plain text, lines separated by `\n`; the footer as a signature, which readers know to leave aside.
    var plainText: String {
        var blocks: [String] = []
        let head = [title, when].filter { !$0.isEmpty }.joined(separator: "\n")
        if !head.isEmpty { blocks.append(head) }
        blocks += paragraphs.map { $0.joined(separator: "\n") }
        let text = blocks.joined(separator: "\n\n")
        return footer.isEmpty ? text : text + "\n\n-- \n" + footer.joined(separator: "\n")
    }

    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar {
            case "\n" where wasReturn: break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}":
                lines.append(String(line).trimmingSpaces)
                line = String.UnicodeScalarView()
            case "\t": line.append(" ")
            case _ where scalar.isControl: line.append("\u{FFFD}")
            default: line.append(scalar)
            }
        }
        lines.append(String(line).trimmingSpaces)
        return lines
    }
}
