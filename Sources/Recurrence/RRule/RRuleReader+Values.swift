import CivilTime

/// The values of an RRULE's parts.
extension RRuleReader {
    mutating func readFrequency(_ value: Range<Int>) {
        let name = upper(value)
        guard let frequency = Frequency.allCases.first(where: { $0.rruleName == name }) else {
            let near = RRuleSpelling.nearest(name, in: Frequency.allCases.map(\.rruleName))
            return fail(value, .unknownFrequency(name, near: near))
        }
        rule.frequency = frequency
    }

    mutating func readUntil(_ value: Range<Int>) {
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

    mutating func readWeekdays(_ value: Range<Int>) {
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

    mutating func numbers(
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

    mutating func positive(_ value: Range<Int>, _ part: String, limit: Int) -> Int? {
        guard bytes[value].allSatisfy({ 48...57 ~= $0 }) else {
            let isNegative = bytes[value.lowerBound] == UInt8(ascii: "-")
            fail(value, isNegative ? .notPositive(part: part) : .notANumber(part: part))
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

    func number(_ range: Range<Int>, digits: Int, signed: Bool) -> Int? {
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

    func weekday(_ range: Range<Int>) -> Weekday? {
        guard let place = Weekday.rruleNames.firstIndex(of: upper(range)) else { return nil }
        return Weekday(rawValue: place)
    }

    func upper(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).uppercased()
    }

    func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for place in range where bytes[place] == separator {
            parts.append(start..<place)
            start = place + 1
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    func ascending(_ numbers: [Int]) -> [Int] { Set(numbers).sorted() }
}
