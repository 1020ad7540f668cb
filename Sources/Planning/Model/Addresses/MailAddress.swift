/// An electronic mail address that is known to be well formed: `sam@example.org`.
///
/// The local part is a dot-atom (RFC 5322 §3.2.3, widened by RFC 6532 to letters beyond ASCII), the domain a
/// host name (RFC 1035 §2.3.1, also with letters beyond ASCII: RFC 5890). Quoted local parts and domain literals, which
/// no person's mailbox has, are refused. It holds no space and no control character, so it can stand in any
/// header, command and argument.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    public let localPart: String
    public let domain: String

    init(localPart: String, domain: String) {
        self.localPart = localPart
        self.domain = domain
    }

    /// Reads an address.
    ///
    /// - Throws: ``MailAddressError``, with the place in `text`.
    public init(parsing text: some StringProtocol) throws(MailAddressError) {
        var reader = AddressReader(text)
        self = try reader.address(until: nil)
    }

    public var description: String { "\(localPart)@\(domain)" }

    /// Whether only a server that offers SMTPUTF8 (RFC 6531) can take it: the local part is its mailbox's own affair,
    /// and there is no other way of writing it.
    public var needsSMTPUTF8: Bool { !isASCII(localPart) }

    /// The domain as every mail server takes it, ``DomainName/ascii(_:)``.
    public var asciiDomain: String { DomainName.ascii(domain) }

    /// The address as envelopes and headers carry it: with ``asciiDomain``.
    public var wire: String { "\(localPart)@\(asciiDomain)" }
}

/// Why a text is no address, and where.
public struct MailAddressError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case empty
        /// There is no `@`.
        case noAt
        /// Nothing stands before the `@`.
        case noLocalPart
        /// Nothing stands after the `@`.
        case noDomain
        /// A character that cannot stand in an address.
        case character(Unicode.Scalar)
        /// A character that cannot stand in a name.
        case nameCharacter(Unicode.Scalar)
        /// A dot at either end of the local part or of the domain, or two in a row.
        case dot
        /// A part of the domain begins or ends with a hyphen.
        case hyphen
        /// `"a b"@example.org`
        case quotedLocalPart
        /// `sam@[192.0.2.1]`
        case domainLiteral
        /// `<` without `>`, or text after it.
        case brackets
        /// A quoted name without its second quote.
        case quote
        /// A local part over 64 bytes, a domain over 253, one of its labels over 63.
        case tooLong
    }

    public let reason: Reason
    /// Bytes (UTF-8) before the place, and how many it spans.
    public let offset: Int
    public let length: Int

    init(_ reason: Reason, at offset: Int, length: Int = 1) {
        self.reason = reason
        self.offset = offset
        self.length = length
    }

    public var description: String {
        switch reason {
        case .empty: "there is no address"
        case .noAt: "an address has an `@`"
        case .noLocalPart: "there is nothing before the `@`"
        case .noDomain: "there is nothing after the `@`"
        case .character(let scalar): "\(shown(scalar)) cannot stand in an address"
        case .nameCharacter(let scalar): "\(shown(scalar)) cannot stand in a name unless the name is in double quotes"
        case .dot: "a dot stands between two other characters of an address"
        case .hyphen: "no part of a domain begins or ends with a hyphen"
        case .quotedLocalPart: "addresses in quotes are not supported"
        case .domainLiteral: "a domain is a name, not a number in brackets"
        case .brackets: "an address after a name stands between `<` and `>`, and ends the text"
        case .quote: "the name's second quote is missing"
        case .tooLong: "this part of the address is too long"
        }
    }

    private func shown(_ scalar: Unicode.Scalar) -> String {
        scalar.isControl ? "a control character (U+\(hexadecimal(scalar.value)))" : scalar == " " ? "a space" : "`\(scalar)`"
    }
}
