import CivilTime

/// The date and the time of a calendar expression, and the values in them.
extension CalendarReader {
    // MARK: Date

    /// `2026-06-15`, `06-15`, `*-*~1`; nothing where a time begins.
    mutating func date() throws(DialectError) {
        let start = place
        guard current != nil else { return }
        let first = try chain(.date)
        if current == nil, start == place { return }
        if current == nil || current == UInt8(ascii: ":") {
            place = start
            return
        }
        let isShort = skip("~")
        guard isShort || skip("-") else { throw fail(.calendarSyntax(.date), start..<min(place + 1, end)) }
        let second = try chain(.date)
        if current == nil || current == UInt8(ascii: " ") {
            expression.isFromMonthEnd = isShort
            expression.months = try settled(first, .month)
            expression.days = try settled(second, .day)
        } else {
            if isShort { throw fail(.calendarTilde, start..<place) }
            expression.isFromMonthEnd = skip("~")
            guard expression.isFromMonthEnd || skip("-") else {
                throw fail(.calendarSyntax(.date), start..<min(place + 1, end))
            }
            let third = try chain(.day)
            guard current == nil || current == UInt8(ascii: " ") else {
                throw fail(.calendarSyntax(.date), start..<min(place + 1, end))
            }
            expression.years = try settled(first, .year)
            expression.months = try settled(second, .month)
            expression.days = try settled(third, .day)
        }
        while skip(" ") {}
    }

    /// `@1767225600`: one instant, in UTC.
    mutating func epoch() throws(DialectError) {
        let start = place
        place += 1
        while Self.isDigit(current) { place += 1 }
        guard let seconds = Int64(text(start + 1..<place)), seconds < 7_258_118_400 else {
            throw fail(.calendarEpoch, start..<max(place, start + 1))
        }
        let local = CivilDateTime(seconds: seconds)
        let (year, month, day) = local.date.components
        func one(_ value: Int) -> CalendarChain { [CalendarSpan(start: value, stop: nil, step: 0)] }
        expression.years = one(year)
        expression.months = one(month)
        expression.days = one(day)
        expression.hours = one(local.time.hour)
        expression.minutes = one(local.time.minute)
        expression.seconds = one(local.time.second * 1_000_000)
        expression.zone = "UTC"
    }

    // MARK: Time

    /// `19:00`, `19:00:30.5`; 00:00:00 where there is nothing.
    mutating func time() throws(DialectError) {
        let zero = [CalendarSpan(start: 0, stop: nil, step: 0)]
        guard current != nil else {
            expression.hours = zero
            expression.minutes = zero
            expression.seconds = zero
            return
        }
        let start = place
        let hours = try chain(.hour)
        guard skip(":") else { throw fail(.calendarSyntax(.time), start..<min(place + 1, end)) }
        expression.hours = try settled(hours, .hour)
        expression.minutes = try settled(try chain(.minute), .minute)
        guard current != nil else {
            expression.seconds = zero
            return
        }
        guard skip(":") else { throw fail(.calendarSyntax(.time), place..<end) }
        expression.seconds = try settled(try chain(.second), .second)
    }

    // MARK: Values

    /// A part as it is written, with the place of each span.
    struct Written {
        var spans: [(span: CalendarSpan, range: Range<Int>)] = []
    }

    /// `*`, or spans with commas between them.
    private mutating func chain(_ part: DialectError.CalendarPart) throws(DialectError) -> Written {
        var written = Written()
        if skip("*") {
            if let next = current, next == UInt8(ascii: "/") || next == UInt8(ascii: ",") {
                throw fail(.calendarStar, place - 1..<place + 1)
            }
            return written
        }
        repeat {
            let start = place
            written.spans.append((try span(part), start..<place))
            if written.spans.count > Self.spanLimit { throw fail(.tooMany(limit: Self.spanLimit), start..<place) }
        } while skip(",")
        return written
    }

