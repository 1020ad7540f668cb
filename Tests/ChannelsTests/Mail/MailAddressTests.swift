import Planning
import Testing

struct MailAddressTests {
    static let good: [(String, String?, String)] = [
        ("sam@example.org", nil, "sam@example.org"),
        ("  sam@example.org ", nil, "sam@example.org"),
        ("Sam <sam@example.org>", "Sam", "sam@example.org"),
        ("\"Sam, at \\\"home\\\"\" <sam@example.org>", "Sam, at \"home\"", "sam@example.org"),
        ("<sam@example.org>", nil, "sam@example.org"),
        ("Sam J Smith<sam+troth@mail.example.org>", "Sam J Smith", "sam+troth@mail.example.org"),
        ("Jürgen Ödön <j@example.org>", "Jürgen Ödön", "j@example.org"),
        ("jürgen@exämple.org", nil, "jürgen@exämple.org"),
        ("sam@localhost", nil, "sam@localhost"),
        ("-sam@example.org", nil, "-sam@example.org"),
    ]

    @Test(arguments: good)
    func addressesAreRead(_ text: String, _ name: String?, _ address: String) throws {
        let read = try Mailbox(parsing: text)
        #expect(read.name == name)
        #expect(read.address.description == address)
    }

    static let bad: [(String, MailAddressError.Reason, Int, Int)] = [
        ("", .empty, 0, 1),
        ("   ", .empty, 0, 1),
        ("sam", .noAt, 0, 3),
        ("@example.org", .noLocalPart, 0, 1),
        ("sam@", .noDomain, 3, 1),
        ("sam smith@example.org", .character(" "), 3, 1),
        ("sam@exa mple.org", .character(" "), 7, 1),
        ("sam@example.org\r\nBcc: x@y.z", .character("@"), 3, 1),
        ("sam@example.org\r\n", .character("\r"), 15, 1),
        ("sam@example_1.org", .character("_"), 11, 1),
        ("sam.@example.org", .dot, 3, 1),
        ("s..m@example.org", .dot, 2, 1),
        ("sam@.example.org", .dot, 4, 1),
        ("sam@example.org.", .dot, 15, 1),
        ("sam@-example.org", .hyphen, 4, 1),
        ("sam@example-.org", .hyphen, 11, 1),
        ("\"a b\"@example.org", .brackets, 5, 1),
        ("Sam <\"a b\"@example.org>", .quotedLocalPart, 5, 17),
        ("sam@[192.0.2.1]", .domainLiteral, 4, 11),
        ("Sam <sam@example.org", .brackets, 4, 16),
        ("Sam <sam@example.org> x", .brackets, 22, 1),
        ("Sa\u{7}m <sam@example.org>", .nameCharacter("\u{7}"), 2, 1),
        ("Smith, Sam <sam@example.org>", .nameCharacter(","), 5, 1),
        ("\"Sam <sam@example.org>", .quote, 0, 22),
        ("a@b@example.org", .character("@"), 1, 1),
        ("jü rgen@example.org", .character(" "), 3, 1),
        ("sam\u{202E}@example.org", .character("\u{202E}"), 3, 3),
        ("sam@\(String(repeating: "a", count: 64)).org", .tooLong, 4, 64),
    ]

    @Test(arguments: bad)
    func whatIsWrongHasAPlace(_ text: String, _ reason: MailAddressError.Reason, _ offset: Int, _ length: Int) {
        do {
            let read = try Mailbox(parsing: text)
            Issue.record("read as \(read)")
        } catch {
            #expect(error.reason == reason)
            #expect(error.offset == offset)
            #expect(error.length == length)
            #expect(!error.description.isEmpty)
        }
    }

    @Test func lettersBeyondASCIIAreFlagged() throws {
        #expect(try !MailAddress(parsing: "sam@example.org").needsSMTPUTF8)
        #expect(try MailAddress(parsing: "jürgen@example.org").needsSMTPUTF8)
        // A domain has another way of being written.
        #expect(try !MailAddress(parsing: "sam@exämple.org").needsSMTPUTF8)
    }

    /// As Python's `idna` and `encode("idna")` have them.
    static let domains: [(String, String)] = [
        ("example.org", "example.org"), ("Example.ORG", "Example.ORG"),
        ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
        ("mail.münchen.example", "mail.xn--mnchen-3ya.example"), ("faß.example", "xn--fa-hia.example"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"), ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
        ("bu\u{308}cher.example", "xn--bcher-kva.example"), ("ü", "xn--tda"), ("한국.example", "xn--3e0b707e.example"),
    ]

    @Test(arguments: domains)
    func domainsHaveAnASCIIForm(_ name: String, _ ascii: String) throws {
        #expect(DomainName.ascii(name) == ascii)
        #expect(try MailAddress(parsing: "sam@\(name)").wire == "sam@\(ascii)")
    }
}
