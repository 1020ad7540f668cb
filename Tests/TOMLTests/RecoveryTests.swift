import TOML
import Testing

@Suite struct RecoveryTests {
    /// Every mistake of a file, each at its line and column, in one run.
    @Test func findsAllMistakesOfAFile() {
        let text = """
            timezone = Europe/Berlin
            [people.sam
            name = "Sam"
            channels = ["desktop", "email

            [people.jürgen]
            name: "Jürgen"
            born = 1990-02-30
            [check-in.weekly]
            every = “Sunday at 19:00”
            ahead = [1 day, "2 days" "3 days"]
            people = ["sam", "jürgen"
            at = "19:00

            [[check-in.weekly]]
            title = "C:\\new\\list"
            grace = 12 h
            this line says nothing
            last = { a = 1, a = 2 }
            last = 1
            """
        let (document, errors) = TOMLDocument.parse(Array(text.utf8))
        let found = errors.map { error in
            let place = document.source.position(of: error.range.start)
            return "\(place.line):\(place.column) \(error.message)"
        }
        #expect(
            found == [
                "1:12 `Europe/Berlin` is no value that TOML knows",
                "2:1 this header lacks its `]`",
                "4:24 this string has no closing quote on its line",
                "6:9 the key `jürgen` needs quotes",
                "7:5 `:` where `=` belongs",
                "8:8 1990-02-30 does not exist",
                "10:9 curly quotes do not make a string",
                "11:10 `1 day` is no value that TOML knows",
                "11:25 a comma is missing here",
                "12:10 this list is never closed",
                "13:6 this string has no closing quote on its line",
                "15:3 `check-in.weekly` is one table and cannot be a list of tables too",
                "16:16 `\\l` is no escape that TOML knows",
                "17:9 `12 h` is no value that TOML knows",
                "18:1 `this line says nothing` is neither a `key = value` nor a `[header]`",
                "19:17 `a` is there twice",
                "20:1 `last` is there twice",
            ])
        #expect(document.root["people"]?.table?.entries.map(\.key.name) == ["sam", "jürgen"])
        #expect(document.root["people"]?.table?["jürgen"]?.table?["name"]?.string == "Jürgen")
        #expect(document.root["timezone"]?.isInvalid == true)
    }

    @Test func aStringThatIsNeverClosedEndsAtTheNextHeader() {
        let text = "a = \"\"\"\nsome text\nb = [1\n[next]\nc = 1\nd = x\n"
        let (document, errors) = TOMLDocument.parse(Array(text.utf8))
        #expect(errors.map(\.message) == ["this multi-line string is never closed", "`x` is no value that TOML knows"])
        #expect(errors.first?.range == SourceRange(4, 7))
        #expect(document.root["next"]?.table?["c"]?.integer == 1)
    }

    @Test(arguments: ["more\"\"\"", "\nmore\n\"\"\""])
    func aStringWhoseCloseIsForgottenDoesNotSpoilTheNext(rest: String) {
        let text = "a = \"\"\"\nsome text\nb = \"\"\"\(rest)\nc = 1\n[d]\n"
        let (document, errors) = TOMLDocument.parse(Array(text.utf8))
        #expect(errors.map(\.message) == ["this multi-line string is never closed"])
        #expect(errors.first?.range == SourceRange(4, 7))
        #expect(document.root["b"]?.string?.contains("more") == true)
        #expect(document.root["c"]?.integer == 1)
        #expect(document.root["d"]?.table != nil)
    }

    /// What stands under a name that is itself at fault is no second mistake.
    @Test func aBadValueUnderANameDoesNotSpoilItsTables() {
        #expect(TOMLDocument.parse(Array("a = x\n[a]\n[a.b]\n".utf8)).errors.count == 1)
        #expect(TOMLDocument.parse(Array("[a]\nx = 1\n[a]\nx = 2\n[b]\n".utf8)).errors.count == 1)
    }

    static let bytes: [(name: String, bytes: [UInt8], messages: [String], start: Int)] = [
        (
            "a byte that is not UTF-8", Array("a = \"x".utf8) + [0xFF] + Array("\"\nb = 1".utf8),
            ["these bytes are not UTF-8"], 6
        ),
        ("in a comment", Array("# ".utf8) + [0xC3, 0x28], ["these bytes are not UTF-8"], 2),
        ("cut off at the end", Array("# ".utf8) + [0xE2, 0x82], ["these bytes are not UTF-8"], 2),
        ("a surrogate", Array("# ".utf8) + [0xED, 0xA0, 0x80], ["these bytes are not UTF-8"], 2),
        ("overlong", Array("# ".utf8) + [0xC0, 0xAF], ["these bytes are not UTF-8"], 2),
        ("beyond Unicode", Array("# ".utf8) + [0xF4, 0x90, 0x80, 0x80], ["these bytes are not UTF-8"], 2),
        ("as a bare value", Array("a = ".utf8) + [0xFF, 0xFE], ["these bytes are not UTF-8"], 4),
        ("UTF-16, little end first", [0xFF, 0xFE, 0x61, 0], ["this file is not UTF-8; it looks like UTF-16"], 0),
        ("UTF-16, big end first", [0xFE, 0xFF, 0, 0x61], ["this file is not UTF-8; it looks like UTF-16"], 0),
        ("UTF-16 without a mark", [0x61, 0, 0x3D, 0], ["this file is not UTF-8; it looks like UTF-16"], 0),
        ("an escape", Array("a = \"\u{1B}[1m\"".utf8), ["control character U+001B in the text"], 5),
        ("a null in a comment", Array("# \0".utf8), ["control character U+0000 in the text"], 2),
        ("a form feed between", Array("a = 1\n\u{C}\nb = 2".utf8), ["control character U+000C in the text"], 6),
        ("a delete", Array("a = '\u{7F}'".utf8), ["control character U+007F in the text"], 5),
        ("old line ends", Array("a = 1\rb = 2\rc = 3".utf8), ["a carriage return with no line feed after it"], 5),
        (
            "a return in a string", Array("a = \"\"\"x\ry\"\"\"".utf8),
            ["a carriage return with no line feed after it"], 8
        ),
        ("a return at the end", Array("a = 1\r".utf8), ["a carriage return with no line feed after it"], 5),
        ("a second mark", Array("\u{FEFF}\u{FEFF}a = 1".utf8), ["the key `\u{FEFF}a` needs quotes"], 3),
    ]

    @Test(arguments: bytes)
    func bytesThatMayNotBe(name: String, bytes: [UInt8], messages: [String], start: Int) {
        let errors = TOMLDocument.parse(bytes).errors
        #expect(errors.map(\.message) == messages, "\(name)")
        #expect(errors.first?.range.start == start, "\(name)")
    }

    @Test func lineEndsAndMarkMakeNoDifference() {
        let text = "a = 1\n# note\n[b] # note\nc = [\n1,\n]\n"
        let unix = Tagged.json(TOMLDocument.parse(Array(text.utf8)).document.root)
        let windows = TOMLDocument.parse(Array(("\u{FEFF}" + text.replacing("\n", with: "\r\n")).utf8))
        #expect(windows.errors.isEmpty)
        #expect(Tagged.json(windows.document.root) == unix)
    }

    /// Every reason has a sentence in the house style.
    @Test func messagesAreShortAndPlain() {
        var texts = MistakeTests.lines.map { $0.marked.replacing("⟦", with: "").replacing("⟧", with: "") }
        texts += RedefinitionTests.refused.map(\.text)
        for error in texts.flatMap({ TOMLDocument.parse(Array($0.utf8)).errors }) {
            for sentence in [error.message, error.hint].compactMap(\.self) {
                #expect(!sentence.hasSuffix(".") || sentence.hasSuffix("..."), "\(sentence)")
                #expect(sentence.first?.isUppercase == false, "\(sentence)")
                #expect(sentence.count < 160, "\(sentence)")
            }
            #expect("\(error)" == error.message)
        }
        let long = String(repeating: "word ", count: 50_000)
        for error in TOMLDocument.parse(Array("a = \(long)\n\(long)\n\(long)= 1\nb = 1 \(long)=".utf8)).errors {
            #expect(error.message.count < 160)
        }
    }
}
