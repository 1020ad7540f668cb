/// A set of weekdays, as bits; Monday is bit 0.
struct WeekdayMask: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let all = WeekdayMask(rawValue: 0b111_1111)
    static let workdays = WeekdayMask(rawValue: 0b001_1111)
    static let weekend = WeekdayMask(rawValue: 0b110_0000)

    init(rawValue: UInt8) { self.rawValue = rawValue & 0b111_1111 }

    /// The set of the one weekday with this number, 0 for Monday.
    init(day: Int) { self.init(rawValue: 1 << UInt8(day)) }

    /// The weekdays from one to another, forward, over the week's end if need be.
    init(from first: Int, through last: Int) {
        var bits: UInt8 = 0
        var day = first
        while true {
            bits |= 1 << UInt8(day)
            if day == last { break }
            day = (day + 1) % 7
        }
        self.init(rawValue: bits)
    }

    /// The weekdays' numbers, Monday (0) first.
    var days: [Int] { (0..<7).filter { rawValue & (1 << UInt8($0)) != 0 } }
}
