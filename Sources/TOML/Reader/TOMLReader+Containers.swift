extension TOMLReader {
    /// Reads an array. After an element that cannot be read the next one is, too.
    mutating func array(depth: Int) -> TOMLValue {
        let start = at
        guard enter(depth: depth) else { return invalid(from: start) }
        var elements: [TOMLValue] = []
        var needsComma = false
        while true {
            let isOnNewLine = skipSpaceAndComments()
            guard let byte = peek() else {
                return unclosed(.unclosedArray, from: start, then: .done)
            }
            if isOnNewLine, looksLikeStatement(at) {
                return unclosed(.unclosedArray, from: start, then: .done)
            }
            switch byte {
            case UInt8(ascii: "]"):
                leave()
                return TOMLValue(.array(elements), SourceRange(start, at))
            case UInt8(ascii: "}"):
                return unclosed(.unclosedArray, from: start, then: .inside)
            case UInt8(ascii: ","):
                if !needsComma { report(.strayComma, SourceRange(at, at + 1)) }
                needsComma = false
                at += 1
            default:
                if needsComma, let last = elements.last { missingComma(after: last) }
                elements.append(value(depth: depth + 1, in: .array))
                if givenUp != nil { return invalid(from: start) }
                needsComma = true
            }
        }
    }

    /// Reads an inline table. TOML 1.0 keeps it on one line; one that goes on for several
    /// is reported once and read all the same.
    mutating func inlineTable(depth: Int) -> TOMLValue {
        let start = at
        guard enter(depth: depth) else { return invalid(from: start) }
        let table = tree.inlineTable(depth: depth, start: start)
        var last: TOMLValue?
        var comma: Int?
        var isOnSeveralLines = false
        while true {
            skipBlanks()
            if let byte = peek(), byte.isLineEnd || byte == UInt8(ascii: "#") {
                if !isOnSeveralLines {
                    guard isClosedFurtherDown() else {
                        return abandon(table, .unclosedInlineTable, from: start, then: .inside)
                    }
                    report(.newlineInInlineTable, SourceRange(start, start + 1))
                    isOnSeveralLines = true
                    isMuted = true
                }
                skipSpaceAndComments()
            }
            switch peek() {
            case nil: return abandon(table, .unclosedInlineTable, from: start, then: .done)
            case UInt8(ascii: "}"):
                if let comma { report(.trailingComma, SourceRange(comma, comma + 1)) }
                leave()
                return TOMLValue(.table(tree.close(table, end: at)), SourceRange(start, at))
            case UInt8(ascii: "]"): return abandon(table, .unclosedInlineTable, from: start, then: .inside)
            case UInt8(ascii: ","):
                if last == nil { report(.strayComma, SourceRange(at, at + 1)) } else { comma = at }
                last = nil
                at += 1
            default:
                if let last { missingComma(after: last) }
                comma = nil
                last = entry(of: table, depth: depth)
                if givenUp != nil {
                    _ = tree.close(table, end: at)
                    return invalid(from: start)
                }
            }
        }
    }

    /// Reads one `key = value` of an inline table and returns the value.
    private mutating func entry(of table: Int, depth: Int) -> TOMLValue? {
        let start = at
        do {
            let path = try key(in: .inlineTable)
            let keyText = SourceRange(start, at)
            let place = try equalsSign(after: keyText)
            var value = TOMLValue(.invalid, SourceRange(at, at))
            switch peek() {
            case nil, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
                UInt8(ascii: "#"):
                report(.missingValue(key: excerpt(keyText)), place)
            default: value = self.value(depth: depth + path.count, in: .inlineTable)
            }
            insert(value, at: path, into: table)
            return value
        } catch {
            givenUp = error
            return nil
        }
    }

    private mutating func enter(depth: Int) -> Bool {
        guard depth <= TOMLDocument.greatestDepth else {
            report(.tooDeep(limit: TOMLDocument.greatestDepth), SourceRange(at, at + 1))
            givenUp = .inside
            return false
        }
        open += 1
        at += 1
        return true
    }

    private mutating func leave() {
        open -= 1
        at += 1
    }

    private mutating func missingComma(after last: TOMLValue) {
        if !last.isInvalid { report(.missingComma, SourceRange(last.range.end, last.range.end)) }
        isMuted = true
    }

    private mutating func unclosed(_ reason: TOMLError.Reason, from start: Int, then next: GivenUp) -> TOMLValue {
        report(reason, SourceRange(start, start + 1))
        open -= 1
        givenUp = next
        return invalid(from: start)
    }

    private mutating func abandon(
        _ table: Int, _ reason: TOMLError.Reason, from start: Int, then next: GivenUp
    ) -> TOMLValue {
        _ = tree.close(table, end: at)
        return unclosed(reason, from: start, then: next)
    }

    private func invalid(from start: Int) -> TOMLValue { TOMLValue(.invalid, SourceRange(start, at)) }

    /// Whether the brace that is open on this line is closed on a later one. Looks some way
    /// ahead and no further, or a file of open braces would take for ever.
    private func isClosedFurtherDown() -> Bool {
        var depth = 1
        var offset = at
        let end = min(bytes.count, at + 1024)
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\n"):
                if looksLikeHeader(blanksEnd(from: offset + 1)) { return false }
                offset += 1
            case UInt8(ascii: "#"): offset = lineEnd(from: offset)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): offset = stringEnd(from: offset) ?? lineEnd(from: offset)
            case UInt8(ascii: "{"):
                depth += 1
                offset += 1
            case UInt8(ascii: "}"):
                depth -= 1
                offset += 1
                if depth == 0 { return true }
            default: offset += 1
            }
        }
        return false
    }
}
