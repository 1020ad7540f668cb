import JSON
import TOML
import Testing

@Suite struct ValueTests {
    static let strings: [(String, String)] = [
        // Basic.
        (#""""#, ""),
        (#""Grüße, 愛 😀""#, "Grüße, 愛 😀"),
        (#""\b\t\n\f\r\"\\""#, "\u{8}\t\n\u{C}\r\"\\"),
        (#""\u00e9\u00E9\U0001F600""#, "éé😀"),
        ("\"# no comment\"", "# no comment"),
        (#""it's""#, "it's"),
        ("\"tab\there\"", "tab\there"),
        (#""\\u0041""#, "\\u0041"),
        ("\"\u{85}\u{FEFF}\u{2028}\"", "\u{85}\u{FEFF}\u{2028}"),
        // Literal.
        ("''", ""),
        (#"'C:\new\"x"'"#, #"C:\new\"x""#),
        // Multi-line basic.
        ("\"\"\"\"\"\"", ""),
        ("\"\"\"one\"\"\"", "one"),
        ("\"\"\"\none\n  two\n\"\"\"", "one\n  two\n"),
        ("\"\"\"\n\none\"\"\"", "\none"),
        ("\"\"\"\r\none\r\ntwo\"\"\"", "one\ntwo"),
        ("\"\"\"one \\\n   two \\  \n\n\t three\"\"\"", "one two three"),
        ("\"\"\"\\\n\"\"\"", ""),
        ("\"\"\"one \\\r\n  two\"\"\"", "one two"),
        ("\"\"\"one\\\\\ntwo\"\"\"", "one\\\ntwo"),
        ("\"\"\"say \"hi\" and \"\"bye\"\"\"\"\"", "say \"hi\" and \"\"bye\"\""),
        ("\"\"\"\"one\"\"\"\"", "\"one\""),
        ("\"\"\"\"\"two\"\"\"\"\"", "\"\"two\"\""),
        ("\"\"\"x\\\"\"\"\"", "x\""),
        ("\"\"\"# no\n[comment]\nkey = 1\n\"\"\"", "# no\n[comment]\nkey = 1\n"),
        ("\"\"\"\nkey = \"\"\"", "key = "),
        // Multi-line literal.
        ("''''''", ""),
        ("'''\none \\\n two'''", "one \\\n two"),
        ("'''\r\nC:\\x\r\n'''", "C:\\x\n"),
        ("'''it's ''two'''''", "it's ''two''"),
        ("'''\"\"\"'''", "\"\"\""),
    ]

    @Test(arguments: strings)
    func readsAString(text: String, value: String) throws { #expect(try kind(text, "string").string == value) }

    static let integers: [(String, Int64)] = [
        ("0", 0), ("+0", 0), ("-0", 0), ("+99", 99), ("-17", -17), ("1_000", 1000), ("1_2_3", 123),
        ("9223372036854775807", .max), ("-9223372036854775808", .min), ("-9_223_372_036_854_775_808", .min),
        ("0xDEADbeef", 0xDEAD_BEEF), ("0xdead_beef", 0xDEAD_BEEF), ("0x00", 0), ("0x7fffffffffffffff", .max),
        ("0o01234567", 0o1234567), ("0o7_7", 0o77), ("0b1101_0110", 0b1101_0110), ("0b0", 0),
    ]

    @Test(arguments: integers)
    func readsAnInteger(text: String, value: Int64) throws { #expect(try kind(text, "integer").integer == value) }

    static let floats: [(String, Double)] = [
        ("1.0", 1), ("+1.0", 1), ("-0.01", -0.01), ("3.1415", 3.1415), ("0.0", 0), ("-0.0", -0.0), ("+0.0", 0),
        ("5e+22", 5e22), ("1e06", 1e6), ("-2E-2", -0.02), ("6.626e-34", 6.626e-34), ("0e0", 0), ("1e00", 1),
        ("224_617.445_991_228", 224617.445991228), ("1_0e1_0", 10e10), ("1e-999", 0),
        ("inf", .infinity), ("+inf", .infinity), ("-inf", -.infinity), ("0.1", 0.1),
        ("123456789012345680.0", 0x1.b69b4ba630f35p56),
    ]

    @Test(arguments: floats)
    func readsAFloat(text: String, value: Double) throws {
        let read = try #require(try kind(text, "float").float)
        #expect(read == value)
        #expect(read.sign == value.sign)
    }

    @Test(arguments: ["nan", "+nan", "-nan"])
    func readsNotANumber(text: String) throws { #expect(try kind(text, "float").float?.isNaN == true) }

    @Test func readsBooleans() throws {
        #expect(try kind("true", "boolean").boolean == true)
        #expect(try kind("false", "boolean").boolean == false)
    }

    static let dates: [(text: String, type: String, value: String)] = [
        ("2019-06-15", "date-local", "2019-06-15"),
        ("2024-02-29", "date-local", "2024-02-29"),
        ("2000-02-29", "date-local", "2000-02-29"),
        ("0000-01-01", "date-local", "0000-01-01"),
        ("9999-12-31", "date-local", "9999-12-31"),
        ("07:32:00", "time-local", "07:32:00"),
        ("23:59:60", "time-local", "23:59:60"),
        ("00:32:00.999999", "time-local", "00:32:00.999999000"),
        ("00:00:00.1234567899", "time-local", "00:00:00.123456789"),
        ("1979-05-27T07:32:00", "datetime-local", "1979-05-27T07:32:00"),
        ("1979-05-27t07:32:00.5", "datetime-local", "1979-05-27T07:32:00.500000000"),
        ("1979-05-27 07:32:00", "datetime-local", "1979-05-27T07:32:00"),
        ("1979-05-27T07:32:00Z", "datetime", "1979-05-27T07:32:00Z"),
        ("1979-05-27 07:32:00z", "datetime", "1979-05-27T07:32:00Z"),
        ("1979-05-27T00:32:00-07:00", "datetime", "1979-05-27T00:32:00-07:00"),
        ("1979-05-27 00:32:00.25+05:30", "datetime", "1979-05-27T00:32:00.250000000+05:30"),
        ("1979-05-27T00:32:00-00:00", "datetime", "1979-05-27T00:32:00Z"),
        ("1979-05-27T00:32:00+23:59", "datetime", "1979-05-27T00:32:00+23:59"),
    ]

    @Test(arguments: dates)
    func readsADate(text: String, type: String, value: String) throws {
        let read = Tagged.json(try kind(text, type))
        #expect(read["type"]?.string == type)
        #expect(read["value"]?.string == value)
    }

    @Test func offsetsCountEastward() throws {
        guard case .offsetDateTime(let dateTime, let minutes) = try kind("2026-01-02T03:04:05.000000006-03:30", "").kind
        else {
            Issue.record("not read as a date with an offset")
            return
        }
        #expect(minutes == -210)
        #expect(dateTime.date == TOMLDate(year: 2026, month: 1, day: 2))
        #expect(dateTime.time == TOMLTime(hour: 3, minute: 4, second: 5, nanosecond: 6))
    }

    static let dateErrors: [(String, String)] = [
        ("2023-02-29", "2023-02-29 does not exist"), ("1900-02-29", "1900-02-29 does not exist"),
        ("2026-04-31", "2026-04-31 does not exist"), ("2026-00-10", "2026-00-10 does not exist"),
        ("2026-01-00", "2026-01-00 does not exist"), ("2026-01-32T00:00:00Z", "2026-01-32 does not exist"),
        ("24:00:00", "the time 24:00:00 does not exist"), ("12:00:61", "the time 12:00:61 does not exist"),
        ("2026-01-01T10:00:00+10:60", "the offset +10:60 does not exist"),
        ("2026-01-01T10:00", "`2026-01-01T10:00` has no seconds"),
        ("2026-01-01 10:00Z", "`2026-01-01 10:00Z` has no seconds"),
        ("12:00:00.", "`12:00:00.` cannot be read as a time"), ("12:00:00Z", "`12:00:00Z` cannot be read as a time"),
        ("12:0:00", "`12:0:00` cannot be read as a time"),
        ("2026-01-01T", "`2026-01-01T` cannot be read as a date"),
        ("2026-01-01T10:00:00+1", "`2026-01-01T10:00:00+1` cannot be read as a date"),
        ("2026-01-01T10:00:00+01:00x", "`2026-01-01T10:00:00+01:00x` cannot be read as a date"),
        ("26-01-01", "`26-01-01` cannot be read as a date"),
        ("2026-01-01  10:00:00", "`2026-01-01  10:00:00` is no value that TOML knows"),
        ("12026-01-01", "`12026-01-01` cannot be read as a number"),
    ]

    @Test(arguments: dateErrors)
    func refusesADate(text: String, message: String) {
        #expect(TOMLDocument.parse(Array("x = \(text)".utf8)).errors.map(\.message) == [message])
    }

    static let notValues = [
        "+_1", "1_", "0x", "0xg", "0X1", "-0b1", "1e", "1e_1", "1_.0", "1._0", "1.e1", "01.5", "00", "-01", "++1",
        "1e1.5", "Inf", "+NaN", "infinity", "truee", "t", "1,000", "½", "\u{FEFF}1", "\u{3000}1", "0o8", "--", "_",
        "e5",
    ]

    @Test(arguments: notValues)
    func refusesWhatIsNoValue(text: String) {
        let (document, errors) = TOMLDocument.parse(Array("x = \(text)\ny = 1".utf8))
        #expect(errors.count == 1, "\(errors)")
        #expect(document.root["x"]?.isInvalid == true)
        #expect(document.root["y"]?.integer == 1)
    }

    static let containers: [(text: String, shape: String)] = [
        ("[]", "[]"), ("[ ]", "[]"), ("[\n# none\n]", "[]"),
        ("[1, 2.5, \"x\", true, [1], { a = 1 }]", "[i f s b [i] {a:i}]"),
        ("[1,]", "[i]"), ("[\n  1, # one\n  2, # two\n]", "[i i]"), ("[\r\n1\r\n,\r\n2\r\n]", "[i i]"),
        ("[[], [[]]]", "[[] [[]]]"), ("[\"\"\"\na]\n\"\"\", ']']", "[s s]"),
        ("[2026-01-02, 2026-01-02 03:04:05, 03:04:05]", "[date-local datetime-local time-local]"),
        ("{}", "{}"), ("{ }", "{}"), ("{a=1,b=2}", "{a:i b:i}"), ("{ \"a b\".'c' . d = [] }", "{a b:{c:{d:[]}}}"),
        ("{ a = [\n1,\n2\n], b = \"\"\"\n}\"\"\" }", "{a:[i i] b:s}"), ("{ a = { b = {} } }", "{a:{b:{}}}"),
    ]

    @Test(arguments: containers)
    func readsAContainer(text: String, shape: String) throws {
        #expect(self.shape(try kind(text, "")) == shape)
    }

    static let keys: [(String, [String])] = [
        ("a", ["a"]), ("A-b_9", ["A-b_9"]), ("1234", ["1234"]), ("-", ["-"]), ("true", ["true"]),
        ("2026-01-02", ["2026-01-02"]),
        ("\"a b\"", ["a b"]), ("'a\\b'", ["a\\b"]), ("\"\\u00e4\"", ["ä"]), ("\"\"", [""]), ("a.b.c", ["a", "b", "c"]),
        ("a . \"b.c\" .\t'd'", ["a", "b.c", "d"]), ("3.14", ["3", "14"]), ("\"ʎǝʞ\"", ["ʎǝʞ"]),
    ]

    @Test(arguments: keys)
    func readsAKey(text: String, names: [String]) throws {
        for form in ["\(text)=1", " \t\(text)\t= 1 # note", "[\(text)]", "[[ \(text) ]]", "x = { \(text) = 1 }"] {
            let (document, errors) = TOMLDocument.parse(Array(form.utf8))
            #expect(errors.isEmpty, "\(form): \(errors)")
            #expect(Places(document).faults.isEmpty)
            var table = form.hasPrefix("x") && form.contains("{") ? document.root["x"]?.table : document.root
            var found: [String] = []
            while let entry = table?.entries.first {
                found.append(entry.key.name)
                table = entry.value.table ?? entry.value.array?.first?.table
            }
            #expect(found == names, "\(form)")
        }
    }

    /// The value after `x = `, once it is sure that it stands alone and in its place.
    func kind(_ text: String, _ type: String) throws -> TOMLValue {
        let (document, errors) = TOMLDocument.parse(Array("x =\t\(text)  # note\n y=1".utf8))
        #expect(errors.isEmpty, "\(errors)")
        let value = try #require(document.root["x"])
        #expect(document.source.text(value.range) == text)
        #expect(document.root["y"]?.integer == 1)
        #expect(Places(document).faults.isEmpty)
        return value
    }

    func shape(_ value: TOMLValue) -> String {
        switch value.kind {
        case .string: "s"
        case .integer: "i"
        case .float: "f"
        case .boolean: "b"
        case .array(let elements): "[\(elements.map(shape).joined(separator: " "))]"
        case .table(let table):
            "{\(table.entries.map { "\($0.key.name):\(shape($0.value))" }.joined(separator: " "))}"
        default: Tagged.json(value)["type"]?.string ?? "?"
        }
    }
}
