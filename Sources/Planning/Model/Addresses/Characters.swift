extension Unicode.Scalar {
    /// A control character or line separator: C0, DEL, C1, U+2028 and U+2029.
    package var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }

    /// A character of an atom (RFC 5322 §3.2.3), or one beyond ASCII that a name may hold (RFC 6532 §3.2).
    package var isAtomText: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}", "~": true
        default: isTextBeyondASCII
        }
    }

    /// A letter or digit of a host name.
    var isHostLetter: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: isTextBeyondASCII && (properties.isAlphabetic || properties.numericType != nil || isMark)
        }
    }

    private var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    /// Beyond ASCII and visible: no control, no space, nothing that only turns the direction of others.
    private var isTextBeyondASCII: Bool {
        guard value >= 0xA0 else { return false }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default: return true
        }
    }
}

extension StringProtocol {
    /// Without the spaces at either end.
    package var trimmingSpaces: String {
        var rest = unicodeScalars[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(String.UnicodeScalarView(rest))
    }
}

package func isASCII(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

/// Upper-case, at least four digits.
package func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
