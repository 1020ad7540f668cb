/// Finding the next statement after one that cannot be read.
extension TOMLReader {
    /// Passes over what is left of a statement: up to the end of the line on which all its
    /// brackets are closed, or to a line that can only be the next statement.
    mutating func skipStatement() {
        var depth = open
        while at < bytes.count {
            let byte = bytes[at]
            if byte.isLineEnd {
                at += 1
                if depth == 0 || looksLikeStatement(blanksEnd(from: at)) { return }
            } else if byte == UInt8(ascii: "#") {
                at = lineEnd(from: at)
            } else if byte.isQuote {
                at = stringEnd(from: at) ?? lineEnd(from: at)
            } else {
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
                at += 1
            }
        }
    }

    /// Where the string that opens here ends, or nil where it has no end on its line.
    func stringEnd(from start: Int) -> Int? {
        let quote = bytes[start]
        var end = start + 1
        while end < bytes.count, !bytes[end].isLineEnd {
            if bytes[end] == quote { return end + 1 }
            end += bytes[end] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
        }
        return nil
    }

    func looksLikeStatement(_ start: Int) -> Bool {
        looksLikeHeader(start) || pairStart(start) != nil
    }

    /// Where the value begins if `key =` stands here, its names bare or in plain quotes.
    func pairStart(_ start: Int) -> Int? {
        guard let key = plainKey(start), key.end < bytes.count, bytes[key.end] == UInt8(ascii: "=") else { return nil }
        return blanksEnd(from: key.end + 1)
    }

    /// Whether a whole header stands on this line, and nothing that could be a list in a list.
    func looksLikeHeader(_ start: Int) -> Bool {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return false }
        let brackets = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "[") ? 2 : 1
        let first = blanksEnd(from: start + brackets)
        guard let key = plainKey(first), key.parts > 1 || !couldBeValue(first, key.end) else { return false }
        guard key.end + brackets <= bytes.count,
            bytes[key.end..<(key.end + brackets)].allSatisfy({ $0 == UInt8(ascii: "]") })
        else { return false }
        let rest = blanksEnd(from: key.end + brackets)
        return rest == bytes.count || bytes[rest].isLineEnd || bytes[rest] == UInt8(ascii: "#")
    }

    private func couldBeValue(_ start: Int, _ end: Int) -> Bool {
        if !bytes[start].isLetter { return true }
        let word = bytes[start..<end].prefix { !$0.isBlank }
        return ["true", "false", "inf", "nan"].contains { word.elementsEqual($0.utf8) }
    }

    /// A key as people write it, if without the quotes that `ü` asks for, the blanks after it, and how many names
    /// it has.
    private func plainKey(_ start: Int) -> (end: Int, parts: Int)? {
        var end = start
        var parts = 0
        while true {
            let partStart = end
            if end < bytes.count, bytes[end].isQuote {
                guard let close = stringEnd(from: end) else { return nil }
                end = close
            } else {
                while end < bytes.count, bytes[end].isBareKey || bytes[end] >= 0x80 { end += 1 }
            }
            guard end > partStart else { return nil }
            parts += 1
            end = blanksEnd(from: end)
            guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return (end, parts) }
            end = blanksEnd(from: end + 1)
        }
    }

    /// Where the last line of a multi-line string begins, if it reads `key = """`: a sign
    /// that the quotes that close this string were meant to open another.
    func keyLine(closing value: TOMLValue) -> Int? {
        guard case .string = value.kind, value.range.end - value.range.start >= 6 else { return nil }
        let quote = bytes[value.range.start]
        let open = value.range.start..<(value.range.start + 3)
        guard bytes[open].allSatisfy({ $0 == quote }) else { return nil }
        let close = value.range.end - 3
        var lineStart = close
        while lineStart > open.upperBound, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
        guard lineStart > open.upperBound, pairStart(blanksEnd(from: lineStart)) == close else { return nil }
        return lineStart
    }
}
