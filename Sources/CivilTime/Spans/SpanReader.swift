extension Span {
    /// Reads a length of time: numbers with units, such as `10 s`, `5min`, `2 hours`,
    /// `1 day`, `3 weeks`, `18 months`, `25 years` or `1 h 30 min`.
    ///
    /// The units are `s`, `min`, `h`, `days`, `weeks`, `months` and `years`, also in
    /// the singular, and `seconds`, `minutes`, `hours` in full. Each stands at most
    /// once. Seconds may have a fraction.
    ///
    /// - Returns: The span; or the first fault, its place and a hint.
    public static func parse(_ text: some StringProtocol) -> Result<Span, SpanError> {
        var reader = SpanReader(cursor: TextCursor(text))
        do throws(SpanError) {
            return .success(try reader.span())
        } catch {
            return .failure(error)
        }
    }

    /// Reads what ``parse(_:)`` reads; nil where that fails.
    public init?(parsing text: some StringProtocol) {
        guard case .success(let span) = Span.parse(text) else { return nil }
        self = span
    }
}

/// Reads the grammar of spans.
struct SpanReader {
    var cursor: TextCursor
    private var months: Int64 = 0
    private var days: Int64 = 0
    private var microseconds: Int64 = 0
    private var seen: Set<Unit> = []

    init(cursor: TextCursor) {
        self.cursor = cursor
    }

    private enum Unit: Int64, CaseIterable {
        case second = 1_000_000
        case minute = 60_000_000
        case hour = 3_600_000_000
        case day
        case week
        case month
        case year

        /// The forms that are read; the first is the one to write.
        var words: [String] {
            switch self {
            case .second: ["s", "second", "seconds"]
            case .minute: ["min", "minute", "minutes"]
            case .hour: ["h", "hour", "hours"]
            case .day: ["days", "day"]
            case .week: ["weeks", "week"]
            case .month: ["months", "month"]
            case .year: ["years", "year"]
            }
        }

        /// Forms other programs and other languages use, which are refused with a hint.
        var strangers: [String] {
            switch self {
            case .second: ["sec", "secs", "sek", "sekunde", "sekunden"]
            case .minute: ["mins", "minuten"]
            case .hour: ["hr", "hrs", "std", "stunde", "stunden"]
            case .day: ["d", "tag", "tage", "tagen"]
            case .week: ["w", "wk", "wks", "woche", "wochen"]
            case .month: ["mo", "mon", "mons", "mth", "mths", "monat", "monate", "monaten"]
            case .year: ["y", "yr", "yrs", "jahr", "jahre", "jahren"]
            }
        }
    }

    mutating func span() throws(SpanError) -> Span {
        skipSpaces()
        guard !cursor.isAtEnd else { throw error(0..<cursor.bytes.count, .empty, "for example `2 h` or `3 weeks`") }
        while !cursor.isAtEnd {
            try part()
            skipSpaces()
        }
        return Span(months: Int32(months), days: Int32(days), microseconds: microseconds)
    }

    private mutating func skipSpaces() {
        while cursor.take(UInt8(ascii: " ")) || cursor.take(UInt8(ascii: "\t")) {}
    }

    private func error(_ range: Range<Int>, _ problem: SpanError.Problem, _ hint: String? = nil) -> SpanError {
        SpanError(range: range, problem: problem, hint: hint)
    }

    private mutating func part() throws(SpanError) {
        let start = cursor.index
        let (count, fraction) = try number()
        let numberRange = start..<cursor.index
        skipSpaces()
        let (unit, unitRange) = try unit(after: numberRange)
        let word = unit.words[0]
        guard seen.insert(unit).inserted else { throw error(unitRange, .repeatedUnit(word), "add the numbers up") }
        if fraction != nil, unit != .second {
            throw error(
                numberRange, .fraction, unit == .hour ? "for example `1 h 30 min`" : "write it in a smaller unit")
        }
        try add(count, fraction ?? 0, unit, numberRange)
    }

    private mutating func number() throws(SpanError) -> (count: Int64, fraction: Int?) {
        let start = cursor.index
        if let sign = cursor.next, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            throw error(start..<start + 1, .negative, "leave the sign out")
        }
        var count: Int64 = 0
        while let byte = cursor.next, 48...57 ~= byte {
            count = clampedSum(clampedProduct(count, 10), Int64(byte - 48))
            cursor.index += 1
        }
        guard cursor.index > start else {
            takeWord()
            throw error(start..<max(cursor.index, start + 1), .number, "for example `2 h` or `3 weeks`")
        }
        guard cursor.next == UInt8(ascii: ".") else { return (count, nil) }
        cursor.index += 1
        guard let fraction = cursor.fraction() else { throw error(start..<cursor.index, .number) }
        return (count, fraction)
    }

    private mutating func takeWord() {
        while let byte = cursor.next, byte > 57 || byte < 48, byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
            cursor.index += 1
        }
    }

    private mutating func unit(after number: Range<Int>) throws(SpanError) -> (Unit, Range<Int>) {
        let start = cursor.index
        takeWord()
        let range = start..<cursor.index
        guard !range.isEmpty else {
            throw error(number, .missingUnit, "add one of s, min, h, days, weeks, months, years")
        }
        let written = String(decoding: cursor.bytes[range], as: UTF8.self)
        let word = written.lowercased()
        if let unit = Unit.allCases.first(where: { $0.words.contains(word) }) { return (unit, range) }
        if word == "m" { throw error(range, .ambiguousUnit, "write `min` for minutes or `months`") }
        let meant =
            Unit.allCases.first { $0.strangers.contains(word) }
            ?? Unit.allCases.first { $0.words.contains { $0.count > 2 && isOneEditApart(word, $0) } }
        throw error(
            range, .unknownUnit(written),
            meant.map { "write `\($0.words[0])`" } ?? "the units are s, min, h, days, weeks, months, years")
    }

    private mutating func add(_ count: Int64, _ fraction: Int, _ unit: Unit, _ range: Range<Int>) throws(SpanError) {
        // Ten thousand years in any unit is more than any calendar here needs.
        let tooLarge = error(range, .tooLarge, "the longest span is 10000 years")
        switch unit {
        case .second, .minute, .hour:
            microseconds = clampedSum(microseconds, clampedSum(clampedProduct(count, unit.rawValue), Int64(fraction)))
            guard microseconds <= 3_652_425 * microsecondsPerDay else { throw tooLarge }
        case .day, .week:
            days = clampedSum(days, clampedProduct(count, unit == .week ? 7 : 1))
            guard days <= 3_652_425 else { throw tooLarge }
        case .month, .year:
            months = clampedSum(months, clampedProduct(count, unit == .year ? 12 : 1))
            guard months <= 120_000 else { throw tooLarge }
        }
    }
}
