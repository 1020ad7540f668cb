import TOML

/// Where each byte of a string's value stands in its file, so that a mistake inside a
/// string is shown under the very letters, also behind escapes.
struct StringPlaces {
    /// The offset in the file of each byte of the value, and of its end.
    private let offsets: [Int]

    /// The places of the string that `range` covers, its quotes included. The string has
    /// been read without a mistake before.
    init(_ source: SourceText, _ range: SourceRange) {
        let bytes = source.bytes
        var offsets: [Int] = []
        let quote = bytes[range.start]
        let isMultiline =
            range.end - range.start >= 6 && bytes[range.start + 1] == quote && bytes[range.start + 2] == quote
        let isLiteral = quote == UInt8(ascii: "'")
        var at = range.start + (isMultiline ? 3 : 1)
        let end = range.end - (isMultiline ? 3 : 1)
        if isMultiline {
            if at < end, bytes[at] == UInt8(ascii: "\r") { at += 1 }
            if at < end, bytes[at] == UInt8(ascii: "\n") { at += 1 }
        }
        while at < end {
            guard bytes[at] == UInt8(ascii: "\\"), !isLiteral, at + 1 < end else {
                let isCRLF = bytes[at] == UInt8(ascii: "\r") && at + 1 < end && bytes[at + 1] == UInt8(ascii: "\n")
                if !isCRLF { offsets.append(at) }
                at += 1
                continue
            }
            let (length, count) = Self.escape(bytes, at, end)
            offsets.append(contentsOf: repeatElement(at, count: count))
            at += length
        }
        offsets.append(end)
        self.offsets = offsets
    }

    /// How many bytes an escape takes in the file, and how many in the value.
    private static func escape(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (length: Int, count: Int) {
        switch bytes[at + 1] {
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let length = bytes[at + 1] == UInt8(ascii: "u") ? 6 : 10
            let digits = String(decoding: bytes[(at + 2)..<min(at + length, end)], as: UTF8.self)
            let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
            return (length, UTF8.width(scalar))
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            var next = at + 1
            while next < end, " \t\r\n".utf8.contains(bytes[next]) { next += 1 }
            return (next - at, 0)
        default:
            return (2, 1)
        }
    }

    /// The stretch of the file that holds these bytes of the value.
    func range(_ part: Range<Int>) -> SourceRange {
        let last = offsets.count - 1
        let start = min(max(part.lowerBound, 0), last)
        let end = min(max(part.upperBound, start), last)
        return SourceRange(offsets[start], offsets[end])
    }
}
