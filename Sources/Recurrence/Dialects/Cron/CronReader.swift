/// Reads a cron line's fields.
enum CronReader {
    static func read(_ text: String) throws(DialectError) -> CronExpression {
        let bytes = Array(text.utf8)
        guard bytes.count <= CronExpression.limit else {
            throw fail(.tooLong(limit: CronExpression.limit), CronExpression.limit..<bytes.count)
        }
        let words = try words(of: bytes)
        guard let first = words.first else { throw fail(.empty, 0..<bytes.count) }
        if bytes[first.lowerBound] == UInt8(ascii: "@") { return try shorthand(bytes, words, first) }
        if words.count == 6, isField(bytes[words[5]]) { throw fail(.cronSeconds, words[0]) }
        if words.count > 5 {
            let rest = words[5].lowerBound..<words[words.count - 1].upperBound
            throw fail(.cronCommand(string(bytes[words[5]])), rest)
        }
        guard words.count == 5 else {
            throw fail(.cronFields(words.count), first.lowerBound..<words[words.count - 1].upperBound)
        }
        var fields: [CronField] = []
        for (part, range) in zip(DialectError.CronPart.allCases, words) {
            var reader = CronFieldReader(bytes: bytes, place: range.lowerBound, end: range.upperBound, part: part)
            fields.append(try reader.field())
        }
        return CronExpression(fields: fields)
    }

    static func fail(_ reason: DialectError.Reason, _ range: Range<Int>) -> DialectError {
        DialectError(dialect: .cron, range: range, reason: reason)
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func words(of bytes: [UInt8]) throws(DialectError) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (place, byte) in bytes.enumerated() {
            let isSpace = byte == 0x20 || byte == 0x09
            if byte < 0x20 && !isSpace || byte == 0x7F { throw fail(.controlCharacter, place..<place + 1) }
            if isSpace {
                if let from = start { words.append(from..<place) }
                start = nil
            } else if start == nil {
                start = place
            }
        }
        if let from = start { words.append(from..<bytes.count) }
        return words
    }

    /// Whether a word is written like a field, rather than like a command.
    private static func isField(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if first == UInt8(ascii: "*") || first == UInt8(ascii: "?") || (0x30...0x39).contains(first) { return true }
        let name = string(bytes.prefix(3)).lowercased()
        return name.utf8.count == 3 && (EnglishNames.weekday(name) != nil || EnglishNames.month(name) != nil)
    }

    private static func shorthand(
        _ bytes: [UInt8], _ words: [Range<Int>], _ first: Range<Int>
    ) throws(DialectError) -> CronExpression {
        let name = string(bytes[first])
        let whole = first.lowerBound..<words[words.count - 1].upperBound
        let line: String
        switch name.lowercased() {
        case "@hourly": line = "0 * * * *"
        case "@daily", "@midnight": line = "0 0 * * *"
        case "@weekly": line = "0 0 * * 0"
        case "@monthly": line = "0 0 1 * *"
        case "@yearly", "@annually": line = "0 0 1 1 *"
        case "@reboot": throw fail(.cronReboot, first)
        case "@every": throw fail(.cronEvery, whole)
        default: throw fail(.cronShorthand(name), first)
        }
        if words.count > 1 {
            throw fail(.cronCommand(string(bytes[words[1]])), words[1].lowerBound..<whole.upperBound)
        }
        return try read(line)
    }
}

/// Reads one field: `*`, `5`, `1-5`, `*/15`, `1-5/2`, `mon`, and lists of these.
private struct CronFieldReader {
    let bytes: [UInt8]
    var place: Int
    let end: Int
    let part: DialectError.CronPart

    private var current: UInt8? { place < end ? bytes[place] : nil }

    mutating func field() throws(DialectError) -> CronField {
        let start = place
        var values = NumberSet()
        var starStep: Int?
        while true {
            let isFirst = place == start
            let isStar = current == UInt8(ascii: "*")
            let (from, to, step) = try item()
            if isFirst, isStar { starStep = step }
            for value in stride(from: from, through: to, by: step) {
                values.insert(part == .weekday ? value % 7 : value)
            }
            guard let next = current else { break }
            guard next == UInt8(ascii: ",") else { throw unexpected(next, start) }
            place += 1
        }
        return CronField(part, values, starStep: starStep)
    }

    private mutating func item() throws(DialectError) -> (from: Int, to: Int, step: Int) {
        let start = place
        let (low, high) = part.bounds
        var from = low
        var to = high
        var isRange = true
        if current == UInt8(ascii: "*") {
            place += 1
        } else {
            from = try value(start)
            to = from
            isRange = current == UInt8(ascii: "-")
            if isRange {
                place += 1
                to = try value(start)
                guard from <= to else { throw CronReader.fail(.cronRange(part), start..<place) }
            }
        }
        guard current == UInt8(ascii: "/") else { return (from, to, 1) }
        place += 1
        guard let step = number(), (1...high).contains(step) else {
            throw CronReader.fail(.cronStep(part), start..<max(place, min(start + 1, end)))
        }
        guard isRange else {
            throw CronReader.fail(.cronStepAlone(part, say: "\(from)-\(part.span.upperBound)/\(step)"), start..<place)
        }
        return (from, to, step)
    }

    private mutating func number() -> Int? {
        let start = place
        while let byte = current, (0x30...0x39).contains(byte) { place += 1 }
        return place - start <= 9 ? Int(String(decoding: bytes[start..<place], as: UTF8.self)) : nil
    }

    /// A number within bounds, or the three letters of a name.
    private mutating func value(_ start: Int) throws(DialectError) -> Int {
        let (low, high) = part.bounds
        guard let byte = current else { throw CronReader.fail(.cronSyntax(part), min(start, end - 1)..<end) }
        if (0x30...0x39).contains(byte) {
            let from = place
            guard let number = number(), (low...high).contains(number) else {
                throw CronReader.fail(.cronValue(part, low: low, high: high), from..<place)
            }
            return number
        }
        let from = place
        while let byte = current, CalendarReader.isLetter(byte) { place += 1 }
        let name = String(decoding: bytes[from..<place], as: UTF8.self)
        guard place > from else { throw unexpected(byte, start) }
        guard part == .month || part == .weekday else {
            place = from
            throw unexpected(byte, start)
        }
        if name.utf8.count == 3 {
            if part == .month, let month = EnglishNames.month(name.lowercased()) { return month }
            if part == .weekday, let day = EnglishNames.weekday(name.lowercased()) { return (day + 1) % 7 }
        }
        if name.count == 1 { throw CronReader.fail(.cronExtension(Character(name)), from..<place) }
        throw CronReader.fail(.cronName(part, name), from..<place)
    }

    /// Signs that other programs have added to cron's grammar are named as such.
    private func unexpected(_ byte: UInt8, _ start: Int) -> DialectError {
        let sign = Character(Unicode.Scalar(byte))
        if "?LW#H~".contains(sign) { return CronReader.fail(.cronExtension(sign), place..<place + 1) }
        return CronReader.fail(.cronSyntax(part), start..<end)
    }
}
