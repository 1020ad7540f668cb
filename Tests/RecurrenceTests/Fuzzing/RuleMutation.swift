/// A few changes to the parts of a rule, which follow from the seed alone.
struct RuleMutation {
    private var choice: Variety

    init(seed: UInt64) { choice = Variety(withUnsafeBytes(of: seed.littleEndian, Array.init)) }

    /// Whether a rule is left out for its COUNT of thousands, whose end takes as long to find as dozens of others: not so
    /// one in some of them, always the same ones.
    static func isSpared(_ bytes: some Collection<UInt8>, butOneIn some: Int) -> Bool {
        let parts = String(decoding: bytes, as: UTF8.self).uppercased().split(separator: ";")
        guard parts.contains(where: { $0.hasPrefix("COUNT=") && $0.utf8.count > 9 }) else { return false }
        return bytes.reduce(0) { $0 &* 31 &+ Int($1) } % some != 0
    }

    private static let frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    /// The parts that hold a list of numbers, with the furthest of them; those that count from both ends have two signs.
    private static let lists: [(name: String, numbers: ClosedRange<Int>, isSigned: Bool)] = [
        ("BYMONTH", 1...12, false), ("BYMONTHDAY", 1...31, true), ("BYYEARDAY", 1...366, true), ("BYWEEKNO", 1...53, true),
        ("BYHOUR", 0...23, false), ("BYMINUTE", 0...59, false), ("BYSECOND", 0...60, false), ("BYSETPOS", 1...366, true),
    ]

    private mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + choice.number(range.count) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    mutating func mutated(_ text: String) -> String {
        var parts = text.split(separator: ";").map(String.init)
        for _ in 0..<number(1...3) {
            guard !parts.isEmpty else { return "FREQ=\(pick(Self.frequencies))" }
            let place = number(0...parts.count - 1)
            switch number(0...7) {
            case 0, 1: parts.append(part())
            case 2: parts.remove(at: place)
            case 3: parts[place] = part()
            case 4: parts[0] = "FREQ=\(pick(Self.frequencies))"
            default: parts[place] = withOtherValues(parts[place])
            }
        }
        // One of a name, since two are refused; seldom as they are.
        guard number(0...15) > 0 else { return parts.joined(separator: ";") }
        var names: Set<Substring> = []
        return parts.reversed().filter { names.insert($0.prefix { $0 != "=" }).inserted }.reversed().joined(separator: ";")
    }

    private mutating func part() -> String {
        switch number(0...13) {
        case 0, 1: return "INTERVAL=\(amount())"
        case 2: return "COUNT=\(count())"
        case 3: return "UNTIL=\(number(1890...2310))\(two(1...12))\(two(1...28))\(pick(["", "T\(two(0...23))\(two(0...59))00", "T000000Z"]))"
        case 4: return "BYDAY=\(list { $0.weekday() })"
        case 5: return "WKST=\(pick(Self.weekdays))"
        case 6: return "SKIP=\(pick(["OMIT", "BACKWARD", "FORWARD"]));RSCALE=GREGORIAN"
        default:
            let (name, numbers, isSigned) = pick(Self.lists)
            // Positions are mostly among few.
            let range = name == "BYSETPOS" && number(0...3) > 0 ? 1...8 : numbers
            return "\(name)=\(list { "\($0.signed($0.number(range), isSigned))" })"
        }
    }

    /// One value more, one less, or one changed by a little.
    private mutating func withOtherValues(_ part: String) -> String {
        guard let equals = part.firstIndex(of: "=") else { return part }
        let name = part[..<equals]
        var values = part[part.index(after: equals)...].split(separator: ",").map(String.init)
        guard !values.isEmpty else { return part }
        let place = number(0...values.count - 1)
        switch number(0...3) {
        case 0 where values.count > 1: values.remove(at: place)
        case 1:
            if name == "BYDAY" {
                values.append(weekday())
            } else if let (_, numbers, isSigned) = Self.lists.first(where: { $0.name == name }) {
                values.append("\(signed(number(numbers), isSigned))")
            }
        default:
            if name == "COUNT" {
                values[place] = "\(count())"
            } else if let value = Int(values[place]) {
                values[place] = "\(value &+ pick([-7, -2, -1, 1, 2, 7, value, -2 &* value]))"
            } else if name == "BYDAY" {
                values[place] = weekday()
            }
        }
        return "\(name)=\(values.joined(separator: ","))"
    }

    private mutating func list(_ value: (inout Self) -> String) -> String {
        (0..<pick([1, 1, 1, 2, 2, 3, 4, 7])).map { _ in value(&self) }.joined(separator: ",")
    }

    private mutating func weekday() -> String {
        let ordinal = number(0...2) > 0 ? "" : "\(signed(number(pick([1...5, 1...53])), true))"
        return ordinal + pick(Self.weekdays)
    }

    private mutating func signed(_ number: Int, _ isSigned: Bool) -> Int { isSigned && self.number(0...2) == 0 ? -number : number }

    private mutating func amount() -> Int { number(1...pick([3, 12, 60, 400, 5_000, 100_000, 3_000_000, 1 << 31])) }

    /// Mostly small: the end of a great one is reckoned, not gone through to, and takes its time.
    private mutating func count() -> Int {
        number(0...24) > 0 ? number(1...pick([3, 12, 40])) : number(2_001...pick([3_000, 50_000, 1 << 30]))
    }

    private mutating func two(_ range: ClosedRange<Int>) -> String {
        let number = number(range)
        return number < 10 ? "0\(number)" : "\(number)"
    }
}
