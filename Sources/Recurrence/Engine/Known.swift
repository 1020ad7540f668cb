import CivilTime

extension Pattern {
    /// What the chosen ``Meeting`` needs to know, worked out from the rest of the pattern.
    ///
    /// All of it lies in one list, what is there and then each part in turn, so that it takes one piece of memory.
    struct Known: Hashable, Sendable {
        private let words: [UInt64]

        /// What the first word says: how many days and meetings there are, and which parts.
        private enum Head {
            static let days: UInt64 = 0
            static let met: UInt64 = 16
            static let calendar: UInt64 = 1 << 32
            static let weekdays: UInt64 = 1 << 33
            static let congruence: UInt64 = 1 << 34
            static let streams: UInt64 = 1 << 35
            static let number: UInt64 = 1 << 36
            static let congruenceWords = 3
            static let streamsWords = 5
        }

        /// The same while it is put together.
        struct Draft {
            /// The divisor's reciprocal, as in ``Remainders``, or the word of ``Turns``.
            var number: UInt64?
            var congruence: StepCongruence?
            var streams: StepStreams?
            /// The days of four years that match, weekdays aside; see ``FourYears``. None where it is not known.
            var calendar: [UInt64] = []
            /// Matching days in ascending order, from 0; what else they are is the way's own.
            var days: [Int16] = []
            /// Whether the days are those of 28 years, weekdays and all.
            var daysHaveWeekdays = false
            /// Days, or times and days, on which steps meet the clock.
            var met: [UInt32] = []

            /// How many words it comes to.
            var count: Int {
                1 + (number == nil ? 0 : 1) + (congruence == nil ? 0 : Head.congruenceWords)
                    + (streams == nil ? 0 : Head.streamsWords) + calendar.count + (days.count + 3) / 4
                    + (met.count + 1) / 2
            }
        }

        init(_ draft: Draft) {
            var words: [UInt64] = []
            words.reserveCapacity(draft.count)
            var head = UInt64(draft.days.count) << Head.days | UInt64(draft.met.count) << Head.met
            if draft.daysHaveWeekdays { head |= Head.weekdays }
            if !draft.calendar.isEmpty { head |= Head.calendar }
            if draft.congruence != nil { head |= Head.congruence }
            if draft.streams != nil { head |= Head.streams }
            if draft.number != nil { head |= Head.number }
            words.append(head)
            if let number = draft.number { words.append(number) }
            if let congruence = draft.congruence { words += congruence.words }
            if let streams = draft.streams { words += streams.words }
            words += draft.calendar
            for first in stride(from: 0, to: draft.days.count, by: 4) {
                var word: UInt64 = 0
                for place in first..<min(first + 4, draft.days.count) {
                    word |= UInt64(UInt16(bitPattern: draft.days[place])) << UInt64(16 * (place - first))
                }
                words.append(word)
            }
            for first in stride(from: 0, to: draft.met.count, by: 2) {
                let second = first + 1 < draft.met.count ? UInt64(draft.met[first + 1]) << 32 : 0
                words.append(UInt64(draft.met[first]) | second)
            }
            self.words = words
        }

        // MARK: - Parts

        private func has(_ part: UInt64) -> Bool { words[0] & part != 0 }

        private var congruenceStart: Int { has(Head.number) ? 2 : 1 }
        private var streamsStart: Int { congruenceStart + (has(Head.congruence) ? Head.congruenceWords : 0) }
        private var calendarStart: Int { streamsStart + (has(Head.streams) ? Head.streamsWords : 0) }
        private var daysStart: Int { calendarStart + (hasCalendar ? FourYears.words : 0) }

        /// The divisor's reciprocal or the word of turns, where there is one.
        var number: UInt64 { words[1] }
        var congruence: StepCongruence? {
            has(Head.congruence) ? StepCongruence(words: words[congruenceStart...]) : nil
        }
        var streams: StepStreams? { has(Head.streams) ? StepStreams(words: words[streamsStart...]) : nil }
        var hasCalendar: Bool { has(Head.calendar) }
        var dayCount: Int { Int(words[0] >> Head.days & 0xFFFF) }
        var metCount: Int { Int(words[0] >> Head.met & 0xFFFF) }
        /// Whether the days are those of 28 years, weekdays and all.
        var daysHaveWeekdays: Bool { has(Head.weekdays) }

        /// The days of four years that match, weekdays aside, where they are known.
        @inline(__always)
        func withCalendar<Answer>(_ body: (UnsafeBufferPointer<UInt64>) -> Answer) -> Answer {
            let start = calendarStart
            return words.withUnsafeBufferPointer {
                body(UnsafeBufferPointer(rebasing: $0[start..<start + FourYears.words]))
            }
        }

        @inline(__always)
        func withDays<Answer>(_ body: (UnsafeBufferPointer<Int16>) -> Answer) -> Answer {
            let (start, count) = (daysStart * 8, dayCount)
            return words.withUnsafeBytes {
                body(
                    UnsafeRawBufferPointer(rebasing: $0[start..<start + 2 * count]).assumingMemoryBound(to: Int16.self))
            }
        }

        @inline(__always)
        func withMet<Answer>(_ body: (UnsafeBufferPointer<UInt32>) -> Answer) -> Answer {
            let (start, count) = ((daysStart + (dayCount + 3) / 4) * 8, metCount)
            return words.withUnsafeBytes {
                body(
                    UnsafeRawBufferPointer(rebasing: $0[start..<start + 4 * count]).assumingMemoryBound(to: UInt32.self)
                )
            }
        }

        /// It tells no two patterns apart.
        static func == (left: Known, right: Known) -> Bool { true }
        func hash(into hasher: inout Hasher) {}
    }

    /// The most bytes that a compiled rule takes: there is always room for ways to do without what would be more.
    static let greatestSize = 512

    /// How many words may be known of this pattern.
    var roomForKnown: Int {
        let taken = MemoryLayout<Recurrence>.stride + (rare?.bytes ?? 0)
        // The allocator gives out sixteens of bytes, and a list's own head and its own are 40.
        return max(0, ((Pattern.greatestSize - taken) / 16 * 16 - 40) / MemoryLayout<UInt64>.stride)
    }
}
