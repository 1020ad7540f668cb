/// Text that can go to a terminal, a log line or a status line as it is.
enum PlainText {
    /// `text` on one line: line ends and tabs become a space, and every other control character
    /// (C0, DEL, C1, and the two separators U+2028 and U+2029) its escape, `\x1b` or `\u{2028}`.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = ""
        var wasSpace = false
        for scalar in text.unicodeScalars {
            let isSpace = scalar == "\n" || scalar == "\r" || scalar == "\t"
            if isSpace {
                // A line end of two characters is one.
                if !wasSpace { result.unicodeScalars.append(" ") }
            } else if isControl(scalar) {
                let digits = String(scalar.value, radix: 16)
                result += scalar.value < 0x100 ? "\\x\(digits.count < 2 ? "0" : "")\(digits)" : "\\u{\(digits)}"
            } else {
                result.unicodeScalars.append(scalar)
            }
            wasSpace = isSpace
        }
        return result
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }
}
