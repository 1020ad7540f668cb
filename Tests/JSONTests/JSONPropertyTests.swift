import JSON
import Testing

@Suite struct JSONPropertyTests {
    @Test func whatIsWrittenReadsBackTheSame() throws {
        var random = Seeded(seed: 0x5EED_0001)
        for _ in 0..<3_000 {
            let value = random.json(depth: 4)
            let text = value.text
            #expect(!text.utf8.contains { $0 < 0x20 }, "one line, whatever it holds")
            #expect(try JSON.parse(text) == value)
        }
    }

    /// Changed bytes are read or refused, with a place inside the text; never a crash.
    @Test func anyMutationIsReadOrRefused() {
        let seed: UInt64 = 0x5EED_0002
        print("JSON mutations, seed \(seed)")
        var random = Seeded(seed: seed)
        let texts = JSONReaderTests.valid.map(\.0) + JSONReaderTests.invalid.map(\.0)
        let pieces = texts.map { Array($0.utf8) }
        for _ in 0..<20_000 {
            var bytes = pieces[random.below(pieces.count)]
            for _ in 0...random.below(4) { random.mutate(&bytes, with: pieces) }
            do {
                let value = try JSON.parse(bytes)
                #expect(try JSON.parse(value.bytes) == value)
            } catch {
                #expect((0...bytes.count).contains(error.offset))
            }
        }
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

    mutating func json(depth: Int) -> JSON {
        switch below(depth > 0 ? 8 : 6) {
        case 0: .null
        case 1: .bool(Bool.random(using: &self))
        case 2: .integer(Int64(bitPattern: next()) >> below(64))
        case 3: .double(finite())
        case 4, 5: .string(string())
        case 6: .array((0..<below(5)).map { _ in json(depth: depth - 1) })
        default: .object(object(depth: depth - 1))
        }
    }

    private mutating func finite() -> Double {
        let value = Double(bitPattern: next())
        return value.isFinite ? value : 0.1
    }

    private mutating func string() -> String {
        var string = ""
        for _ in 0..<below(12) {
            let bound: UInt64 = [0x20, 0x80, 0x3000, 0x11_0000][below(4)]
            string.unicodeScalars.append(Unicode.Scalar(UInt32(next() % bound)) ?? "?")
        }
        return string
    }

    private mutating func object(depth: Int) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<below(12) { object[string()] = json(depth: depth) }
        return object
    }

    mutating func mutate(_ bytes: inout [UInt8], with pieces: [[UInt8]]) {
        let place = below(bytes.count + 1)
        switch below(5) {
        case 0: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
        case 1: if place < bytes.count { bytes.remove(at: place) }
        case 2: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
        case 3: bytes.insert(contentsOf: pieces[below(pieces.count)], at: place)
        default: bytes.removeSubrange(place...)
        }
    }
}
