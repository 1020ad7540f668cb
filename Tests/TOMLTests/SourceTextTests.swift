import TOML
import Testing

@Suite struct SourceTextTests {
    @Test func countsLinesAndCharacters() {
        let source = SourceText(Array("a = 1\r\n\tü = \"😀x\"\n\nlast".utf8))
        #expect(source.line(1) == "a = 1")
        #expect(source.line(2) == "\tü = \"😀x\"")
        #expect(source.line(3) == "")
        #expect(source.line(4) == "last")
        #expect(source.line(0) == "")
        #expect(source.line(5) == "")
        #expect(source.position(of: 0) == SourcePosition(line: 1, column: 1))
        #expect(source.position(of: 4) == SourcePosition(line: 1, column: 5))
        #expect(source.position(of: 8) == SourcePosition(line: 2, column: 2))
        // After the tab, `ü = "` and the emoji: seven characters, eleven bytes.
        #expect(source.position(of: 18) == SourcePosition(line: 2, column: 8))
        #expect(source.position(of: 10_000) == SourcePosition(line: 4, column: 5))
        #expect(source.position(of: -1) == SourcePosition(line: 1, column: 1))
    }

    @Test func anEmptyTextHasOneEmptyLine() {
        let source = SourceText([])
        #expect(source.excerpt(SourceRange(0, 0)) == TOMLDocument.parse([]).document.source.excerpt(SourceRange(0, 0)))
        #expect(source.excerpt(SourceRange(0, 5)).width == 1)
    }

    @Test func aByteOrderMarkTakesNoColumn() {
        let source = SourceText([0xEF, 0xBB, 0xBF] + Array("a = x".utf8))
        #expect(source.position(of: 7) == SourcePosition(line: 1, column: 5))
        #expect(source.line(1) == "a = x")
    }

    @Test func anExcerptGivesWhatCaretsNeed() throws {
        let text = "# Grüße\nchannels = [\"größer\", mäil]\n"
        let (document, errors) = TOMLDocument.parse(Array(text.utf8))
        let error = try #require(errors.first)
        let excerpt = document.source.excerpt(error.range)
        #expect(excerpt.position == SourcePosition(line: 2, column: 23))
        #expect(excerpt.line == "channels = [\"größer\", mäil]")
        #expect(excerpt.width == 4)
    }

    @Test func anExcerptStaysOnItsFirstLine() throws {
        let (document, _) = TOMLDocument.parse(Array("a = [\n1,\n2]\n".utf8))
        let excerpt = document.source.excerpt(try #require(document.root["a"]).range)
        #expect(excerpt.position == SourcePosition(line: 1, column: 5))
        #expect(excerpt.width == 1)
    }

    @Test func aLineShowsNoControlCharacters() {
        let source = SourceText(Array("a\u{1B}[31m\u{7F}\u{85}\tb".utf8) + [0xFF])
        #expect(source.line(1) == "a␛[31m␡\u{FFFD}\tb\u{FFFD}")
    }
}
