import TOML
import Testing

/// What may be added to and what may not: one name, one meaning.
@Suite struct RedefinitionTests {
    static let allowed: [(text: String, keys: String)] = [
        ("[a.b]\nx = 1\n[a]\ny = 2", "a(b(x) y)"),
        ("[a]\n[a.b.c]\n[a.b]\n", "a(b(c()))"),
        ("a.x = 1\na.y = 2\n[b]\nc.d.e = 1\nc.d.f = 2\nc.g = 3", "a(x y) b(c(d(e f) g))"),
        ("a.x = 1\n[a.t]\ny = 2", "a(x t(y))"),
        ("[a]\nb.x = 1\n[a.b.t]\ny = 2\n[a.b.t.u]", "a(b(x t(y u())))"),
        ("[[a]]\nx = 1\n[[a]]\nx = 2\n[a.b]\ny = 3\n[[a.c]]\n[[a.c]]", "a[(x) (x b(y) c[() ()])]"),
        ("[[a]]\n[a.b]\n[[a]]\n[a.b]", "a[(b()) (b())]"),
        ("[[a]]\nb.c = 1\n[[a]]\nb.c = 2", "a[(b(c)) (b(c))]"),
        ("[a.b.c]\n[a]\nb.d = 1", "a(b(c() d))"),
        ("[x.y.z.w]\n[x]", "x(y(z(w())))"),
        ("a = { b.c = 1, b.d = 2, e = {} }", "a(b(c d) e())"),
        ("a = [{ b = 1 }, { b = 2 }]", "a[(b) (b)]"),
        ("\"a.b\" = 1\na.b = 2", "a.b a(b)"),
        ("1.2 = 3\n1.3 = 4", "1(2 3)"),
        ("\"\u{E9}\" = 1\n\"e\u{301}\" = 2", "\u{E9} e\u{301}"),
        ("a = 1\nA = 2", "a A"),
    ]

    @Test(arguments: allowed)
    func allows(text: String, keys: String) {
        let (document, errors) = TOMLDocument.parse(Array(text.utf8))
        #expect(errors.isEmpty, "\(errors)")
        #expect(shape(document.root) == keys)
        #expect(Places(document).faults.isEmpty)
    }

    @Test func aNameMayBeEmpty() {
        let (document, errors) = TOMLDocument.parse(Array("'' = 1\n[b]\n\"\" = 2\n[b.'']".utf8))
        #expect(errors.map(\.message) == ["`b.\"\"` already has a value and cannot be a table too"])
        #expect(document.root[""]?.integer == 1)
        #expect(document.root["b"]?.table?[""]?.integer == 2)
    }

    func shape(_ table: TOMLTable) -> String {
        table.entries.map { entry in
            if let table = entry.value.table { return "\(entry.key.name)(\(shape(table)))" }
            if let array = entry.value.array {
                return "\(entry.key.name)[\(array.map { "(\($0.table.map(shape) ?? ""))" }.joined(separator: " "))]"
            }
            return entry.key.name
        }.joined(separator: " ")
    }

