/// Reads a phrase by descending through its grammar, one word ahead.
struct PhraseParser {
    let words: [PhraseWord]
    let end: Int
    var place = 0

    static func read(_ text: String) throws(DialectError) -> Phrase {
        let count = text.utf8.count
        guard count <= Phrase.limit else {
            throw DialectError(dialect: .phrase, range: Phrase.limit..<count, reason: .tooLong(limit: Phrase.limit))
        }
        var parser = PhraseParser(words: try PhraseLexer.words(of: text), end: count)
        return try parser.phrase()
    }

    // MARK: Words

    var current: PhraseWord? { place < words.count ? words[place] : nil }

    func ahead(_ distance: Int = 1) -> PhraseWord.Kind? {
        place + distance < words.count ? words[place + distance].kind : nil
    }

    mutating func skip(_ keyword: PhraseWord.Keyword) -> Bool {
        guard current?.kind == .keyword(keyword) else { return false }
        place += 1
        return true
    }

    /// Passes over `and`, a comma, or a comma and an `and`; false where there is none.
    mutating func separator() -> Bool {
        let comma = current?.kind == .comma
        if comma { place += 1 }
        return skip(.and) || comma
    }

    /// The same between days, where a comma before an `at` ends them: `Sundays, at 19:00`.
    mutating func dayFollows() -> Bool { isCommaBeforeTimes ? false : separator() }

    private var isCommaBeforeTimes: Bool { current?.kind == .comma && ahead() == .keyword(.at) }

    func fail(_ reason: DialectError.Reason, at word: PhraseWord? = nil) -> DialectError {
        DialectError(dialect: .phrase, range: (word ?? current)?.range ?? end..<end, reason: reason)
    }

    func fail(_ reason: DialectError.Reason, from first: Int, to last: Int) -> DialectError {
        let range = words[first].range.lowerBound..<words[max(first, min(last, words.count) - 1)].range.upperBound
        return DialectError(dialect: .phrase, range: range, reason: reason)
    }

    /// What to say of a word that does not fit where `expectation` is due.
    func unexpected(_ expectation: DialectError.Expectation) -> DialectError {
        guard let word = current else { return fail(.expected(expectation, found: nil)) }
        switch word.kind {
        case .unknown: return unknown()
        case .keyword(.the) where expectation == .time:
            var rest = self
            rest.place += 1
            return rest.edge() ?? fail(.expected(expectation, found: word.text))
        case .badClock(let reason): return fail(reason)
        case .keyword(.weekend): return fail(.vagueWord(word.text, say: "weekend day"))
        default: return fail(.expected(expectation, found: word.text))
        }
    }

    // MARK: Phrase

    mutating func phrase() throws(DialectError) -> Phrase {
        guard !words.isEmpty else { throw DialectError(dialect: .phrase, range: 0..<end, reason: .empty) }
        let early = try timesInFront()
        let days = place
        _ = skip(.on)
        if !skip(.every) { _ = skip(.each) }
        _ = skip(.the)
        var phrase = try what()
        if !early.isEmpty {
            if phrase.unit.isElapsed { throw fail(.timeOnElapsed, from: 0, to: days) }
            phrase.times = early
        } else if current != nil {
            if let part = atPartOfDay() { throw part.unknown(after: phrase) }
            if isCommaBeforeTimes { place += 1 }
            if case .keyword(let word)? = current?.kind, word == .between || word == .from {
                try window(&phrase)
            } else {
                phrase.times = try times(for: phrase)
            }
        }
        if let word = current {
            if word.kind == .comma || word.kind == .keyword(.and) { throw fail(.secondRule, from: place, to: words.count) }
            if case .keyword(let keyword) = word.kind, keyword == .between || keyword == .from {
                throw fail(.windowOnDays)
            }
            if word.kind == .unknown { throw unknown(after: phrase) }
            if case .badClock(let reason) = word.kind { throw fail(reason) }
            throw fail(.trailing(word.text))
        }
        try phrase.settle { reason in fail(reason, from: 0, to: words.count) }
        return phrase
    }

