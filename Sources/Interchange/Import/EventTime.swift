import CivilTime
import ICalendar

/// A time as an iCalendar property has it (RFC 5545 §3.3.4, §3.3.5).
enum EventTime: Hashable {
    /// A whole day.
    case day(CivilDate)
    /// On the wall, wherever one is.
    case floating(CivilDateTime)
    /// On the wall of a zone.
    case wall(CivilDateTime, zone: String)
    case utc(Timestamp)

    /// Nil where the text is no such time.
    init?(_ text: some StringProtocol, zone: String?) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 8, let date = Self.date(bytes[0..<8]) else { return nil }
        if bytes.count == 8 {
            self = .day(date)
            return
        }
        let isUTC = bytes.last == UInt8(ascii: "Z") || bytes.last == UInt8(ascii: "z")
        let end = bytes.count - (isUTC ? 1 : 0)
        guard end == 15, bytes[8] == UInt8(ascii: "T") || bytes[8] == UInt8(ascii: "t"),
            let hour = Self.number(bytes[9..<11]), let minute = Self.number(bytes[11..<13]),
            let second = Self.number(bytes[13..<15]),
            // A leap second is read as the one before it (§3.3.12).
            let time = TimeOfDay(hour: hour, minute: minute, second: min(second, 59)), second <= 60
        else { return nil }
        let local = CivilDateTime(date, time)
        if isUTC {
            self = .utc(Timestamp(microseconds: local.microseconds))
        } else {
            self = zone.map { .wall(local, zone: $0) } ?? .floating(local)
        }
    }

    /// The times of a property that may have several; nil for each that is none.
    static func all(of property: ContentProperty) -> [EventTime?] {
        property.value.split(separator: ",").map { item in
            // A period begins with its start.
            let start = item.split(separator: "/", maxSplits: 1).first ?? ""
            return EventTime(start.filter { $0 != " " }, zone: property.parameter("TZID"))
        }
    }

    /// `20260405`, which vCards share.
    static func date(_ digits: ArraySlice<UInt8>) -> CivilDate? {
        let start = digits.startIndex
        guard digits.count == 8, let year = number(digits[start..<start + 4]),
            let month = number(digits[start + 4..<start + 6]), let day = number(digits[start + 6..<start + 8]), year > 0
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

/// A length as RFC 5545 §3.3.6 writes it, with its sign.
struct EventDuration: Hashable {
    var isNegative = false
    var days = 0
    var seconds = 0

    /// Nil where the text is none, or longer than some years.
    init?(_ text: String) {
        var rest = text.uppercased()[...]
        if let sign = rest.first, sign == "-" || sign == "+" {
            isNegative = sign == "-"
            rest = rest.dropFirst()
        }
        guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
        var isClock = false
        var digits = ""
        for letter in rest {
            switch letter {
            case "0"..."9" where letter.isASCII && digits.count < 8: digits.append(letter)
            case "T" where digits.isEmpty && !isClock: isClock = true
            default:
                guard let number = Int(digits) else { return nil }
                switch (letter, isClock) {
                case ("W", false): days += number * 7
                case ("D", false): days += number
                case ("H", true): seconds += number * 3600
                case ("M", true): seconds += number * 60
                case ("S", true): seconds += number
                default: return nil
                }
                digits = ""
            }
        }
        guard digits.isEmpty, days < 3_660, seconds < 3_660 * 86_400 else { return nil }
    }

    /// As a schedule writes it: `2 days`, `15 min`; nil for what is no single unit that it knows, and for nothing.
    var length: String? {
        let whole = seconds % 86_400 == 0 ? days + seconds / 86_400 : days
        if seconds % 86_400 == 0 {
            guard whole > 0 else { return nil }
            if whole % 7 == 0 { return whole == 7 ? "1 week" : "\(whole / 7) weeks" }
            return whole == 1 ? "1 day" : "\(whole) days"
        }
        guard days == 0 else { return nil }
        if seconds % 3600 == 0 { return "\(seconds / 3600) h" }
        return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
    }
}
