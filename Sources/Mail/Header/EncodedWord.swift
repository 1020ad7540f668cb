/// Encoded words (RFC 2047): text beyond ASCII in a header.
enum EncodedWord {
    /// A line that holds one has at most this many characters (§2).
    static let longestLine = 76
    private static let longestWord = 75
    private static let frame = "=?utf-8?B?".utf8.count + "?=".utf8.count

    /// The text as encoded words that follow one another; a reader drops the space between them.
    ///
    /// - Parameter taken: Columns of the first line that are taken already.
    static func words(_ text: String, after taken: Int) -> [String] {
        let asLetters = text.utf8.reduce(0) { $0 + (isLetter($1) ? 1 : 3) }
        let asBase64 = (text.utf8.count + 2) / 3 * 4
        return asLetters <= asBase64
            ? words(text, after: taken, letter: "Q", size: quotedSize, encode: quoted)
            : words(text, after: taken, letter: "B", size: base64Size, encode: { Base64.text(Array($0)) })
    }

    private static func words(
        _ text: String, after taken: Int, letter: Character, size: ([UInt8]) -> Int, encode: ([UInt8]) -> String
    ) -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        var room = min(longestWord, max(frame + 16, longestLine - taken)) - frame
        func close() {
            guard !chunk.isEmpty else { return }
            words.append("=?utf-8?\(letter)?\(encode(chunk))?=")
            chunk = []
            room = longestWord - frame
        }
        for character in text {
            // A letter and its accents stay together; only what is longer than a word is split, between scalars.
            let whole = Array(character.utf8)
            let pieces = size(whole) <= room - 4 || size(whole) <= longestWord - frame
                ? [whole] : character.unicodeScalars.map { Array(String($0).utf8) }
            for piece in pieces {
                if size(chunk + piece) > room { close() }
                chunk += piece
            }
        }
        close()
        return words
    }

    private static func base64Size(_ bytes: [UInt8]) -> Int { (bytes.count + 2) / 3 * 4 }

    private static func quotedSize(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 + (isLetter($1) ? 1 : 3) } }

    /// What may stand for itself, also within a name (§5, rule 3); a space becomes `_`.
    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "!"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            if byte == UInt8(ascii: " ") {
                text.append(UInt8(ascii: "_"))
            } else if isLetter(byte) {
                text.append(byte)
            } else {
                text += QuotedPrintable.escape(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
