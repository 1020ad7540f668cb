extension TOMLReader {
    /// Reads any of the four kinds of string.
    mutating func string() -> TOMLValue {
        let quote = bytes[at]
        if peek(1) == quote, peek(2) == quote { return multilineString() }
        let start = at
        guard let (text, range) = singleLineString() else { return TOMLValue(.invalid, SourceRange(start, at)) }
        return TOMLValue(text.map { .string($0) } ?? .invalid, range)
    }

    /// Reads a string on one line.
    ///
    /// - Returns: nil if it has no end; a nil text if there is an escape in it that means nothing.
    mutating func singleLineString() -> (text: String?, range: SourceRange)? {
        let start = at
        let quote = bytes[start]
        guard let end = stringEnd(from: start) else {
            at = lineEnd(from: start)
            report(.unterminatedString, SourceRange(start, trimmed(start, at)))
            isMuted = true
            return nil
        }
        at = end
        let range = SourceRange(start, end)
        let isLiteral = quote == UInt8(ascii: "'")
        return (content((start + 1)..<(end - 1), isLiteral: isLiteral, isMultiline: false), range)
    }

    private mutating func multilineString() -> TOMLValue {
        let start = at
        let quote = bytes[start]
        let isLiteral = quote == UInt8(ascii: "'")
        var first = start + 3
        if first < bytes.count, bytes[first] == UInt8(ascii: "\r") { first += 1 }
        if first < bytes.count, bytes[first] == UInt8(ascii: "\n") { first += 1 } else { first = start + 3 }
        var offset = first
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\\"), !isLiteral {
                offset += 2
                continue
            }
            guard bytes[offset] == quote else {
                offset += 1
                continue
            }
            // Up to two quotes may stand right before the three that close.
            let quotes = bytes[offset...].prefix(5).prefix { $0 == quote }.count
            if quotes >= 3 {
                at = offset + quotes
                let text = content(first..<(at - 3), isLiteral: isLiteral, isMultiline: true)
                return TOMLValue(text.map { .string($0) } ?? .invalid, SourceRange(start, at))
            }
            offset += quotes
        }
        let opening = SourceRange(start, start + 3)
        report(.unterminatedMultilineString, opening)
        givenUp = .done
        at = headerLine(from: start) ?? bytes.count
        return TOMLValue(.invalid, opening)
    }

    /// The next line that is a header: where to go on after a string without an end.
    private func headerLine(from start: Int) -> Int? {
        var line = lineEnd(from: start)
        while line < bytes.count {
            line = blanksEnd(from: line + 1)
            if looksLikeHeader(line) { return line }
            line = lineEnd(from: line)
        }
        return nil
    }

    /// What the string says, or nil after reporting the first escape that means nothing.
    private mutating func content(_ range: Range<Int>, isLiteral: Bool, isMultiline: Bool) -> String? {
        let isPlain = !bytes[range].contains {
            $0 == UInt8(ascii: "\\") && !isLiteral || $0 == UInt8(ascii: "\r")
        }
        if isPlain { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\\"), !isLiteral {
                if isMultiline, let end = continuation(from: offset + 1, to: range.upperBound) {
                    offset = end
                    continue
                }
                guard let (scalar, end) = escape(at: offset, to: range.upperBound) else { return nil }
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                offset = end
            } else {
                // A line end in a string is LF, whatever the file's are.
                let isCRLF =
                    byte == UInt8(ascii: "\r") && offset + 1 < range.upperBound
                    && bytes[offset + 1] == UInt8(ascii: "\n")
                if !isCRLF { text.append(byte) }
                offset += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where the text goes on if the backslash before `start` ends its line.
    private func continuation(from start: Int, to limit: Int) -> Int? {
        var end = start
        while end < limit, bytes[end].isBlank { end += 1 }
        guard end < limit, bytes[end].isLineEnd else { return nil }
        while end < limit, bytes[end].isBlank || bytes[end].isLineEnd { end += 1 }
        return end
    }

    private mutating func escape(at start: Int, to limit: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        guard start + 1 < limit else {
            report(.unknownEscape("\\"), SourceRange(start, start + 1))
            return nil
        }
        let digits: Int
        switch bytes[start + 1] {
        case UInt8(ascii: "b"): return ("\u{8}", start + 2)
        case UInt8(ascii: "t"): return ("\t", start + 2)
        case UInt8(ascii: "n"): return ("\n", start + 2)
        case UInt8(ascii: "f"): return ("\u{C}", start + 2)
        case UInt8(ascii: "r"): return ("\r", start + 2)
        case UInt8(ascii: "\""): return ("\"", start + 2)
        case UInt8(ascii: "\\"): return ("\\", start + 2)
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            var end = start + 2
            while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
            let range = SourceRange(start, end)
            report(.unknownEscape(excerpt(range)), range)
            return nil
        }
        var end = start + 2
        var number: UInt32 = 0
        while end < limit, end < start + 2 + digits, bytes[end].isHexDigit {
            number = number << 4 | UInt32(bytes[end].hexValue)
            end += 1
        }
        let range = SourceRange(start, end)
        guard end == start + 2 + digits else {
            report(.malformedUnicodeEscape(excerpt(range)), range)
            return nil
        }
        guard let scalar = Unicode.Scalar(number) else {
            report(.noSuchCharacter(excerpt(range)), range)
            return nil
        }
        return (scalar, end)
    }
}

extension UInt8 {
    /// The value of a hex digit.
    var hexValue: UInt8 { isDigit ? self & 0x0F : (self & 0x0F) + 9 }
}
