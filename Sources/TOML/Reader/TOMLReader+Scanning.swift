/// Where something stands: it decides what ends it.
enum Place {
    case statement, header, array, inlineTable
}

extension TOMLReader {
    func peek(_ ahead: Int = 0) -> UInt8? {
        at + ahead < bytes.count ? bytes[at + ahead] : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        at += 1
        return true
    }

    mutating func skipBlanks() {
        while at < bytes.count, bytes[at].isBlank { at += 1 }
    }

    func blanksEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isBlank { end += 1 }
        return end
    }

    func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
        return end
    }

    /// Steps over white space, line ends and comments, and says whether a line ended.
    @discardableResult
    mutating func skipSpaceAndComments() -> Bool {
        var passedLineEnd = false
        while at < bytes.count {
            if bytes[at].isBlank {
                at += 1
            } else if bytes[at].isLineEnd {
                at += 1
                passedLineEnd = true
            } else if bytes[at] == UInt8(ascii: "#") {
                at = lineEnd(from: at)
            } else {
                break
            }
        }
        return passedLineEnd
    }

    /// Where what stands on this line ends: before a comment and the blanks ahead of it.
    func contentEnd(from start: Int) -> Int {
        var end = start
        var solid = start
        while end < bytes.count, !bytes[end].isLineEnd, bytes[end] != UInt8(ascii: "#") {
            end += 1
            if !bytes[end - 1].isBlank { solid = end }
        }
        return solid
    }

    /// How many bytes a curly quote or a guillemet takes here, or 0.
    func smartQuoteWidth(_ offset: Int) -> Int {
        guard offset + 1 < bytes.count else { return 0 }
        if bytes[offset] == 0xC2, bytes[offset + 1] == 0xAB || bytes[offset + 1] == 0xBB { return 2 }
        guard offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else { return 0 }
        return (0x98...0x9F).contains(bytes[offset + 2]) ? 3 : 0
    }

    /// A stretch for use in a message: short enough for a line.
    func excerpt(_ range: SourceRange) -> String {
        let text = String(decoding: bytes[range.start..<min(range.end, range.start + 240)], as: UTF8.self)
        let isCut = range.end > range.start + 240 || text.count > 60
        return isCut ? text.prefix(60) + "…" : text
    }

    mutating func report(_ reason: TOMLError.Reason, _ range: SourceRange) {
        if isMuted || forbidden.spoils(range.start) { return }
        errors.append(TOMLError(reason, range))
    }
}
