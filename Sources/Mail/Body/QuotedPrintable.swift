/// The quoted-printable encoding (RFC 2045 §6.7): readable where the text is mostly ASCII.
enum QuotedPrintable {
    static let longestLine = 76

    /// `text`, whose lines end in `\n`, as lines that end in CRLF.
    static func bytes(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            append(Array(line.utf8), to: &output)
        }
        return output
    }

    private static func append(_ line: [UInt8], to output: inout [UInt8]) {
        var column = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            // A dot alone would end the message for a mailer started without -i, and a leading `From ` is
            // changed by those that write mbox files: neither ever begins a line here.
            let opens = column == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let stands = (isSpace && !isLast) || (isPrintable(byte) && !opens)
            // A character is not parted by a soft break: its later bytes need three columns each.
            let following = stands ? 0 : line[(index + 1)...].prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
            let startsCharacter = byte & 0xC0 != 0x80
            let width = (stands ? 1 : 3) + (startsCharacter ? 3 * following : 0)
            if column + width > longestLine - (isLast ? 0 : 1), column > 0 {
                output += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
                if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F") {
                    output += escape(byte)
                    column = 3
                    continue
                }
            }
            if stands {
                output.append(byte)
                column += 1
            } else {
                output += escape(byte)
                column += 3
            }
        }
        output += [0x0D, 0x0A]
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
    }

    /// `=C3` for 0xC3.
    static func escape(_ byte: UInt8) -> [UInt8] {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
        return [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 0xF)]
    }
}
