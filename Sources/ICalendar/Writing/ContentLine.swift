/// One line of an iCalendar text (RFC 5545 §3.1).
enum ContentLine {
    /// No line is longer, in bytes without its end.
    private static let longest = 75

    /// The line with its end (CRLF), folded between characters.
    static func folded(_ line: String) -> String {
        var output = String.UnicodeScalarView()
        var column = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if column + width > longest {
                output.append(contentsOf: "\r\n ".unicodeScalars)
                column = 1
            }
            output.append(scalar)
            column += width
        }
        output.append(contentsOf: "\r\n".unicodeScalars)
        return String(output)
    }

    /// A value of type TEXT (§3.3.11): line ends as `\n`, other control characters left out.
    static func text(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar {
            case "\n" where wasReturn: break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": output.append(contentsOf: "\\n".unicodeScalars)
            case "\\", ";", ",":
                output.append("\\")
                output.append(scalar)
            case "\t": output.append(" ")
            case _ where scalar.properties.generalCategory == .control: break
            default: output.append(scalar)
            }
        }
        return String(output)
    }

    /// A value without control characters, as names have it that are no TEXT.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }

    /// A parameter's value, in quotes where it needs them.
    static func parameter(_ text: String) -> String {
        text.unicodeScalars.allSatisfy { !":;,\"".unicodeScalars.contains($0) } ? plain(text) : quoted(text)
    }

    /// A parameter's value in quotes (§3.2), which cannot hold a quote or a control character.
    static func quoted(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { $0 != "\"" && $0.properties.generalCategory != .control }
        return "\"" + String(String.UnicodeScalarView(kept)) + "\""
    }
}
