/// Writes texts of unknown origin into a schedule: no character of them reaches a terminal that would act on it.
enum TOMLText {
    /// The greatest length of a title and of a message, in characters.
    static let longestTitle = 200
    static let longestMessage = 4_000

    /// One line without control characters or a run of spaces; nil where nothing of it is left.
    static func line(_ text: String, atMost limit: Int) -> String? {
        var line = ""
        var isSpace = true
        for character in text {
            if character.isWhitespace || character.unicodeScalars.allSatisfy(isControl) {
                if !isSpace { line.append(" ") }
                isSpace = true
            } else {
                line.unicodeScalars.append(contentsOf: character.unicodeScalars.filter { !isControl($0) })
                isSpace = false
            }
        }
        if line.last == " " { line.removeLast() }
        return line.isEmpty ? nil : line.count > limit ? String(line.prefix(limit - 1)) + "…" : line
    }

    /// Lines without control characters; nil where nothing of them is left.
    static func lines(_ text: String, atMost limit: Int) -> String? {
        let split = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let lines = split.map { line(String($0), atMost: limit) ?? "" }
        var joined = lines.joined(separator: "\n")
        while joined.last == "\n" { joined.removeLast() }
        while joined.first == "\n" { joined.removeFirst() }
        return joined.isEmpty ? nil : joined.count > limit ? String(joined.prefix(limit - 1)) + "…" : joined
    }

    /// A basic string, with what shows nothing of itself written as its number. Braces become brackets where a schedule
    /// would put a name in their place.
    static func string(_ text: String) -> String {
        var quoted = "\""
        for scalar in bracketed(text).unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case _ where isFormat(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted +=
                    scalar.value < 0x1_0000
                    ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func bracketed(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            rest = rest[brace...]
            let name = ["other", "person"].first { rest.hasPrefix("{\($0)}") }
            result += name.map { "(\($0))" } ?? "{"
            rest = rest.dropFirst(name.map { $0.count + 2 } ?? 1)
        }
        return result + rest
    }

    /// `"02-29"`.
    static func yearless(month: Int, day: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return string("\(two(month))-\(two(day))")
    }

    /// What stands in a comment: one line, shortened, without anything that shows nothing of itself.
    static func comment(_ text: String) -> String {
        let shown = String(String.UnicodeScalarView(text.unicodeScalars.filter { !isFormat($0) }))
        return line(shown, atMost: 300) ?? ""
    }

    /// What no text of a schedule may hold: controls, line and paragraph separators, marks that turn the direction of
    /// writing.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }

    /// What changes how others are shown; the joiners of emoji and of some scripts stay as they are.
    private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format && scalar.value != 0x200C && scalar.value != 0x200D
    }
}
