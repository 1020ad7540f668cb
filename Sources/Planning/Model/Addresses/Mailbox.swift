/// A mail address with its owner's name, as headers show it: `Sam <sam@example.org>`.
public struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    /// Without control characters.
    public let name: String?
    public let address: MailAddress

    /// - Parameters:
    ///   - name: Control characters in it become spaces.
    ///   - address: Where its mail goes.
    public init(name: String? = nil, address: MailAddress) {
        self.name = name.map { name in
            String(String.UnicodeScalarView(name.unicodeScalars.map { $0.isControl ? " " : $0 })).trimmingSpaces
        }
        self.address = address
    }

    /// Reads `Sam <sam@example.org>`, `"Sam, at home" <sam@example.org>` or `sam@example.org`.
    ///
    /// - Throws: ``MailAddressError``, with the place in `text`.
    public init(parsing text: some StringProtocol) throws(MailAddressError) {
        var reader = AddressReader(text)
        self = try reader.mailbox()
    }

    /// As a person writes it, without encoding.
    public var description: String { name.map { "\($0) <\(address)>" } ?? address.description }
}
