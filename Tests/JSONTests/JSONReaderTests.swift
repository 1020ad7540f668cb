import JSON
import Testing

@Suite struct JSONReaderTests {
    static let valid: [(String, JSON)] = [
        ("null", nil),
        ("true", true),
        (" \t\r\nfalse \n", false),
        ("0", 0),
        ("-7", -7),
        ("-0", .double(-0.0)),
        ("0.5", 0.5),
        ("1.0", 1.0),
        ("1e3", 1000.0),
        ("1E+3", 1000.0),
        ("-12.5e-1", -1.25),
        ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)),
        ("9223372036854775808", .double(0x1p63)),
        ("-9223372036854775809", .double(-0x1p63)),
        ("1e-400", .double(0)),
        (#""""#, ""),
        (#""Grüße, 愛""#, "Grüße, 愛"),
        (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
        (#""\u00e9\u00E9\u0000""#, "éé\u{0}"),
        (#""\ud83d\ude00\uDBFF\uDFFF""#, "😀\u{10FFFF}"),
        ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        ("[]", []),
        ("[ ]", []),
        ("[1,[2,[]],{}]", [1, [2, []], [:]]),
        (#"{ "b" : 1 , "a" : { "c" : [ null ] } }"#, ["b": 1, "a": ["c": [nil]]]),
        (#"{"":1}"#, ["": 1]),
        ("{\"\u{E9}\":1,\"e\u{301}\":2}", .object(twoAccents)),
    ]

    /// Equal as Swift strings, different as names.
    static var twoAccents: JSONObject {
        var object = JSONObject()
        object["\u{E9}"] = 1
        object["e\u{301}"] = 2
        return object
    }

    @Test(arguments: valid)
    func reads(text: String, value: JSON) throws {
        #expect(try JSON.parse(text) == value)
        #expect(try JSON.parse(text.utf8) == value)
        #expect(try JSON.parse(Array(text.utf8)) == value)
    }

    static let invalid: [(String, JSONError.Reason, Int)] = [
        ("", .unexpectedEnd, 0),
        ("  ", .unexpectedEnd, 2),
        ("\u{FEFF}1", .byteOrderMark, 0),
        ("nul", .unexpectedEnd, 3),
        ("nulL", .unexpectedByte(0x4C), 3),
        ("True", .unexpectedByte(0x54), 0),
        ("NaN", .unexpectedByte(0x4E), 0),
        ("'a'", .unexpectedByte(0x27), 0),
        ("1 2", .trailingText, 2),
        ("{}}", .trailingText, 2),
        ("01", .malformedNumber, 0),
        ("-01 ", .malformedNumber, 0),
        ("+1", .malformedNumber, 0),
        ("-", .unexpectedEnd, 1),
        ("[-]", .malformedNumber, 1),
        ("[.5]", .malformedNumber, 1),
        ("[5.]", .malformedNumber, 1),
        ("[1e]", .malformedNumber, 1),
        ("1e+", .unexpectedEnd, 3),
        ("0x10", .trailingText, 1),
        ("[1e400]", .numberTooLarge, 1),
        (#""abc"#, .unexpectedEnd, 4),
        ("\"a\nb\"", .controlCharacter(10), 2),
        ("\"\u{1F}\"", .controlCharacter(0x1F), 1),
        (#""\x""#, .malformedEscape, 1),
        (#""\u12g4""#, .malformedEscape, 1),
        (#""\u12"#, .unexpectedEnd, 5),
        ("\"\\", .unexpectedEnd, 2),
        (#""\ud800""#, .loneSurrogate, 1),
        (#""\ud800\u0041""#, .loneSurrogate, 1),
        (#""a\udc00""#, .loneSurrogate, 2),
        ("[1,]", .unexpectedByte(0x5D), 3),
        ("[,1]", .unexpectedByte(0x2C), 1),
        ("[1 2]", .unexpectedByte(0x32), 3),
        ("[1", .unexpectedEnd, 2),
        ("[1}", .unexpectedByte(0x7D), 2),
        (#"{"a":1,}"#, .unexpectedByte(0x7D), 7),
        (#"{"a" 1}"#, .unexpectedByte(0x31), 5),
        (#"{a:1}"#, .unexpectedByte(0x61), 1),
        (#"{"a""#, .unexpectedEnd, 4),
        (#"{"a":1,"b":2,"a":3}"#, .repeatedName("a"), 13),
        ("[1] // no", .trailingText, 4),
        ("[1\u{A0}]", .unexpectedByte(0xC2), 2),
    ]

    @Test(arguments: invalid)
    func refuses(text: String, reason: JSONError.Reason, offset: Int) {
        #expect(throws: JSONError(reason, at: offset)) { try JSON.parse(text) }
    }

    static let malformed: [([UInt8], Int)] = [
        ([0xFF], 2), ([0xC3], 2), ([0xC0, 0x80], 2), ([0xED, 0xA0, 0x80], 2), ([0xF4, 0x90, 0x80, 0x80], 2),
        ([0xC3, 0xA9, 0x80], 4),
    ]

    @Test(arguments: malformed)
    func refusesWhatIsNotUTF8(bytes: [UInt8], offset: Int) {
        let text = Array("\"a".utf8) + bytes + Array("\"".utf8)
        #expect(throws: JSONError(.malformedUTF8, at: offset)) { try JSON.parse(text) }
    }

    @Test func boundsTheDepth() throws {
        func nested(_ depth: Int, _ open: String, _ close: String) -> String {
            String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        }
        #expect(throws: Never.self) { try JSON.parse(nested(64, "[", "]")) }
        #expect(throws: JSONError(.tooDeep(limit: 64), at: 64)) { try JSON.parse(nested(65, "[", "]")) }
        #expect(throws: Never.self) { try JSON.parse(nested(64, #"{"a":"#, "}")) }
        #expect(throws: JSONError(.tooDeep(limit: 0), at: 0)) { try JSON.parse("[]", depth: -1) }
        #expect(throws: JSONError(.tooDeep(limit: 512), at: 512)) {
            try JSON.parse(String(repeating: "[", count: 1_000_000), depth: .max)
        }
        // Empty ones and neighbours come back up again.
        let wide = "[" + String(repeating: "[],{},[[1]],", count: 200) + "1]"
        #expect(try JSON.parse(wide, depth: 3).array?.count == 601)
    }

    @Test func findsARepeatedNameAmongMany() {
        let many = (0..<10_000).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
        #expect(throws: Never.self) { try JSON.parse("{\(many)}") }
        let offset = many.utf8.count + 2
        #expect(throws: JSONError(.repeatedName("n3"), at: offset)) { try JSON.parse("{\(many),\"n3\":0}") }
    }

    @Test func errorsReadPlainly() {
        #expect(JSONError(.unexpectedByte(0x5D), at: 3).description == "unexpected `]`, at byte 3")
        #expect(JSONError(.controlCharacter(7), at: 0).description == "control character 0x07 in a string, at byte 0")
    }
}
