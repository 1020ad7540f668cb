/// The text of a letter as it is kept: plain lines, with `\n` between them.
public enum LetterText {
    /// The longest, in bytes: some ten pages.
    public static let limit = 20_000
    /// As far as a text is read that is longer, so that its size can be told.
    public static let readable = 1_000_000

    /// Reads what somebody wrote with any program.
    ///
    /// Line ends of every system become `\n`; a byte order mark before the first line, and empty lines after the last,
    /// are left out.
    ///
    /// - Throws: ``LetterFault``, the first that there is.
    public static func read(_ bytes: some Collection<UInt8>) throws(LetterFault) -> String {
        if bytes.count > readable { throw .tooLong(bytes: bytes.count) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return try read(text)
    }

    /// The same of a text.
    public static func read(_ text: String) throws(LetterFault) -> String {
        var lines: [String.UnicodeScalarView] = [.init()]
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            switch scalar {
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{2028}", "\u{2029}": lines.append(.init())
            case "\u{FEFF}" where last == nil: break
            case _ where scalar.isUnwritable && scalar != "\t": throw .character(scalar.value, line: lines.count)
            default: lines[lines.count - 1].append(scalar)
            }
        }
        guard let end = lines.lastIndex(where: { !String($0).isBlank }) else { throw .empty }
        let kept = lines[...end].map { String($0) }.joined(separator: "\n")
        if kept.utf8.count > limit { throw .tooLong(bytes: kept.utf8.count) }
        return kept
    }
}

/// Why a text is no letter.
public enum LetterFault: Error, Sendable, Hashable {
    case empty
    case tooLong(bytes: Int)
    case notUTF8
    /// A character that would act on a screen; lines are counted from 1.
    case character(UInt32, line: Int)
}
