/// The splitmix64 generator: the same seed gives the same rules.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A random rule that RFC 5545 allows, with up to six parts and small intervals.
struct RandomRule {
    let text: String
    /// Seconds on the wall since 1970-01-01.
    let start: Int

    init(_ random: inout SplitMix, skips: Bool = true) {
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
        let rank = Int.random(in: 0...6, using: &random)
        var parts = ["FREQ=\(frequencies[rank])"]
        func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
        func list(_ name: String, _ range: ClosedRange<Int>, signed: Bool = false, most: Int = 4) {
            var values: [Int] = []
            for _ in 0..<Int.random(in: 1...most, using: &random) {
                let value = Int.random(in: range, using: &random) * (signed && chance(35) ? -1 : 1)
                if !values.contains(value) { values.append(value) }
            }
            parts.append("\(name)=\(values.map(String.init).joined(separator: ","))")
        }
        if chance(50) {
            let most = [5, 15, 9, 45, 60, 400, 4000][rank]
            parts.append("INTERVAL=\(Int.random(in: 1...most, using: &random))")
        }
        let wide = rank < 4 ? 30 : 15
        if chance(wide) { list("BYMONTH", 1...12) }
        let hasWeeks = rank == 0 && chance(25)
        if hasWeeks { list("BYWEEKNO", 1...53, signed: true) }
        if rank == 0 || rank > 3, chance(15) { list("BYYEARDAY", 1...366, signed: true, most: 9) }
        if rank != 2, chance(wide) { list("BYMONTHDAY", 1...31, signed: true, most: 6) }
        if chance(40) {
            var days: [String] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let name = names[Int.random(in: 0..<7, using: &random)]
                let isCounted = rank < 2 && !hasWeeks && chance(45)
                let most = rank == 0 && !parts.contains { $0.hasPrefix("BYMONTH=") } && chance(50) ? 53 : 5
                let place = Int.random(in: 1...most, using: &random) * (chance(40) ? -1 : 1)
                let day = isCounted ? "\(place)\(name)" : name
                if !days.contains(day) { days.append(day) }
            }
            parts.append("BYDAY=\(days.joined(separator: ","))")
        }
        if chance(30) { list("BYHOUR", 0...23) }
        if chance(25) { list("BYMINUTE", 0...59) }
        if chance(20) { list("BYSECOND", 0...59) }
        if parts.contains(where: { $0.hasPrefix("BY") }), chance(25) {
            list("BYSETPOS", 1...(chance(80) ? 5 : 40), signed: true, most: 3)
        }
        if chance(40) { parts.append("WKST=\(names[Int.random(in: 0..<7, using: &random)])") }
        if skips, rank < 2, chance(25) {
            parts.append("RSCALE=GREGORIAN;SKIP=\(chance(50) ? "FORWARD" : "BACKWARD")")
        }
        text = parts.joined(separator: ";")
        // From 1901 on: seconds before 1970 are negative.
        let day = Int.random(in: -25_000..<24_000, using: &random)
        let late = chance(30) ? LiteralRule.length(1970 + day / 366, 1) : 0
        start =
            (day + late) * 86_400 + Int.random(in: 0..<1440, using: &random) * 60
            + (chance(30) ? Int.random(in: 0..<60, using: &random) : 0)
    }
}
