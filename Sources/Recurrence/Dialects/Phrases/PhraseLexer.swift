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
        case weekends
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
        if bytes.contains(where: { $0 >= 0x80 }) { try refuseInvisible(text) }
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

    /// Refuses what looks like a space or like nothing, since the word that it is in looks right.
    private static func refuseInvisible(_ text: String) throws(DialectError) {
        var place = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if !scalar.isASCII {
                switch scalar.properties.generalCategory {
                case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator:
                    throw DialectError(dialect: .phrase, range: place..<place + width, reason: .invisible(scalar.value))
                default: break
                }
            }
            place += width
        }
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
        if let first = word.utf8.first, isDigit(first) { return numeric(word) }
        if let known = vocabulary[word] { return known }
        return ordinal(word).map { .ordinal($0) } ?? .unknown
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// All words that have no number in them.
    private static let vocabulary: [String: PhraseWord.Kind] = {
        var words: [String: PhraseWord.Kind] = [
            "second": .second, "weekday": .workday, "weekdays": .workday, "workday": .workday,
            "workdays": .workday, "weekends": .weekends, "noon": .clock(12 * 3600), "midnight": .clock(0),
            "am": .half(pm: false), "a.m.": .half(pm: false), "pm": .half(pm: true), "p.m.": .half(pm: true),
        ]
        for (place, word) in numbers.enumerated() { words[word] = .number(place + 1) }
        for (word, unit) in units { words[word] = .unit(unit) }
        for (word, month) in EnglishNames.monthForms { words[word] = .month(month) }
        for (word, weekday) in EnglishNames.weekdayForms { words[word] = .weekday(weekday) }
        for keyword in PhraseWord.Keyword.allCases { words[keyword.rawValue] = .keyword(keyword) }
        words["last"] = .ordinal(-1)
        return words
    }()

    /// A word that begins with a digit: `15`, `1st`, `7pm`, `19:00`, `15min`.
    private static func numeric(_ word: String) -> PhraseWord.Kind {
        let end = word.utf8.firstIndex { !isDigit($0) } ?? word.endIndex
        let digits = word[..<end]
        let rest = String(word[end...])
        guard digits.utf8.count <= 7, let number = Int(digits) else { return .badClock(.count(word)) }
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
