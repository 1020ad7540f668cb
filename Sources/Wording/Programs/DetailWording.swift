public import Planning

/// Why an attempt ended as it did, for whoever reads it.
///
/// The record keeps each reason as the channel gave it, in English: nobody knows yet who will read it, and a reason
/// may come from a program of another release. It is put into the reader's language when it is read. What a server or
/// a program said itself stays as it was said.
public enum DetailWording {
    public static func text(_ recorded: String, in language: Language) -> String {
        switch language {
        case .english: recorded
        case .german: german(recorded) ?? recorded
        }
    }

    /// Nil where no channel of this release says that.
    static func german(_ recorded: String) -> String? {
        for (english, german) in germanDetails {
            if let blanks = DetailTemplate.blanks(of: english, in: recorded) {
                return DetailTemplate.filled(german, blanks)
            }
            // A program's own words come after a colon.
            if !english.hasSuffix("{}"), let blanks = DetailTemplate.blanks(of: english + ": {}", in: recorded) {
                return DetailTemplate.filled(german + ": {}", blanks)
            }
        }
        return nil
    }
}

/// A sentence with blanks, written `{}`.
enum DetailTemplate {
    /// What stands in the blanks of `template` where `text` is that sentence; nil where it is not.
    static func blanks(of template: String, in text: String) -> [Substring]? {
        let parts = parts(of: template)
        guard let first = parts.first, text.hasPrefix(first) else { return nil }
        var rest = text.dropFirst(first.count)
        var blanks: [Substring] = []
        for (place, part) in parts.enumerated().dropFirst() {
            // The last one ends the text; any other ends its blank where it first stands.
            let isLast = place == parts.count - 1
            guard let found = isLast ? end(part, of: rest) : start(part, in: rest) else { return nil }
            blanks.append(rest[..<found])
            rest = rest[found...].dropFirst(part.count)
        }
        return rest.isEmpty ? blanks : nil
    }

    /// `template` with its blanks filled in, in their order.
    static func filled(_ template: String, _ blanks: [Substring]) -> String {
        var text = ""
        for (place, part) in parts(of: template).enumerated() {
            if place > 0 { text += place <= blanks.count ? blanks[place - 1] : "" }
            text += part
        }
        return text
    }

    private static func parts(of template: String) -> [String] {
        var parts = [""]
        var last: Character?
        for character in template {
            if last == "{", character == "}" {
                parts[parts.count - 1].removeLast()
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            last = character
        }
        return parts
    }

    private static func end(_ part: String, of text: Substring) -> Substring.Index? {
        text.hasSuffix(part) ? text.index(text.endIndex, offsetBy: -part.count) : nil
    }

    private static func start(_ part: String, in text: Substring) -> Substring.Index? {
        text.indices.first { text[$0...].hasPrefix(part) }
    }
}
