extension UInt8 {
    /// A letter, digit, underscore or hyphen: what a key may have without quotes.
    var isBareKey: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    /// A space or a tab; no other white space counts in TOML.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
    var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}

/// The bytes that no TOML file may hold, wherever they stand, found in one pass ahead of
/// reading: so the reader itself need not look for them.
struct ForbiddenBytes {
    private(set) var errors: [TOMLError] = []
    /// The lines that have such an error, in order. Whatever else seems wrong with them
    /// most likely comes from it.
    private(set) var lines: [SourceRange] = []
    /// Whether the file is in another encoding altogether, so that reading it makes no sense.
    private(set) var isOtherEncoding = false

    init(_ bytes: [UInt8]) {
        let mark = bytes.prefix(2)
        if mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]) || mark.count == 2 && mark.contains(0) {
            errors = [TOMLError(.otherEncoding, SourceRange(0, 2))]
            isOtherEncoding = true
            return
        }
        var lineStart = 0
        var lineHasError = false
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            var width = 1
            var reason: TOMLError.Reason?
            switch byte {
            case UInt8(ascii: "\n"):
                if lineHasError { lines.append(SourceRange(lineStart, offset + 1)) }
                lineStart = offset + 1
                lineHasError = false
            case 0x20...0x7E, UInt8(ascii: "\t"): break
            case UInt8(ascii: "\r"):
                if offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n") {
                    reason = .bareCarriageReturn
                }
            case 0x80...:
                let character = ForbiddenBytes.character(at: offset, in: bytes)
                width = character.width
                if !character.isValid { reason = .malformedUTF8 }
            default: reason = .controlCharacter(byte)
            }
            if let reason, !lineHasError {
                errors.append(TOMLError(reason, SourceRange(offset, offset + width)))
                lineHasError = true
            }
            offset += width
        }
        if lineHasError { lines.append(SourceRange(lineStart, bytes.count + 1)) }
    }

    func spoils(_ offset: Int) -> Bool {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low].start <= offset
    }

    /// The multi-byte character at `offset` (Unicode, table 3-7), or how many bytes of a broken one to pass over.
    private static func character(at offset: Int, in bytes: [UInt8]) -> (width: Int, isValid: Bool) {
        let lead = bytes[offset]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return (1, false)
        }
        for step in 1..<length {
            let allowed = step == 1 ? second : 0x80...0xBF
            guard offset + step < bytes.count, allowed.contains(bytes[offset + step]) else { return (step, false) }
        }
        return (length, true)
    }
}
