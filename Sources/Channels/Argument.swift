/// One argument of a command with its blanks, such as `{title}`.
struct Argument {
    private enum Part {
        case text(String)
        case blank(String)
    }

    private let parts: [Part]

    static let blanks = ["title", "body", "person", "ritual", "when"]

    /// Any other text in braces stays as it is.
    init(_ template: String) {
        var parts: [Part] = []
        var text = ""
        var rest = template[...]
        while let brace = rest.firstIndex(of: "{") {
            text += rest[..<brace]
            rest = rest[brace...]
            if let name = Argument.blanks.first(where: { rest.hasPrefix("{\($0)}") }) {
                if !text.isEmpty { parts.append(.text(text)) }
                parts.append(.blank(name))
                text = ""
                rest = rest.dropFirst(name.count + 2)
            } else {
                text += "{"
                rest = rest.dropFirst()
            }
        }
        text += rest
        if !text.isEmpty || parts.isEmpty { parts.append(.text(text)) }
        self.parts = parts
    }

    /// The argument with its blanks filled in, once: braces in a value stay.
    ///
    /// Where a value begins the argument with `-`, a space goes before it: no title becomes an option of the
    /// program that gets it.
    func filled(_ values: [String: String]) -> String {
        let filled = parts.map { part in
            switch part {
            case .text(let text): text
            case .blank(let name): values[name] ?? ""
            }
        }.joined()
        var isOwnText = false
        if case .text = parts.first { isOwnText = true }
        return filled.hasPrefix("-") && !isOwnText ? " " + filled : filled
    }
}
