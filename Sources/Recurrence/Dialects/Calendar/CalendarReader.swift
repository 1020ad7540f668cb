/// Reads a calendar expression, byte by byte, in the order weekdays, date, time, zone.
struct CalendarReader {
    let bytes: [UInt8]
    var place = 0
    /// Where the zone begins, or the end of the text.
    var end: Int
    var expression = CalendarExpression()

    /// The most spans one part may have.
    static let spanLimit = 240

    static func read(_ text: String, isZone: (String) -> Bool) throws(DialectError) -> CalendarExpression {
        var reader = CalendarReader(bytes: Array(text.utf8))
        try reader.expression(isZone: isZone)
        return reader.expression
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count
    }

    // MARK: Bytes

    /// The byte here, nil at the end.
    var current: UInt8? { place < end ? bytes[place] : nil }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func fail(_ reason: DialectError.Reason, _ range: Range<Int>? = nil) -> DialectError {
        DialectError(dialect: .calendar, range: range ?? place..<min(place + 1, end), reason: reason)
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    /// Passes over spaces; true where something else than spaces was next.
    @discardableResult
    private mutating func skipSpaces() -> Bool {
        while skip(" ") {}
        return place < end
    }

    /// From here to the next space.
    private var word: Range<Int> {
        place..<(bytes[place..<end].firstIndex(of: UInt8(ascii: " ")) ?? end)
    }

    // MARK: Expression

    private mutating func expression(isZone: (String) -> Bool) throws(DialectError) {
        guard end <= CalendarExpression.limit else {
            throw fail(.tooLong(limit: CalendarExpression.limit), CalendarExpression.limit..<end)
        }
        if let bad = bytes.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw fail(.controlCharacter, bad..<bad + 1)
        }
        try zone(isZone: isZone)
        guard end > 0 else { throw fail(.empty, 0..<0) }
        if let shorthand = Self.shorthands[text(0..<end).lowercased()] {
            let zone = expression.zone
            expression = shorthand
            expression.zone = zone
            return
        }
        try weekdays()
        if current == UInt8(ascii: "@") {
            try epoch()
        } else {
            try date()
            try time()
        }
        if place < end { throw fail(.calendarRest(text(place..<end)), place..<end) }
        if expression.weekdays == .all { expression.weekdays = [] }
        if expression.days.isEmpty { expression.isFromMonthEnd = false }
    }

    /// Takes the zone off the end.
    private mutating func zone(isZone: (String) -> Bool) throws(DialectError) {
        guard let space = bytes.lastIndex(of: UInt8(ascii: " ")), space + 1 < bytes.count else { return }
        let range = space + 1..<bytes.count
        let name = text(range)
        let isName = bytes[range].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "/"):
                true
            default: false
            }
        }
        guard isName, let first = bytes[range].first, !(0x30...0x39).contains(first), first != UInt8(ascii: "-"),
            Self.shorthands[name.lowercased()] == nil, EnglishNames.weekday(name.lowercased()) == nil
        else { return }
        let isUTC = name.uppercased() == "UTC"
        guard isUTC || isZone(name) else { throw fail(.calendarZone(name), range) }
        expression.zone = isUTC ? "UTC" : name
        end = space
    }

    // MARK: Weekdays

    private mutating func weekdays() throws(DialectError) {
        var open: (day: Int, place: Int)?
        var isFirst = true
        while true {
            let start = place
            guard let day = weekdayName() else {
                if isFirst, current.map({ !Self.isLetter($0) }) ?? true { return }
                throw notWeekday()
            }
            if let (first, from) = open {
                guard first <= day else { throw fail(.calendarWeekdayRange, from..<place) }
                expression.weekdays.formUnion(WeekdayMask(from: first, through: day))
            } else {
                expression.weekdays.insert(WeekdayMask(day: day))
            }
            guard current != nil else { return }
            if current == UInt8(ascii: " ") {
                skipSpaces()
                return
            }
            if skip(",") {
                open = nil
            } else {
                guard open == nil else { throw fail(.calendarSyntax(.weekday), start..<place) }
                guard skip("-") || skip(".") && skip(".") else { throw fail(.calendarSyntax(.weekday), start..<place) }
                open = (day, start)
            }
            if current == nil || current == UInt8(ascii: " ") {
                guard open == nil else { throw fail(.calendarSyntax(.weekday), start..<place) }
                skipSpaces()
                return
            }
            isFirst = false
        }
    }

    private func notWeekday() -> DialectError {
        var after = place
        while after < end, Self.isLetter(bytes[after]) { after += 1 }
        let range = after == place ? word : place..<after
        let name = text(range)
        let near = EnglishNames.english(for: name.lowercased())
            ?? EnglishNames.weekday(name.lowercased()).map { EnglishNames.weekdays[$0] }
            ?? EnglishNames.nearest(to: name.lowercased(), among: EnglishNames.weekdays)
        return fail(.calendarWeekday(name, near: near), range)
    }

    /// The weekday whose name, whole or three letters of it, stands here.
    private mutating func weekdayName() -> Int? {
        var after = place
        while after < end, Self.isLetter(bytes[after]) { after += 1 }
        let name = text(place..<after).lowercased()
        for (day, full) in EnglishNames.weekdays.enumerated() {
            let lower = full.lowercased()
            guard name == lower || name == lower.prefix(3) else { continue }
            guard after == end || [0x20, 0x2C, 0x2D, 0x2E].contains(bytes[after]) else { return nil }
            place = after
            return day
        }
        return nil
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }

    static func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (0x30...0x39).contains(byte)
    }
}
