import JSON
import TOML

/// A document in the tagged form that suites of TOML readers compare:
/// `{"type": "integer", "value": "1"}` for a value, objects and arrays for the rest.
enum Tagged {
    static func json(_ table: TOMLTable) -> JSON {
        var object = JSONObject()
        for entry in table.entries { object[entry.key.name] = json(entry.value) }
        return .object(object)
    }

    static func json(_ value: TOMLValue) -> JSON {
        switch value.kind {
        case .string(let string): ["type": "string", "value": .string(string)]
        case .integer(let integer): ["type": "integer", "value": .string(String(integer))]
        case .float(let float): ["type": "float", "value": .string(String(float))]
        case .boolean(let boolean): ["type": "bool", "value": .string(String(boolean))]
        case .offsetDateTime(let dateTime, let minutes):
            ["type": "datetime", "value": .string(text(dateTime) + offset(minutes))]
        case .localDateTime(let dateTime): ["type": "datetime-local", "value": .string(text(dateTime))]
        case .localDate(let date): ["type": "date-local", "value": .string(text(date))]
        case .localTime(let time): ["type": "time-local", "value": .string(text(time))]
        case .array(let elements): .array(elements.map(json))
        case .table(let table): json(table)
        case .invalid: ["type": "invalid"]
        }
    }

    /// Whether two are the same but for the order of names and the spelling of numbers.
    static func match(_ one: JSON, _ other: JSON) -> Bool {
        switch (one, other) {
        case (.array(let ones), .array(let others)):
            return ones.count == others.count && zip(ones, others).allSatisfy(match)
        case (.object(let ones), .object(let others)):
            guard ones.count == others.count else { return false }
            if ones["type"]?.string == "float", others["type"]?.string == "float",
                let first = ones["value"]?.string.flatMap(Double.init),
                let second = others["value"]?.string.flatMap(Double.init)
            {
                return first == second || first.isNaN && second.isNaN
            }
            if let type = ones["type"]?.string, type.hasPrefix("date") || type.hasPrefix("time"),
                type == others["type"]?.string, let first = ones["value"]?.string, let second = others["value"]?.string
            {
                return withoutTrailingZeros(first) == withoutTrailingZeros(second)
            }
            return ones.allSatisfy { member in others[member.name].map { match(member.value, $0) } ?? false }
        default: return one == other
        }
    }

    /// `10.500Z` and `10.5Z` are the same time.
    private static func withoutTrailingZeros(_ text: String) -> String {
        guard let point = text.firstIndex(of: ".") else { return text }
        let digits = text[point...].dropFirst().prefix(while: \.isNumber)
        let kept = String(digits.reversed().drop { $0 == "0" }.reversed())
        return text[..<point] + (kept.isEmpty ? "" : "." + kept) + text[digits.endIndex...]
    }

    private static func text(_ date: TOMLDate) -> String {
        "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    private static func text(_ time: TOMLTime) -> String {
        let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
        return time.nanosecond == 0 ? clock : "\(clock).\(padded(time.nanosecond, 9))"
    }

    private static func text(_ dateTime: TOMLDateTime) -> String { "\(text(dateTime.date))T\(text(dateTime.time))" }

    private static func offset(_ minutes: Int) -> String {
        if minutes == 0 { return "Z" }
        return "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
