import CivilTime

/// After how many steps of so many days a calendar is met that repeats after four years.
///
/// Steps go round the four years as a hand goes round a dial: each day of the calendar is reached after a number of
/// turns of its own from any day that the steps reach at all. Kept in that order, the first that is met is found by
/// halving.
struct Turns {
    /// What a step and four years have in common: from a day only those are reached that differ by a multiple of it.
    let common: UInt32
    /// The turns after which a day is reached again.
    let cycle: UInt32
    private let inverse: UInt32

    init(step: Int) {
        let common = greatestCommonDivisor(step, FourYears.days)
        let cycle = FourYears.days / common
        self.common = UInt32(common)
        self.cycle = UInt32(cycle)
        inverse = UInt32(StepCongruence.inverse(of: step / common % cycle, modulo: cycle))
    }

    /// The same as one word; see ``Pattern/Known``.
    var word: UInt64 { UInt64(common) << 32 | UInt64(inverse) << 16 | UInt64(cycle) }

    init(word: UInt64) {
        cycle = UInt32(truncatingIfNeeded: word & 0xFFFF)
        inverse = UInt32(truncatingIfNeeded: word >> 16 & 0xFFFF)
        common = UInt32(truncatingIfNeeded: word >> 32)
    }

    /// What a day of the four years is ordered by: those that are reached from one another lie together, by their turns.
    @inline(__always)
    func order(of day: Int) -> UInt32 {
        let day = UInt32(truncatingIfNeeded: day)
        // A division by what is known beforehand is a multiplication.
        if common == 1 { return day * inverse % UInt32(FourYears.days) }
        return day % common * cycle + day / common * inverse % cycle
    }

    /// The orders of days, ascending.
    func list(_ days: [Int16]) -> [Int16] { days.map { Int16(order(of: Int($0))) }.sorted() }

    /// How many steps after a day of the four years one of the list is reached; -1 where none ever is.
    @inline(__always)
    func steps(from day: Int, to list: UnsafeBufferPointer<Int16>) -> Int {
        let from = order(of: day)
        let first = from / cycle * cycle
        let found = rank(of: from, in: list)
        if found < list.count, UInt32(truncatingIfNeeded: list[found]) < first + cycle {
            return Int(UInt32(truncatingIfNeeded: list[found]) - from)
        }
        let again = common == 1 ? 0 : rank(of: first, in: list)
        guard again < list.count, UInt32(truncatingIfNeeded: list[again]) < from else { return -1 }
        return Int(UInt32(truncatingIfNeeded: list[again]) + cycle - from)
    }

    /// The place of the first of an ascending list that is not less.
    @inline(__always)
    private func rank(of order: UInt32, in list: UnsafeBufferPointer<Int16>) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if UInt32(truncatingIfNeeded: list[middle]) < order { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
