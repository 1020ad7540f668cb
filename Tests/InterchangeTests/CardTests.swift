import Interchange
import Planning
import Testing

/// What contacts become.
@Suite("Contacts as milestones")
struct CardTests {
    static func read(_ cards: String..., language: Language = .english) throws -> String {
        let text = cards.map { "BEGIN:VCARD\nVERSION:4.0\n\($0)\nEND:VCARD\n" }.joined()
        return try CardImport.read(Array(text.utf8), in: language).text
    }

    static let dates: [(String, String)] = [
        ("BDAY:1980-04-15", "date = 1980-04-15\nevery = \"year\"\n"),
        ("BDAY:19800415", "date = 1980-04-15\nevery = \"year\"\n"),
        ("BDAY;VALUE=date-and-or-time:--0415", "date = \"04-15\"\n"),
        ("BDAY:--04-15", "date = \"04-15\"\n"),
        ("BDAY:--0229", "date = \"02-29\"\n"),
        ("BDAY:1980-04-15T00:00:00Z", "date = 1980-04-15\nevery = \"year\"\n"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15", "date = \"04-15\"\n"),
        ("BDAY:1604-02-29", "date = \"02-29\"\n"),
        ("BDAY;VALUE=date:1996-02-29", "date = 1996-02-29\nevery = \"year\"\n"),
    ]

    @Test(arguments: dates) func `a birthday is these lines`(_ line: String, _ lines: String) throws {
        let text = try Self.read("FN:Zoë Müller\n\(line)")
        #expect(
            text.hasSuffix(
                "[milestone.zoe-muellers-birthday]\ntitle = \"Zoë Müller's birthday\"\n\(lines)at = \"09:00\"\n"),
            "\(text)")
        _ = try Samples.read(Samples.head("Europe/Berlin") + text)
    }

    static let left: [(String, String)] = [
        ("BDAY:1980", "# line 4: Zoë's birthday: the day is not known: 1980\n"),
        ("BDAY:1980-04", "# line 4: Zoë's birthday: the day is not known: 1980-04\n"),
        ("BDAY:--04", "# line 4: Zoë's birthday: the day is not known: --04\n"),
        ("BDAY;VALUE=text:in spring", "# line 4: Zoë's birthday: this is no date that can be read: in spring\n"),
        ("BDAY:1980-02-30", "# line 4: Zoë's birthday: this is no date that can be read: 1980-02-30\n"),
    ]

    @Test(arguments: left) func `what is no day is said`(_ line: String, _ remark: String) throws {
        let text = try Self.read("FN:Zoë\n\(line)")
        #expect(text.contains(remark), "\(text)")
        #expect(!text.contains("["))
    }

    @Test func `anniversaries have many names`() throws {
        let text = try Self.read(
            "FN:A\nANNIVERSARY:20150620", "FN:B\nX-ANNIVERSARY:2015-06-20",
            "FN:C\nitem1.X-ABDATE:2015-06-20\nitem1.X-ABLabel:_$!<Anniversary>!$_",
            "FN:D\nitem2.X-ABDATE:2001-02-03\nitem2.X-ABLabel:First met",
            "FN:E\nANNIVERSARY:20150620\nX-ANNIVERSARY:2015-06-20")
        for name in ["A", "B", "C", "E"] {
            #expect(text.contains("title = \"\(name)'s anniversary\"\ndate = 2015-06-20\n"))
        }
        #expect(text.contains("[milestone.first-met-d]\ntitle = \"First met: D\"\ndate = 2001-02-03\n"))
        #expect(text.hasPrefix("# 5 entries."))
        _ = try Samples.read(Samples.head("Europe/Berlin") + text)
    }

    @Test func `contacts without a date are counted`() throws {
        let text = try Self.read("FN:A\nTEL:1", "FN:B\nBDAY:1980-04-15", "FN:C", "FN:D\nBDAY:")
        #expect(
            text.hasPrefix("# 1 entry.") && text.contains("\n# 3 contacts have neither birthday nor anniversary.\n"))
    }

    /// vCard 2.1 writes what is not ASCII as numbers, with lines that end in an equals sign.
    @Test func `old cards are read`() throws {
        let text = try CardImport.read(
            Array(
                "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCl=\r\nler;Zo=C3=AB;;Dr.;\r\nBDAY:19800415\r\nEND:VCARD\r\n"
                    .utf8), in: .german
        ).text
        #expect(
            text.contains("[milestone.geburtstag-dr-zoe-mueller]\ntitle = \"Geburtstag: Dr. Zoë Müller\"\n"), "\(text)")
        let latin = Array("BEGIN:VCARD\nFN:J".utf8) + [0xFC] + Array("rgen\nBDAY:19800415\nEND:VCARD\n".utf8)
        #expect(try CardImport.read(latin, in: .english).text.contains("Jürgen's birthday"))
    }

    @Test func `folded lines and groups are put together`() throws {
        let text = try Self.read("item1.FN:Sam \n and Alex\nitem1.BDAY:1980\n -04-15")
        #expect(text.contains("title = \"Sam and Alex's birthday\"\ndate = 1980-04-15\n"), "\(text)")
    }
}
