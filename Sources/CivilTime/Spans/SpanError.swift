/// Why a text is no ``Span``, and where.
public struct SpanError: Error, Hashable, Sendable {
    /// The kind of fault.
    public enum Problem: Hashable, Sendable {
        /// There is nothing to read.
        case empty
        /// A number is expected.
        case number
        /// A unit is expected after the number.
        case missingUnit
        /// The word is no unit.
        case unknownUnit(String)
        /// `m` could be minutes or months.
        case ambiguousUnit
        /// The unit stands twice.
        case repeatedUnit(String)
        /// Only whole numbers go with this unit.
        case fraction
        /// A span has no direction.
        case negative
        /// The number is too large.
        case tooLarge
    }

    /// The bytes of the text that are at fault, in UTF-8, from 0.
    public let range: Range<Int>
    /// The fault.
    public let problem: Problem
    /// What to write instead, where that is known.
    public let hint: String?

    /// A fault in a range of the text.
    public init(range: Range<Int>, problem: Problem, hint: String? = nil) {
        self.range = range
        self.problem = problem
        self.hint = hint
    }
}

extension SpanError: CustomStringConvertible {
    /// One sentence without a full stop.
    public var description: String {
        switch problem {
        case .empty: "a length of time is expected"
        case .number: "a number is expected"
        case .missingUnit: "a unit is expected after the number"
        case .unknownUnit(let word): "`\(word)` is no unit of time"
        case .ambiguousUnit: "`m` could mean minutes or months"
        case .repeatedUnit(let word): "`\(word)` is given twice"
        case .fraction: "only whole numbers are possible here"
        case .negative: "a length of time has no sign"
        case .tooLarge: "the number is too large"
        }
    }
}
