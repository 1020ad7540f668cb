/// How many messages may go out in how long: `30 per minute`.
public struct Rate: Hashable, Sendable {
    public enum Unit: String, CaseIterable, Sendable {
        case second, minute, hour, day

        public var seconds: Int64 {
            switch self {
            case .second: 1
            case .minute: 60
            case .hour: 3_600
            case .day: 86_400
            }
        }
    }

    /// From 1 to ``most``.
    public let count: Int
    public let unit: Unit

    public static let most = 10_000

    /// Nil where the count is out of range.
    public init?(_ count: Int, per unit: Unit) {
        guard (1...Rate.most).contains(count) else { return nil }
        self.count = count
        self.unit = unit
    }

    /// Reads `30 per minute` or `1 per second`; nil for anything else.
    public init?(parsing text: some StringProtocol) {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "per", let unit = Unit(rawValue: String(words[2])),
            words[0].utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(words[0])
        else { return nil }
        self.init(count, per: unit)
    }
}
