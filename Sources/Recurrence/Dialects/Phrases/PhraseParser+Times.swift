/// The parts of a phrase that say what time.
extension PhraseParser {
    /// The times of a phrase that begins with them, `at 19:00 on Sundays`; none where it does not. Noon alone is a
    /// phrase, and stays where it is.
    mutating func timesInFront() throws(DialectError) -> [Int] {
        switch current?.kind {
        case .keyword(.at), .clock: break
        case .number: guard case .half? = ahead() else { return [] }
        default: return []
        }
        let times = try times(areFirst: true)
        guard current == nil else { return times }
        guard words[0].lower == "noon" || words[0].lower == "midnight" else {
            throw fail(.timeAlone(PhraseClock.text(times[0])), from: 0, to: place)
        }
        place = 0
        return []
    }

    /// `at 08:00 and 20:00`; the `at` may be left out before a clock time.
    mutating func times(for phrase: Phrase) throws(DialectError) -> [Int] {
        guard current?.kind == .keyword(.at) || isTime() else { return [] }
        let start = place
        let times = try times()
        if phrase.unit.isElapsed { throw fail(.timeOnElapsed, from: start, to: place) }
        return times
    }

    /// - Parameter areFirst: Whether the days are still to come, also behind a comma.
    private mutating func times(areFirst: Bool = false) throws(DialectError) -> [Int] {
        var times: [Int] = []
        while true {
            _ = skip(.at)
            times.append(try time())
            let mark = place
            guard separator() else { break }
            if current?.kind == .keyword(.at) || isTime() || current == nil { continue }
            if areFirst, words[place - 1].kind == .comma { break }
            throw fail(.secondRule, from: mark, to: words.count)
        }
        return times
    }

    /// Whether the word here can only be a time, or a slip at writing one.
    private func isTime() -> Bool {
        switch current?.kind {
        case .clock, .badClock, .number: return true
        default: return false
        }
    }

    mutating func time() throws(DialectError) -> Int {
        guard let word = current else { throw unexpected(.time) }
        switch word.kind {
        case .clock(let seconds):
            place += 1
            guard case .half(let pm)? = current?.kind else { return seconds }
            return try half(
                PhraseClock.twelve(
                    hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60, pm: pm, word: word.text),
                from: place - 1)
        case .number(let number):
            guard case .half(let pm)? = ahead() else {
                if words.count > place + 1, words[place + 1].lower == "o'clock" || words[place + 1].lower == "uhr" {
                    throw fail(.clockBare(number), from: place, to: place + 2)
                }
                throw fail(.clockBare(number))
            }
            place += 1
            return try half(
                PhraseClock.twelve(hour: number, minute: 0, second: 0, pm: pm, word: word.text), from: place - 1)
        case .counted(let number, .hour) where number < 24:
            throw fail(.clockDot(word.text, say: PhraseClock.text(number * 3600)))
        case .ordinal(let n) where n > 0, .counted(let n, _):
            throw fail(.clockBare(n))
        default:
            throw unexpected(.time)
        }
    }

    private mutating func half(_ kind: PhraseWord.Kind, from start: Int) throws(DialectError) -> Int {
        place += 1
        switch kind {
        case .clock(let seconds): return seconds
        case .badClock(let reason): throw fail(reason, from: start, to: place)
        default: throw unexpected(.time)
        }
    }

    /// `between 09:00 and 17:00 on weekdays`.
    mutating func window(_ phrase: inout Phrase) throws(DialectError) {
        guard phrase.unit.isElapsed else { throw fail(.windowOnDays) }
        guard phrase.unit != .second else { throw fail(.windowSeconds) }
        place += 1
        let start = place
        let first = try time()
        guard skip(.and) || skip(.to) else { throw unexpected(.andTime) }
        let last = try time()
        guard first < last else { throw fail(.windowOrder, from: start, to: place) }
        phrase.window = PhraseWindow(first: first, last: last)
        if skip(.on) { phrase.weekdays = try weekdays() }
    }
}
