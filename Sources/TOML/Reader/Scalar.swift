/// What a run of text without quotes or brackets says: a boolean, a number, a date or a
/// time, or what is wrong with it.
enum Scalar {
    case value(TOMLValue.Kind)
    case wrong(TOMLError)

    init(_ bytes: [UInt8], _ range: SourceRange) {
        var number = ScalarReader(bytes: bytes, range: range)
        self = number.read()
    }
}

struct ScalarReader {
    let bytes: [UInt8]
    let range: SourceRange
    var at: Int

    init(bytes: [UInt8], range: SourceRange) {
        self.bytes = bytes
        self.range = range
        at = range.start
    }

    var text: String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

    func wrong(_ reason: TOMLError.Reason, _ place: SourceRange? = nil) -> Scalar {
        .wrong(TOMLError(reason, place ?? range))
    }

    func peek(_ ahead: Int = 0) -> UInt8? {
        at + ahead < range.end ? bytes[at + ahead] : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        at += 1
        return true
    }

    mutating func read() -> Scalar {
        guard let first = peek() else { return wrong(.unknownValue("")) }
        if first.isLetter { return word() }
        if first.isDigit {
            let digits = bytes[at..<range.end].prefix(5).prefix(while: \.isDigit).count
            if digits < 5, let next = peek(digits), let after = peek(digits + 1), after.isDigit {
                if next == UInt8(ascii: "-") { return date() }
                if next == UInt8(ascii: ":") { return time(after: nil) }
            }
        }
        return number()
    }

    private func word() -> Scalar {
        let text = text
        switch text {
        case "true": return .value(.boolean(true))
        case "false": return .value(.boolean(false))
        case "inf": return .value(.float(.infinity))
        case "nan": return .value(.float(.nan))
        default:
            guard text.utf8.count <= 5 else { return wrong(.unknownValue(text)) }
            let isBoolean = ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
            return wrong(isBoolean ? .misspelledBoolean(text) : .unknownValue(text))
        }
    }

    // MARK: Numbers

    private mutating func number() -> Scalar {
        let isNegative = peek() == UInt8(ascii: "-")
        let isSigned = isNegative || peek() == UInt8(ascii: "+")
        if isSigned { at += 1 }
        let rest = bytes[at..<range.end]
        if rest.elementsEqual("inf".utf8) { return .value(.float(isNegative ? -.infinity : .infinity)) }
        if rest.elementsEqual("nan".utf8) { return .value(.float(.nan)) }
        if !isSigned, peek() == UInt8(ascii: "0"), let letter = peek(1), let radix = ScalarReader.radix(letter) {
            at += 2
            return integer(radix: radix, isNegative: false)
        }
        let start = at
        guard let whole = digits() else { return notANumber() }
        if at == range.end, whole == 1 || bytes[start] != UInt8(ascii: "0") {
            at = start
            return integer(radix: 10, isNegative: isNegative)
        }
        var isFloat = false
        if take(UInt8(ascii: ".")) {
            isFloat = true
            guard digits() != nil else { return notANumber() }
        }
        if let letter = peek(), letter | 0x20 == UInt8(ascii: "e") {
            isFloat = true
            at += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() != nil else { return notANumber() }
        }
        guard at == range.end else { return notANumber() }
        if whole > 1, bytes[start] == UInt8(ascii: "0") { return wrong(.leadingZero(text)) }
        guard isFloat else { return notANumber() }
        let plain = bytes[range.start..<range.end].filter { $0 != UInt8(ascii: "_") }
        guard let value = Double(String(decoding: plain, as: UTF8.self)) else { return notANumber() }
        return value.isFinite ? .value(.float(value)) : wrong(.floatTooLarge(text))
    }

    private static func radix(_ letter: UInt8) -> Int64? {
        switch letter {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    /// Steps over digits with single underscores between them, and counts the digits.
    private mutating func digits() -> Int? {
        var count = 0
        while let byte = peek() {
            if byte.isDigit {
                count += 1
            } else if byte != UInt8(ascii: "_") || count == 0 || peek(1)?.isDigit != true {
                break
            }
            at += 1
        }
        return count > 0 ? count : nil
    }

    private mutating func integer(radix: Int64, isNegative: Bool) -> Scalar {
        var value: Int64 = 0
        var isTooLarge = false
        var wasDigit = false
        while let byte = peek() {
            if byte == UInt8(ascii: "_") {
                guard wasDigit else { return notANumber() }
                wasDigit = false
            } else {
                guard byte.isHexDigit, Int64(byte.hexValue) < radix else { return notANumber() }
                let (scaled, overflow) = value.multipliedReportingOverflow(by: radix)
                let digit = Int64(byte.hexValue)
                let (next, spill) =
                    isNegative ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
                if overflow || spill { isTooLarge = true }
                value = next
                wasDigit = true
            }
            at += 1
        }
        guard wasDigit else { return notANumber() }
        return isTooLarge ? wrong(.integerTooLarge(text)) : .value(.integer(value))
    }

    /// A number gone wrong if it has nothing but what numbers are made of; else some other text.
    private func notANumber() -> Scalar {
        var all = bytes[range.start..<range.end]
        if let sign = all.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { all = all.dropFirst() }
        let hasPrefix = all.count > 1 && all.first == UInt8(ascii: "0") && bytes[all.startIndex + 1].isLetter
        let prefix = hasPrefix ? bytes[all.startIndex + 1] | 0x20 : 0
        let isHexadecimal = prefix == UInt8(ascii: "x")
        if prefix == UInt8(ascii: "x") || prefix == UInt8(ascii: "o") || prefix == UInt8(ascii: "b") {
            all = all.dropFirst(2)
        }
        var hasDigit = hasPrefix
        var previous: UInt8?
        var isMisplaced = all.last == UInt8(ascii: "_")
        for byte in all {
            let isDigit = byte.isDigit || isHexadecimal && byte.isHexDigit
            let isUnderscore = byte == UInt8(ascii: "_")
            guard isDigit || isUnderscore || "+-.eE".utf8.contains(byte) else { return wrong(.unknownValue(text)) }
            hasDigit = hasDigit || isDigit
            let wasDigit = previous.map { $0.isDigit || isHexadecimal && $0.isHexDigit } ?? false
            if isUnderscore && !wasDigit || previous == UInt8(ascii: "_") && !isDigit { isMisplaced = true }
            previous = byte
        }
        if !hasDigit { return wrong(.unknownValue(text)) }
        return wrong(isMisplaced ? .misplacedUnderscore(text) : .malformedNumber(text))
    }
}
