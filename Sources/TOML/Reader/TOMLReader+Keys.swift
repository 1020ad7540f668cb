extension TOMLReader {
    /// Reads a key: one name, or several with dots between them.
    ///
    /// A name that lacks its quotes is reported, and read as if it had them.
    mutating func key(in place: Place) throws(GivenUp) -> [TOMLKey] {
        let start = at
        skipBlanks()
        var parts: [TOMLKey] = []
        var dot: Int?
        while true {
            parts.append(try part(in: place, after: dot, start: start))
            let end = at
            skipBlanks()
            dot = at
            guard take(UInt8(ascii: ".")) else {
                at = end
                return parts
            }
            if parts.count == TOMLDocument.greatestDepth {
                report(.tooDeep(limit: TOMLDocument.greatestDepth), SourceRange(start, end))
                throw .inside
            }
            skipBlanks()
        }
    }

    private mutating func part(in place: Place, after dot: Int?, start lineStart: Int) throws(GivenUp) -> TOMLKey {
        let start = at
        if let byte = peek(), byte.isQuote { return try quotedPart() }
        while let byte = peek(), byte.isBareKey { at += 1 }
        if at > start, isEndOfPart(blanksEnd(from: at), in: place) {
            return TOMLKey(String(decoding: bytes[start..<at], as: UTF8.self), SourceRange(start, at))
        }
        let (end, sign) = place == .header ? headerPart(from: start) : pairPart(from: start)
        let text = SourceRange(start, end)
        if end == start {
            switch (place, sign, dot == nil) {
            case (.header, _, true): report(.malformedHeader, SourceRange(lineStart - 1, contentEnd(from: lineStart)))
            case (.statement, UInt8(ascii: "=")?, true), (.inlineTable, UInt8(ascii: "=")?, true):
                report(.missingKey, SourceRange(start, start + 1))
            default: report(.missingKeyPart, SourceRange(dot ?? start, (dot ?? start) + 1))
            }
            throw .inside
        }
        guard let sign else {
            let line = SourceRange(lineStart, contentEnd(from: start))
            if place == .header {
                report(.unclosedHeader(brackets: 1), SourceRange(lineStart - 1, line.end))
            } else {
                report(.notAStatement(excerpt(line)), line)
            }
            throw .inside
        }
        if place == .header, bytes[start] == UInt8(ascii: "[") {
            report(.malformedHeader, SourceRange(lineStart - 1, contentEnd(from: lineStart)))
            throw .inside
        }
        at = end
        if !sign.isQuote { report(.unquotedKey(excerpt(text)), text) }
        return TOMLKey(unquoted(text), text)
    }

    private mutating func quotedPart() throws(GivenUp) -> TOMLKey {
        let start = at
        if let quote = peek(), peek(1) == quote, peek(2) == quote {
            report(.multilineKey, SourceRange(start, start + 3))
            throw .inside
        }
        guard let (name, range) = singleLineString() else { throw .inside }
        // A name with a bad escape still is a name; its error is reported.
        return TOMLKey(name ?? String(decoding: bytes[range.start..<range.end], as: UTF8.self), range)
    }

    private func isEndOfPart(_ offset: Int, in place: Place) -> Bool {
        guard offset < bytes.count else { return true }
        switch bytes[offset] {
        case UInt8(ascii: "."), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): return true
        case UInt8(ascii: "]"): return place == .header
        case UInt8(ascii: "="): return place != .header
        case UInt8(ascii: ","), UInt8(ascii: "}"): return place == .inlineTable
        case UInt8(ascii: ":"): return place != .header && isColonForEquals(offset)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
            return place != .header && bytes[offset - 1].isBlank
        default: return place != .header && bytes[offset - 1].isBlank && smartQuoteWidth(offset) > 0
        }
    }

    /// A colon that was meant for a `=`: something follows it as a value would, or there is no `=`.
    private func isColonForEquals(_ offset: Int) -> Bool {
        guard offset + 1 < bytes.count else { return true }
        let next = bytes[offset + 1]
        if next.isBlank || next.isLineEnd || next.isQuote || next == UInt8(ascii: "[") || next == UInt8(ascii: "{") {
            return true
        }
        // Near by, for there may be any number of colons on one line.
        let near = bytes[offset...].prefix(256).prefix { !$0.isLineEnd }
        return !near.contains(UInt8(ascii: "="))
    }

    /// The name that begins here and lacks its quotes, and the sign that ends the key on
    /// this line: `=`, a colon in its place, or the quote of a value with no `=` before it.
    private func pairPart(from start: Int) -> (end: Int, sign: UInt8?) {
        var offset = start
        var dot: Int?
        var sign: UInt8?
        var isColon: Bool?
        scan: while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): break scan
            case UInt8(ascii: "="):
                sign = byte
                break scan
            case UInt8(ascii: ","), UInt8(ascii: "}"): if open > 0 { break scan }
            case UInt8(ascii: "."): dot = dot ?? offset
            case UInt8(ascii: ":"):
                // Asked once, for one line may have any number of colons.
                isColon = isColon ?? isColonForEquals(offset)
                if isColon == true {
                    sign = byte
                    break scan
                }
            default:
                if offset > start, bytes[offset - 1].isBlank, byte.isQuote || smartQuoteWidth(offset) > 0 {
                    sign = UInt8(ascii: "\"")
                    break scan
                }
            }
            offset += 1
        }
        return (trimmed(start, min(dot ?? offset, offset)), sign)
    }

    private func headerPart(from start: Int) -> (end: Int, sign: UInt8?) {
        var offset = start
        var dot: Int?
        while offset < bytes.count, !bytes[offset].isLineEnd, bytes[offset] != UInt8(ascii: "#") {
            if bytes[offset] == UInt8(ascii: "]") { return (trimmed(start, min(dot ?? offset, offset)), bytes[offset]) }
            if bytes[offset] == UInt8(ascii: ".") { dot = dot ?? offset }
            offset += 1
        }
        return (trimmed(start, min(dot ?? offset, offset)), nil)
    }

    func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        return end
    }

    /// The text without the curly quotes that may stand around it.
    private func unquoted(_ range: SourceRange) -> String {
        let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
        let lead = smartQuoteWidth(range.start)
        guard lead > 0, range.end - range.start > lead + 2 else { return text }
        return String(text.dropFirst().dropLast())
    }
}
