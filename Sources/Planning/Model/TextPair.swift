/// Two texts, either of which may be missing, kept as one: a second text of its own would take three times the room of
/// a short title.
struct TextPair: Sendable {
    private var joined: String
    /// The bytes of the first text; ``none`` where there is none.
    private var length: UInt32
    private var hasSecond: Bool

    private static let none = UInt32.max

    init(_ first: String?, _ second: String?) {
        if let first, let second {
            joined = first + second
        } else {
            joined = first ?? second ?? ""
        }
        length = first.map { UInt32($0.utf8.count) } ?? Self.none
        hasSecond = second != nil
    }

    var first: String? {
        guard length != Self.none else { return nil }
        return hasSecond ? String(joined[..<border]) : joined
    }

    var second: String? {
        guard hasSecond else { return nil }
        return length == Self.none ? joined : String(joined[border...])
    }

    private var border: String.Index { joined.utf8.index(joined.startIndex, offsetBy: Int(length)) }
}
