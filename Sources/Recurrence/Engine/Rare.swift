import CivilTime

extension Pattern {
    /// What few rules have.
    ///
    /// All of it lies in one list, how many numbers each part has and then those numbers, so that it takes one piece of
    /// memory and no more of it than a rule says.
    struct Rare: Hashable, Sendable {
        private let numbers: [Int32]

        /// Where what is said of the lists lies; the lists follow.
        private enum Head {
            /// Which words of ``YearDays`` there are, as bits.
            static let yearWords = 0
            static let setPositions = 1
            static let nthInYear = 2
            static let years = 3
            static let fractions = 4
            static let times = 5
            static let timesOfHour = 6
            static let weekNumbers = 7
            static let weekNumbersFromEnd = 9
            static let end = 11
        }

        init(_ draft: Draft) {
            var numbers = [Int32](repeating: 0, count: Head.end)
            func put(_ word: UInt64, at place: Int) {
                numbers[place] = Int32(truncatingIfNeeded: word)
                numbers[place + 1] = Int32(truncatingIfNeeded: word >> 32)
            }
            put(draft.weekNumbers, at: Head.weekNumbers)
            put(draft.weekNumbersFromEnd, at: Head.weekNumbersFromEnd)
            numbers[Head.yearWords] = Int32(draft.yearDays.kept)
            let counts = [
                (Head.setPositions, draft.setPositions.count), (Head.nthInYear, draft.nthInYear.count),
                (Head.years, draft.years.count), (Head.fractions, draft.fractions.count),
                (Head.times, draft.times.count), (Head.timesOfHour, draft.timesOfHour.count),
            ]
            for (place, count) in counts { numbers[place] = Int32(count) }
            var lists: [Int32] = []
            for word in draft.yearDays.words {
                lists += [Int32(truncatingIfNeeded: word), Int32(truncatingIfNeeded: word >> 32)]
            }
            lists += draft.setPositions.map { Int32($0) }
            lists += draft.nthInYear.map { Int32($0.place * 8 + $0.weekday.rawValue) }
            for span in draft.years {
                lists += [Int32(clamping: span.first), Int32(clamping: span.last), Int32(clamping: span.step)]
            }
            for span in draft.fractions { lists += [span.first, span.last, span.step] }
            lists += draft.times
            lists += draft.timesOfHour
            var exact: [Int32] = []
            exact.reserveCapacity(Head.end + lists.count)
            exact += numbers
            exact += lists
            self.numbers = exact
        }

        /// The same fields while they are being collected.
        struct Draft: Hashable {
            var yearDays = YearDays()
            var weekNumbers: UInt64 = 0
            var weekNumbersFromEnd: UInt64 = 0
            var nthInYear: [NthWeekday] = []
            var years: [YearSpan] = []
            var fractions: [FractionSpan] = []
            var setPositions: [Int16] = []
            /// Times of the day in seconds, in place of the clock's bit sets.
            var times: [Int32] = []
            /// Seconds of the hour, chosen by position within each hour.
            var timesOfHour: [Int32] = []
        }

        var draft: Draft {
            Draft(
                yearDays: YearDays(kept: yearWords, words: (0..<yearWords.nonzeroBitCount).map(yearWord)),
                weekNumbers: weekNumbers, weekNumbersFromEnd: weekNumbersFromEnd, nthInYear: nthInYear, years: years,
                fractions: fractions, setPositions: setPositions.map { Int16($0) }, times: Array(times),
                timesOfHour: Array(timesOfHour))
        }

        /// The bytes that it takes, as the allocator gives them.
        var bytes: Int { Pattern.bytes(ofList: numbers.count * MemoryLayout<Int32>.stride) }

        // MARK: - Parts

        private func count(_ place: Int) -> Int { Int(numbers[place]) }

        private func word(_ place: Int) -> UInt64 {
            UInt64(UInt32(bitPattern: numbers[place])) | UInt64(UInt32(bitPattern: numbers[place + 1])) << 32
        }

        /// Which words of ``YearDays`` there are, as bits.
        var yearWords: UInt16 { UInt16(truncatingIfNeeded: numbers[Head.yearWords]) }

        /// One of the words of ``YearDays`` that there are.
        func yearWord(_ place: Int) -> UInt64 { word(Head.end + 2 * place) }

        var weekNumbers: UInt64 { word(Head.weekNumbers) }
        var weekNumbersFromEnd: UInt64 { word(Head.weekNumbersFromEnd) }

        private var positionsStart: Int { Head.end + 2 * yearWords.nonzeroBitCount }
        private var nthStart: Int { positionsStart + count(Head.setPositions) }
        private var yearsStart: Int { nthStart + count(Head.nthInYear) }
        private var fractionsStart: Int { yearsStart + 3 * count(Head.years) }
        private var timesStart: Int { fractionsStart + 3 * count(Head.fractions) }
        private var timesOfHourStart: Int { timesStart + count(Head.times) }

        var setPositions: ArraySlice<Int32> { numbers[positionsStart..<nthStart] }

        var nthInYear: [NthWeekday] {
            numbers[nthStart..<yearsStart].map { number in
                NthWeekday(Int(number >> 3), Weekday(rawValue: Int(number & 7)) ?? .monday)
            }
        }

        /// Calls `body` with each of them: its place, and its weekday from Monday on.
        @inline(__always)
        func forEachNthInYear(_ body: (Int, Int) -> Void) {
            var place = nthStart
            let end = yearsStart
            while place < end {
                body(Int(numbers[place] >> 3), Int(numbers[place] & 7))
                place += 1
            }
        }

        /// Whether the years are a given set.
        var hasYears: Bool { count(Head.years) > 0 }

        var years: [YearSpan] {
            stride(from: yearsStart, to: fractionsStart, by: 3).map { place in
                // Apart, as the compiler takes seconds over all of it at once.
                let first = Int(numbers[place])
                let last = Int(numbers[place + 1])
                return YearSpan(first, through: last, every: Int(numbers[place + 2]))
            }
        }

        /// Whether a year is one of the given ones.
        func hasYear(_ year: Int) -> Bool {
            var place = yearsStart
            let end = fractionsStart
            while place < end {
                let first = Int(numbers[place])
                if year >= first, year <= Int(numbers[place + 1]), (year - first) % Int(numbers[place + 2]) == 0 {
                    return true
                }
                place += 3
            }
            return false
        }

        var fractions: [FractionSpan] {
            stride(from: fractionsStart, to: timesStart, by: 3).map { place in
                FractionSpan(numbers[place], through: numbers[place + 1], every: numbers[place + 2])
            }
        }

        /// Times of the day in seconds, in place of the clock's bit sets.
        var times: ArraySlice<Int32> { numbers[timesStart..<timesOfHourStart] }
        /// Seconds of the hour, chosen by position within each hour.
        var timesOfHour: ArraySlice<Int32> { numbers[timesOfHourStart...] }
    }

    /// What a list with so many bytes of elements takes, as the allocator gives it.
    static func bytes(ofList bytes: Int) -> Int { (32 + bytes + 8 + 15) / 16 * 16 }
}
