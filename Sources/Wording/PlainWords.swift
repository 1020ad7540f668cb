/// Somebody else's words, fit to be shown.
enum PlainWords {
    /// One line of at most 200 characters; whatever would steer a terminal is left out.
    static func line(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(200) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                line += " "
            default: line.unicodeScalars.append(scalar)
            }
        }
        let words = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        return text.unicodeScalars.count > 200 ? words + " …" : words
    }
}
