import Planning
import Testing

/// What a letter keeps of what somebody wrote, in whatever program and script.
@Suite("The text of a letter") struct LetterTextTests {
    static let kept: [(String, String)] = [
        ("Dear you", "Dear you"),
        ("\u{FEFF}Dear you\r\n\r\nYours\r\n", "Dear you\n\nYours"),
        ("one\rtwo\r\r\nthree", "one\ntwo\n\nthree"),
        ("one\u{2028}two\u{2029}three", "one\ntwo\nthree"),
        ("\tindented\n  \n\u{200B}\n", "\tindented"),
        ("\n\nlow on the page", "\n\nlow on the page"),
        ("نامه\u{200C}ای برای تو", "نامه\u{200C}ای برای تو"),
        ("שלום\u{200F}! \u{200E}(1)", "שלום\u{200F}! \u{200E}(1)"),
        ("zu\u{AD}sammen\u{200B}leben 👩\u{200D}👧", "zu\u{AD}sammen\u{200B}leben 👩\u{200D}👧"),
        (String(repeating: "ä\r\n", count: 6_667), String(repeating: "ä\n", count: 6_666) + "ä"),
    ]

    @Test(arguments: kept) func keeps(_ written: String, _ text: String) throws {
        #expect(try LetterText.read(Array(written.utf8)) == text)
        #expect(try LetterText.read(text) == text, "what is kept reads as it is")
    }

    static let refused: [(String, LetterFault)] = [
        ("", .empty), (" \r\n\u{200B}\t\n", .empty), ("\u{FEFF}", .empty),
        ("Dear\r\nyou\u{1B}[31m", .character(0x1B, line: 2)),
        ("Dear\u{2028}you\n\u{202E}", .character(0x202E, line: 3)),
        ("\u{2066}Dear", .character(0x2066, line: 1)), ("\u{202A}", .character(0x202A, line: 1)),
        ("a\u{0}", .character(0, line: 1)), ("a\u{85}", .character(0x85, line: 1)),
        (String(repeating: "a", count: 20_001), .tooLong(bytes: 20_001)),
        (String(repeating: "ä", count: 12_000) + "\r\n", .tooLong(bytes: 24_000)),
    ]

    @Test(arguments: refused) func saysWhy(_ written: String, _ fault: LetterFault) {
        #expect(throws: fault) { try LetterText.read(Array(written.utf8)) }
    }

    @Test func bytesAreRead() {
        #expect(throws: LetterFault.notUTF8) { try LetterText.read([0xFF, 0xFE, 0x44, 0x00]) }
        #expect(throws: LetterFault.tooLong(bytes: 1_000_001)) {
            try LetterText.read([UInt8](repeating: 0xFF, count: 1_000_001))
        }
    }
}
