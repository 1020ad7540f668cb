import JSON
import Testing

@Suite struct JSONWriterTests {
    static let cases: [(JSON, String)] = [
        (nil, "null"),
        (true, "true"),
        (.integer(.min), "-9223372036854775808"),
        (1.0, "1.0"),
        (.double(-0.0), "-0.0"),
        (.double(1e300), "1e+300"),
        (.double(.infinity), "null"),
        (.double(.nan), "null"),
        ("", #""""#),
        ("Grüße 愛 😀", #""Grüße 愛 😀""#),
        ("\"\\/", #""\"\\/""#),
        ("\u{0}\u{8}\u{9}\u{A}\u{B}\u{C}\u{D}\u{1B}\u{1F}", #""\u0000\b\t\n\u000b\f\r\u001b\u001f""#),
        ("\u{7F}\u{85}\u{9F}\u{A0}\u{2028}\u{2029}", "\"\\u007f\\u0085\\u009f\u{A0}\\u2028\\u2029\""),
        ("\r\n", #""\r\n""#),
        ([], "[]"),
        ([:], "{}"),
        (["z": 1, "a": [nil, false, "x"], "m": ["k": [:]]], #"{"z":1,"a":[null,false,"x"],"m":{"k":{}}}"#),
        (["\n": 1], #"{"\n":1}"#),
    ]

    @Test(arguments: cases)
    func writes(value: JSON, text: String) {
        #expect(value.text == text)
        #expect(value.bytes == Array(text.utf8))
        #expect("\(value)" == text)
    }

    @Test func appendsToWhatIsThere() {
        var line = Array("> ".utf8)
        JSON.array([1, "a"]).write(into: &line)
        #expect(String(decoding: line, as: UTF8.self) == #"> [1,"a"]"#)
    }

    @Test func accessorsAnswerOnlyToTheirOwnKind() {
        let value: JSON = ["n": nil, "b": true, "i": 5, "d": 2.5, "s": "x", "a": [1, 2], "o": ["k": "v"]]
        #expect(value["n"] == .null)
        #expect(value["b"]?.bool == true)
        #expect(value["i"]?.integer == 5)
        #expect(value["i"]?.int == 5)
        #expect(value["i"]?.double == 5)
        #expect(value["d"]?.double == 2.5)
        #expect(value["d"]?.integer == nil)
        #expect(value["s"]?.string == "x")
        #expect(value["a"]?.array?.count == 2)
        #expect(value["a"]?[1] == 2)
        #expect(value["a"]?[2] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["o"]?["k"]?.string == "v")
        #expect(value["o"]?["missing"] == nil)
        #expect(value["s"]?["k"] == nil)
        #expect(value["s"]?.bool == nil)
        #expect(value["i"]?.string == nil)
        #expect(JSON(String?.none) == nil)
        #expect(JSON(3 as Int?) == 3)
    }

    @Test func membersKeepTheirOrder() {
        var object = JSONObject()
        object["b"] = 1
        object["a"] = 2
        object["c"] = 3
        object["b"] = 4
        object["a"] = nil
        object["d"] = .null
        #expect(object.names == ["b", "c", "d"])
        #expect(JSON.object(object).text == #"{"b":4,"c":3,"d":null}"#)
    }
}
