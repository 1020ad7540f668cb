/// Two texts, either of which may be missing, as a stretch of a longer one: a text of its own would take as much room
/// again as a short title does.
struct TextPair: Sendable {
    private var whole: String
    private var start: UInt32
    /// Bytes; ``none`` where there is no such text.
    private let firstLength: UInt32
    private let secondLength: UInt32

    private static let none = UInt32.max

    init(_ first: String?, _ second: String?) {
        if let first, let second {
            whole = first + second
        } else {
            whole = first ?? second ?? ""
        }
        start = 0
        firstLength = first.map { UInt32($0.utf8.count) } ?? Self.none
        secondLength = second.map { UInt32($0.utf8.count) } ?? Self.none
    }

    var first: String? { firstLength == Self.none ? nil : text(from: start, firstLength) }

    var second: String? {
        guard secondLength != Self.none else { return nil }
        return text(from: firstLength == Self.none ? start : start + firstLength, secondLength)
    }

    private func text(from start: UInt32, _ length: UInt32) -> String {
        let from = whole.utf8.index(whole.startIndex, offsetBy: Int(start))
        return String(whole[from..<whole.utf8.index(from, offsetBy: Int(length))])
    }

    /// How long both texts are.
    var byteCount: Int {
        Int(firstLength == Self.none ? 0 : firstLength) + Int(secondLength == Self.none ? 0 : secondLength)
    }

    // MARK: - Together with others

    /// Moves the texts to the end of `bytes`; until ``lie(in:)`` they cannot be asked for.
    mutating func move(to bytes: inout [UInt8]) {
        let from = whole.utf8.index(whole.startIndex, offsetBy: Int(start))
        let stretch = whole.utf8[from..<whole.utf8.index(from, offsetBy: byteCount)]
        start = UInt32(bytes.count)
        bytes += stretch
        whole = ""
    }

    /// Takes the texts from what ``move(to:)`` put together.
    mutating func lie(in whole: String) {
        if byteCount > 0 { self.whole = whole } else { start = 0 }
    }
}
