import Foundation
import Planning
import Testing

@testable import Mail

struct MailMessageTests {
    @Test func theMessageIsTheseBytes() throws {
        let message = try Samples.message(body: "How did this week feel?\nWhat did I miss?\n\nWith love = always.\n.")
        let text = String(decoding: message.bytes(), as: UTF8.self)
        let head = """
            From: Troth <troth@example.org>
            To: Sam <sam@example.org>
            Subject: Weekly check-in
            Date: Sun, 22 Nov 2026 19:00:00 +0100
            Message-ID: <0123456789abcdef0123456789abcdef@example.org>
            Auto-Submitted: auto-generated
            List-Id: Troth <troth.example.org>
            X-Troth-Key: 0123456789abcdef0123456789abcdef
            Content-Language: en
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
             boundary="=_troth_0123456789abcdef0123456789abcdef"

            --=_troth_0123456789abcdef0123456789abcdef
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Weekly check-in
            Sunday at 19:00

            How did this week feel?
            What did I miss?

            With love =3D always.
            =2E
            --=_troth_0123456789abcdef0123456789abcdef
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <!DOCTYPE html>
            <html lang=3D"en">

            """.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(text.hasPrefix(head))
        #expect(text.hasSuffix("</html>\r\n--=_troth_0123456789abcdef0123456789abcdef--\r\n"))
        #expect(
            message.bytes()
                == (try Samples.message(body: "How did this week feel?\nWhat did I miss?\n\nWith love = always.\n."))
                .bytes())
    }

    /// A button to unsubscribe writes to whoever reads replies; where nobody does there is none.
    @Test(
        arguments: [
            (nil, nil), ("alex@example.org", "<mailto:alex@example.org?subject=unsubscribe>"),
            ("a&b?c%d@müller.example", "<mailto:a%26b%3Fc%25d@xn--mller-kva.example?subject=unsubscribe>"),
            ("jürgen@example.org", nil),
        ] as [(String?, String?)])
    func unsubscribingReachesAPerson(reader: String?, field: String?) throws {
        var message = try Samples.message(body: "Hello")
        message.replyTo = reader.map { Mailbox(address: Samples.address($0)) }
        let lines = String(decoding: message.bytes(), as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.filter { $0.hasPrefix("List-Unsubscribe:") } == (field.map { ["List-Unsubscribe: \($0)"] } ?? []))
    }

    @Test func whenIsSaidOnce() throws {
        let letter = Letter(title: "T", when: "Sunday at 19:00", body: "It is Sunday at 19:00.")
        #expect(letter.plainText == "T\n\nIt is Sunday at 19:00.")
    }

    /// Titles and bodies that have broken mailers.
    static let texts: [String] = [
        "Plain", "Für dich, Alex", "日本語のタイトル", "👩‍👩‍👧‍👦 Familie 👋🏽", "שלום עולם", "مرحبا \u{202E}abc",
        "a\r\nBcc: evil@example.org", "a\nSubject: b", "a\u{0}b\u{1B}[31mc", "tab\there", "\u{2028}line\u{2029}",
        "=?utf-8?Q?fake?=", "a  b   c", " leading and trailing ", ".", "..", "From here", "<b>&amp;\"'</b>",
        String(repeating: "x", count: 10_000), String(repeating: "wort ", count: 2_000),
        String(repeating: "ü", count: 5_000), String(repeating: "e\u{301}\u{323}", count: 700),
        "--=_troth_0123456789abcdef0123456789abcdef--", "x=20", "equals = and trailing space \nnext",
    ]

    /// Python's own reader finds what was meant, and nothing else.
    @Test(.enabled(if: Programs.has("python3", Programs.python)), .timeLimit(.minutes(2)))
    func pythonReadsBackWhatWasMeant() throws {
        var generator = Seeded(seed: 20_261_122)
        var messages: [[String: String]] = []
        func add(_ title: String, _ body: String, _ name: String) throws {
            let to = Mailbox(
                name: name, address: try MailAddress(parsing: "sam@example.org"))
            let message = try Samples.message(title: title, body: body, to: to, language: .german)
            let bytes = message.bytes()
            for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
                #expect(line.count <= 78 && (line.isEmpty || line.last == 0x0D))
            }
            #expect(bytes.allSatisfy { $0 == 0x0D || $0 == 0x0A || (0x20...0x7E).contains($0) })
            messages.append([
                "message": Data(bytes).base64EncodedString(), "title": message.letter.title,
                "name": to.name?.description ?? "",
                "text": message.letter.plainText,
                "html": HTMLBody(letter: message.letter, language: "de").text,
            ])
        }
        for text in Self.texts {
            try add(text, text, "Sam")
            try add("Title", text + "\n\n" + text, text.count < 100 ? text : "Sam")
        }
        for _ in 0..<300 { try add(generator.text(), generator.text() + "\n" + generator.text(), generator.text()) }
        let script = """
            import sys, json, base64, email, email.policy
            bad = 0
            for n, case in enumerate(json.load(sys.stdin)):
                m = email.message_from_bytes(base64.b64decode(case['message']), policy=email.policy.default)
                problems = [str(d) for part in m.walk() for d in part.defects]
                headers = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'Auto-Submitted', 'List-Id', 'X-Troth-Key',
                           'Content-Language', 'MIME-Version', 'Content-Type']
                if m.keys() != [h for h in headers if h != 'Subject' or case['title']]: problems.append(str(m.keys()))
                if case['title'] and m['Subject'] != case['title']: problems.append('subject ' + repr(m['Subject']))
                if [a.addr_spec for a in m['To'].addresses] != ['sam@example.org']: problems.append(repr(m['To']))
                # Python joins the encoded words of a name with spaces that RFC 2047 §6.2 takes away.
                names = m['To'].addresses
                shown = names[0].display_name
                if ''.join(shown.split()) != ''.join(case['name'].split()):
                    problems.append('name ' + repr(names))
                parts = list(m.iter_parts())
                if [p.get_content_type() for p in parts] != ['text/plain', 'text/html']: problems.append('parts')
                for part, key in zip(parts, ['text', 'html']):
                    if part.get_content().replace('\\r\\n', '\\n').rstrip('\\n') != case[key].rstrip('\\n'): problems.append(key)
                if problems:
                    bad += 1
                    print(n, problems, repr(case['title'][:80]), repr(case['name'][:80]))
            sys.exit(bad > 0)
            """
        let result = Programs.run(
            "/usr/bin/env", ["python3", "-c", script], input: try JSONSerialization.data(withJSONObject: messages))
        #expect(result.code == 0, "\(String(decoding: result.output.prefix(2000), as: UTF8.self))")
    }

    @Test func textAndHTMLSayTheSame() throws {
        for text in Self.texts {
            let letter = Letter(
                title: text, when: "Sunday", body: "a <b>\n\n\(text)\n\npoints:\n– one\n– two\nafter",
                footer: "To stop: ask.\nAny time.")
            let html = HTMLBody(letter: letter, language: "en").text
            let main = try #require(html.range(of: "<main>\n").map { html[$0.upperBound...] })
            let inside = main.replacingOccurrences(of: "<br>", with: "")
                .replacingOccurrences(of: "</main>\n<footer>", with: "-- ").replacingOccurrences(
                    of: "</p>\n<ul>", with: ""
                )
                .replacingOccurrences(of: "<li dir=\"auto\">", with: "– ").replacingOccurrences(of: "</ul>\n", with: "")
                .replacingOccurrences(of: "</p>\n", with: "\n\n").replacingOccurrences(of: "</h1>", with: "")
                .replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression)
                .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
                .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
                .replacingOccurrences(of: "&amp;", with: "&")
            #expect(
                inside.trimmingCharacters(in: .whitespacesAndNewlines)
                    == letter.plainText.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }
}

/// A generator that repeats (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Text of pieces that matter to mail.
    mutating func text() -> String {
        let pieces = [
            "a", "Wort", " ", "  ", "ü", "é", "日", "👩‍👧", "=", "=?", "?=", "_", ".", "\n", "\r\n", "\t", "\u{0}", "\"",
            "\\", "<", ">", "&", ",", ";", ":", "@", "(", ")", "From ", "\u{301}", "\u{200F}", "ש", "\u{7F}", "\u{85}",
            "x" + String(repeating: "y", count: 70),
        ]
        return (0..<Int.random(in: 0..<30, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