    mutating func what() throws(DialectError) -> Phrase {
        guard let word = current else { throw unexpected(.when) }
        switch word.kind {
        case .clock(let seconds):
            if word.lower == "noon" || word.lower == "midnight" { return Phrase(.day) }
            throw fail(.timeAlone(PhraseClock.text(seconds)))
        case .keyword(.at):
            place += 1
            let seconds = try time()
            throw fail(.timeAlone(PhraseClock.text(seconds)), from: 0, to: place)
        case .number(let number), .ordinal(let number):
            return try numbered(number, word)
        case .second:
            return try numbered(2, word)
        case .counted(let number, let unit):
            place += 1
            return try interval(number, unit, word)
        case .keyword(.other):
            return try other(word)
        case .weekday, .workday, .weekends, .keyword(.weekend):
            var phrase = Phrase(.week)
            phrase.weekdays = try weekdays()
            return phrase
        case .month:
            return try dates()
        case .unit(let unit):
            if unit == .day, case .number? = ahead() { return try counted() }
            place += 1
            if unit == .second { throw fail(.vagueWord(word.text, say: "30 seconds"), at: word) }
            return try interval(1, unit, word)
        default:
            guard let adverb = PhraseVocabulary.adverbs[word.lower] else { throw unexpected(.when) }
            place += 1
            return try interval(adverb.count, adverb.unit, word)
        }
    }

    /// `2 weeks`, `15 June`, `second week`, `first Monday of the month`.
    private mutating func numbered(_ number: Int, _ word: PhraseWord) throws(DialectError) -> Phrase {
        var isOrdinal = false
        switch word.kind {
        case .ordinal, .second: isOrdinal = true
        default: break
        }
        switch ahead() {
        case .unit(let unit) where !isOrdinal:
            place += 2
            return try interval(number, unit, word)
        case .second where !isOrdinal && number == 1:
            place += 2
            return try interval(1, .second, word)
        case .month:
            return try dates()
        case .keyword(.of), .keyword(.in):
            return isMonth(at: place + 2) ? try dates() : try counted()
        case .weekday(let day) where !isOrdinal:
            throw fail(.countOfDays(number, EnglishNames.weekdays[day]), from: place, to: place + 2)
        case .half where !isOrdinal:
            throw fail(.timeAlone("\(number) \(words[place + 1].lower)"), from: place, to: place + 2)
        case .unit(let unit) where isOrdinal && number > 1 && !hasScope(after: place + 2):
            place += 2
            return try interval(number, unit, word)
        case .weekday(let day) where isOrdinal && number > 1 && !hasScope(after: place + 2):
            throw fail(
                .ordinalEvery(word.text, day: EnglishNames.weekdays[day], count: number), from: place, to: place + 2)
        case nil where word.kind == .second:
            throw fail(.vagueWord(word.text, say: "30 seconds"))
        default:
            if !isOrdinal {
                place += 1
                throw unexpected(.unit)
            }
            return try counted()
        }
    }

    func isMonth(at place: Int) -> Bool {
        guard place < words.count, case .month = words[place].kind else { return false }
        return true
    }

    /// Whether an `of` follows before the times do.
    private func hasScope(after start: Int) -> Bool {
        for word in words[min(start, words.count)...] {
            switch word.kind {
            case .keyword(.of), .keyword(.in): return true
            case .keyword(.at), .keyword(.on), .clock: return false
            default: continue
            }
        }
        return false
    }

    /// `other day`, `other week`, `other Friday`.
    private mutating func other(_ word: PhraseWord) throws(DialectError) -> Phrase {
        place += 1
        switch current?.kind {
        case .unit(let unit):
            place += 1
            return try interval(2, unit, word)
        case .weekday:
            var phrase = Phrase(.week, every: 2)
            phrase.weekdays = try weekdays()
            return phrase
        default:
            throw unexpected(.unit)
        }
    }
}
