import CivilTime

/// The few days of a calendar that an interval seldom meets, such as a Tuesday 6 October
/// every 50 days.
///
/// Between two centuries without a leap day a date comes back after 1461 days, so those of
/// four years stand for all, and when the interval meets one is a congruence.
extension Pattern {
    /// Solves `start + 1461 · n ≡ residue` modulo `modulus`.
    private struct FourYears {
        static let length = 1461
        let modulus: Int
        let common: Int
        /// The fours of years after which a residue is met again.
        let cycle: Int
        let inverse: Int
        private let isSmall: Bool
        private let remainders: Remainders
        /// A multiple of the modulus that makes every difference of days positive.
        private let lift: Int

        init(modulus: Int) {
            self.modulus = modulus
            common = greatestCommonDivisor(FourYears.length, modulus)
            cycle = modulus / common
            inverse = StepCongruence.inverse(of: FourYears.length / common % max(cycle, 1), modulo: cycle)
            isSmall = common == 1 && modulus <= 1 << 16
            remainders = Remainders(by: UInt32(truncatingIfNeeded: modulus))
            lift = isSmall ? (8_000_000 / modulus + 1) * modulus : 0
        }

        /// The first n, or nil where there is none.
        @inline(__always)
        func first(from start: Int, residue: Int) -> Int? {
            if isSmall {
                let missing = remainders.of(UInt32(truncatingIfNeeded: residue - start + lift))
                return Int(remainders.of(missing &* UInt32(truncatingIfNeeded: inverse)))
            }
            let missing = floorModulo(residue - start, modulus)
            if common > 1 {
                guard missing % common == 0 else { return nil }
                return missing / common * inverse % cycle
            }
            return missing * inverse % cycle
        }
    }

    /// The first wall time at `second` or later and before `limit`, or `Int.max`.
    ///
    /// - Parameters:
    ///   - modulus: The days after which the interval meets a time again.
    ///   - residues: Calls its argument with each time of day, and with a day of
    ///     those on which the interval meets it.
    @inline(__always)
    func nextCycled(
        _ second: Int, limit: Int, modulus: Int, residues: ((Int, Int) -> Void) -> Void
    ) -> Int {
        guard let rare else { return .max }
        let fours = FourYears(modulus: modulus)
        let mask = plainWeekdays
        let today = dayOf(second)
        var year = CivilDate(dayNumber: Int32(truncatingIfNeeded: today)).year
        let bound = min(limit, (Pattern.lastDay + 1) * daySeconds)
        while year <= Pattern.lastYear {
            // As far as every fourth year is a leap year, or the one year that is not.
            let stretch = Pattern.stretch(around: year)
            let start = CivilDate.dayNumber(year: stretch.lowerBound, month: 1, day: 1)
            let end = CivilDate.dayNumber(year: stretch.upperBound + 1, month: 1, day: 1)
            if start * daySeconds >= bound { return .max }
            var best = bound
            // The days' first returns that are not over.
            var firsts = SIMD64<Int32>(repeating: 0)
            var count = 0
            for place in rare.fewDays {
                var first = start + Int(place)
                if first < today {
                    first += (today - first + FourYears.length - 1) / FourYears.length * FourYears.length
                }
                guard first < end, count < 64 else { continue }
                firsts[count] = Int32(truncatingIfNeeded: first)
                count += 1
            }
            residues { time, residue in
                for place in 0..<count {
                    let first = Int(firsts[place])
                    guard let turns = fours.first(from: first, residue: residue) else { continue }
                    var day = first + turns * FourYears.length
                    while day < end, day * daySeconds + time < best {
                        if day * daySeconds + time >= second, mask &>> UInt8(weekdayOf(day)) & 1 == 1 {
                            best = day * daySeconds + time
                            break
                        }
                        day += fours.cycle * FourYears.length
                    }
                }
            }
            if best < bound { return best }
            year = stretch.upperBound + 1
        }
        return .max
    }

    /// The years around one in which every fourth is a leap year, from one that follows a
    /// leap year, or the year itself where it is a century without a leap day.
    private static func stretch(around year: Int) -> ClosedRange<Int> {
        let century = year - floorModulo(year, 100)
        if century % 400 == 0 { return century - 99...century + 99 }
        if year == century { return year...year }
        return century + 1...((century + 100) % 400 == 0 ? century + 199 : century + 99)
    }
}
