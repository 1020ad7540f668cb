/// A cron line's five fields, as crontab(5) of Vixie's cron has them: `30 8 * * 1-5`.
///
/// A day matches when both day fields match it; where neither of them begins with
/// `*`, one of them is enough. So `0 9 1 * 1` is the first of the month and every
/// Monday, and `0 9 */2 * 1` is a Monday with an odd number.
public struct CronExpression: Hashable, Sendable {
    var minutes: CronField
    var hours: CronField
    var days: CronField
    var months: CronField
    /// 0 is Sunday.
    var weekdays: CronField

    /// The most bytes an expression may have.
    public static let limit = 1_000

    /// Reads five fields, or a shorthand such as `@weekly`.
    ///
    /// - Throws: ``DialectError`` for the first field that cannot be read.
    public init(_ text: String) throws(DialectError) {
        self = try CronReader.read(text)
    }

    init(fields: [CronField]) {
        minutes = fields[0]
        hours = fields[1]
        days = fields[2]
        months = fields[3]
        weekdays = fields[4]
    }

    /// The expression in its normal form: five fields, names as numbers.
    public var text: String {
        [minutes, hours, days, months, weekdays].map(\.text).joined(separator: " ")
    }
}

/// One field: its values, and whether it is written as a star.
struct CronField: Hashable, Sendable {
    let part: DialectError.CronPart
    let values: NumberSet
    /// The step of the star that the field begins with, 1 for a plain one; nil without.
    let starStep: Int?

    init(_ part: DialectError.CronPart, _ values: NumberSet, starStep: Int?) {
        self.part = part
        self.values = values
        let bounds = part.bounds
        // Only in the two day fields does the star itself say something.
        if part == .day || part == .weekday {
            self.starStep = starStep
        } else {
            let steps = part == .month ? [1] : [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30]
            self.starStep = steps.first { step in
                step * 2 <= bounds.high + 1
                    && values == NumberSet(stride(from: bounds.low, through: bounds.high, by: step))
            }
        }
    }

    /// Whether the field allows every value.
    var isFull: Bool { values.count == part.span.count }

    var text: String {
        var items: [String] = []
        var rest = values
        if let step = starStep {
            items.append(step == 1 ? "*" : "*/\(step)")
            for value in part.stride(by: step) { rest.bits &= ~(1 << UInt64(value)) }
        }
        let numbers = Array(rest)
        var place = 0
        while place < numbers.count {
            var last = place
            while last + 1 < numbers.count, numbers[last + 1] == numbers[last] + 1 { last += 1 }
            if last - place > 1 {
                items.append("\(numbers[place])-\(numbers[last])")
            } else {
                items += numbers[place...last].map(String.init)
            }
            place = last + 1
        }
        return items.joined(separator: ",")
    }
}

extension DialectError.CronPart {
    /// What the field may say; 7 is one more Sunday.
    var bounds: (low: Int, high: Int) {
        switch self {
        case .minute: (0, 59)
        case .hour: (0, 23)
        case .day: (1, 31)
        case .month: (1, 12)
        case .weekday: (0, 7)
        }
    }

    /// The different values there are.
    var span: ClosedRange<Int> { bounds.low...(self == .weekday ? 6 : bounds.high) }

    /// The values of `*/step`.
    func stride(by step: Int) -> [Int] {
        Swift.stride(from: bounds.low, through: bounds.high, by: step).map { self == .weekday ? $0 % 7 : $0 }
    }
}
