/// A cron line read and expanded word for word, slowly: every minute is looked at by itself, with
/// nothing taken from the engine. What the engine answers must be the same.
struct LiteralCron {
    private let fields: [String]
    private let values: [Set<Int>]

    init(_ text: String) {
        fields = text.split(separator: " ").map(String.init)
        let ranges = [0...59, 0...23, 1...31, 1...12, 0...7]
        values = zip(fields, ranges).map { LiteralCron.numbers($0, $1) }
    }

    /// The numbers of `*`, `a`, `a-b`, each with a step or without, and of a list of these.
    private static func numbers(_ field: String, _ range: ClosedRange<Int>) -> Set<Int> {
        var found: Set<Int> = []
        for item in field.lowercased().split(separator: ",") {
            let sides = item.split(separator: "/").map(String.init)
            let ends =
                sides[0] == "*" ? [range.lowerBound, range.upperBound] : sides[0].split(separator: "-").map(number)
            let step = sides.count > 1 ? Int(sides[1]) ?? 1 : 1
            for value in stride(from: ends[0], through: ends[ends.count - 1], by: step) { found.insert(value) }
        }
        return found
    }

    private static func number(_ text: Substring) -> Int {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        let name = String(text)
        return Int(name) ?? months.firstIndex(of: name).map { $0 + 1 } ?? days.firstIndex(of: name) ?? -1
    }

    /// Whether a minute since 1970-01-01 matches.
    private func matches(_ minute: Int, _ date: LiteralRule.Date, _ weekday: Int) -> Bool {
        guard values[0].contains(minute % 60), values[1].contains(minute / 60 % 24), values[3].contains(date.month)
        else {
            return false
        }
        let sunday = (weekday + 1) % 7
        let isDay = values[2].contains(date.day)
        // Sunday is 0 and 7.
        let isWeekday = values[4].contains(sunday) || sunday == 0 && values[4].contains(7)
        // Where neither field begins with a star, one of them is enough.
        return fields[2].hasPrefix("*") || fields[4].hasPrefix("*") ? isDay && isWeekday : isDay || isWeekday
    }

    /// The wall times later than `start` and before `end`, in seconds since 1970-01-01, at most `limit`.
    func walls(after start: Int, until end: Int, limit: Int) -> [Int] {
        var found: [Int] = []
        var minute = start / 60 + 1
        while minute * 60 < end, found.count < limit {
            let date = LiteralRule.date(minute / 1440)
            let weekday = LiteralRule.weekday(minute / 1440)
            let midnight = (minute / 1440 + 1) * 1440
            // Of a day in the wrong month nothing needs looking at.
            if !values[3].contains(date.month) { minute = midnight }
            while minute < midnight, found.count < limit {
                if matches(minute, date, weekday) { found.append(minute * 60) }
                minute += 1
            }
        }
        return found.filter { $0 < end }
    }
}

/// A random cron line with numbers, names, ranges, steps and lists.
struct RandomCron {
    let text: String

    init(_ random: inout DialectRandom) {
        let months = ["jan", "FEB", "mar", "apr", "may", "Jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let days = ["sun", "MON", "tue", "wed", "thu", "Fri", "sat"]
        text = [
            RandomCron.field(&random, 0...59, stars: 15), RandomCron.field(&random, 0...23, stars: 25),
            RandomCron.field(&random, 1...31, stars: 40),
            random.chance(15) ? random.pick(months) : RandomCron.field(&random, 1...12, stars: 50),
            random.chance(15) ? random.pick(days) : RandomCron.field(&random, 0...7, stars: 40),
        ].joined(separator: " ")
    }

    private static func field(_ random: inout DialectRandom, _ range: ClosedRange<Int>, stars: Int) -> String {
        if random.chance(stars) { return random.chance(60) ? "*" : "*/\(random.number(1...range.upperBound))" }
        return (0..<random.number(1...3)).map { _ in
            let first = random.number(range)
            let last = random.number(first...range.upperBound)
            switch random.number(0...3) {
            case 0: return "\(first)-\(last)"
            case 1: return "\(first)-\(last)/\(random.number(1...range.upperBound))"
            default: return "\(first)"
            }
        }.joined(separator: ",")
    }
}
