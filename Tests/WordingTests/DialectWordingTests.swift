import Recurrence
import Testing

@testable import Wording

/// What is wrong with a phrase, in German; in English the recurrences say it themselves.
@Suite struct DialectWordingTests {
    /// (phrase, in German, its hint)
    static let phrases: [(String, String, String)] = [
        ("once a week", "`once a week` ist nicht lesbar", "schreib `Sunday`"),
        (
            "my birthday", "`my birthday` ist nicht lesbar",
            "ein Tag mit Datum ist ein Meilenstein: `[milestone.birthday]` mit `date = 2000-05-17` und `every = \"year\"`"
        ),
        (
            "Sunday\u{200D}", "ein unsichtbares Zeichen (U+200D)", "schreib dort ein einfaches Leerzeichen oder nichts"
        ),
    ]

    @Test(arguments: phrases) func isSaidInGermanToo(_ text: String, _ message: String, _ hint: String) throws {
        let error = try #require(throws: DialectError.self) { try Phrase(text) }
        #expect(error.germanMessage == message)
        #expect(error.germanHint == hint)
    }
}
