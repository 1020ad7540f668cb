import Testing

@testable import Decks

/// A deck as a text file: what is a prompt, and where a mistake stands.
@Suite struct DeckTextTests {
    static let good: [(String, [String])] = [
        ("One\nTwo\n", ["One", "Two"]),
        ("One\r\nTwo\r\n", ["One", "Two"]),
        ("One\rTwo", ["One", "Two"]),
        ("\u{FEFF}One", ["One"]),
        ("# a heading\n\n  \t\n One, with spaces \t\n#Two", ["One, with spaces"]),
        ("One # not a comment", ["One # not a comment"]),
        ("Grüße 👩‍👩‍👧 aus\tBerlin", ["Grüße 👩‍👩‍👧 aus\tBerlin"]),
        ("", []),
        ("#\n", []),
        (String(repeating: "x", count: 500), [String(repeating: "x", count: 500)]),
    ]

    @Test(arguments: good) func aLineIsAPrompt(_ text: String, _ prompts: [String]) throws {
        #expect(try DeckText(parsing: Array(text.utf8)).prompts == prompts)
    }

    static let bad: [([UInt8], Int, Range<Int>, DeckTextError.Reason)] = [
        (Array("One\nTwo\nOne".utf8), 3, 8..<11, .twice(1)),
        (Array("One\r\n\r\n One ".utf8), 3, 8..<11, .twice(1)),
        (Array("Ä\u{7}".utf8), 1, 2..<3, .controlCharacter(7)),
        (Array("ok\nleft \u{202E}right".utf8), 2, 8..<11, .controlCharacter(0x202E)),
        (Array("ok\n\n".utf8) + [0x61, 0xFF, 0x62], 3, 4..<7, .notUTF8),
        (Array(String(repeating: "ü", count: 501).utf8), 1, 0..<1002, .tooLong(limit: 500)),
    ]

    @Test(arguments: bad)
    func aMistakeHasItsPlace(_ bytes: [UInt8], _ line: Int, _ range: Range<Int>, _ reason: DeckTextError.Reason) {
        let error = #expect(throws: DeckTextError.self) { try DeckText(parsing: bytes) }
        #expect(error == DeckTextError(line: line, range: range, reason: reason))
    }
}
