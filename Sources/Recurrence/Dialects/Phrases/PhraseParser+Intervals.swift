/// The parts of a phrase that say how often: `2 weeks on Friday`, `month on day 15`.
extension PhraseParser {
    mutating func interval(
        _ count: Int, _ unit: PhraseUnit, _ word: PhraseWord
    ) throws(DialectError) -> Phrase {
        guard (1...unit.limit).contains(count) else { throw fail(.count(word.text), at: word) }
        var phrase = Phrase(unit, every: count)
        guard skip(.on) else { return phrase }
        if unit.isElapsed || unit == .day { throw fail(.onNothing(unit: unit.name), from: place - 1, to: words.count) }
        _ = skip(.the)
        switch unit {
        case .week:
            phrase.weekdays = try weekdays()
        case .month:
            guard isCounted() else { throw dayForUnit(unit) }
            phrase.days = try selectors()
            if skip(.of) {
                for keyword in [PhraseWord.Keyword.the, .each, .every] where skip(keyword) { break }
                guard current?.kind == .unit(.month) else { throw unexpected(.scope) }
                place += 1
            }
        case .year:
            if isCounted(), !isDate() {
                phrase.days = try selectors()
                if current?.kind == .keyword(.of) || current?.kind == .keyword(.in) { try scope(&phrase) }
            } else {
                guard isDate() else { throw dayForUnit(unit) }
                phrase.dates = try dateList()
            }
        case .second, .minute, .hour, .day:
            break
        }
        return phrase
    }

    private func dayForUnit(_ unit: PhraseUnit) -> DialectError {
        guard let word = current else { return unexpected(.dayOfPeriod) }
        switch word.kind {
        case .weekday, .workday, .month, .number: return fail(.dayForUnit(word.text, unit: unit.name))
        default: return unexpected(.dayOfPeriod)
        }
    }

    private func isCounted() -> Bool {
        switch current?.kind {
        case .ordinal, .second, .unit(.day): true
        default: false
        }
    }
}
