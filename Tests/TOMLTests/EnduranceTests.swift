import Foundation
import TOML
import Testing

/// Whatever the bytes are, reading them ends, and soon.
@Suite struct EnduranceTests {
    static let deep: [(String, Int)] = [
        (String(repeating: "[", count: 100_000), 1),
        ("a = " + String(repeating: "[", count: 100_000), 1),
        ("a = " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000), 1),
        ("a = " + String(repeating: "{a=", count: 100_000), 1),
        ("a = " + String(repeating: "[{a=", count: 100_000) + "\nb = x", 2),
        (String(repeating: "a.", count: 100_000) + "a = 1", 1),
        ("[" + String(repeating: "a.", count: 100_000) + "a]\nb = x", 2),
        ("x = { " + String(repeating: "a.", count: 100_000) + "a = 1 }", 1),
    ]

    @Test(arguments: 0..<deep.count)
    func depthIsBounded(index: Int) {
        let (text, count) = EnduranceTests.deep[index]
        #expect(TOMLDocument.parse(Array(text.utf8)).errors.count == count)
    }

    @Test func depthCountsHeadersKeysAndValues() {
        func errors(_ header: Int, _ key: Int, _ lists: Int) -> [TOMLError] {
            let head = String(repeating: "a.", count: header - 1) + "a"
            let name = String(repeating: "b.", count: key - 1) + "b"
            let value = String(repeating: "[", count: lists) + String(repeating: "]", count: lists)
            return TOMLDocument.parse(Array("[\(head)]\n\(name) = \(value)".utf8)).errors
        }
        #expect(errors(50, 1, 50).isEmpty)
        #expect(errors(50, 1, 51).map(\.reason) == [.tooDeep(limit: 100)])
        #expect(errors(100, 1, 0).count == 1, "no value: the brackets are none")
        #expect(errors(101, 1, 1).map(\.reason).contains(.tooDeep(limit: 100)))
    }

    /// Texts that tempt a reader into looking at everything again and again.
    static let tempting: [@Sendable (Int) -> String] = [
        { String(repeating: "a = {\n", count: $0) },
        { String(repeating: "? \\\"\"\"\n", count: $0) },
        { String(repeating: "a = \"\"\"\nb = \"\"\"x\n", count: $0) },
        { "a = [" + String(repeating: "1 ", count: $0) + "]" },
        { "a = {" + String(repeating: "b = 1 ", count: $0) + "}" },
        { "a = {" + String(repeating: "b:1, ", count: $0) + "}" },
        { "a = [" + String(repeating: "“x”, ", count: $0) },
        { "a = [" + String(repeating: "“x ", count: $0) },
        { String(repeating: "ü.", count: $0) + "a = 1" },
        { String(repeating: "a:", count: $0) + "a = 1" },
        { String(repeating: "[[a]]\n", count: $0) },
        { String(repeating: "[a]\n", count: $0) },
        { (0..<$0).map { "k\($0) = 1\n" }.joined() },
        { (0..<$0).map { "a.k\($0).b = 1\n" }.joined() },
        { "a = [\n" + String(repeating: "\"x\"\n", count: $0) },
        { "a = [\n" + String(repeating: "# note\n", count: $0) },
        { String(repeating: "a = [\n", count: $0) },
        { "a = \"" + String(repeating: "\\u00e4", count: $0) + "\"" },
        { String(repeating: "\u{1B}", count: $0) },
        { "a = " + String(repeating: "1_", count: $0) },
        { String(repeating: "a = '''\n", count: $0) },
        { "a = [" + String(repeating: "[{b=[", count: 20) + String(repeating: "\n", count: $0) },
    ]

    /// A look back or ahead at every step would take hours here, where seconds are enough:
    /// the limit is there to end the wait, not to measure.
    @Test(.timeLimit(.minutes(5)), arguments: 0..<tempting.count)
    func takesTimeInProportion(index: Int) {
        let bytes = Array(EnduranceTests.tempting[index](20_000).utf8)
        let errors = TOMLDocument.parse(bytes).errors
        #expect(errors.allSatisfy { $0.range.end <= bytes.count })
    }

    /// Any change of any text is read or refused: it ends, every range lies within the
    /// text, errors come in order, and what was read without error reads back from its places.
    @Test func anyMutationIsReadOrRefused() throws {
        let seed: UInt64 = 0x5EED_0003
        print("TOML mutations, seed \(seed)")
        var random = Seeded(seed: seed)
        var texts = MistakeTests.lines.map { Array($0.marked.utf8) }
        texts += RedefinitionTests.refused.map { Array($0.text.utf8) }
        texts += RedefinitionTests.allowed.map { Array($0.text.utf8) }
        texts += ValueTests.strings.map { Array("x = \($0.0)\n".utf8) }
        texts += ValueTests.containers.map { Array("x = \($0.text)\n".utf8) }
        texts += ValueTests.dates.map { Array("x = \($0.text)\n".utf8) }
        texts += RecoveryTests.bytes.map(\.bytes)
        if SharedSuite.isThere {
            let names = try SharedSuite.names(under: "valid/") + SharedSuite.names(under: "invalid/")
            texts += try names.map { try SharedSuite.bytes($0) }
        }
        var readable = 0
        for round in 0..<20_000 {
            var bytes = texts[random.below(texts.count)]
            for _ in 0...random.below(3) { random.mutate(&bytes, with: texts) }
            let (document, errors) = TOMLDocument.parse(bytes)
            let isInPlace = errors.allSatisfy { 0 <= $0.range.start && $0.range.end <= bytes.count }
            #expect(isInPlace, "round \(round): \(bytes)")
            for error in errors {
                _ = (error.message, error.hint, document.source.excerpt(error.range))
            }
            if errors.isEmpty {
                readable += 1
                #expect(Places(document).faults.isEmpty, "round \(round): \(bytes)")
            }
        }
        #expect(readable > 1_000, "there is something to check")
    }
}

/// SplitMix64: small, and the same everywhere.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(bound, 1), using: &self) }

    private static let signs = Array("\"'[]{}=.,#:\\\n\r\t -+_0e\u{FEFF}“ü".utf8)

    mutating func mutate(_ bytes: inout [UInt8], with texts: [[UInt8]]) {
        let place = below(bytes.count + 1)
        switch below(8) {
        case 0: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
        case 1: if place < bytes.count { bytes.remove(at: place) }
        case 2: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
        case 3: bytes.insert(contentsOf: texts[below(texts.count)].prefix(400), at: place)
        case 4: bytes.removeSubrange(place...)
        case 5:
            let end = min(bytes.count, place + below(20))
            bytes.insert(contentsOf: bytes[place..<end], at: place)
        default: bytes.insert(Seeded.signs[below(Seeded.signs.count)], at: place)
        }
    }
}
