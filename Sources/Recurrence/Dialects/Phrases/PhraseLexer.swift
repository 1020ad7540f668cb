/// One word of a phrase, with its place in the text.
struct PhraseWord: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case comma
        case number(Int)
        case ordinal(Int)
        case second
        case clock(Int)
        case badClock(DialectError.Reason)
        case half(pm: Bool)
        case counted(Int, PhraseUnit)
        case weekday(Int)
        case workday
        case unit(PhraseUnit)
        case month(Int)
        case keyword(Keyword)
        case unknown
    }

    /// The small words of the grammar.
    enum Keyword: String, CaseIterable, Hashable, Sendable {
        case every, each, at, on, of, `in`, the, and, to, through, between, from, other, weekend, last
    }

    let text: String
    let lower: String
    let range: Range<Int>
    let kind: Kind
}

/// Cuts a phrase into words: at white space and commas, and between two weekdays at a hyphen.
struct PhraseLexer {
    static func words(of text: String) throws(DialectError) -> [PhraseWord] {
        let bytes = Array(text.utf8)
        var words: [PhraseWord] = []
        var start: Int?
        func take(_ from: Int, _ to: Int) -> [PhraseWord] {
            split(String(decoding: bytes[from..<to], as: UTF8.self), at: from)
        }
        for (place, byte) in bytes.enumerated() {
            let isSpace = byte == 0x20 || byte == 0x09
            if byte < 0x20 && !isSpace || byte == 0x7F {
                throw DialectError(dialect: .phrase, range: place..<place + 1, reason: .controlCharacter)
            }
            if isSpace || byte == 0x2C {
                if let from = start { words += take(from, place) }
                start = nil
                if byte == 0x2C {
                    words.append(PhraseWord(text: ",", lower: ",", range: place..<place + 1, kind: .comma))
                }
            } else if start == nil {
                start = place
            }
        }
        if let from = start { words += take(from, bytes.count) }
        return words
    }

    /// `Mon-Fri` is three words; everything else is one.
    private static func split(_ text: String, at offset: Int) -> [PhraseWord] {
        let lower = text.lowercased()
        // Most words have no hyphen, which their bytes tell at once.
        let mayHaveDash = lower.utf8.contains { $0 == UInt8(ascii: "-") || $0 >= 0x80 }
        if mayHaveDash, let dash = lower.firstIndex(where: { $0 == "-" || $0 == "–" }) {
            let left = String(lower[..<dash])
            let right = String(lower[lower.index(after: dash)...])
            if let first = EnglishNames.weekday(left), let last = EnglishNames.weekday(right) {
                let middle = offset + left.utf8.count
                let after = offset + text.utf8.count - right.utf8.count
                return [
                    PhraseWord(text: left, lower: left, range: offset..<middle, kind: .weekday(first)),
                    PhraseWord(text: "-", lower: "-", range: middle..<after, kind: .keyword(.to)),
                    PhraseWord(
                        text: right, lower: right, range: after..<offset + text.utf8.count, kind: .weekday(last)),
                ]
            }
        }
        return [
            PhraseWord(
                text: text, lower: lower, range: offset..<offset + text.utf8.count, kind: kind(of: lower))
        ]
    }

    private static func kind(of word: String) -> PhraseWord.Kind {
        if let first = word.utf8.first, first >= 0x30, first <= 0x39 { return numeric(word) }
        if let keyword = PhraseWord.Keyword(rawValue: word) {
            return keyword == .last ? .ordinal(-1) : .keyword(keyword)
        }
        if let weekday = EnglishNames.weekday(word) { return .weekday(weekday) }
        if let month = EnglishNames.month(word) { return .month(month) }
        if let unit = units[word] { return .unit(unit) }
        if let number = numbers.firstIndex(of: word) { return .number(number + 1) }
        if let ordinal = ordinal(word) { return .ordinal(ordinal) }
        switch word {
        case "second": return .second
        case "weekday", "weekdays": return .workday
        case "noon": return .clock(12 * 3600)
        case "midnight": return .clock(0)
        case "am", "a.m.": return .half(pm: false)
        case "pm", "p.m.": return .half(pm: true)
        default: return .unknown
        }
    }

    /// A word that begins with a digit: `15`, `1st`, `7pm`, `19:00`, `15min`.
    private static func numeric(_ word: String) -> PhraseWord.Kind {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let rest = String(word.dropFirst(digits.count))
        guard digits.count <= 7, let number = Int(digits) else { return .badClock(.count(word)) }
        if rest.isEmpty { return .number(number) }
        if let clock = PhraseClock.read(digits: String(digits), rest: rest, word: word) { return clock }
        if ["st", "nd", "rd", "th"].contains(rest) { return .ordinal(number) }
        if let ordinal = ordinal(word) { return .ordinal(ordinal) }
        if let unit = units[rest] { return .counted(number, unit) }
        if rest == "m" { return .badClock(.bareM) }
        return .unknown
    }

    /// `third` is 3, `third-to-last` and `third-last` are -3.
    private static func ordinal(_ word: String) -> Int? {
        if let place = ordinals.firstIndex(of: word) { return place + 1 }
        if word == "penultimate" || word == "next-to-last" { return -2 }
        for ending in ["-to-last", "-last"] where word.hasSuffix(ending) {
            let stem = String(word.dropLast(ending.count))
            if stem == "second" { return -2 }
            if let place = ordinals.firstIndex(of: stem) { return place == 0 ? nil : -(place + 1) }
            if ["st", "nd", "rd", "th"].contains(where: stem.hasSuffix), let n = Int(stem.dropLast(2)), (2...400).contains(n) {
                return -n
            }
            return nil
        }
        return nil
    }

    static let ordinals = [
        "first", "\u{0}", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ]

    private static let numbers = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    private static let units: [String: PhraseUnit] = [
        "seconds": .second, "sec": .second, "secs": .second, "s": .second,
        "minute": .minute, "minutes": .minute, "min": .minute, "mins": .minute,
        "hour": .hour, "hours": .hour, "hr": .hour, "hrs": .hour, "h": .hour,
        "day": .day, "days": .day, "week": .week, "weeks": .week,
        "month": .month, "months": .month, "year": .year, "years": .year,
    ]
}
