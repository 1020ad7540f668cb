/// Reads digits and marks from the bytes of a text, one after the other.
struct TextCursor {
    let bytes: [UInt8]
    var index = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { index == bytes.count }
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Moves past `byte` where it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    /// A number of at least `least` and at most `most` digits.
    mutating func number(_ least: Int, _ most: Int) -> Int? {
        var value = 0
        let start = index
        while index - start < most, let digit = next, 48...57 ~= digit {
            value = value * 10 + Int(digit - 48)
            index += 1
        }
        return index - start >= least ? value : nil
    }

    mutating func number(_ digits: Int) -> Int? { number(digits, digits) }

    /// The microseconds of a fraction whose point has been read; digits past the
    /// sixth are dropped.
    mutating func fraction() -> Int? {
        var value = 0
        var digits = 0
        while let digit = next, 48...57 ~= digit {
            if digits < 6 { value = value * 10 + Int(digit - 48) }
            digits += 1
            index += 1
        }
        guard digits > 0 else { return nil }
        for _ in 0..<max(0, 6 - digits) { value *= 10 }
        return value
    }

    mutating func date() -> CivilDate? {
        let negative = take(UInt8(ascii: "-"))
        let signed = negative || take(UInt8(ascii: "+"))
        guard let year = number(signed ? 6 : 4), take(UInt8(ascii: "-")), let month = number(2),
            take(UInt8(ascii: "-")), let day = number(2), !(negative && year == 0)
        else { return nil }
        return CivilDate(year: negative ? -year : year, month: month, day: day)
    }

    mutating func time(leastHourDigits: Int = 2) -> TimeOfDay? {
        guard let hour = number(leastHourDigits, 2), take(UInt8(ascii: ":")), let minute = number(2) else {
            return nil
        }
        var second = 0
        var microsecond = 0
        if take(UInt8(ascii: ":")) {
            guard let seconds = number(2) else { return nil }
            second = seconds
            if take(UInt8(ascii: ".")) {
                guard let fraction = fraction() else { return nil }
                microsecond = fraction
            }
        }
        return TimeOfDay(hour: hour, minute: minute, second: second, microsecond: microsecond)
    }

    mutating func dateTime() -> CivilDateTime? {
        guard let date = date(), take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) || take(UInt8(ascii: " ")),
            let time = time()
        else { return nil }
        return CivilDateTime(date, time)
    }

    /// `Z`, or an offset such as `+01:00`, in seconds east of UTC.
    mutating func offset() -> Int64? {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
        let west = take(UInt8(ascii: "-"))
        guard west || take(UInt8(ascii: "+")), let hours = number(2), hours <= 25 else { return nil }
        _ = take(UInt8(ascii: ":"))
        guard let minutes = number(2), minutes <= 59 else { return nil }
        var seconds = 0
        if take(UInt8(ascii: ":")) {
            guard let read = number(2), read <= 59 else { return nil }
            seconds = read
        }
        let east = Int64((hours * 60 + minutes) * 60 + seconds)
        return west ? -east : east
    }
}

/// The number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
}

/// `.5` for 500,000 microseconds; empty for none.
func fractionText(_ microsecond: Int) -> String {
    guard microsecond != 0 else { return "" }
    var digits = padded(microsecond, 6)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
}

extension CivilDate: CustomStringConvertible {
    /// ISO 8601: `2026-11-22`; a sign and six digits for years outside 0…9999.
    public var description: String {
        let (year, month, day) = components
        let yearText = 0...9999 ~= year ? padded(year, 4) : (year > 0 ? "+" : "") + padded(year, 6)
        return "\(yearText)-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Reads `2026-11-22`; nil for any other form and for a day that does not exist.
    public init?(parsing text: some StringProtocol) {
        var cursor = TextCursor(text)
        guard let date = cursor.date(), cursor.isAtEnd else { return nil }
        self = date
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// `19:00`, with seconds and a fraction only where there are any.
    public var description: String {
        let minutes = "\(padded(hour, 2)):\(padded(minute, 2))"
        return microseconds % 60_000_000 == 0 ? minutes : "\(minutes):\(padded(second, 2))\(fractionText(microsecond))"
    }

    /// `19:00:00`, always with seconds.
    var fullDescription: String {
        "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))\(fractionText(microsecond))"
    }

    /// Reads `19:00`, `9:00`, `19:00:30` or `19:00:30.25`; nil for any other form.
    public init?(parsing text: some StringProtocol) {
        var cursor = TextCursor(text)
        guard let time = cursor.time(leastHourDigits: 1), cursor.isAtEnd else { return nil }
        self = time
    }
}

extension CivilDateTime: CustomStringConvertible {
    /// ISO 8601 without a zone: `2026-11-22T19:00:00`.
    public var description: String { "\(date)T\(time.fullDescription)" }

    /// Reads `2026-11-22T19:00:00`, also without seconds and with a space in place of
    /// the T; nil for any other form.
    public init?(parsing text: some StringProtocol) {
        var cursor = TextCursor(text)
        guard let value = cursor.dateTime(), cursor.isAtEnd else { return nil }
        self = value
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC: `2026-11-22T18:00:00Z`, with a fraction only where there is one.
    public var description: String { "\(utc)Z" }

    /// Reads RFC 3339: `2026-11-22T18:00:00Z` or `2026-11-22T19:00:00+01:00`; nil for
    /// any other form, so also for a time without an offset.
    public init?(parsing text: some StringProtocol) {
        var cursor = TextCursor(text)
        guard let local = cursor.dateTime(), let offset = cursor.offset(), cursor.isAtEnd else { return nil }
        self.init(microseconds: clampedSum(local.microseconds, -offset * 1_000_000))
    }
}
