import TOML
import Testing

/// One mistake, one error: at its place, in its words, with nothing false after it.
@Suite struct MistakeTests {
    /// What a file holds besides the mistake: later lines have to be read as ever.
    static let after = "\nafter = 1\n[later]\nkey = \"value\"\n"

    static let noValue = "put a value after the `=`, or take the line out; a `#` starts a comment"
    static let noQuote = "close it with the quote it starts with; a text of several lines takes three"
    static let backslash = "write `\\\\` for a backslash, or put the string in single quotes"
    static let oneLine = "put it all on one line, or give it a header of its own: `[name]`"
    static let brackets = "write `[name]` for a table, `[[name]]` for one of a list of tables"
    static let quoteInside = "a quote inside a string is written `\\\"`"

    /// A text with its mistake between `⟦` and `⟧`, and what is to be said about it.
    static let lines: [(marked: String, message: String, hint: String?)] = [
        // Keys and statements.
        ("⟦every Sunday⟧", "`every Sunday` is neither a `key = value` nor a `[header]`", nil),
        ("⟦// a comment⟧", "`// a comment` is neither a `key = value` nor a `[header]`", "a comment starts with `#`"),
        ("⟦- item⟧", "`- item` is neither a `key = value` nor a `[header]`", nil),
        ("⟦See the notes. Then go on⟧", "`See the notes. Then go on` is neither a `key = value` nor a `[header]`", nil),
        ("every⟦⟧", "no `=` after `every`", "write `every = ...`"),
        ("every⟦⟧ \"Sunday\"", "no `=` after `every`", "write `every = ...`"),
        ("people⟦⟧ [\"sam\"]", "no `=` after `people`", "write `people = ...`"),
        ("every⟦:⟧ \"Sunday\"", "`:` where `=` belongs", "write `=` between a key and its value"),
        ("every⟦:⟧5", "`:` where `=` belongs", "write `=` between a key and its value"),
        ("\"every\"⟦:⟧ \"a = b\"", "`:` where `=` belongs", "write `=` between a key and its value"),
        ("every =⟦⟧", "no value after `every =`", noValue),
        ("colour =⟦⟧ #ff0000", "no value after `colour =`", noValue),
        ("⟦=⟧ 5", "no key before `=`", "an empty name is written `\"\"`"),
        ("a⟦.⟧ = 5", "a dot in a key needs a name on either side", "an empty name is written `\"\"`"),
        ("a⟦.⟧.b = 5", "a dot in a key needs a name on either side", "an empty name is written `\"\"`"),
        ("⟦jürgen⟧ = 5", "the key `jürgen` needs quotes", "put it in quotes: \"jürgen\""),
        ("people.⟦jürgen⟧.name = \"J\"", "the key `jürgen` needs quotes", "put it in quotes: \"jürgen\""),
        ("⟦my key⟧ = 5", "the key `my key` needs quotes", "put it in quotes: \"my key\""),
        ("⟦check:in⟧ = 5", "the key `check:in` needs quotes", "put it in quotes: \"check:in\""),
        ("⟦it's⟧ = 5", "the key `it's` needs quotes", "put it in quotes: \"it's\""),
        ("⟦“a”⟧ = 5", "the key `“a”` needs quotes", "put it in quotes: \"a\""),
        ("⟦\"\"\"⟧a\"\"\" = 5", "a key cannot be a multi-line string", "use one quote on either side"),
        ("a = 1 ⟦b = 2⟧", "`b = 2` after the end of the value", "each key starts a line of its own"),
        ("a = \"x\" ⟦y⟧", "`y` after the end of the value", quoteInside),
        ("a = \"he said \"⟦hi\" to me\"⟧", "`hi\" to me\"` after the end of the value", quoteInside),
        ("a = 'it'⟦s'⟧", "`s'` after the end of the value", quoteInside),
        ("a = \"x\"⟦, \"y\"⟧", "`, \"y\"` after the end of the value", "a list goes in brackets: [1, 2]"),
        ("a = [1]⟦]⟧", "`]` after the end of the value", "there is one bracket too many"),
        ("a = {}⟦}⟧", "`}` after the end of the value", "there is one bracket too many"),
        // Headers.
        ("⟦[people.sam⟧", "this header lacks its `]`", "add `]` after the name"),
        ("⟦[[people.sam]⟧", "this header lacks its `]]`", "add `]]` after the name"),
        ("[people.sam]⟦]⟧", "`]` after the end of the header", "as many brackets at the end as at the start"),
        (
            "[people.sam] ⟦name = \"Sam\"⟧", "`name = \"Sam\"` after the end of the header",
            "start a new line after the header"
        ),
        ("[people.⟦jürgen⟧]", "the key `jürgen` needs quotes", "put it in quotes: \"jürgen\""),
        ("[⟦my table⟧] # note", "the key `my table` needs quotes", "put it in quotes: \"my table\""),
        ("⟦[]⟧", "this header cannot be read", brackets),
        ("⟦[ [a] ]⟧", "this header cannot be read", brackets),
        ("[a⟦.⟧.b]", "a dot in a key needs a name on either side", "an empty name is written `\"\"`"),
        // Strings.
        ("a = ⟦\"abc⟧", "this string has no closing quote on its line", noQuote),
        ("a = ⟦'abc\"⟧", "this string has no closing quote on its line", noQuote),
        ("a = \"C:⟦\\m⟧usic\"", "`\\m` is no escape that TOML knows", backslash),
        ("a = \"⟦\\ü⟧\"", "`\\ü` is no escape that TOML knows", backslash),
        ("a = \"C:⟦\\U⟧sers\\sam\"", "`\\U` lacks hex digits", backslash),
        ("a = \"⟦\\uD800⟧\"", "`\\uD800` is no character", nil),
        ("a = \"⟦\\U00110000⟧\"", "`\\U00110000` is no character", nil),
        ("a = \"\"\"x⟦\\ ⟧y\"\"\"", "`\\ ` is no escape that TOML knows", backslash),
        ("a = ⟦“Sunday”⟧", "curly quotes do not make a string", "use straight quotes: \"Sunday\""),
        ("a = ⟦„Sonntag“⟧", "curly quotes do not make a string", "use straight quotes: \"Sonntag\""),
        ("a = [⟦“Sam, Alex”⟧, 1]", "curly quotes do not make a string", "use straight quotes: \"Sam, Alex\""),
        // Other values.
        (
            "every = ⟦Sunday at 19:00⟧ # weekly", "`Sunday at 19:00` is no value that TOML knows",
            "put it in quotes: \"Sunday at 19:00\""
        ),
        ("every = ⟦Sunday⟧", "`Sunday` is no value that TOML knows", "put it in quotes: \"Sunday\""),
        (
            "every = ⟦Sunday at \"19:00\"⟧", "`Sunday at \"19:00\"` is no value that TOML knows",
            "put it in quotes: 'Sunday at \"19:00\"'"
        ),
        ("timeout = ⟦10 s⟧", "`10 s` is no value that TOML knows", "put it in quotes: \"10 s\""),
        ("timeout = ⟦10min⟧", "`10min` is no value that TOML knows", "put it in quotes: \"10min\""),
        ("path = ⟦~/bin/say⟧", "`~/bin/say` is no value that TOML knows", "put it in quotes: \"~/bin/say\""),
        (
            "people = ⟦sam, alex⟧", "`sam, alex` is no value that TOML knows",
            "a list goes in brackets, its texts in quotes"
        ),
        ("a = ⟦null⟧", "`null` is no value that TOML knows", "leave the key out where there is no value"),
        ("on = ⟦False⟧", "`False` is neither `true` nor `false`", "write `false`"),
        ("on = ⟦yes⟧", "`yes` is neither `true` nor `false`", "write `true`"),
        ("a = ⟦012⟧", "`012` starts with a zero", "take the zero off, or put it in quotes: \"012\""),
        ("a = ⟦1__0⟧", "in `1__0` an underscore does not stand between two digits", nil),
        ("a = ⟦_10⟧", "in `_10` an underscore does not stand between two digits", nil),
        ("a = ⟦0x_ff⟧", "in `0x_ff` an underscore does not stand between two digits", nil),
        ("a = ⟦.5⟧", "`.5` cannot be read as a number", "if it is a text, put it in quotes: \".5\""),
        ("a = ⟦5.⟧", "`5.` cannot be read as a number", "if it is a text, put it in quotes: \"5.\""),
        ("a = ⟦1.2.3⟧", "`1.2.3` cannot be read as a number", "if it is a text, put it in quotes: \"1.2.3\""),
        ("a = ⟦+0x10⟧", "`+0x10` cannot be read as a number", "if it is a text, put it in quotes: \"+0x10\""),
        ("a = ⟦0b102⟧", "`0b102` cannot be read as a number", "if it is a text, put it in quotes: \"0b102\""),
        ("a = ⟦9223372036854775808⟧", "`9223372036854775808` does not fit in 64 bits", nil),
        ("a = ⟦-9223372036854775809⟧", "`-9223372036854775809` does not fit in 64 bits", nil),
        ("a = ⟦1e999⟧", "`1e999` is too large", nil),
        ("date = ⟦2026-02-30⟧", "2026-02-30 does not exist", nil),
        ("date = ⟦2026-02-30⟧ 10:00:00Z", "2026-02-30 does not exist", nil),
        ("date = ⟦2025-13-01⟧", "2025-13-01 does not exist", nil),
        (
            "date = ⟦2026-2-3⟧", "`2026-2-3` cannot be read as a date",
            "write it as `2026-02-28`, or put it in quotes: \"2026-2-3\""
        ),
        (
            "date = ⟦2026-02-03x⟧", "`2026-02-03x` cannot be read as a date",
            "write it as `2026-02-28`, or put it in quotes: \"2026-02-03x\""
        ),
        (
            "date = ⟦15.06.2019⟧", "`15.06.2019` cannot be read as a number",
            "if it is a text, put it in quotes: \"15.06.2019\""
        ),
        ("at = ⟦19:00⟧", "`19:00` has no seconds", "put it in quotes: \"19:00\""),
        ("at = ⟦9:00:00⟧", "`9:00:00` cannot be read as a time", "put it in quotes: \"9:00:00\""),
        ("at = ⟦25:00:00⟧", "the time 25:00:00 does not exist", nil),
        ("at = 2026-01-01T⟦12:60:00⟧", "the time 12:60:00 does not exist", nil),
        ("at = 2026-01-01T12:00:00⟦+24:00⟧", "the offset +24:00 does not exist", nil),
        // Lists and inline tables.
        ("a = [1⟦⟧ 2 3]", "a comma is missing here", "put a comma between two values"),
        ("a = [\"x\"⟦⟧ \"y\" \"z\"]", "a comma is missing here", "put a comma between two values"),
        ("a = [\n  \"x\"⟦⟧\n  \"y\"\n]", "a comma is missing here", "put a comma between two values"),
        ("a = [1,⟦,⟧ 2]", "a comma with nothing before it", "take it out"),
        ("a = [⟦,⟧ 1]", "a comma with nothing before it", "take it out"),
        ("a = [⟦sam⟧]", "`sam` is no value that TOML knows", "put it in quotes: \"sam\""),
        ("a = [⟦sam⟧ \"alex\"]", "`sam` is no value that TOML knows", "put it in quotes: \"sam\""),
        ("a = ⟦[⟧1, 2", "this list is never closed", "add `]` after the last value"),
        ("a = ⟦[⟧1, 2,", "this list is never closed", "add `]` after the last value"),
        ("a = ⟦[⟧\n  1,\n  2\n", "this list is never closed", "add `]` after the last value"),
        ("a = ⟦[⟧[1, 2]", "this list is never closed", "add `]` after the last value"),
        ("a = [\"sam, \"⟦⟧alex\"]", "a comma is missing here", "put a comma between two values"),
        ("a = [\n  ⟦\"sam,⟧\n  \"alex\",\n]", "this string has no closing quote on its line", noQuote),
        ("a = { b = 1⟦⟧ c = 2 }", "a comma is missing here", "put a comma between two values"),
        ("a = { b = \"x\"⟦⟧ c = 2 }", "a comma is missing here", "put a comma between two values"),
        ("a = { b = 1⟦,⟧ }", "an inline table takes no comma after its last entry", "take the comma out"),
        ("a = { b = 1,⟦,⟧ c = 2 }", "a comma with nothing before it", "take it out"),
        ("a = { ⟦,⟧ b = 1 }", "a comma with nothing before it", "take it out"),
        ("a = ⟦{⟧ b = 1", "this inline table is not closed on its line", "add `}` after the last entry"),
        ("a = ⟦{⟧ b = 1, # }", "this inline table is not closed on its line", "add `}` after the last entry"),
        ("a = ⟦{⟧\n  b = 1,\n  c = [2]\n}", "an inline table has to stay on one line", oneLine),
        ("a = { b =⟦⟧ }", "no value after `b =`", noValue),
        ("a = { b⟦⟧ }", "no `=` after `b`", "write `b = ...`"),
        ("a = { \"b\"⟦:⟧ 1 }", "`:` where `=` belongs", "write `=` between a key and its value"),
        ("a = { ⟦b ü⟧ = 1, c = 2 }", "the key `b ü` needs quotes", "put it in quotes: \"b ü\""),
        ("a = { b = [1, ⟦c = 2⟧ }", "`c = 2` is no value that TOML knows", "put it in quotes: \"c = 2\""),
        ("⟦a[0]⟧ = 1", "the key `a[0]` needs quotes", "put it in quotes: \"a[0]\""),
    ]

    @Test(arguments: lines)
    func oneMistakeIsOneError(marked: String, message: String, hint: String?) throws {
        let (text, range) = try unmarked(marked + MistakeTests.after)
        let (document, errors) = TOMLDocument.parse(Array(text.utf8))
        #expect(errors.count == 1, "\(errors)")
        let error = try #require(errors.first)
        #expect(error.message == message)
        #expect(error.hint == hint)
        #expect(error.range == range, "covers `\(document.source.text(error.range))`")
        #expect(document.root["later"]?.table?["key"]?.string == "value", "what follows is read")
        if !text.hasPrefix("[") { #expect(document.root["after"]?.integer == 1, "what follows is read") }
    }

    /// The text without its marks, and the range between them.
    func unmarked(_ marked: String) throws -> (String, SourceRange) {
        let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
        let rest = try #require(parts.count == 2 ? parts[1] : nil).split(
            separator: "⟧", omittingEmptySubsequences: false)
        try #require(rest.count == 2)
        let start = parts[0].utf8.count
        return ("\(parts[0])\(rest[0])\(rest[1])", SourceRange(start, start + rest[0].utf8.count))
    }
}
