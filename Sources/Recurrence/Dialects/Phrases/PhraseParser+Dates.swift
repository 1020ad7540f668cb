/// Days of the year: `June 15`, `the 3rd of May and 1 October`.
extension PhraseParser {
    /// `June 15`, `15 June`, `June 15 and December 24`.
    mutating func dates() throws(DialectError) -> Phrase {
        var phrase = Phrase(.year)
        phrase.dates = try dateList()
        return phrase
    }

    mutating func dateList() throws(DialectError) -> [PhraseDate] {
        var dates: [PhraseDate] = []
        repeat {
            _ = skip(.the)
            dates.append(try date())
        } while dayFollows()
        return dates
    }

    private mutating func date() throws(DialectError) -> PhraseDate {
        let start = place
        var month: Int?
        if case .month(let number)? = current?.kind {
            month = number
            place += 1
            _ = skip(.the)
        }
        let day: Int
        switch current?.kind {
        case .number(let number): day = number
        case .ordinal(let number): day = number
        case .second: day = 2
        default:
            if let month, start == place - 1, current == nil || current?.kind == .keyword(.at) {
                throw fail(.whichDay(EnglishNames.months[month - 1]), at: words[start])
            }
            throw unexpected(.dayNumber)
        }
        place += 1
        if month == nil {
            if !skip(.of) { _ = skip(.in) }
            guard case .month(let number)? = current?.kind else { throw unexpected(.month) }
            month = number
            place += 1
        }
        let found = month ?? 1
        guard (1...EnglishNames.monthLengths[found - 1]).contains(day) else {
            throw fail(.dateMissing(month: EnglishNames.months[found - 1], day: day), from: start, to: place)
        }
        if case .number(let year)? = current?.kind, (1000...9999).contains(year) { throw fail(.yearInDate(year)) }
        return PhraseDate(month: found, day: day)
    }

    /// Whether a date such as `June 15` or `15th of June` begins here.
    func isDate() -> Bool {
        switch current?.kind {
        case .month: return true
        case .number, .ordinal, .second:
            if case .month? = ahead() { return true }
            switch ahead() {
            case .keyword(.of), .keyword(.in): return isMonth(at: place + 2)
            default: return false
            }
        default: return false
        }
    }
}
