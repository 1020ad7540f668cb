public import ICalendar
public import Planning

/// One mail for one person: plain text and HTML that say the same.
///
/// The same message always gives the same bytes. Every header is made of checked parts (``HeaderText``,
/// ``MailAddress``, ``MailDate``, ``MessageToken``), so no title, name or body can add one.
public struct MailMessage: Sendable {
    public var from: Mailbox
    /// Who gets what is answered; the sender, where it is nil.
    public var replyTo: Mailbox?
    public var to: Mailbox
    public var date: MailDate
    public var token: MessageToken
    /// Adds `Importance: high` (RFC 2156 §5.3.4).
    public var urgent: Bool
    var language: Language
    var letter: Letter
    /// A moment for the recipient's calendar, attached.
    public var calendar: CalendarEntry?

    /// - Parameter token: Names the message to the far end, so that it can drop a repetition.
    public init(
        from: Mailbox, replyTo: Mailbox? = nil, to: Mailbox, date: MailDate, token: MessageToken, title: String,
        when: String,
        body: String, footer: String = "", language: Language, urgent: Bool = false
    ) {
        self.from = from
        self.replyTo = replyTo
        self.to = to
        self.date = date
        self.token = token
        self.urgent = urgent
        self.language = language
        letter = Letter(title: title, when: when, body: body, footer: footer)
    }

    /// The message that carries `parcel`.
    public init(
        _ parcel: Parcel, from: Mailbox, replyTo: Mailbox? = nil, to: Mailbox, date: MailDate
    ) {
        self.init(
            from: from, replyTo: replyTo, to: to, date: date, token: MessageToken(parcel.token), title: parcel.title,
            when: parcel.when, body: parcel.body, footer: parcel.footer, language: parcel.language,
            urgent: parcel.urgent)
    }

    /// `token@domain`, without angle brackets.
    public var messageID: String { "\(token)@\(from.address.asciiDomain)" }

    /// The message as it travels (RFC 5322): lines of at most 76 characters wherever they can be broken, ended
    /// by CRLF, ASCII unless an address is not. Dots are not stuffed: that is the transport's.
    public func bytes() -> [UInt8] {
        var header = HeaderBlock()
        header.add("From", from)
        if let replyTo { header.add("Reply-To", replyTo) }
        header.add("To", to)
        header.add("Subject", HeaderText(showing: letter.title))
        header.add("Date", date.description)
        header.add("Message-ID", "<\(messageID)>")
        // RFC 3834 §5: nobody's vacation notice answers it.
        header.add("Auto-Submitted", "auto-generated")
        // One list for everything (RFC 2919): which ritual it is stays out of the headers.
        header.add("List-Id", HeaderText(showing: "Troth"), id: "troth.\(listDomain)")
        // Where a reply is read, saying so is enough (RFC 2369 §3.2); an address that needs SMTPUTF8 has no such form.
        if let replyTo, !replyTo.address.needsSMTPUTF8 {
            header.add("List-Unsubscribe", "<mailto:\(replyTo.address.uriText)?subject=unsubscribe>")
        }
        header.add("X-Troth-Key", token.description)
        if urgent { header.add("Importance", "high") }
        header.add("Content-Language", language.rawValue)
        header.add("MIME-Version", "1.0")
        guard let calendar else { return header.bytes + alternatives() }
        header.add("Content-Type", words: ["multipart/mixed;", "boundary=\"\(boundary)mixed\""])
        var bytes = header.bytes + MailMessage.lineEnd
        bytes += Array("--\(boundary)mixed\r\n".utf8) + alternatives()
        bytes += Array("--\(boundary)mixed\r\n".utf8)
        bytes += part(
            "text/calendar", CalendarFile([calendar], from: from).text.replacingLineEnds,
            parameters: ["method=PUBLISH;"], disposition: ["attachment;", "filename=\"troth.ics\""])
        bytes += Array("--\(boundary)mixed--\r\n".utf8)
        return bytes
    }

    /// The same words twice, for a reader to choose.
    private func alternatives() -> [UInt8] {
        var header = HeaderBlock()
        header.add("Content-Type", words: ["multipart/alternative;", "boundary=\"\(boundary)\""])
        var bytes = header.bytes + MailMessage.lineEnd
        for (type, text) in [
            ("text/plain", letter.plainText), ("text/html", HTMLBody(letter: letter, language: language.rawValue).text),
        ] {
            bytes += Array("--\(boundary)\r\n".utf8) + part(type, text)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    private var listDomain: String {
        let domain = from.address.asciiDomain
        return domain.hasPrefix("troth.") ? String(domain.dropFirst(6)) : domain
    }

    /// `=_` stands in no quoted-printable text, and `_` in no base64, so no part can hold the boundary.
    private var boundary: String { "=_troth_\(token.description.prefix(48))" }

    private func part(
        _ type: String, _ text: String, parameters: [String] = [], disposition: [String] = []
    ) -> [UInt8] {
        let quoted = QuotedPrintable.bytes(text)
        let base64 = Base64.lines(text)
        let isQuoted = quoted.count <= base64.count
        var header = HeaderBlock()
        header.add("Content-Type", words: ["\(type);"] + parameters + ["charset=utf-8"])
        if !disposition.isEmpty { header.add("Content-Disposition", words: disposition) }
        header.add("Content-Transfer-Encoding", isQuoted ? "quoted-printable" : "base64")
        return header.bytes + MailMessage.lineEnd + (isQuoted ? quoted : base64)
    }
}

extension String {
    /// `\n` in place of CRLF, as bodies are given to their encodings.
    fileprivate var replacingLineEnds: String {
        split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    }
}

/// A name for a message that tells nothing: letters and digits only.
public struct MessageToken: Hashable, Sendable, CustomStringConvertible {
    private let text: String

    /// Letters and digits of `text`, at most 128 of them; `0` where there are none.
    public init(_ text: some StringProtocol) {
        let kept = text.utf8.filter {
            switch $0 {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                true
            default: false
            }
        }
        self.text = kept.isEmpty ? "0" : String(decoding: kept.prefix(128), as: UTF8.self)
    }

    public var description: String { text }
}
