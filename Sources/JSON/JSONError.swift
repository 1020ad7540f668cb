/// Why a text is no JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// The text ends inside a value, or before one.
        case unexpectedEnd
        /// A byte that cannot stand here.
        case unexpectedByte(UInt8)
        /// A whole value, and then more than white space.
        case trailingText
        /// The byte order mark, which RFC 8259 §8.1 forbids to write.
        case byteOrderMark
        /// `01`, `1.`, `.5`, `+1`, `1e`.
        case malformedNumber
        /// A number that is beyond a double's range.
        case numberTooLarge
        /// A control character inside a string, which has to be escaped.
        case controlCharacter(UInt8)
        /// A backslash before something else than `"\/bfnrtu`, or `\u` without four hex digits.
        case malformedEscape
        /// `\uD800` to `\uDFFF` without its other half: not a character.
        case loneSurrogate
        /// Bytes that are not UTF-8.
        case malformedUTF8
        /// The same name twice in an object: which one counts is anybody's guess, so none does.
        case repeatedName(String)
        /// Arrays and objects nested beyond the limit.
        case tooDeep(limit: Int)
    }

    public let reason: Reason
    /// How many bytes of the text stand before the place.
    public let offset: Int

    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension JSONError: CustomStringConvertible {
    /// One plain sentence with the place, as `expected more text, at byte 12`.
    public var description: String { "\(reason), at byte \(offset)" }
}

extension JSONError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unexpectedEnd: "the text ends too early"
        case .unexpectedByte(let byte):
            if (0x21...0x7E).contains(byte) {
                "unexpected `\(Character(Unicode.Scalar(byte)))`"
            } else {
                "unexpected byte \(hexadecimal(byte))"
            }
        case .trailingText: "there is more text after the value"
        case .byteOrderMark: "the text starts with a byte order mark"
        case .malformedNumber: "this number is not written as JSON writes numbers"
        case .numberTooLarge: "this number is too large"
        case .controlCharacter(let byte): "control character \(hexadecimal(byte)) in a string"
        case .malformedEscape: "this is no escape that JSON knows"
        case .loneSurrogate: "half of a surrogate pair is no character"
        case .malformedUTF8: "these bytes are not UTF-8"
        case .repeatedName(let name): "the name `\(name)` is there twice"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        }
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}
