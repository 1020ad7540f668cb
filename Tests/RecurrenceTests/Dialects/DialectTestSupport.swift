import CivilTime
import Recurrence
import Testing

/// A small seeded generator (SplitMix64), so that every random case can be had again.
struct DialectRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func pick<T>(_ items: [T]) -> T { items[Int(next() % UInt64(items.count))] }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// The text with one to four slips in it: a sign more, less, changed, doubled or moved.
    mutating func mutated(_ text: String, signs: String) -> String {
        var letters = Array(text.unicodeScalars)
        let alphabet = Array(signs.unicodeScalars)
        for _ in 0..<number(1...4) {
            let place = letters.isEmpty ? 0 : number(0...letters.count - 1)
            switch number(0...5) {
            case 0: letters.insert(pick(alphabet), at: place)
            case 1 where !letters.isEmpty: letters.remove(at: place)
            case 2 where !letters.isEmpty: letters[place] = pick(alphabet)
            case 3 where !letters.isEmpty:
                letters.insert(contentsOf: letters[place...].prefix(number(1...12)), at: place)
            case 4 where !letters.isEmpty: letters.swapAt(place, number(0...letters.count - 1))
            default: letters.append(pick(alphabet))
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: letters)
        return String(result)
    }
}

/// What must hold of every error: a place inside the text, and words.
func expectWellFormed(_ error: DialectError, for text: String) {
    let count = text.utf8.count
    #expect(error.range.lowerBound >= 0 && error.range.upperBound <= count, "\(text.debugDescription): \(error)")
    let message = error.message
    #expect(!message.isEmpty && !message.hasSuffix("."), "\(message)")
    // RFC 5545's own words are in capitals, also where a message begins with one.
    #expect(error.dialect == .rrule || message.first?.isUppercase == false, "\(message)")
    if let hint = error.hint {
        #expect(!hint.isEmpty && !hint.hasSuffix(".") && hint.first?.isUppercase == false, "\(hint)")
    }
}

extension String {
    /// The part of the text that a range of UTF-8 offsets covers.
    func slice(_ range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }
}
