extension AttemptOutcome {
    /// The same outcome without what neither the record nor a log may keep: the words that were sent, wherever a program
    /// or a server repeats them, and every e-mail address. In their place stands `…`.
    ///
    /// - Parameter parcel: What was sent.
    public func sparing(_ parcel: Parcel) -> AttemptOutcome {
        var texts = [parcel.title] + parcel.body.split(separator: "\n").map(String.init)
        if let cover = parcel.cover {
            texts.append(contentsOf: [parcel.when, parcel.ritual ?? ""])
            if let id = parcel.ritual?.split(separator: ".").last { texts.append(String(id)) }
            texts.removeAll { $0 == cover }
        }
        let spared = SparedWords(texts)
        switch self {
        case .delivered(let text): return .delivered(spared.text(text))
        case .transient(let text, let seconds): return .transient(spared.text(text), retryAfter: seconds)
        case .permanent(let text): return .permanent(spared.text(text))
        case .uncertain(let text): return .uncertain(spared.text(text))
        case .unreachable(let text): return .unreachable(spared.text(text))
        }
    }
}

/// Takes given words, and what looks like an e-mail address, out of a text.
struct SparedWords {
    /// Longest first, so that no word leaves a part of a longer one behind.
    private let words: [[UInt8]]

    private static let sign = Array("…".utf8)
    /// Shorter words stand in every sentence.
    private static let shortest = 3

    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
            .sorted { $0.count > $1.count }
    }

    func text(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for word in words { bytes = Self.without(word, in: bytes) }
        return String(decoding: Self.withoutAddresses(bytes), as: UTF8.self)
    }

    private static func without(_ word: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= word.count else { return bytes }
        var output: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == word[0], at + word.count <= bytes.count, bytes[at..<at + word.count].elementsEqual(word) {
                output += sign
                at += word.count
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
        return output
    }

    private static func withoutAddresses(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "@"), let last = output.last, isLocal(last), at + 1 < bytes.count,
                isDomain(bytes[at + 1])
            else {
                output.append(bytes[at])
                at += 1
                continue
            }
            while let last = output.last, isLocal(last) { output.removeLast() }
            output += sign
            at += 1
            while at < bytes.count, isDomain(bytes[at]) { at += 1 }
        }
        return output
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...: true
        default: false
        }
    }

    /// The characters of an atom (RFC 5322 §3.2.3), without those that stand around addresses in replies.
    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || "!#$%&'*+/=?^_{|}~".utf8.contains(byte)
    }
}
