import Planning

/// A message's header fields as they are written, each folded where a reader unfolds it to the same text.
struct HeaderBlock {
    private(set) var bytes: [UInt8] = []

    /// Where a line is folded (RFC 5322 §2.1.1 asks for 78); a word longer than that stands alone, unbroken.
    private static let longest = 76

    /// A field made of words without spaces, one space between them.
    mutating func add(_ name: StaticString, words: [String]) {
        var line = "\(name):"
        var column = line.utf8.count
        for (index, word) in words.enumerated() {
            let width = word.utf8.count + 1
            // The first word stays with the name: a line of nothing but a name and a colon upsets some readers.
            if column + width > HeaderBlock.longest, index > 0 {
                line += "\r\n"
                column = 0
            }
            line += " " + word
            column += width
        }
        bytes += Array((line + "\r\n").utf8)
    }

    /// A field of a single word that the program itself makes.
    mutating func add(_ name: StaticString, _ word: String) { add(name, words: word.split(separator: " ").map(String.init)) }

    /// A field of free text; none where the text is empty.
    mutating func add(_ name: StaticString, _ text: HeaderText) {
        guard !text.isEmpty else { return }
        let text = text.description
        add(name, words: HeaderBlock.isPlain(text)
            ? text.split(separator: " ").map(String.init)
            : EncodedWord.words(text, after: name.utf8CodeUnitCount + 2))
    }

    /// A field of one mailbox.
    mutating func add(_ name: StaticString, _ mailbox: Mailbox) {
        let display = HeaderText(showing: mailbox.name ?? "")
        if display.isEmpty { return add(name, words: [mailbox.address.wire]) }
        add(name, words: HeaderBlock.phrase(display.description, after: name.utf8CodeUnitCount + 2)
            + ["<\(mailbox.address.wire)>"])
    }

    /// A field of a name and an identifier in angle brackets.
    mutating func add(_ name: StaticString, _ phrase: HeaderText, id: String) {
        add(name, words: HeaderBlock.phrase(phrase.description, after: name.utf8CodeUnitCount + 2) + ["<\(id)>"])
    }

    /// Whether text can stand as it is: ASCII whose spaces survive folding and that no reader takes for encoded.
    static func isPlain(_ text: String) -> Bool {
        guard isASCII(text), !text.isEmpty else { return false }
        var word = 0
        var before: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: " ") {
                if before == byte { return false }
                word = 0
            } else {
                word += 1
                if word > 60 || before == UInt8(ascii: "=") && byte == UInt8(ascii: "?") { return false }
            }
            before = byte
        }
        return true
    }

    /// A display name (RFC 5322 §3.2.5): atoms, a quoted string or encoded words.
    static func phrase(_ text: String, after taken: Int) -> [String] {
        guard isPlain(text) else { return EncodedWord.words(text, after: taken) }
        if text.unicodeScalars.allSatisfy({ $0 == " " || $0.isAtomText }) {
            return text.split(separator: " ").map(String.init)
        }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        quoted += "\""
        return quoted.split(separator: " ").map(String.init)
    }
}
