/// Days of a year, from its start or from its end, as bits.
///
/// Of the twelve words that all of them take, those that have no bit are left out: a rule most often names a few.
struct YearDays: Hashable, Sendable {
    static let wordsOfYear = 6

    /// Bit `w` for word w: six words with bit `d - 1` for day d, six with bit `366 - n` for the n-th from the end.
    private(set) var kept: UInt16 = 0
    private(set) var words: [UInt64] = []

    init() {}

    /// What was ``kept``, and its ``words``.
    init(kept: UInt16, words: [UInt64]) {
        (self.kept, self.words) = (kept, words)
    }

    /// - Parameter numbers: 1 to 366, or -1 to -366 from the end; others are left out.
    init(_ numbers: some Sequence<Int>) {
        var all = [UInt64](repeating: 0, count: 2 * YearDays.wordsOfYear)
        for number in numbers where number != 0 && abs(number) <= 366 {
            let place = number > 0 ? number - 1 : 366 + number
            all[(number > 0 ? 0 : YearDays.wordsOfYear) + place >> 6] |= 1 << UInt64(place & 63)
        }
        for (place, word) in all.enumerated() where word != 0 { kept |= 1 << UInt16(place) }
        words = all.filter { $0 != 0 }
    }

    /// All words, the empty ones too; none where there is no day.
    var allWords: [UInt64] {
        guard !words.isEmpty else { return [] }
        var left = words[...]
        return (0..<2 * YearDays.wordsOfYear).map { kept >> UInt16($0) & 1 == 1 ? left.removeFirst() : 0 }
    }
}

/// BYYEARDAY of a compiled rule.
extension Pattern.Rare {
    @inline(__always)
    private func yearDays(_ place: Int) -> UInt64 {
        let bit: UInt16 = 1 &<< UInt16(truncatingIfNeeded: place)
        let kept = yearWords
        return kept & bit == 0 ? 0 : yearWord((kept & (bit &- 1)).nonzeroBitCount)
    }

    /// Whether a day is one of BYYEARDAY's.
    ///
    /// - Parameter place: Days of the year before it, from 0.
    func hasYearDay(_ place: Int, daysInYear: Int) -> Bool {
        let fromEnd = place + 366 - daysInYear
        return yearDays(place >> 6) &>> UInt64(place & 63) & 1 == 1
            || yearDays(YearDays.wordsOfYear + fromEnd >> 6) &>> UInt64(fromEnd & 63) & 1 == 1
    }

    /// The bits of 64 days on, fewer at the year's end.
    func yearDays(from place: Int, daysInYear: Int) -> UInt64 {
        slice(0, from: place) | slice(YearDays.wordsOfYear, from: place + 366 - daysInYear)
    }

    private func slice(_ first: Int, from place: Int) -> UInt64 {
        let index = place >> 6
        let shift = UInt64(place & 63)
        let low = yearDays(first + index) >> shift
        guard shift > 0, index + 1 < YearDays.wordsOfYear else { return low }
        return low | yearDays(first + index + 1) << (64 - shift)
    }
}
