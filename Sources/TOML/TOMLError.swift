/// One thing that is wrong in a TOML file, and where.
///
/// ``message`` and ``hint`` are its words, all of them in one file.
public struct TOMLError: Error, Sendable, Hashable {
    public let reason: Reason
    public let range: SourceRange

    public init(_ reason: Reason, _ range: SourceRange) {
        self.reason = reason
        self.range = range
    }

    public enum Reason: Sendable, Hashable {
        // Bytes.
        case malformedUTF8
        /// The file looks like UTF-16.
        case otherEncoding
        case controlCharacter(UInt8)
        /// A carriage return that no line feed follows.
        case bareCarriageReturn

        // Statements and keys.
        /// A line that is neither a header nor `key = value`.
        case notAStatement(String)
        case missingEquals(key: String)
        case colonForEquals
        case missingValue(key: String)
        case missingKey
        /// A dot with no name before or after it.
        case missingKeyPart
        /// A key that has to stand in quotes.
        case unquotedKey(String)
        case multilineKey
        case textAfterValue(String)
        case textAfterHeader(String)
        case malformedHeader
        case unclosedHeader(brackets: Int)

        // Strings.
        case unterminatedString
        case unterminatedMultilineString
        case unknownEscape(String)
        /// `\u` or `\U` without its four or eight hex digits.
        case malformedUnicodeEscape(String)
        /// `\u` or `\U` with a number that is no character.
        case noSuchCharacter(String)
        case smartQuotes(String)

        // Other values.
        /// No value that TOML knows: most often a string without quotes.
        case unknownValue(String)
        case misspelledBoolean(String)
        case malformedNumber(String)
        case leadingZero(String)
        case misplacedUnderscore(String)
        case integerTooLarge(String)
        case floatTooLarge(String)
        case malformedDate(String)
        case malformedTime(String)
        case timeWithoutSeconds(String)
        case noSuchDate(year: Int, month: Int, day: Int)
        case noSuchTime(String)
        case noSuchOffset(String)

        // Arrays and inline tables.
        case unclosedArray
        case unclosedInlineTable
        case missingComma
        case strayComma
        case trailingComma
        case newlineInInlineTable
        case tooDeep(limit: Int)

        // One name for two things. `first` is where the name was first used.
        case repeatedKey(String, first: SourceRange)
        case repeatedTable(String, first: SourceRange)
        /// `[a]` or `a.b = 1` where `a` is a value.
        case notATable(String, first: SourceRange)
        /// `[[a]]` where `a` is a table.
        case notAnArrayOfTables(String, first: SourceRange)
        /// `[a]` where `[[a]]` made an array.
        case isAnArrayOfTables(String, first: SourceRange)
        /// `[[a]]` or `[a.b]` where `a = [...]`.
        case closedArray(String, first: SourceRange)
        /// `[a.b]` or `a.b = 1` where `a = {...}`.
        case closedInlineTable(String, first: SourceRange)
        /// `a.b = 1` where `[a]` is a table of its own, or `[a]` where `a.b = 1` made it.
        case definedElsewhere(String, first: SourceRange)
    }

    /// Where a name that is used twice was used first.
    public var first: SourceRange? {
        switch reason {
        case .repeatedKey(_, let first), .repeatedTable(_, let first), .notATable(_, let first),
            .notAnArrayOfTables(_, let first), .isAnArrayOfTables(_, let first), .closedArray(_, let first),
            .closedInlineTable(_, let first), .definedElsewhere(_, let first):
            first
        default: nil
        }
    }
}

extension TOMLError: Comparable {
    /// In the order of the file.
    public static func < (one: TOMLError, other: TOMLError) -> Bool {
        (one.range.start, one.range.end) < (other.range.start, other.range.end)
    }
}
