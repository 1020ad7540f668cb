import Planning
import Testing

@testable import Wording

/// Why a letter was not taken, and what of a text a terminal is shown.
@Suite struct LetterWordingTests {
    /// (fault, in English, in German)
    static let refusals: [(LetterFault, String, String)] = [
        (.empty, "error: there is nothing in this letter yet", "Fehler: in diesem Brief steht noch nichts"),
        (
            .tooLong(bytes: 23_456), "error: this letter has 23,456 bytes, and there is room for 20,000",
            "Fehler: dieser Brief hat 23.456 Bytes, und Platz ist für 20.000"
        ),
        (
            .tooLong(bytes: 1_000_001), "error: this letter has over 1,000,000 bytes, and there is room for 20,000",
            "Fehler: dieser Brief hat über 1.000.000 Bytes, und Platz ist für 20.000"
        ),
        (.notUTF8, "error: this letter is not written in UTF-8", "Fehler: dieser Brief ist nicht in UTF-8 geschrieben"),
        (
            .character(0x1B, line: 3), "error: line 3 holds U+001B, a character that a letter cannot keep",
            "Fehler: in Zeile 3 steht U+001B, ein Zeichen, das ein Brief nicht bewahren kann"
        ),
    ]

    @Test(arguments: refusals) func aLetterIsRefusedWithTheReason(_ fault: LetterFault, _ english: String, _ german: String) {
        let told = (LetterWording(.english).refused(fault), LetterWording(.german).refused(fault))
        #expect(told.0.first == english)
        #expect(told.1.first == german)
        #expect(told.0.count == 2 && told.1.count == 2, "with a hint")
    }

    /// (text, as a terminal is shown it)
    static let shown: [(String, String)] = [
        ("نامه\u{200C}ای", "نامه\u{200C}ای"), ("שלום\u{200F} \u{200E}(1)", "שלום\u{200F} \u{200E}(1)"),
        ("zu\u{AD}sammen\u{200B}", "zu\u{AD}sammen\u{200B}"), ("👩\u{200D}👧", "👩\u{200D}👧"),
        ("a\u{202E}b", "a<U+202E>b"), ("a\u{202A}b\u{2069}", "a<U+202A>b<U+2069>"), ("\u{2028}", "<U+2028>"),
        ("\u{1B}[31m", "\u{241B}[31m"), ("\u{9B}", "<U+9B>"),
    ]

    @Test(arguments: shown) func onlyWhatActsOnATerminalIsReplaced(_ text: String, _ seen: String) {
        #expect(visible(text) == seen)
        #expect(visibleLines("\(text)\n\(text)") == "\(seen)\n\(seen)")
    }
}
