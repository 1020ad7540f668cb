/// Reads a time of day: `19:00`, `7pm`, `7:30 pm`, `08:30:15`.
enum PhraseClock {
    /// The kind of a word that begins with `digits`, if it is a clock time or meant as one.
    static func read(digits: String, rest: String, word: String) -> PhraseWord.Kind? {
        guard let hour = Int(digits) else { return nil }
        if let pm = half(rest) { return twelve(hour: hour, minute: 0, second: 0, pm: pm, word: word) }
        guard let separator = rest.first else { return nil }
        let tail = rest.dropFirst()
        switch separator {
        case ":":
            return colon(hour: hour, digits: digits, tail: String(tail), word: word)
        case ".", "h", "·":
            let minutes = tail.prefix { $0.isASCII && $0.isNumber }
            if separator == "h", tail.isEmpty { return nil }
            guard minutes.count == 2, hour < 24 else { return .badClock(.clockMinute(word)) }
            return .badClock(.clockDot(word, say: "\(digits):\(minutes)\(tail.dropFirst(2))"))
        default:
            return nil
        }
    }

    /// A time made of a number and a following `am` or `pm`.
    static func twelve(hour: Int, minute: Int, second: Int, pm: Bool, word: String) -> PhraseWord.Kind {
        guard (1...12).contains(hour) else {
            return .badClock(
                (13...23).contains(hour)
                    ? .clockHalf(word, say: text(hour * 3600 + minute * 60 + second)) : .clockTwelve(word))
        }
        return .clock((hour % 12 + (pm ? 12 : 0)) * 3600 + minute * 60 + second)
    }

    /// `am` or `pm`, also with dots; true for the afternoon.
    static func half(_ word: String) -> Bool? {
        switch word {
        case "am", "a.m.": false
        case "pm", "p.m.": true
        default: nil
        }
    }

    /// A time of day as the normal form writes it: `08:30`, or `08:30:15` where there are seconds.
    static func text(_ seconds: Int) -> String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        let clock = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
        return seconds % 60 == 0 ? clock : clock + ":" + two(seconds % 60)
    }

    private static func colon(hour: Int, digits: String, tail: String, word: String) -> PhraseWord.Kind {
        var numbers = tail
        var pm: Bool?
        // Most end with a digit.
        if let last = tail.utf8.last, last > UInt8(ascii: "9") || last == UInt8(ascii: ".") {
            for ending in ["am", "pm", "a.m.", "p.m."] where tail.hasSuffix(ending) {
                numbers = String(tail.dropLast(ending.count))
                pm = half(ending)
            }
        }
        let parts = numbers.split(separator: ":", omittingEmptySubsequences: false)
        var values: [Int] = []
        for part in parts {
            guard part.utf8.count == 2, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(part),
                value < 60
            else { return .badClock(.clockMinute(word)) }
            values.append(value)
        }
        guard values.count <= 2, digits.utf8.count <= 2 else { return .badClock(.clockMinute(word)) }
        let second = values.count == 2 ? values[1] : 0
        if let pm { return twelve(hour: hour, minute: values[0], second: second, pm: pm, word: word) }
        guard hour < 24 else { return .badClock(.clockHour(word)) }
        return .clock(hour * 3600 + values[0] * 60 + second)
    }
}