    /// A text, what is said about it, the text it is said of, and the text that came first.
    static let refused: [(text: String, message: String, place: String, first: String)] = [
        ("a = 1\na = 2", "`a` is there twice", "a", "a"),
        ("a = 1\n\"a\" = 2", "`a` is there twice", "\"a\"", "a"),
        ("a.b = 1\na.b = 2", "`a.b` is there twice", "b", "b"),
        ("a.b = 1\na = 2", "`a` is there twice", "a", "a"),
        ("x = { a = 1, a = 2 }", "`a` is there twice", "a", "a"),
        ("[a]\n[a]", "`[a]` is there twice", "a", "[a]"),
        ("[a.\"b c\"]\n[ a . 'b c' ]", "`[a.\"b c\"]` is there twice", "a . 'b c'", "[a.\"b c\"]"),
        ("a = 1\n[a]", "`a` already has a value and cannot be a table too", "a", "1"),
        ("a = 1\n[a.b]", "`a` already has a value and cannot be a table too", "a", "1"),
        ("a = 1\na.b = 2", "`a` already has a value and cannot be a table too", "a", "1"),
        ("a = 1\n[[a]]", "`a` already has a value and cannot be a table too", "a", "1"),
        ("a = {}\n[a]", "`[a]` is there twice", "a", "{}"),
        ("a = {}\n[a.b]", "`a` is an inline table and takes no more entries", "a", "{}"),
        ("a = {}\na.b = 1", "`a` is an inline table and takes no more entries", "a", "{}"),
        ("a = { b.c = 1, b = 2 }", "`b` is there twice", "b", "b"),
        ("a = { b = {}, b.c = 2 }", "`b` is an inline table and takes no more entries", "b", "{}"),
        ("a = []\n[[a]]", "`a` is a list written with its values and takes no more of them", "a", "[]"),
        ("a = [{}]\n[a.b]", "`a` is a list written with its values and takes no more of them", "a", "[{}]"),
        ("[a]\n[[a]]", "`a` is one table and cannot be a list of tables too", "a", "[a]"),
        ("[a.b]\n[[a]]", "`a` is one table and cannot be a list of tables too", "a", "a"),
        ("[[a]]\n[a]", "`a` is a list of tables and cannot be one table too", "a", "[[a]]"),
        ("[[a.b]]\n[a]\nb.c = 1", "`b` is a list of tables and cannot be one table too", "b", "[[a.b]]"),
        ("a.b = 1\n[a]", "the table `a` is written elsewhere and takes no entries here", "a", "a"),
        ("[a]\nb.c = 1\n[a.b]", "the table `a.b` is written elsewhere and takes no entries here", "a.b", "b"),
        ("[a.b]\n[a]\nb.c = 1", "the table `b` is written elsewhere and takes no entries here", "b", "[a.b]"),
        ("[a.b.c]\n[a]\nb.d = 1\n[a.b]", "the table `a.b` is written elsewhere and takes no entries here", "a.b", "b"),
        ("[a]\nx = 1\n[b]\n[a]\nx = 2\ny = 3", "`[a]` is there twice", "a", "[a]"),
    ]

    @Test(arguments: refused)
    func refuses(text: String, message: String, place: String, first: String) throws {
        let (document, errors) = TOMLDocument.parse(Array(text.utf8))
        #expect(errors.count == 1, "\(errors)")
        let error = try #require(errors.first)
        #expect(error.message == message)
        #expect(document.source.text(error.range) == place)
        let earlier = try #require(error.first)
        #expect(document.source.text(earlier) == first)
        #expect(earlier.start < error.range.start)
    }

    @Test func whatIsRepeatedIsKeptApart() {
        let text = "[a]\nx = 1\nx = 2\n[a]\ny = 3\n"
        let root = TOMLDocument.parse(Array(text.utf8)).document.root
        #expect(root["a"]?.table?.entries.map(\.key.name) == ["x"])
        #expect(root["a"]?.table?["x"]?.integer == 1)
        #expect(root["a"]?.table?.repeated.map(\.value.integer) == [2])
        #expect(root.repeated.map(\.key.name) == ["a"])
        #expect(root.repeated.first?.value.table?["y"]?.integer == 3)
    }

    @Test func aTableSaysWhatMadeItAndWhere() throws {
        let text = "[a.b]\nc.d = 1\ne = {}\n[[f]]\n"
        let (document, _) = TOMLDocument.parse(Array(text.utf8))
        let implied = try #require(document.root["a"]?.table)
        #expect(implied.origin == .parentOfHeader)
        #expect(document.source.text(implied.definition) == "a")
        let header = try #require(implied["b"]?.table)
        #expect(header.origin == .header)
        #expect(document.source.text(header.definition) == "[a.b]")
        let dotted = try #require(header["c"]?.table)
        #expect(dotted.origin == .dottedKey)
        #expect(document.source.text(dotted.definition) == "c")
        #expect(header["e"]?.table?.origin == .inline)
        #expect(document.root["f"]?.array?.first?.table?.origin == .header)
        #expect(document.root.origin == .root)
        #expect(document.root.definition == SourceRange(0, 0))
    }
}
