import CivilTime

/// Reads a rule part by part, strictly, and keeps all that is wrong.
struct RRuleReader {
    let bytes: [UInt8]
    private(set) var errors: [RRuleError] = []
    var rule: Rule
    /// The place of each part that was said, by its name.
    private var places: [String: Range<Int>] = [:]
    var ordinalPlaces: [Range<Int>] = []
    private var saysScale = false
    /// Whether to read the normal form, which says more than an RRULE can.
    private let isNormalForm: Bool
    /// Whether UNTIL may be a date or a local time, as goes with a start of that kind.
    let allowsDates: Bool

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
            let near = RRuleSpelling.nearest(name, in: RRuleReader.names)
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

    mutating func fail(_ range: Range<Int>, _ reason: RRuleError.Reason) {
        errors.append(RRuleError(range: range, reason: reason))
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
