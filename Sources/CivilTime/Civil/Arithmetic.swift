/// Microseconds in a day of 24 hours.
@usableFromInline let microsecondsPerDay: Int64 = 86_400_000_000

/// The quotient rounded towards minus infinity, for a positive divisor.
@inlinable
func floorDivision(_ dividend: Int64, by divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend - quotient * divisor < 0 ? quotient - 1 : quotient
}

/// The remainder that belongs to ``floorDivision(_:by:)``, never negative.
@inlinable
func floorRemainder(_ dividend: Int64, by divisor: Int64) -> Int64 {
    let remainder = dividend % divisor
    return remainder < 0 ? remainder + divisor : remainder
}

/// The sum, held at the ends of the representable range.
@inlinable
func clampedSum(_ left: Int64, _ right: Int64) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (right < 0 ? .min : .max) : sum
}

/// The product, held at the ends of the representable range.
@inlinable
func clampedProduct(_ left: Int64, _ right: Int64) -> Int64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? ((left < 0) == (right < 0) ? .max : .min) : product
}
