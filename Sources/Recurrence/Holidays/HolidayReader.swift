import CivilTime

/// Reads the lines of an iCalendar file, unfolded (RFC 5545 §3.1), and gathers events.
struct HolidayReader {
    private struct Property {
        var line: Int
        var name: String
        var value: String
    }

    /// An event while its lines are read.
    private struct Draft {
        var line: Int
        var name = ""
        var start: CivilDate?
        var end: CivilDate?
        var length: Int?
        var rule: Property?
        var added: [CivilDate] = []
        var excluded: Set<CivilDate> = []
        var isCancelled = false
    }

    private let properties: [Property?]
    private let lines: [Int]

    init(_ text: String) {
        var folded: [(line: Int, text: String)] = []
        // CRLF is one character of a Swift string.
        let split = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        for (number, line) in split.enumerated() {
            if line.first == " " || line.first == "\t", let last = folded.last {
                folded[folded.count - 1] = (last.line, last.text + line.dropFirst())
            } else if !line.isEmpty {
                folded.append((number + 1, String(line)))
            }
        }
        properties = folded.map { HolidayReader.property($0.line, $0.text) }
        lines = folded.map(\.line)
    }

    mutating func events() throws(HolidayFileError) -> [HolidayFile.Event] {
        guard let first = properties.first, first?.name == "BEGIN", first?.value.uppercased() == "VCALENDAR" else {
            throw HolidayFileError(line: lines.first ?? 1, reason: .notACalendar)
        }
        var events: [HolidayFile.Event] = []
        var open: [(name: String, line: Int)] = []
        var draft: Draft?
        for (place, property) in properties.enumerated() {
            guard let property else { throw HolidayFileError(line: lines[place], reason: .notAProperty) }
            switch property.name {
            case "BEGIN":
                open.append((property.value.uppercased(), property.line))
                if open.count == 2, open[1].name == "VEVENT" { draft = Draft(line: property.line) }
            case "END":
                guard open.popLast()?.name == property.value.uppercased() else {
                    throw HolidayFileError(line: property.line, reason: .endWithoutBegin(property.value))
                }
                if open.count == 1, let finished = draft {
                    if let event = try HolidayReader.event(finished) { events.append(event) }
                    draft = nil
                }
            default:
                // Parts of an event, such as its alarms, have properties of their own.
                if open.count == 2, var changed = draft {
                    try HolidayReader.read(property, into: &changed)
                    draft = changed
                }
            }
        }
        if let left = open.last { throw HolidayFileError(line: left.line, reason: .endMissing(left.name)) }
        return events
    }

    private static func read(_ property: Property, into draft: inout Draft) throws(HolidayFileError) {
        switch property.name {
        case "SUMMARY": draft.name = unescaped(property.value)
        case "DTSTART": draft.start = try date(property.value, property)
        case "DTEND": draft.end = try date(property.value, property)
        case "DURATION": draft.length = try length(property)
        case "RRULE": draft.rule = property
        case "RDATE":
            for item in property.value.split(separator: ",") { draft.added.append(try date(item, property)) }
        case "EXDATE":
            for item in property.value.split(separator: ",") { draft.excluded.insert(try date(item, property)) }
        case "STATUS": draft.isCancelled = property.value.uppercased() == "CANCELLED"
        default: break
        }
    }

    private static func event(_ draft: Draft) throws(HolidayFileError) -> HolidayFile.Event? {
        guard let start = draft.start else { throw HolidayFileError(line: draft.line, reason: .startMissing) }
        guard !draft.isCancelled else { return nil }
        var length = draft.length ?? 1
        if let end = draft.end {
            // DTEND is the day after the last; some writers repeat DTSTART for one day.
            guard end >= start else { throw HolidayFileError(line: draft.line, reason: .endBeforeStart) }
            length = max(1, end.days(since: start))
        }
        guard length <= HolidayFile.greatestLength else {
            throw HolidayFileError(line: draft.line, reason: .tooLong(limit: HolidayFile.greatestLength))
        }
        var rule: Rule?
        if let property = draft.rule {
            let reader = RRuleReader(property.value, start: CivilDateTime(start), allowsDates: true)
            if let error = reader.errors.first { throw HolidayFileError(line: property.line, reason: .rule(error)) }
            rule = reader.rule
            let times = [reader.rule.hours, reader.rule.minutes, reader.rule.seconds]
            guard !reader.rule.isSubdaily, times.allSatisfy(\.isEmpty) else {
                throw HolidayFileError(line: property.line, reason: .timesOfDay)
            }
        }
        return HolidayFile.Event(
            name: draft.name, start: start, length: length, rule: rule, added: draft.added, excluded: draft.excluded)
    }

    // MARK: - Values

    /// `NAME;PARAMETER=VALUE:value`; a colon inside quotes belongs to a parameter.
    private static func property(_ line: Int, _ text: String) -> Property? {
        var isQuoted = false
        for place in text.indices {
            if text[place] == "\"" { isQuoted.toggle() }
            guard text[place] == ":", !isQuoted else { continue }
            let name = text[..<place].prefix { $0 != ";" }.uppercased()
            guard !name.isEmpty else { return nil }
            return Property(line: line, name: name, value: String(text[text.index(after: place)...]))
        }
        return nil
    }

    /// `20241225`, or a time `20241225T090000Z` of which the date counts.
    private static func date(_ text: some StringProtocol, _ property: Property) throws(HolidayFileError) -> CivilDate {
        let digits = Array(text.utf8.prefix(8))
        let rest = text.utf8.dropFirst(8).first
        guard digits.count == 8, digits.allSatisfy({ 48...57 ~= $0 }), rest == nil || rest == UInt8(ascii: "T") else {
            throw HolidayFileError(line: property.line, reason: .notADate(property: property.name, String(text)))
        }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
        guard let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else {
            throw HolidayFileError(line: property.line, reason: .notADate(property: property.name, String(text)))
        }
        return date
    }

    /// `P3D` or `P2W`, in days.
    private static func length(_ property: Property) throws(HolidayFileError) -> Int {
        let text = property.value.uppercased().drop { $0 == "+" }
        let number = text.dropFirst().dropLast()
        guard text.first == "P", let unit = text.last, unit == "D" || unit == "W", number.count <= 4,
            let count = Int(number), count >= 1
        else { throw HolidayFileError(line: property.line, reason: .notADuration(property.value)) }
        return unit == "W" ? count * 7 : count
    }

    /// A text with its backslashes taken off (RFC 5545 §3.3.11).
    private static func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
