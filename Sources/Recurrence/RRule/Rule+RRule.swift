public import CivilTime

extension Rule {
    /// Reads a recurrence rule of RFC 5545 §3.3.10, with RFC 7529's SKIP in the
    /// Gregorian calendar, as strictly as they are written.
    ///
    /// - Parameters:
    ///   - text: The rule's value: `FREQ=WEEKLY;BYDAY=MO,WE`. Names may be in lower case.
    ///   - start: DTSTART, a local time.
    /// - Throws: ``RRuleError``, the first there is; ``rruleErrors(in:)`` has them all.
    public init(rrule text: String, start: CivilDateTime) throws(RRuleError) {
        let reader = RRuleReader(text, start: start)
        if let error = reader.errors.first { throw error }
        self = reader.rule
    }

    /// All that is wrong with a recurrence rule, in the order it is found.
    public static func rruleErrors(in text: String) -> [RRuleError] {
        RRuleReader(text, start: Rule.epoch).errors
    }

    /// The rule as RFC 5545 writes it, without its anchor (DTSTART); nil where RFC
    /// 5545 cannot say it.
    public var rrule: String? {
        guard years.isEmpty, fractions.isEmpty, !isAfterAnchor else { return nil }
        let text = rruleParts.joined(separator: ";")
        return RRuleReader(text, start: anchor).errors.isEmpty ? text : nil
    }

    /// The whole rule in one line, which ``init(normalForm:)`` reads back to an equal
    /// rule: an RRULE with DTSTART and with parts of its own where it says more.
    public var normalForm: String {
        (["DTSTART=\(anchor)"] + rruleParts + ownParts).joined(separator: ";")
    }

    /// Reads what ``normalForm`` writes.
    ///
    /// - Throws: ``RRuleError``.
    public init(normalForm text: String) throws(RRuleError) {
        let reader = RRuleReader(text, start: Rule.epoch, isNormalForm: true)
        if let error = reader.errors.first { throw error }
        self = reader.rule
    }

    private var rruleParts: [String] {
        var parts = ["FREQ=\(frequency.rruleName)"]
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        func list(_ name: String, _ values: [String]) {
            if !values.isEmpty { parts.append("\(name)=\(values.joined(separator: ","))") }
        }
        list("BYMONTH", months.map(String.init))
        list("BYWEEKNO", weekNumbers.numbers.map(String.init))
        list("BYYEARDAY", yearDays.map(String.init))
        list("BYMONTHDAY", monthDays.numbers.map(String.init))
        list(
            "BYDAY",
            weekdays.filter { $0 < 7 }.map { Weekday.rruleNames[$0] }
                + nthWeekdays.map { "\($0.place)\($0.weekday.rruleName)" })
        list("BYHOUR", hours.map(String.init))
        list("BYMINUTE", minutes.map(String.init))
        list("BYSECOND", seconds.map(String.init))
        list("BYSETPOS", setPositions.map(String.init))
        if weekStart != .monday { parts.append("WKST=\(weekStart.rruleName)") }
        switch monthEnd {
        case .skip: break
        case .clamp: parts.append("RSCALE=GREGORIAN;SKIP=BACKWARD")
        case .next: parts.append("RSCALE=GREGORIAN;SKIP=FORWARD")
        }
        if let count { parts.append("COUNT=\(count)") }
        if let until { parts.append("UNTIL=\(Rule.basic(until))") }
        return parts
    }

    /// `20271224T090000Z`.
    private static func basic(_ instant: Timestamp) -> String {
        let whole = Timestamp(seconds: instant.seconds)
        return String(whole.description.filter { $0 != "-" && $0 != ":" })
    }
}

// MARK: - What the normal form says beyond RFC 5545

extension Rule {
    static let ownParts: Set<String> = ["DTSTART", "BYYEAR", "POINTS", "AFTERSTART", "ORDINALS"]

    private var ownParts: [String] {
        var parts: [String] = []
        if !years.isEmpty {
            parts.append("BYYEAR=" + years.map { "\($0.first)..\($0.last)/\($0.step)" }.joined(separator: ","))
        }
        if !fractions.isEmpty {
            parts.append("POINTS=" + fractions.map { "\($0.first)..\($0.last)/\($0.step)" }.joined(separator: ","))
        }
        if isAfterAnchor { parts.append("AFTERSTART=YES") }
        if hasOrdinals { parts.append("ORDINALS=YES") }
        return parts
    }

    /// Reads a part that only the normal form has; false where the value is wrong.
    mutating func readOwnPart(_ name: String, _ value: String) -> Bool {
        switch name {
        case "DTSTART":
            guard let start = CivilDateTime(parsing: value) else { return false }
            anchor = start
        case "BYYEAR":
            guard let spans = Rule.spans(value) else { return false }
            years = spans.map { YearSpan($0.first, through: $0.last, every: $0.step) }
        case "POINTS":
            guard let spans = Rule.spans(value),
                spans.allSatisfy({ $0.last <= Int(Int32.max) && $0.step <= $0.last + 1 })
            else { return false }
            fractions = spans.map { FractionSpan(Int32($0.first), through: Int32($0.last), every: Int32($0.step)) }
        case "AFTERSTART": isAfterAnchor = value == "YES"
        case "ORDINALS": hasOrdinals = value == "YES"
        default: return false
        }
        return true
    }

    private static func spans(_ text: String) -> [(first: Int, last: Int, step: Int)]? {
        var spans: [(first: Int, last: Int, step: Int)] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = item.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count == 2, let step = Int(halves[1]), step >= 1 else { return nil }
            let ends = halves[0].split(separator: ".", omittingEmptySubsequences: true)
            guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first >= 0, last >= 0 else {
                return nil
            }
            spans.append((first, last, step))
        }
        return spans
    }
}
