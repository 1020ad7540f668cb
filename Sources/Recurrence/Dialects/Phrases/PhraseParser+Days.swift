/// The parts of a phrase that say which day.
extension PhraseParser {
    // MARK: Weekdays

    /// `Monday, Wednesday and Friday`, `Monday to Friday`, `weekday`, `weekend day`.
    mutating func weekdays() throws(DialectError) -> WeekdayMask {
        var mask: WeekdayMask = []
        repeat {
            _ = skip(.the)
            switch current?.kind {
            case .weekday(let first):
                let start = place
                place += 1
                guard skip(.to) || skip(.through) else {
                    mask.insert(WeekdayMask(day: first))
                    continue
                }
                guard case .weekday(let last)? = current?.kind else { throw unexpected(.weekday) }
                place += 1
                if first == last {
                    throw fail(.rangeOfOne(EnglishNames.weekdays[first]), from: start, to: place)
                }
                mask.formUnion(WeekdayMask(from: first, through: last))
            case .workday:
                place += 1
                mask.formUnion(.workdays)
            case .weekends:
                place += 1
                mask.formUnion(.weekend)
            case .keyword(.weekend):
                guard ahead() == .unit(.day) else { throw unexpected(.weekday) }
                place += 2
                mask.formUnion(.weekend)
            default:
                throw unexpected(.weekday)
            }
        } while dayFollows()
        if let word = current, case .keyword(let keyword) = word.kind, keyword == .of || keyword == .in,
            atPartOfDay() == nil
        {
            throw fail(.ordinalMissing(words[place - 1].text), from: place - 1, to: place)
        }
        return mask
    }

    // MARK: Counted days

    /// `first and third Monday of the month`, `day 1 of the month`.
    mutating func counted() throws(DialectError) -> Phrase {
        let start = place
        var phrase = Phrase(.month)
        phrase.days = try selectors()
        guard current?.kind == .keyword(.of) || current?.kind == .keyword(.in) else {
            if let part = partOfDay(after: phrase, isCounted: true) { throw part }
            if let word = current, word.kind == .unknown, PhraseVocabulary.partsOfDay[word.lower] == nil { throw unknown() }
            throw fail(.scopeMissing(text(from: start, to: place)), from: start, to: place)
        }
        try scope(&phrase)
        return phrase
    }

    func text(from first: Int, to last: Int) -> String {
        words[first..<last].map(\.text).joined(separator: " ")
    }

    /// A list of counted days, up to the `of` that says of what.
    mutating func selectors() throws(DialectError) -> [PhraseDay] {
        var days: [PhraseDay] = []
        repeat {
            _ = skip(.the)
            if current?.kind == .unit(.day) {
                place += 1
                days += try dayNumbers()
            } else {
                days += try ordinals()
            }
        } while dayFollows()
        return days
    }

    /// The numbers of `day 1, 15 and 28`.
    private mutating func dayNumbers() throws(DialectError) -> [PhraseDay] {
        var days: [PhraseDay] = []
        while true {
            guard case .number(let number)? = current?.kind else { throw unexpected(.dayNumber) }
            try check(number, limit: 366)
            days.append(.day(number))
            place += 1
            let mark = place
            guard dayFollows() else { return days }
            if case .number? = current?.kind { continue }
            place = mark
            return days
        }
    }

    /// `first and third Monday`: ordinals that share what they count.
    private mutating func ordinals() throws(DialectError) -> [PhraseDay] {
        var numbers: [Int] = []
        while true {
            let start = place
            let number = try ordinal()
            try check(abs(number), limit: 366, from: start)
            numbers.append(number)
            switch current?.kind {
            case .weekday(let day):
                place += 1
                return try limited(numbers, to: 53, from: start) { .weekday($0, day) }
            case .workday:
                place += 1
                return try limited(numbers, to: 262, from: start) { .workday($0) }
            case .keyword(.weekend):
                guard ahead() == .unit(.day) else { throw unexpected(.weekday) }
                place += 2
                return try limited(numbers, to: 106, from: start) { .weekendDay($0) }
            case .unit(.day):
                place += 1
                return numbers.map { .day($0) }
            case .unit, .second:
                throw unexpected(.dayOfPeriod)
            default:
                let mark = place
                if dayFollows() {
                    _ = skip(.the)
                    switch current?.kind {
                    case .ordinal, .second: continue
                    default: place = mark
                    }
                }
                if numbers.contains(where: { $0 < 0 }) { throw unexpected(.dayOfPeriod) }
                return numbers.map { .day($0) }
            }
        }
    }

    private func limited(
        _ numbers: [Int], to limit: Int, from start: Int, _ make: (Int) -> PhraseDay
    ) throws(DialectError) -> [PhraseDay] {
        for number in numbers where abs(number) > limit {
            throw fail(.ordinalRange(abs(number), limit: limit), from: start, to: place)
        }
        return numbers.map(make)
    }

    /// `first`, `2nd`, `last`, `second to last`.
    private mutating func ordinal() throws(DialectError) -> Int {
        var number: Int
        switch current?.kind {
        case .ordinal(let n): number = n
        case .second: number = 2
        default: throw unexpected(.dayOfPeriod)
        }
        if number > 0, ahead(1) == .keyword(.to), ahead(2) == .ordinal(-1) {
            number = -number
            place += 2
        }
        place += 1
        return number
    }

    private func check(_ number: Int, limit: Int, from start: Int? = nil) throws(DialectError) {
        guard (1...limit).contains(number) else {
            let reason = DialectError.Reason.dayNumber(number, limit: limit)
            guard let start else { throw fail(reason) }
            throw fail(reason, from: start, to: place)
        }
    }

    /// `of the month`, `of the year`, `of the quarter`, `of May and October`.
    mutating func scope(_ phrase: inout Phrase) throws(DialectError) {
        place += 1
        for keyword in [PhraseWord.Keyword.the, .each, .every] where skip(keyword) { break }
        switch current?.kind {
        case .unit(.month) where phrase.unit == .month:
            place += 1
        case .unit(.year):
            place += 1
            phrase.unit = .year
        case .unknown where current?.lower == "quarter":
            place += 1
            phrase.unit = .year
            let fromEnd = phrase.days.contains { $0.fromEnd }
            if fromEnd, phrase.days.contains(where: { !$0.fromEnd }) { throw fail(.whichDay("quarter"), at: words[place - 1]) }
            phrase.months = fromEnd ? [3, 6, 9, 12] : [1, 4, 7, 10]
        case .month:
            phrase.unit = .year
            phrase.months = try months()
        default:
            throw unexpected(.scope)
        }
    }

    private mutating func months() throws(DialectError) -> [Int] {
        var months: [Int] = []
        repeat {
            guard case .month(let month)? = current?.kind else { throw unexpected(.month) }
            months.append(month)
            place += 1
        } while dayFollows()
        return months
    }
}

extension PhraseDay {
    /// Whether it counts from the end of its period.
    var fromEnd: Bool {
        switch self {
        case .day(let n), .weekday(let n, _), .workday(let n), .weekendDay(let n): n < 0
        }
    }
}
