/// Seconds in a day of 24 hours.
let daySeconds = 86_400

/// The quotient rounded towards minus infinity, for a positive divisor.
@inline(__always)
func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend - quotient * divisor < 0 ? quotient - 1 : quotient
}

/// The remainder that belongs to ``floorDivide(_:_:)``, never negative.
@inline(__always)
func floorModulo(_ dividend: Int, _ divisor: Int) -> Int {
    let remainder = dividend % divisor
    return remainder < 0 ? remainder + divisor : remainder
}

/// The same for numbers of 32 bits, which divide faster.
@inline(__always)
func smallModulo(_ dividend: Int, _ divisor: Int) -> Int {
    let remainder = Int32(truncatingIfNeeded: dividend) % Int32(truncatingIfNeeded: divisor)
    return Int(remainder < 0 ? remainder + Int32(truncatingIfNeeded: divisor) : remainder)
}

/// The day of a wall time in seconds.
@inline(__always)
func dayOf(_ seconds: Int) -> Int { floorDivide(seconds, daySeconds) }

/// The weekday of a day number, Monday is 0.
@inline(__always)
func weekdayOf(_ day: Int) -> Int {
    // 1970-01-01 was a Thursday; the shift by whole weeks makes the dividend positive.
    Int(UInt64(truncatingIfNeeded: day + 7_000_000_003) % 7)
}

func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
}

/// The lowest `count` bits, for 0…63.
@inline(__always)
func lowBits(_ count: Int) -> UInt64 { (1 &<< UInt64(truncatingIfNeeded: count)) &- 1 }

/// The place of the highest set bit of a number that is not 0.
@inline(__always)
func highestBit(_ bits: UInt64) -> Int { 63 &- bits.leadingZeroBitCount }

/// The place of the `rank`-th set bit (0 is the lowest), which must exist.
@inline(__always)
func bitPlace(_ bits: UInt64, rank: Int) -> Int {
    var left = bits
    for _ in 0..<rank { left &= left &- 1 }
    return left.trailingZeroBitCount
}

/// The bits from a place on, for 0…63.
@inline(__always)
func bits(_ bits: UInt64, from place: Int) -> UInt64 { bits & (~0 &<< UInt64(truncatingIfNeeded: place)) }

/// Remainders by one divisor, by multiplication in place of division (Lemire, Kaser and
/// Kurz, "Faster remainder by direct computation", 2019).
struct Remainders {
    let divisor: UInt32
    private let reciprocal: UInt64

    init(by divisor: UInt32) {
        self.init(by: divisor, reciprocal: Remainders.reciprocal(of: divisor))
    }

    /// With the reciprocal, which takes a division, as it was worked out before.
    @inline(__always)
    init(by divisor: UInt32, reciprocal: UInt64) {
        (self.divisor, self.reciprocal) = (divisor, reciprocal)
    }

    static func reciprocal(of divisor: UInt32) -> UInt64 { divisor == 0 ? 0 : UInt64.max / UInt64(divisor) &+ 1 }

    @inline(__always)
    func of(_ number: UInt32) -> UInt32 {
        UInt32((reciprocal &* UInt64(number)).multipliedFullWidth(by: UInt64(divisor)).high)
    }
}
