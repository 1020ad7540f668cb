import CivilTime

/// A random rule as people and test suites write them: any frequency, an interval now
/// and then, one to four parts.
enum SeededRule {
    static func start(_ random: inout XorShift) -> CivilDateTime {
        let day = Int.random(in: 0..<21_915, using: &random)
        let time = Int.random(in: 0..<1440, using: &random) * 60
        return CivilDateTime(seconds: Int64(day * 86_400 + time))
    }

    static func text(_ random: inout XorShift) -> String {
        let frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
        let weights = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6]
        let frequency = weights[Int.random(in: 0..<weights.count, using: &random)]
        var parts = ["FREQ=\(frequencies[frequency])"]
        if Int.random(in: 0..<2, using: &random) == 0 {
            let limits = [6, 18, 12, 60, 72, 1500, 90_000]
            parts.append("INTERVAL=\(Int.random(in: 1...limits[frequency], using: &random))")
        }
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        func list(_ name: String, _ range: ClosedRange<Int>, signed: Bool = false, most: Int = 4) {
            let values = (0..<Int.random(in: 1...most, using: &random)).map { _ in
                let value = Int.random(in: range, using: &random)
                return signed && chance(25) ? -value : value
            }
            parts.append("\(name)=\(Set(values).sorted().map(String.init).joined(separator: ","))")
        }
        if chance(25) { list("BYMONTH", 1...12) }
        if frequency != 2, chance(25) { list("BYMONTHDAY", 1...31, signed: true) }
        if frequency == 0, chance(15) { list("BYWEEKNO", 1...53, signed: true) }
        if frequency == 0 || frequency > 3, chance(8) { list("BYYEARDAY", 1...366, signed: true) }
        if chance(40) {
            let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
            let hasWeeks = parts.contains { $0.hasPrefix("BYWEEKNO") }
            let days = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let name = names[Int.random(in: 0..<7, using: &random)]
                guard frequency < 2, !hasWeeks, chance(40) else { return name }
                return "\(Int.random(in: 1...4, using: &random) * (chance(40) ? -1 : 1))\(name)"
            }
            parts.append("BYDAY=\(Array(Set(days)).sorted().joined(separator: ","))")
        }
        if chance(25) { list("BYHOUR", 0...23) }
        if chance(20) { list("BYMINUTE", 0...59) }
        if chance(12) { list("BYSECOND", 0...59) }
        if parts.contains(where: { $0.hasPrefix("BY") }), chance(15) {
            list("BYSETPOS", 1...4, signed: true, most: 2)
        }
        if chance(20) { parts.append("WKST=SU") }
        return parts.joined(separator: ";")
    }
}
