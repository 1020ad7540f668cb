extension JSONReader {
    /// Reads a number: an integer where it has neither fraction nor exponent and fits,
    /// else a double. `-0` is the double, for an integer has no negative zero.
    mutating func number() throws(JSONError) -> JSON {
        let start = offset
        var isInteger = true
        let isNegative = skip(UInt8(ascii: "-"))
        let leading = offset
        let digits = skipDigits()
        guard digits > 0 else { throw malformed(start) }
        if digits > 1, bytes[leading] == UInt8(ascii: "0") { throw JSONError(.malformedNumber, at: start) }
        if skip(UInt8(ascii: ".")) {
            isInteger = false
            guard skipDigits() > 0 else { throw malformed(start) }
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            offset += 1
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            guard skipDigits() > 0 else { throw malformed(start) }
        }
        if isInteger, !(isNegative && digits == 1 && bytes[leading] == UInt8(ascii: "0")),
            let value = integer(leading..<offset, isNegative: isNegative)
        {
            return .integer(value)
        }
        guard let value = Double(String(decoding: bytes[start..<offset], as: UTF8.self)) else {
            throw malformed(start)
        }
        guard value.isFinite else { throw JSONError(.numberTooLarge, at: start) }
        return .double(value)
    }

    private func integer(_ digits: Range<Int>, isNegative: Bool) -> Int64? {
        var value: Int64 = 0
        for index in digits {
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            let digit = Int64(bytes[index] & 0x0F)
            let (next, spilled) =
                isNegative ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
            if overflow || spilled { return nil }
            value = next
        }
        return value
    }

    /// A number cut off by the text's end is an early end; any other is malformed.
    private func malformed(_ start: Int) -> JSONError {
        offset == bytes.count ? JSONError(.unexpectedEnd, at: offset) : JSONError(.malformedNumber, at: start)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
        return offset - start
    }

    /// Reads a string, from its opening quote to past its closing one.
    mutating func string() throws(JSONError) -> String {
        offset += 1
        var start = offset
        var result = ""
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                let rest = try text(start..<offset)
                offset += 1
                return result.isEmpty ? rest : result + rest
            case UInt8(ascii: "\\"):
                result += try text(start..<offset)
                result.unicodeScalars.append(try escape())
                start = offset
            case let byte where byte < 0x20:
                throw JSONError(.controlCharacter(byte), at: offset)
            default:
                offset += 1
            }
        }
        throw JSONError(.unexpectedEnd, at: offset)
    }

    /// The bytes as text, once it is sure that they are UTF-8.
    private func text(_ range: Range<Int>) throws(JSONError) -> String {
        if range.isEmpty { return "" }
        if let text = String(validating: bytes[range], as: UTF8.self) { return text }
        var place = range.lowerBound
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(range))
        } catch {
            place += error.byteOffsets.lowerBound
        }
        throw JSONError(.malformedUTF8, at: place)
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = offset
        guard start + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        offset += 2
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try codeUnit(of: start)
            if let scalar = Unicode.Scalar(first) { return scalar }
            guard first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
                bytes[offset + 1] == UInt8(ascii: "u")
            else { throw JSONError(.loneSurrogate, at: start) }
            offset += 2
            let second = try codeUnit(of: offset - 2)
            guard (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF)))
            else { throw JSONError(.loneSurrogate, at: start) }
            return scalar
        default: throw JSONError(.malformedEscape, at: start)
        }
    }

    /// The four hex digits that come next.
    private mutating func codeUnit(of escape: Int) throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
            guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else {
                throw JSONError(.malformedEscape, at: escape)
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }
}
