/// A set of small numbers, 0…63, such as hours or months.
///
/// An empty set in a ``Rule`` means that the rule does not say this part.
public struct NumberSet: Hashable, Sendable, ExpressibleByArrayLiteral, Sequence {
    /// Bit `n` stands for the number `n`.
    public var bits: UInt64

    /// The set with these bits.
    @inlinable
    public init(bits: UInt64 = 0) {
        self.bits = bits
    }

    /// The set of these numbers; those outside 0…63 are left out.
    public init(_ numbers: some Sequence<Int>) {
        bits = 0
        for number in numbers { insert(number) }
    }

    /// The set of these numbers; those outside 0…63 are left out.
    public init(arrayLiteral elements: Int...) {
        self.init(elements)
    }

    /// Whether no number is in the set.
    @inlinable public var isEmpty: Bool { bits == 0 }
    /// How many numbers are in the set.
    @inlinable public var count: Int { bits.nonzeroBitCount }

    /// Whether the number is in the set.
    @inlinable
    public func contains(_ number: Int) -> Bool {
        0...63 ~= number && bits >> UInt64(number) & 1 == 1
    }

    /// Adds a number; one outside 0…63 is left out.
    @inlinable
    public mutating func insert(_ number: Int) {
        guard 0...63 ~= number else { return }
        bits |= 1 << UInt64(number)
    }

    /// The numbers in ascending order.
    public func makeIterator() -> AnyIterator<Int> {
        var left = bits
        return AnyIterator {
            guard left != 0 else { return nil }
            defer { left &= left - 1 }
            return left.trailingZeroBitCount
        }
    }
}

/// A set of numbers that count from the start (1, 2, …) or from the end (-1, -2, …)
/// of a period, up to 63 either way: days of a month, weeks of a year.
public struct SignedSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// The numbers that count from the start.
    public var fromStart: NumberSet
    /// The numbers that count from the end, without their sign: 1 is the last.
    public var fromEnd: NumberSet

    /// The set with these two sides.
    public init(fromStart: NumberSet = [], fromEnd: NumberSet = []) {
        self.fromStart = fromStart
        self.fromEnd = fromEnd
    }

    /// The set of these numbers; 0 and those beyond ±63 are left out.
    public init(_ numbers: some Sequence<Int>) {
        self.init(fromStart: [], fromEnd: [])
        for number in numbers { insert(number) }
    }

    /// The set of these numbers; 0 and those beyond ±63 are left out.
    public init(arrayLiteral elements: Int...) {
        self.init(elements)
    }

    /// Whether no number is in the set.
    public var isEmpty: Bool { fromStart.isEmpty && fromEnd.isEmpty }
    /// How many numbers are in the set.
    public var count: Int { fromStart.count + fromEnd.count }

    /// Adds a number; 0 and one beyond ±63 are left out.
    public mutating func insert(_ number: Int) {
        if number > 0 { fromStart.insert(number) }
        if number < 0, number >= -63 { fromEnd.insert(-number) }
    }

    /// The numbers: those from the start ascending, then those from the end, the last first.
    public var numbers: [Int] { Array(fromStart) + fromEnd.map { -$0 } }
}
