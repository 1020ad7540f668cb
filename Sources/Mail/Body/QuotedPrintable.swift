/// The quoted-printable encoding (RFC 2045 §6.7): readable where the text is mostly ASCII.
enum QuotedPrintable {
    static let longestLine = 76

    /// `text`, whose lines end in `\n`, as lines that end in CRLF.
    static func bytes(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            append(line, to: &output)
        }
        return output
    }

    /// Soft breaks stand between characters, never within one.
    private static func append(_ line: Substring.UnicodeScalarView, to output: inout [UInt8]) {
        var column = 0
        var index = line.startIndex
        while index < line.endIndex {
            let scalar = line[index]
            let isLast = line.index(after: index) == line.endIndex
            var token = token(scalar, isLast: isLast)
            if column + token.count > (isLast ? longestLine : longestLine - 1) {
                output += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            // A dot alone would end the message for a mailer started without -i, and `From ` is changed
            // by those that write mbox files: neither begins a line here.
            if column == 0, scalar == "." || line[index...].starts(with: "From ".unicodeScalars) {
                token = escape(UInt8(truncatingIfNeeded: scalar.value))
            }
            output += token
            column += token.count
            index = line.index(after: index)
        }
        output += [0x0D, 0x0A]
    }

    private static func token(_ scalar: Unicode.Scalar, isLast: Bool) -> [UInt8] {
        switch scalar {
        case " ", "\t": isLast ? escape(UInt8(scalar.value)) : [UInt8(scalar.value)]
        case "=": escape(UInt8(ascii: "="))
        case "!"..."~": [UInt8(scalar.value)]
        default: String(scalar).utf8.flatMap(escape)
        }
    }

    /// `=C3` for 0xC3.
    static func escape(_ byte: UInt8) -> [UInt8] {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
        return [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 0xF)]
    }
}
