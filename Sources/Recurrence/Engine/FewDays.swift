import CivilTime

/// The days of a calendar of few days that an interval meets, found for all of them at once.
///
/// Between two centuries without a leap day a date comes back after 1461 days, so the days of four years stand for
/// all: day `d` of them, after `n` times four years, is met where `start + d + 1461 · n ≡ residue` modulo the interval. With
/// an inverse of 1461 each `n` is a difference of two numbers, of which one is the day's own and is worked out once for
/// a question.
struct FewDays {
    /// Bits of a day's number in what is compared: the fours of years, then the day.
    private static let dayBits: Int32 = 11
    /// The longest interval whose fours of years fit into what is left of 32 bits.
    static let greatestCycle = 1 << 20 - 1
    /// The most days there may be.
    static let greatestCount = 64

    typealias Lanes = SIMD4<Int32>

    let modulus: Int
    /// What the interval and four years have in common: a day is only met where this divides what is missing.
    private let common: Int
    /// The fours of years after which a day is met again.
    private let cycle: Int
    private let inverse: Int
    /// For each four days: their numbers, the fours of years that they are ahead, and their classes modulo `common`.
    private let days: UnsafeMutableBufferPointer<Lanes>
    private let count: Int

    /// How much room ``init(_:modulus:in:)`` needs for so many days.
    static func room(for count: Int) -> Int { (count + 3) / 4 * 3 }

    /// Whether intervals of so many days can be met.
    static func holds(modulus: Int) -> Bool {
        modulus / greatestCommonDivisor(FourYears.days, modulus) <= greatestCycle
    }

    /// - Parameters:
    ///   - numbers: Ascending numbers of days, from 0.
    ///   - room: What the answers are worked out in.
    init(_ numbers: UnsafeBufferPointer<Int16>, modulus: Int, in room: UnsafeMutableBufferPointer<Lanes>) {
        self.modulus = modulus
        common = greatestCommonDivisor(FourYears.days, modulus)
        cycle = modulus / common
        inverse = StepCongruence.inverse(of: FourYears.days / common % max(cycle, 1), modulo: cycle)
        days = room
        count = (numbers.count + 3) / 4
        let remainders = Remainders(by: UInt32(truncatingIfNeeded: cycle))
        let classes = Remainders(by: UInt32(truncatingIfNeeded: common))
        let factor = UInt32(truncatingIfNeeded: inverse)
        for group in 0..<count {
            var (number, ahead, kind) = (Lanes(repeating: 0), Lanes(repeating: 0), Lanes(repeating: -1))
            for lane in 0..<min(4, numbers.count - group * 4) {
                let day = UInt32(truncatingIfNeeded: numbers[group * 4 + lane])
                let share = common == 1 ? day : day / UInt32(truncatingIfNeeded: common)
                number[lane] = Int32(truncatingIfNeeded: day)
                ahead[lane] = Int32(truncatingIfNeeded: remainders.of(share &* factor))
                kind[lane] = Int32(truncatingIfNeeded: common == 1 ? 0 : classes.of(day))
            }
            (room[group], room[count + group], room[2 * count + group]) = (number, ahead, kind)
        }
    }

    /// Where a day lies within the interval.
    @inline(__always)
    func place(of day: Int) -> Int { smallModulo(day, modulus) }

    /// The fours of years until a day within the interval is met, where they and the interval have nothing in common;
    /// the difference of two says how many lie between them.
    @inline(__always)
    func turn(of day: Int) -> Int { common == 1 ? turn(missing: day) : 0 }

    @inline(__always)
    private func turn(missing: Int) -> Int {
        let product = UInt(truncatingIfNeeded: missing) &* UInt(truncatingIfNeeded: inverse)
        return cycle <= 1 << 16
            ? Int(UInt32(truncatingIfNeeded: product) % UInt32(truncatingIfNeeded: cycle))
            : Int(product % UInt(truncatingIfNeeded: cycle))
    }

    /// The first day that is met, `Int.max` for none.
    ///
    /// - Parameters:
    ///   - start: The first day of four years, of which the first follows a leap year.
    ///   - place: Where that day lies within the interval, and its ``turn(of:)``.
    ///   - residue: A day on which the interval meets, modulo the interval, and its turn.
    ///   - behind: So many days of the four years are over.
    @inline(__always)
    func first(
        from start: Int, place: (day: Int, turn: Int), residue: (day: Int, turn: Int), behind: Int
    ) -> Int {
        var turn = residue.turn - place.turn
        var kind: Int32 = 0
        if common == 1 {
            if turn < 0 { turn += cycle }
        } else {
            var missing = residue.day - place.day
            if missing < 0 { missing += modulus }
            kind = Int32(truncatingIfNeeded: missing % common)
            turn = self.turn(missing: missing / common)
        }
        let turns = Lanes(repeating: Int32(truncatingIfNeeded: turn))
        let cycles = Lanes(repeating: Int32(truncatingIfNeeded: cycle))
        let over = Lanes(repeating: Int32(truncatingIfNeeded: behind))
        let kinds = Lanes(repeating: kind)
        let zero = Lanes(repeating: 0)
        var best = Lanes(repeating: .max)
        for group in 0..<count {
            let number = days[group]
            var turn = turns &- days[count + group]
            turn.replace(with: turn &+ cycles, where: turn .< zero)
            // A day of these four years that is over is met a cycle later.
            turn.replace(with: cycles, where: (turn .== zero) .& (number .< over))
            var key = (turn &<< FewDays.dayBits) | number
            key.replace(with: .max, where: days[2 * count + group] .!= kinds)
            best.replace(with: key, where: key .< best)
        }
        let least = best.min()
        guard least < .max else { return .max }
        return start + Int(least >> FewDays.dayBits) * FourYears.days + Int(least & (1 << FewDays.dayBits - 1))
    }
}
