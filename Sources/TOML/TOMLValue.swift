/// A value and the place where it stands.
public struct TOMLValue: Sendable {
    public indirect enum Kind: Sendable {
        case string(String)
        case integer(Int64)
        case float(Double)
        case boolean(Bool)
        /// Minutes are the offset from UTC, positive east of it; `Z` is 0.
        case offsetDateTime(TOMLDateTime, minutes: Int)
        case localDateTime(TOMLDateTime)
        case localDate(TOMLDate)
        case localTime(TOMLTime)
        case array([TOMLValue])
        case table(TOMLTable)
        /// What stands here could not be read. Its error is reported already, so a
        /// reader of the document can pass over it in silence.
        case invalid
    }

    public let kind: Kind
    /// The value from its first byte to its last, quotes and brackets included. For a
    /// table or an array that headers make, the first header that does.
    public let range: SourceRange

    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

extension TOMLValue {
    public var string: String? { if case .string(let value) = kind { value } else { nil } }
    public var integer: Int64? { if case .integer(let value) = kind { value } else { nil } }
    public var float: Double? { if case .float(let value) = kind { value } else { nil } }
    public var boolean: Bool? { if case .boolean(let value) = kind { value } else { nil } }
    public var localDateTime: TOMLDateTime? { if case .localDateTime(let value) = kind { value } else { nil } }
    public var localDate: TOMLDate? { if case .localDate(let value) = kind { value } else { nil } }
    public var localTime: TOMLTime? { if case .localTime(let value) = kind { value } else { nil } }
    public var array: [TOMLValue]? { if case .array(let value) = kind { value } else { nil } }
    public var table: TOMLTable? { if case .table(let value) = kind { value } else { nil } }
    public var isInvalid: Bool { if case .invalid = kind { true } else { false } }
}
