/// A stretch of a text, in byte offsets: from `start` up to but not including `end`.
public struct SourceRange: Sendable, Hashable {
    public let start: Int
    public let end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// From this range's start to the other one's end.
    public func through(_ other: SourceRange) -> SourceRange { SourceRange(start, other.end) }
}

/// A place as people count it: lines and columns from 1, columns in characters, a tab as one.
public struct SourcePosition: Sendable, Hashable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// What is needed to show a stretch of text under its line with carets.
public struct SourceExcerpt: Sendable, Hashable {
    public let position: SourcePosition
    /// The line without its end; control characters other than tabs stand as visible signs, one for one.
    public let line: String
    /// How many characters of the line the stretch covers, at least 1 so that there is a caret to draw.
    public let width: Int
}

/// A text together with the places of its lines.
///
/// Lines end with LF or CRLF. Bytes that are not UTF-8 read as U+FFFD.
public struct SourceText: Sendable {
    public let bytes: [UInt8]
    private let lineStarts: [Int]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// The line and column of a byte offset; offsets outside the text count as its ends.
    public func position(of offset: Int) -> SourcePosition {
        let number = lineNumber(of: offset)
        let start = lineStarts[number - 1]
        let prefix = characters(start, max(start, min(offset, lineEnd(number))))
        return SourcePosition(line: number, column: prefix + 1)
    }

    /// The line with this number (from 1) without its end, or an empty one where there is none.
    public func line(_ number: Int) -> String {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        let text = String(decoding: bytes[lineStarts[number - 1]..<lineEnd(number)], as: UTF8.self)
        guard text.unicodeScalars.contains(where: { visible($0) != $0 }) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { shown.append(visible(scalar)) }
        return String(shown)
    }

    /// The text of a stretch as it stands.
    public func text(_ range: SourceRange) -> String {
        String(decoding: bytes[clamped(range.start)..<clamped(range.end)], as: UTF8.self)
    }

    /// What a caret display needs for a stretch: its first line, and how much of that line it covers.
    public func excerpt(_ range: SourceRange) -> SourceExcerpt {
        let position = position(of: range.start)
        let end = min(clamped(range.end), lineEnd(position.line))
        let start = clamped(range.start)
        let width = start < end ? characters(start, end) : 0
        return SourceExcerpt(position: position, line: line(position.line), width: max(width, 1))
    }

    private func clamped(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }

    private func characters(_ start: Int, _ end: Int) -> Int {
        let slice = bytes[start..<end]
        // One byte is one character as long as all is ASCII and no CRLF hides in it.
        if slice.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) { return slice.count }
        return String(decoding: slice, as: UTF8.self).count
    }

    private func lineNumber(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    private func lineEnd(_ number: Int) -> Int {
        guard number < lineStarts.count else { return bytes.count }
        let end = lineStarts[number] - 1
        return end > lineStarts[number - 1] && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    /// A sign for what a terminal would act on: U+2400 and up show the C0 controls by name.
    private func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09: scalar
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80...0x9F: "\u{FFFD}"
        default: scalar
        }
    }
}