    private mutating func span(_ part: DialectError.CalendarPart) throws(DialectError) -> CalendarSpan {
        let start = place
        var span = CalendarSpan(start: try number(part), stop: nil, step: 0)
        if place + 1 < end, bytes[place] == 0x2E, bytes[place + 1] == 0x2E {
            place += 2
            span.stop = try number(part)
            span.step = part == .second ? 1_000_000 : 1
        }
        if skip("/") {
            span.step = try number(part)
            if span.step == 0 { throw fail(.calendarStepZero, start..<place) }
        } else if part == .second, let stop = span.stop, span.start + span.step > stop {
            throw fail(.calendarRange(part), start..<place)
        }
        switch current {
        case nil, UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: ":"): break
        default: throw fail(.calendarSyntax(part), start..<min(place + 1, end))
        }
        return span
    }

    /// A number; seconds may have a fraction and come in microseconds, rounded.
    private mutating func number(_ part: DialectError.CalendarPart) throws(DialectError) -> Int {
        let start = place
        while Self.isDigit(current) { place += 1 }
        guard place > start else { throw fail(.calendarSyntax(part)) }
        guard place - start <= 9, let whole = Int(text(start..<place)), part != .second || whole < 2_000 else {
            throw fail(.calendarSyntax(part), start..<place)
        }
        guard part == .second else { return whole }
        var value = whole * 1_000_000
        guard current == 0x2E, place + 1 < end, bytes[place + 1] != 0x2E else { return value }
        place += 1
        var unit = 100_000
        let fraction = place
        while Self.isDigit(current) {
            let digit = Int(bytes[place] - 0x30)
            value += digit * unit
            if place == fraction + 6, digit >= 5 { value += 1 }
            unit /= 10
            place += 1
        }
        guard place > fraction else { throw fail(.calendarSyntax(part)) }
        return value
    }

    /// The part in its normal form: sorted, without repetitions, within its bounds.
    private func settled(_ written: Written, _ part: DialectError.CalendarPart) throws(DialectError) -> CalendarChain {
        var (low, high) = CalendarExpression.bounds(part)
        if part == .day, expression.isFromMonthEnd { high = 28 }
        if part == .second, written.spans.isEmpty { return [CalendarSpan(start: 0, stop: nil, step: 1_000_000)] }
        var chain: CalendarChain = []
        for (span, range) in written.spans {
            var span = span
            if part == .year {
                span.start = Self.fullYear(span.start)
                span.stop = span.stop.map(Self.fullYear)
            }
            span = span.settled
            try check(span, part, low, high, range)
            if span.step > high - low { throw fail(.calendarStep(part), range) }
            if span.step > 0, span.stop == nil {
                let isInside =
                    part == .day && expression.isFromMonthEnd
                    ? span.start - span.step >= low : span.start + span.step <= high
                guard isInside else { throw fail(.calendarStep(part), range) }
            }
            if !chain.contains(span) { chain.append(span) }
        }
        return chain.sorted()
    }

    private func check(
        _ span: CalendarSpan, _ part: DialectError.CalendarPart, _ low: Int, _ high: Int, _ range: Range<Int>
    ) throws(DialectError) {
        let scale = part == .second ? 1_000_000 : 1
        guard (low...high).contains(span.start), (low...high).contains(span.stop ?? low) else {
            throw fail(.calendarValue(part, low: low / scale, high: high / scale), range)
        }
        if let stop = span.stop, stop < span.start { throw fail(.calendarRange(part), range) }
    }

    /// Two digits are 1970 to 2069.
    private static func fullYear(_ year: Int) -> Int {
        switch year {
        case 0..<70: year + 2000
        case 70..<100: year + 1900
        default: year
        }
    }

    // MARK: Shorthands

    static let shorthands: [String: CalendarExpression] = {
        func expression(months: [Int]? = [], days: [Int]? = [1], hours: [Int] = [0], minutes: [Int] = [0])
            -> CalendarExpression
        {
            func chain(_ values: [Int]?) -> CalendarChain {
                (values ?? []).map { CalendarSpan(start: $0, stop: nil, step: 0) }
            }
            var expression = CalendarExpression()
            expression.months = chain(months)
            expression.days = chain(days)
            expression.hours = chain(hours)
            expression.minutes = chain(minutes)
            expression.seconds = chain([0])
            return expression
        }
        var weekly = expression(days: nil)
        weekly.weekdays = WeekdayMask(day: 0)
        let yearly = expression(months: [1])
        let half = expression(months: [1, 7])
        return [
            "minutely": expression(days: nil, hours: [], minutes: []), "hourly": expression(days: nil, hours: []),
            "daily": expression(days: nil), "weekly": weekly, "monthly": expression(), "yearly": yearly,
            "annually": yearly, "anually": yearly, "quarterly": expression(months: [1, 4, 7, 10]),
            "semiannually": half, "semi-annually": half, "biannually": half, "bi-annually": half,
        ]
    }()
}

extension CalendarExpression {
    /// The least and the greatest value of a part; seconds in microseconds.
    static func bounds(_ part: DialectError.CalendarPart) -> (low: Int, high: Int) {
        switch part {
        case .year, .date: (1970, 2199)
        case .month: (1, 12)
        case .day, .weekday: (1, 31)
        case .hour: (0, 23)
        case .minute, .time: (0, 59)
        case .second: (0, 59_999_999)
        }
    }
}
