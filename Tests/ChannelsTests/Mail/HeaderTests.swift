import CivilTime
import Planning
import Testing

@testable import Mail

struct HeaderTests {
    @Test func headerTextHoldsNoControlCharacter() {
        #expect(HeaderText("a\r\nBcc: x@y.z") == nil)
        #expect(HeaderText("a\u{0}") == nil)
        #expect(HeaderText("a\u{2028}b") == nil)
        #expect(HeaderText(" a b ")?.description == "a b")
        #expect(HeaderText(showing: "a\r\nb\tc\u{1B}[1m\u{85}d").description == "a b c\u{FFFD}[1m d")
    }

    static let dates: [(Int64, Int32, String)] = [
        (1_795_370_400, 3600, "Sun, 22 Nov 2026 19:00:00 +0100"),
        (1_795_370_400, -21600, "Sun, 22 Nov 2026 12:00:00 -0600"),
        (1_795_370_400, 20700, "Sun, 22 Nov 2026 23:45:00 +0545"),
        (0, 0, "Thu, 1 Jan 1970 00:00:00 +0000"),
        (0, -1, "Thu, 1 Jan 1970 00:00:00 +0000"),
        (0, -44, "Thu, 1 Jan 1970 00:00:00 +0000"),
        (0, -2670, "Wed, 31 Dec 1969 23:16:00 -0044"),
    ]

    @Test(arguments: dates)
    func datesAreWrittenAsRFC5322(_ seconds: Int64, _ offset: Int32, _ text: String) {
        #expect(MailDate(Timestamp(seconds: seconds), offset: offset).description == text)
    }

    static let subjects: [(String, String)] = [
        ("Weekly check-in", "Subject: Weekly check-in\r\n"),
        ("Für dich", "Subject: =?utf-8?B?RsO8ciBkaWNo?=\r\n"),
        ("Für dich, heute noch", "Subject: =?utf-8?Q?F=C3=BCr_dich=2C_heute_noch?=\r\n"),
        ("日本語", "Subject: =?utf-8?B?5pel5pys6Kqe?=\r\n"),
        ("=?utf-8?Q?a?=", "Subject: =?utf-8?B?PT91dGYtOD9RP2E/PQ==?=\r\n"),
        ("a  b", "Subject: =?utf-8?Q?a__b?=\r\n"),
        ("", ""),
    ]

    @Test(arguments: subjects)
    func subjectsAreEncoded(_ subject: String, _ line: String) {
        var header = HeaderBlock()
        header.add("Subject", HeaderText(showing: subject))
        #expect(String(decoding: header.bytes, as: UTF8.self) == line)
    }

    static let names: [(String, String)] = [
        ("Troth", "From: Troth <troth@example.org>\r\n"),
        ("Sam J. Smith", "From: \"Sam J. Smith\" <troth@example.org>\r\n"),
        ("Sam \"the\" \\", "From: \"Sam \\\"the\\\" \\\\\" <troth@example.org>\r\n"),
        ("Jürgen", "From: =?utf-8?Q?J=C3=BCrgen?= <troth@example.org>\r\n"),
    ]

    @Test(arguments: names)
    func namesAreQuotedOrEncoded(_ name: String, _ line: String) throws {
        var header = HeaderBlock()
        header.add("From", Mailbox(name: name, address: try MailAddress(parsing: "troth@example.org")))
        #expect(String(decoding: header.bytes, as: UTF8.self) == line)
    }

    static let injections: [String] = ["a\r\nBcc: evil@example.org", "a\u{2028}b", "\u{0}"]

    /// Neither a name nor an address can add a header.
    @Test(arguments: injections)
    func noNameAddsAHeader(_ name: String) throws {
        let mailbox = Mailbox(name: name, address: try MailAddress(parsing: "house@example.org"))
        var header = HeaderBlock()
        header.add("Reply-To", mailbox)
        let text = String(decoding: header.bytes, as: UTF8.self)
        #expect(text.hasPrefix("Reply-To: ") && text.contains("house@example.org") && text.split(separator: "\r\n").count == 1)
        #expect(text.dropLast(2).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.isASCII })
        #expect((try? Mailbox(parsing: "\(name) <house@example.org>")) == nil)
    }

    @Test func encodedWordsEndBetweenCharacters() {
        let text = String(repeating: "👩‍👩‍👧‍👦é\u{301}", count: 40)
        for word in EncodedWord.words(text, after: 9) {
            #expect(word.utf8.count <= 75)
            #expect(word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?="))
        }
        // A single character longer than a word is split between its scalars.
        for word in EncodedWord.words("e" + String(repeating: "\u{301}", count: 500), after: 9) {
            #expect(word.utf8.count <= 75)
        }
    }
}
