extension AttemptOutcome {
    /// The outcome as the ledger keeps it: whatever looks like an address is left out, and the far end's words are cut
    /// at ``longestText`` bytes.
    public var recorded: AttemptOutcome {
        switch self {
        case .delivered(let text): .delivered(Self.recorded(text))
        case .transient(let text, let retryAfter): .transient(Self.recorded(text), retryAfter: retryAfter)
        case .permanent(let text): .permanent(Self.recorded(text))
        case .uncertain(let text): .uncertain(Self.recorded(text))
        case .unreachable(let text): .unreachable(Self.recorded(text))
        }
    }

    /// Bytes of a far end's words that the record keeps.
    public static let longestText = 4096

    /// Works on bytes: a far end's words may be many, and none of the marks below is part of another character.
    private static func recorded(_ text: String) -> String {
        let bytes = text.utf8
        let isPlain = bytes.allSatisfy { $0 != UInt8(ascii: "@") && ($0 >= 0x20 && $0 != 0x7F || $0 == 0x0A) }
        if isPlain && bytes.count <= longestText { return text }
        var kept: [UInt8] = []
        var word: [UInt8] = []
        func endWord() {
            kept += word.contains(UInt8(ascii: "@")) ? Array("(address)".utf8) : word
            word.removeAll(keepingCapacity: true)
        }
        for byte in bytes.prefix(longestText) {
            if separators.contains(byte) || byte < 0x20 || byte == 0x7F {
                endWord()
                kept.append(byte < 0x20 && byte != 0x0A || byte == 0x7F ? 0x20 : byte)
            } else {
                word.append(byte)
            }
        }
        // A word cut in the middle of an address would no longer show its mark.
        if bytes.count <= longestText { endWord() }
        var text = String(decoding: kept, as: UTF8.self)
        while text.utf8.count > longestText { text.removeLast() }
        return text
    }

    private static let separators = Set(" <>()[]{},;:\"'|\n".utf8)
}
