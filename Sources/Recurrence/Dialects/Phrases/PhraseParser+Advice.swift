/// What to say of words that are not in the grammar, by what stands around them: a hint that keeps less than was
/// written would change the rule.
extension PhraseParser {
    /// What to say of the word here.
    ///
    /// - Parameter phrase: What was read before it.
    func unknown(after phrase: Phrase? = nil) -> DialectError {
        guard let word = current else { return fail(.expected(.when, found: nil)) }
        return howOften(after: phrase) ?? edge(after: phrase) ?? datedDay() ?? partOfDay(after: phrase)
            ?? fail(PhraseVocabulary.reason(for: word))
    }

    // MARK: How often

    /// `once a week`, `twice daily`, `3 times a month on …`.
    private func howOften(after phrase: Phrase?) -> DialectError? {
        var first = place
        let count: Int
        switch words[place].lower {
        case "once": count = 1
        case "twice": count = 2
        case "thrice": count = 3
        case "times":
            guard place > 0, case .number(let number) = words[place - 1].kind else { return nil }
            first -= 1
            count = number
        default: return nil
        }
        var rest = self
        rest.place += 1
        if let word = rest.current, ["a", "an", "per", "each", "every", "the"].contains(word.lower) { rest.place += 1 }
        var unit: PhraseUnit?
        if case .unit(let named)? = rest.current?.kind { unit = named }
        if let adverb = rest.current.flatMap({ PhraseVocabulary.adverbs[$0.lower] }), adverb.count == 1 { unit = adverb.unit }
        if unit != nil {
            rest.place += 1
        } else if count == 1, let said = try? rest.what() {
            return vague(from: first, rest, say: said)
        } else {
            rest.place = place + 1
            if let phrase, phrase == Phrase(phrase.unit) { unit = phrase.unit }
        }
        let spread = unit.flatMap { PhraseVocabulary.spread[$0]?[count] }
        if let unit, let word = current, rest.current?.kind == .keyword(.on), let said = try? rest.interval(1, unit, word) {
            return vague(from: first, rest, say: said)
        }
        if let spread, let said = try? PhraseParser.read(spread) { return vague(from: first, rest, say: said) }
        // `5 times` by itself says when to end, which has a key of its own.
        if words[place].lower == "times", unit == nil { return nil }
        return fail(.unknownWord(text(from: first, to: rest.place), near: nil), from: first, to: rest.place)
    }

    // MARK: The ends of a period

    /// `end of the month`, `beginning of May`, `month end`.
    func edge(after phrase: Phrase? = nil) -> DialectError? {
        guard let word = current, let day = PhraseVocabulary.edges[word.lower] else { return nil }
        var rest = self
        rest.place += 1
        let scope: String
        if rest.skip(.of) || rest.skip(.in) {
            for keyword in [PhraseWord.Keyword.the, .each, .every] where rest.skip(keyword) { break }
            switch rest.current?.kind {
            case .unit(.month): scope = "the month"
            case .unit(.year): scope = "the year"
            case .month(let month): scope = EnglishNames.months[month - 1]
            case .unknown where rest.current?.lower == "quarter": scope = "the quarter"
            default: return nil
            }
            rest.place += 1
        } else if phrase == Phrase(.month) || phrase == Phrase(.year) {
            scope = phrase == Phrase(.month) ? "the month" : "the year"
        } else {
            return nil
        }
        return (try? PhraseParser.read("\(day) of \(scope)")).map { vague(from: place, rest, say: $0) }
    }

    // MARK: Days with a date

    /// `my birthday`, `our wedding anniversary`.
    private func datedDay() -> DialectError? {
        var last = place
        while last < words.count, words[last].kind == .unknown, !PhraseVocabulary.datedDays.contains(words[last].lower) {
            last += 1
        }
        guard last < words.count, PhraseVocabulary.datedDays.contains(words[last].lower) else { return nil }
        return fail(.datedDay(text(from: place, to: last + 1)), from: place, to: last + 1)
    }

    // MARK: Parts of the day

    /// The parser behind the `in the` or `at` of `Sunday in the evening`, or here before an `evening`; nil elsewhere.
    func atPartOfDay() -> PhraseParser? {
        var rest = self
        if rest.skip(.in) || rest.skip(.at) { _ = rest.skip(.the) }
        return rest.current.flatMap { PhraseVocabulary.partsOfDay[$0.lower] } == nil ? nil : rest
    }

    /// `Sunday evening`, `mornings on weekdays`, `first Monday evening of the month`.
    func partOfDay(after phrase: Phrase?, isCounted: Bool = false) -> DialectError? {
        guard let word = current, let hour = PhraseVocabulary.partsOfDay[word.lower] else { return nil }
        var hours = [hour]
        var rest = self
        rest.place += 1
        var mark = rest
        while mark.separator(), let other = mark.current, let hour = PhraseVocabulary.partsOfDay[other.lower] {
            hours.append(hour)
            mark.place += 1
            rest = mark
        }
        var said = phrase ?? Phrase(.day, every: countBefore)
        if isCounted {
            guard rest.current?.kind == .keyword(.of) || rest.current?.kind == .keyword(.in),
                (try? rest.scope(&said)) != nil
            else { return nil }
        } else if phrase == nil {
            var days = rest
            _ = days.skip(.on)
            if !days.skip(.every) { _ = days.skip(.each) }
            _ = days.skip(.the)
            if said.interval == 1, let found = try? days.what() { (said, rest) = (found, days) }
        }
        if said.unit.isElapsed { return fail(.trailing(word.text)) }
        if said.times.isEmpty { said.times = hours.map { $0 * 3600 } }
        return vague(from: place, rest, say: said, upTo: place + 1)
    }

    /// The number of `every other evening` or `every 2 evenings`.
    private var countBefore: Int {
        switch place > 0 ? words[place - 1].kind : .unknown {
        case .keyword(.other): 2
        case .number(let number) where (1...PhraseUnit.day.limit).contains(number): number
        default: 1
        }
    }

    /// - Parameters:
    ///   - rest: Stands behind what cannot be read; the times that follow are kept.
    ///   - end: Where what is quoted ends; by default at `rest`.
    private func vague(from first: Int, _ rest: PhraseParser, say phrase: Phrase, upTo end: Int? = nil) -> DialectError {
        var (said, rest) = (phrase, rest)
        let end = end ?? rest.place
        if let times = try? rest.times(for: said), !times.isEmpty { said.times = times }
        let quoted = text(from: first, to: end)
        guard (try? said.settle { fail($0) }) != nil, (try? PhraseParser.read(said.text)) != nil else {
            return fail(.unknownWord(quoted, near: nil), from: first, to: end)
        }
        return fail(.vagueWord(quoted, say: said.text), from: first, to: end)
    }
}
