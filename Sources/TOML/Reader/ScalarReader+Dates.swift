/// Dates and times (RFC 3339 §5.6, as TOML narrows and widens it).
extension ScalarReader {
    mutating func date() -> Scalar {
        guard let year = number(4), take(UInt8(ascii: "-")), let month = number(2), take(UInt8(ascii: "-")),
            let day = number(2)
        else { return wrong(.malformedDate(text)) }
        let place = SourceRange(range.start, at)
        var next: Scalar?
        var isDateOnly = true
        if let separator = peek() {
            isDateOnly = false
            guard separator | 0x20 == UInt8(ascii: "t") || separator == UInt8(ascii: " "), peek(1)?.isDigit == true
            else { return wrong(.malformedDate(text)) }
            at += 1
        }
        let date = TOMLDate(year: year, month: month, day: day)
        if !isDateOnly {
            next = time(after: date)
            if case .wrong(let error) = next, case .malformedTime = error.reason { return wrong(.malformedDate(text)) }
        }
        guard (1...12).contains(month), (1...TOMLDate.days(in: month, of: year)).contains(day) else {
            return wrong(.noSuchDate(year: year, month: month, day: day), place)
        }
        return next ?? .value(.localDate(date))
    }

    /// Reads a time, and an offset if there is a date before it.
    mutating func time(after date: TOMLDate?) -> Scalar {
        let start = at
        guard let hour = number(2), take(UInt8(ascii: ":")), let minute = number(2) else {
            return wrong(.malformedTime(text))
        }
        guard take(UInt8(ascii: ":")) else {
            return wrong(isEndOfTime(date) ? .timeWithoutSeconds(text) : .malformedTime(text))
        }
        guard let second = number(2), let nanosecond = fraction() else { return wrong(.malformedTime(text)) }
        let place = SourceRange(start, at)
        var offset: Int?
        if date != nil, let sign = peek() {
            switch self.offset(sign) {
            case .minutes(let minutes): offset = minutes
            case .malformed: return wrong(.malformedTime(text))
            case .outOfRange(let place): return wrong(.noSuchOffset(text(place)), place)
            }
        }
        guard at == range.end else { return wrong(.malformedTime(text)) }
        guard hour < 24, minute < 60, second <= 60 else { return wrong(.noSuchTime(text(place)), place) }
        let time = TOMLTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
        guard let date else { return .value(.localTime(time)) }
        let dateTime = TOMLDateTime(date: date, time: time)
        return .value(offset.map { .offsetDateTime(dateTime, minutes: $0) } ?? .localDateTime(dateTime))
    }

    private func isEndOfTime(_ date: TOMLDate?) -> Bool {
        guard let byte = peek() else { return true }
        return date != nil
            && (byte | 0x20 == UInt8(ascii: "z") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
    }

    private enum Offset {
        case minutes(Int)
        case malformed
        case outOfRange(SourceRange)
    }

    private mutating func offset(_ sign: UInt8) -> Offset {
        let start = at
        at += 1
        if sign | 0x20 == UInt8(ascii: "z") { return .minutes(0) }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(2),
            take(UInt8(ascii: ":")), let minutes = number(2), at == range.end
        else { return .malformed }
        guard hours < 24, minutes < 60 else { return .outOfRange(SourceRange(start, at)) }
        return .minutes((sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes))
    }

    /// Exactly this many digits.
    private mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let byte = peek(), byte.isDigit else { return nil }
            value = value * 10 + Int(byte & 0x0F)
            at += 1
        }
        return value
    }

    /// The nanoseconds after a point; 0 without one, nil if no digit follows it.
    private mutating func fraction() -> Int? {
        guard take(UInt8(ascii: ".")) else { return 0 }
        guard peek()?.isDigit == true else { return nil }
        var value = 0
        var unit = 100_000_000
        while let byte = peek(), byte.isDigit {
            value += Int(byte & 0x0F) * unit
            unit /= 10
            at += 1
        }
        return value
    }

    private func text(_ place: SourceRange) -> String {
        String(decoding: bytes[place.start..<place.end], as: UTF8.self)
    }
}
