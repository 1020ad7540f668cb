/// How steps of a fixed length meet the clock's parts, where those are no few times of a day: which steps meet the
/// parts that change fastest, and when those steps come into ranges of the slower ones.
///
/// Of steps of 38,386 seconds every thirtieth has a second of 16: a stream of steps thirty times as long, which
/// comes into the hour from 2 to 3 as a point that is turned round the day comes into an arc. From one meeting to
/// the next there are at most three distances (the three-gap theorem), so only the first is searched for.
struct StepStreams: Sendable {
    /// 1, or the minute or the hour in seconds, whose places a step either meets or does not.
    let wheel: Int32
    /// Steps after which a step meets the same place of the wheel.
    let cycle: Int32
    /// What a step and the wheel have in common.
    private let common: Int32
    private let inverse: Int32
    /// The hour or the day in seconds that has the ranges; 0 where there are none.
    let circle: Int32
    /// How long each range is.
    let range: Int32
    /// A stream's steps after which it comes back to a range further on, and by how much; or further back.
    private let riseSteps: Int32
    private let rise: Int32
    private let fallSteps: Int32
    private let fall: Int32

    /// The most meetings that are followed side by side.
    static let greatestCount = 48
    /// Shorter steps meet a stretch of the clock many times in a row, and are gone through; of longer ones no
    /// product leaves 64 bits.
    static let lengths = 1800...100_000_000

    /// One stream in one range.
    struct Hit {
        var time: Int
        /// How far into the range it is.
        var place: Int32
    }

    /// Nil where every step meets the clock, or where the times of a day that do are better gone through.
    init?(_ pattern: Pattern) {
        let (length, window) = (pattern.stepLength, pattern.stepWindow)
        guard pattern.marks.isDisjoint(with: [.listedTimes, .anyTime]), window < 3600,
            StepStreams.lengths.contains(length)
        else { return nil }
        let anySecond = window == 60 || pattern.seconds == lowBits(60)
        let anyMinute = pattern.minutes == lowBits(60)
        let anyHour = pattern.hours == 0xFF_FFFF
        switch (anySecond, anyMinute, anyHour) {
        case (true, true, false): (wheel, circle, range) = (1, 86_400, 3600)
        case (true, false, true) where window == 60: (wheel, circle, range) = (3600, 0, 0)
        case (true, false, true): (wheel, circle, range) = (1, 3600, 60)
        case (true, false, false) where window == 1: (wheel, circle, range) = (1, 86_400, 60)
        case (false, true, true): (wheel, circle, range) = (60, 0, 0)
        case (false, true, false): (wheel, circle, range) = (60, 86_400, 3600)
        case (false, false, true): (wheel, circle, range) = (3600, 0, 0)
        default: return nil
        }
        let common = greatestCommonDivisor(length, Int(wheel))
        let cycle = Int(wheel) / common
        self.common = Int32(common)
        self.cycle = Int32(cycle)
        inverse = Int32(StepCongruence.inverse(of: length / common % max(cycle, 1), modulo: cycle))
        guard circle > 0 else {
            (riseSteps, rise, fallSteps, fall) = (0, 0, 0, 0)
            return
        }
        let (circle, range) = (Int(self.circle), Int(self.range))
        let up = length * cycle % circle
        let down = (circle - up) % circle
        let rises = Pattern.turns(from: up, every: up, into: 0..<range, of: circle) + 1
        let falls = Pattern.turns(from: down, every: down, into: 0..<range, of: circle) + 1
        (riseSteps, rise) = (Int32(rises), Int32(rises * up % circle))
        (fallSteps, fall) = (Int32(falls), Int32(falls * down % circle))
    }

    /// The same as five words; see ``Pattern/Known``.
    var words: [UInt64] {
        let numbers = [wheel, cycle, common, inverse, circle, range, riseSteps, rise, fallSteps, fall]
        return stride(from: 0, to: numbers.count, by: 2).map { place in
            UInt64(UInt32(bitPattern: numbers[place])) | UInt64(UInt32(bitPattern: numbers[place + 1])) << 32
        }
    }

    @inline(__always)
    init(words: ArraySlice<UInt64>) {
        let first = words.startIndex
        @inline(__always)
        func pair(_ place: Int) -> (Int32, Int32) {
            let word = words[first + place]
            return (Int32(truncatingIfNeeded: word), Int32(truncatingIfNeeded: word >> 32))
        }
        (wheel, cycle) = pair(0)
        (common, inverse) = pair(1)
        (circle, range) = pair(2)
        (riseSteps, rise) = pair(3)
        (fallSteps, fall) = pair(4)
    }

    /// The most steps from one meeting of a range to the next, over all streams.
    var greatestPause: Double { circle == 0 ? Double(cycle) : Double(riseSteps + fallSteps) * Double(cycle) }

    /// The first step of a stream at `index` steps from the base or later; nil where no step meets the place.
    @inline(__always)
    func first(_ place: Int, base: Int, from index: Int) -> Int? {
        if wheel == 1 { return index }
        let missing = floorModulo(place - base, Int(wheel))
        guard missing % Int(common) == 0 else { return nil }
        let residue = missing / Int(common) * Int(inverse) % Int(cycle)
        return index + floorModulo(residue - index, Int(cycle))
    }

    /// The stream's next meeting, `step` being the seconds from one of its steps to the next.
    @inline(__always)
    func advance(_ hit: inout Hit, step: Int) {
        if circle == 0 {
            hit.time += step
            return
        }
        let rises = hit.place + rise < range
        let falls = hit.place >= fall
        if rises, !falls || riseSteps <= fallSteps {
            hit.time += Int(riseSteps) * step
            hit.place += rise
        } else if falls {
            hit.time += Int(fallSteps) * step
            hit.place -= fall
        } else {
            hit.time += Int(riseSteps + fallSteps) * step
            hit.place += rise - fall
        }
    }
}
