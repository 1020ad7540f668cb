/// Days of a year, from its start or from its end, as bits.
///
/// Of the twelve words that all of them take, those that have no bit are left out: a rule most often names a few.
struct YearDays: Hashable, Sendable {
    private static let wordsOfYear = 6

    /// Bit `w` for word w: six words with bit `d - 1` for day d, six with bit `366 - n` for the n-th from the end.
    private var kept: UInt16 = 0
    private var words: [UInt64] = []

    init() {}

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

    @inline(__always)
    private func word(_ place: Int) -> UInt64 {
        let bit: UInt16 = 1 &<< UInt16(truncatingIfNeeded: place)
        return kept & bit == 0 ? 0 : words[(kept & (bit &- 1)).nonzeroBitCount]
    }

    /// Whether a day is one of them.
    ///
    /// - Parameter place: Days of the year before it, from 0.
    func contains(_ place: Int, daysInYear: Int) -> Bool {
        let fromEnd = place + 366 - daysInYear
        return word(place >> 6) &>> UInt64(place & 63) & 1 == 1
            || word(YearDays.wordsOfYear + fromEnd >> 6) &>> UInt64(fromEnd & 63) & 1 == 1
    }

    /// The bits of 64 days on, fewer at the year's end.
    func bits(from place: Int, daysInYear: Int) -> UInt64 {
        slice(0, from: place) | slice(YearDays.wordsOfYear, from: place + 366 - daysInYear)
    }

    private func slice(_ first: Int, from place: Int) -> UInt64 {
        let index = place >> 6
        let shift = UInt64(place & 63)
        let low = word(first + index) >> shift
        guard shift > 0, index + 1 < YearDays.wordsOfYear else { return low }
        return low | word(first + index + 1) << (64 - shift)
    }

    /// All words, the empty ones too; none where there is no day.
    var allWords: [UInt64] { words.isEmpty ? [] : (0..<2 * YearDays.wordsOfYear).map(word) }
}
