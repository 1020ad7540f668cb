import CivilTime

/// Reads a rule part by part, strictly, and keeps all that is wrong.
struct RRuleReader {
    private let bytes: [UInt8]
    private(set) var errors: [RRuleError] = []
    private(set) var rule: Rule
    /// The place of each part that was said, by its name.
    private var places: [String: Range<Int>] = [:]
    private var ordinalPlaces: [Range<Int>] = []
    private var saysScale = false
    /// Whether to read the normal form, which says more than an RRULE can.
    private let isNormalForm: Bool
    /// Whether UNTIL may be a date or a local time, as goes with a start of that kind.
    private let allowsDates: Bool

    init(_ text: String, start: CivilDateTime, isNormalForm: Bool = false, allowsDates: Bool = false) {
        bytes = Array(text.utf8)
        rule = Rule(.daily, from: start)
        self.isNormalForm = isNormalForm
        self.allowsDates = allowsDates
        read()
    }

    static let names = [
        "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY",
        "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "RSCALE", "SKIP",
    ]

    private mutating func read() {
        guard !bytes.isEmpty else { return fail(0..<0, .empty) }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), upper(0..<colon).hasPrefix("RRULE") {
            return fail(0..<colon + 1, .prefix)
        }
        for part in split(0..<bytes.count, at: UInt8(ascii: ";")) { readPart(part) }
        if places["FREQ"] == nil, !errors.contains(where: \.isAboutFrequency) {
            fail(bytes.count..<bytes.count, .noFrequency)
        }
        if errors.isEmpty, !isNormalForm { checkTogether() }
    }

    private mutating func readPart(_ part: Range<Int>) {
        guard !part.isEmpty else { return fail(part, .emptyPart) }
        guard let equals = bytes[part].firstIndex(of: UInt8(ascii: "=")) else { return fail(part, .noEqualsSign) }
        let name = upper(part.lowerBound..<equals)
        let value = equals + 1..<part.upperBound
        guard RRuleReader.names.contains(name) || isNormalForm && Rule.ownParts.contains(name) else {
            let near = nearest(name, in: RRuleReader.names)
            return fail(part.lowerBound..<equals, .unknownPart(name, near: near))
        }
        guard places.updateValue(part, forKey: name) == nil else {
            return fail(part, .repeatedPart(name))
        }
        guard !value.isEmpty else { return fail(part, .emptyList(name)) }
        readValue(name, value)
    }

    private mutating func readValue(_ name: String, _ value: Range<Int>) {
        switch name {
        case "FREQ": readFrequency(value)
        case "INTERVAL": rule.interval = positive(value, name, limit: Rule.greatestInterval) ?? 1
        case "COUNT": rule.count = positive(value, name, limit: Int(Int32.max))
        case "UNTIL": readUntil(value)
        case "WKST":
            if let weekday = weekday(value) {
                rule.weekStart = weekday
            } else {
                let isOrdinal = value.count > 2 && weekday(value.upperBound - 2..<value.upperBound) != nil
                fail(value, isOrdinal ? .ordinalWeekStart : .notAWeekday(part: name))
            }
        case "BYSECOND": rule.seconds = NumberSet(numbers(value, name, 0...60, digits: 2))
        case "BYMINUTE": rule.minutes = NumberSet(numbers(value, name, 0...59, digits: 2))
        case "BYHOUR": rule.hours = NumberSet(numbers(value, name, 0...23, digits: 2))
        case "BYDAY": readWeekdays(value)
        case "BYMONTHDAY": rule.monthDays = SignedSet(numbers(value, name, 1...31, digits: 2, signed: true))
        case "BYYEARDAY": rule.yearDays = ascending(numbers(value, name, 1...366, digits: 3, signed: true))
        case "BYWEEKNO": rule.weekNumbers = SignedSet(numbers(value, name, 1...53, digits: 2, signed: true))
        case "BYMONTH": rule.months = NumberSet(numbers(value, name, 1...12, digits: 2))
        case "BYSETPOS": rule.setPositions = ascending(numbers(value, name, 1...366, digits: 3, signed: true))
        case "RSCALE":
            saysScale = true
            if upper(value) != "GREGORIAN" { fail(value, .otherScale(upper(value))) }
        case "SKIP":
            switch upper(value) {
            case "OMIT": rule.monthEnd = .skip
            case "BACKWARD": rule.monthEnd = .clamp
            case "FORWARD": rule.monthEnd = .next
            default: fail(value, .unknownSkip)
            }
        default:
            if !rule.readOwnPart(name, String(decoding: bytes[value], as: UTF8.self)) {
                fail(value, .notNormalForm(part: name))
            }
        }
    }

    // MARK: - What parts forbid each other

    private mutating func checkTogether() {
        let frequency = rule.frequency.rruleName
        func place(_ name: String) -> Range<Int> { places[name] ?? 0..<0 }
        if rule.count != nil, rule.until != nil {
            let (count, until) = (place("COUNT"), place("UNTIL"))
            fail(count.lowerBound > until.lowerBound ? count : until, .countAndUntil)
        }
        if rule.frequency > .monthly {
            for place in ordinalPlaces { fail(place, .ordinalWeekday(frequency: frequency)) }
        }
        if rule.frequency == .yearly, !rule.weekNumbers.isEmpty {
            for place in ordinalPlaces { fail(place, .ordinalWithWeekNumbers) }
        }
        if rule.frequency != .yearly, !rule.weekNumbers.isEmpty { fail(place("BYWEEKNO"), .weekNumbersOnlyYearly) }
        if [.monthly, .weekly, .daily].contains(rule.frequency), !rule.yearDays.isEmpty {
            fail(place("BYYEARDAY"), .yearDaysNot(frequency: frequency))
        }
        if rule.frequency == .weekly, !rule.monthDays.isEmpty { fail(place("BYMONTHDAY"), .monthDaysNotWeekly) }
        if !rule.setPositions.isEmpty, places.keys.allSatisfy({ !$0.hasPrefix("BY") || $0 == "BYSETPOS" }) {
            fail(place("BYSETPOS"), .positionsAlone)
        }
        if places["SKIP"] != nil, !saysScale { fail(place("SKIP"), .skipWithoutScale) }
    }

    // MARK: - Values

    private mutating func readFrequency(_ value: Range<Int>) {
        let name = upper(value)
        guard let frequency = Frequency.allCases.first(where: { $0.rruleName == name }) else {
            let near = nearest(name, in: Frequency.allCases.map(\.rruleName))
            return fail(value, .unknownFrequency(name, near: near))
        }
        rule.frequency = frequency
    }

    private mutating func readUntil(_ value: Range<Int>) {
        let text = bytes[value]
        func number(_ from: Int, _ length: Int) -> Int? {
            var result = 0
            for byte in text[(text.startIndex + from)...].prefix(length) {
                guard 48...57 ~= byte else { return nil }
                result = result * 10 + Int(byte - 48)
            }
            return result
        }
        let isDate = text.count == 8
        let isTime = (text.count == 15 || text.count == 16) && (text[text.startIndex + 8] | 0x20) == UInt8(ascii: "t")
        let isUTC = text.count == 16 && ((text.last ?? 0) | 0x20) == UInt8(ascii: "z")
        guard isDate || isTime, let year = number(0, 4), let month = number(4, 2), let day = number(6, 2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return fail(value, .notATime) }
        guard isTime else {
            guard allowsDates else { return fail(value, .notUTC) }
            rule.until = Timestamp(seconds: Int64(date.dayNumber) * 86_400)
            return
        }
        guard let hour = number(9, 2), let minute = number(11, 2), let second = number(13, 2), hour < 24, minute < 60,
            second <= 60, text.count == 15 || isUTC
        else { return fail(value, .notATime) }
        guard isUTC || allowsDates else { return fail(value, .notUTC) }
        let time = Int64((hour * 60 + minute) * 60 + min(second, 59))
        rule.until = Timestamp(seconds: Int64(date.dayNumber) * 86_400 + time)
    }

    private mutating func readWeekdays(_ value: Range<Int>) {
        for item in split(value, at: UInt8(ascii: ",")) {
            guard item.count >= 2, let weekday = weekday(item.upperBound - 2..<item.upperBound) else {
                fail(item.isEmpty ? value : item, item.isEmpty ? .emptyList("BYDAY") : .notAWeekday(part: "BYDAY"))
                continue
            }
            guard item.count > 2 else {
                rule.weekdays.insert(weekday.rawValue)
                continue
            }
            guard let place = number(item.lowerBound..<item.upperBound - 2, digits: 2, signed: true) else {
                fail(item, .notAWeekday(part: "BYDAY"))
                continue
            }
            guard 1...53 ~= abs(place) else {
                fail(item, .outOfRange(part: "BYDAY", low: 1, high: 53, signed: true))
                continue
            }
            let nth = NthWeekday(place, weekday)
            if !rule.nthWeekdays.contains(nth) { rule.nthWeekdays.append(nth) }
            ordinalPlaces.append(item)
        }
        rule.nthWeekdays.sort()
    }

    private mutating func numbers(
        _ value: Range<Int>, _ part: String, _ bounds: ClosedRange<Int>, digits: Int, signed: Bool = false
    ) -> [Int] {
        var result: [Int] = []
        for item in split(value, at: UInt8(ascii: ",")) {
            if item.isEmpty {
                fail(value, .emptyList(part))
            } else if part == "BYMONTH", (bytes[item.upperBound - 1] | 0x20) == UInt8(ascii: "l") {
                fail(item, .leapMonth)
            } else if let number = number(item, digits: digits, signed: signed) {
                if bounds.contains(signed ? abs(number) : number) {
                    result.append(number)
                } else {
                    fail(item, .outOfRange(part: part, low: bounds.lowerBound, high: bounds.upperBound, signed: signed))
                }
            } else {
                fail(item, .notANumber(part: part))
            }
        }
        return result
    }

    private mutating func positive(_ value: Range<Int>, _ part: String, limit: Int) -> Int? {
        guard bytes[value].allSatisfy({ 48...57 ~= $0 }) else {
            fail(value, bytes[value.lowerBound] == UInt8(ascii: "-") ? .notPositive(part: part) : .notANumber(part: part))
            return nil
        }
        var result = 0
        for byte in bytes[value] {
            result = result * 10 + Int(byte - 48)
            if result > limit {
                fail(value, .tooLarge(part: part, limit: limit))
                return nil
            }
        }
        if result == 0 { fail(value, .notPositive(part: part)) }
        return result == 0 ? nil : result
    }

    // MARK: - Bytes

    private func number(_ range: Range<Int>, digits: Int, signed: Bool) -> Int? {
        var place = range.lowerBound
        var sign = 1
        if signed, place < range.upperBound, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
            if bytes[place] == UInt8(ascii: "-") { sign = -1 }
            place += 1
        }
        guard place < range.upperBound, range.upperBound - place <= digits else { return nil }
        var result = 0
        for byte in bytes[place..<range.upperBound] {
            guard 48...57 ~= byte else { return nil }
            result = result * 10 + Int(byte - 48)
        }
        return sign * result
    }

    private func weekday(_ range: Range<Int>) -> Weekday? {
        guard let place = Weekday.rruleNames.firstIndex(of: upper(range)) else { return nil }
        return Weekday(rawValue: place)
    }

    private func upper(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).uppercased()
    }

    private func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for place in range where bytes[place] == separator {
            parts.append(start..<place)
            start = place + 1
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    private func ascending(_ numbers: [Int]) -> [Int] { Set(numbers).sorted() }

    private mutating func fail(_ range: Range<Int>, _ reason: RRuleError.Reason) {
        errors.append(RRuleError(range: range, reason: reason))
    }

    /// The name that differs least, where it differs by no more than two letters.
    private func nearest(_ name: String, in names: [String]) -> String? {
        guard name.utf8.count <= 16 else { return nil }
        let found = names.map { (name: $0, distance: editDistance(Array(name.utf8), Array($0.utf8))) }
            .min { $0.distance < $1.distance }
        return found.flatMap { $0.distance <= 2 ? $0.name : nil }
    }

    private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (byte == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}

extension RRuleError {
    fileprivate var isAboutFrequency: Bool {
        switch reason {
        case .unknownFrequency, .empty, .prefix: true
        default: false
        }
    }
}

extension Frequency {
    /// RFC 5545's name: `WEEKLY`.
    public var rruleName: String {
        switch self {
        case .yearly: "YEARLY"
        case .monthly: "MONTHLY"
        case .weekly: "WEEKLY"
        case .daily: "DAILY"
        case .hourly: "HOURLY"
        case .minutely: "MINUTELY"
        case .secondly: "SECONDLY"
        }
    }
}

extension Weekday {
    static let rruleNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    /// RFC 5545's name: `MO`.
    var rruleName: String { Weekday.rruleNames[rawValue] }
}
