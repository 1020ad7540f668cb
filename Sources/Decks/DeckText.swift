/// A deck that somebody wrote as a text file: a prompt on each line.
///
/// Empty lines, and lines that begin with `#`, are left out. Line ends are those of any system.
public struct DeckText: Sendable, Hashable {
    /// Each once, in the order of the file, without spaces around them.
    public let prompts: [String]

    /// The most characters that a prompt may have.
    public static let longest = 500

    /// Reads the bytes of a file.
    ///
    /// - Throws: ``DeckTextError``, with the place of the first thing that is wrong.
    public init(parsing bytes: [UInt8]) throws(DeckTextError) {
        var prompts: [String] = []
        var first: [String: Int] = [:]
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 0
        while start < bytes.count {
            number += 1
            let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
            var line = bytes[start..<end]
            start = end + 1
            if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { start += 1 }
            while let byte = line.first, byte == 0x20 || byte == 0x09 { line.removeFirst() }
            while let byte = line.last, byte == 0x20 || byte == 0x09 { line.removeLast() }
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            func wrong(_ reason: DeckTextError.Reason, at offset: Int, _ length: Int) -> DeckTextError {
                DeckTextError(line: number, range: offset..<offset + length, reason: reason)
            }
            guard let text = String(validating: line, as: UTF8.self) else {
                throw wrong(.notUTF8, at: line.startIndex, line.count)
            }
            var offset = line.startIndex
            for scalar in text.unicodeScalars {
                let width = UTF8.width(scalar)
                if Self.isControl(scalar) { throw wrong(.controlCharacter(scalar.value), at: offset, width) }
                offset += width
            }
            if text.count > Self.longest { throw wrong(.tooLong(limit: Self.longest), at: line.startIndex, line.count) }
            if let other = first[text] { throw wrong(.twice(other), at: line.startIndex, line.count) }
            first[text] = number
            prompts.append(text)
        }
        self.prompts = prompts
    }

    /// Controls but the tab, line and paragraph separators, and marks that turn the direction of writing.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 && scalar.value != 0x09 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: return (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }
}

/// What is wrong with a deck's text, and where.
public struct DeckTextError: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case notUTF8
        case controlCharacter(UInt32)
        case tooLong(limit: Int)
        /// The prompt stands on that line already.
        case twice(Int)
    }

    /// Counted from 1.
    public var line: Int
    /// Bytes of the file.
    public var range: Range<Int>
    public var reason: Reason
}
