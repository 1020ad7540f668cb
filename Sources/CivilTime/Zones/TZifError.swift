/// What is wrong with the bytes of a TZif file, and where.
public struct TZifError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of fault.
    public enum Problem: Hashable, Sendable {
        /// The file does not begin with `TZif`.
        case magic
        /// The version is none that exists.
        case version(UInt8)
        /// The bytes end before the data do.
        case truncated
        /// The file is larger than ``Zone`` reads.
        case tooLarge
        /// A count in the header contradicts the others.
        case count(String)
        /// The transitions are not in ascending order.
        case order
        /// A transition names a local time type that does not exist.
        case typeIndex(UInt8)
        /// An offset is outside ``Offset/bounds``.
        case offset(Int32)
        /// A flag is neither 0 nor 1.
        case flag(UInt8)
        /// A designation does not lie within the table of designations.
        case designation
        /// A leap-second record does not follow from the one before.
        case leapSecond
        /// The footer is not enclosed in newlines.
        case footerEnclosure
        /// The footer's rule cannot be read.
        case footer(PosixRuleError)
    }

    /// The byte of the file, from 0.
    public let place: Int
    /// The fault.
    public let problem: Problem

    /// A fault at a place.
    public init(place: Int, problem: Problem) {
        self.place = place
        self.problem = problem
    }

    /// One sentence without a full stop.
    public var description: String {
        let text =
            switch problem {
            case .magic: "the data do not begin with TZif"
            case .version(let version): "there is no TZif version with the byte \(version)"
            case .truncated: "the data end too early"
            case .tooLarge: "the data are too large for a time zone"
            case .count(let name): "the count \(name) contradicts the others"
            case .order: "the transitions are not in ascending order"
            case .typeIndex(let index): "there is no local time type \(index)"
            case .offset(let seconds): "an offset of \(seconds) seconds is out of range"
            case .flag(let value): "a flag is \(value), neither 0 nor 1"
            case .designation: "a designation lies outside its table"
            case .leapSecond: "a leap second does not follow from the one before"
            case .footerEnclosure: "the footer is not enclosed in newlines"
            case .footer(let error): "the footer cannot be read: \(error)"
            }
        return "\(text) (byte \(place))"
    }
}
