import CivilTime
import Glibc
import Recurrence
import ZoneFiles

/// Times 1,000 random rules in 20 zones, asked at instants from 1970 to 2200.
struct SeededRun {
    let seed: UInt64

    static let zones = [
        "UTC", "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/St_Johns", "America/Havana",
        "Europe/London", "Europe/Berlin", "Europe/Dublin", "Europe/Moscow", "Africa/Casablanca", "Africa/Cairo",
        "Asia/Kolkata", "Asia/Tehran", "Asia/Tokyo", "Asia/Gaza", "Australia/Sydney", "Australia/Lord_Howe",
        "Pacific/Apia", "Antarctica/Troll",
    ]

    private struct Result {
        var text: String
        var zone: String
        var next: Double
        var each: Double
    }

    func run() {
        var random = XorShift(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        let catalogue = SystemZones()
        let zones = SeededRun.zones.compactMap { try? catalogue.zone(named: $0) }
        guard zones.count == SeededRun.zones.count else {
            print("not all zones can be read")
            exit(66)
        }
        var results: [Result] = []
        // The checksum is of the answers; what is only timed goes elsewhere, so that it is not left out.
        var (sum, keep): (Int64, Int64) = (0, 0)
        while results.count < 1000 {
            let text = SeededRule.text(&random)
            let zone = zones[results.count % zones.count]
            let start = SeededRule.start(&random)
            guard let rule = try? Rule(rrule: text, start: start) else { continue }
            let recurrence = Recurrence(rule, policies: Policies(subdaily: .wall))
            guard !recurrence.neverFires else { continue }
            let first = start.seconds
            let last: Int64 = 7_258_118_400
            let instants = (0..<512).map { _ in Timestamp(seconds: Int64.random(in: 0..<last, using: &random)) }
            let next = nanoseconds(each: instants.count, atLeast: 0.002) {
                for instant in instants { keep &+= recurrence.next(after: instant, in: zone)?.instant.seconds ?? 0 }
            }
            for instant in instants { sum &+= recurrence.next(after: instant, in: zone)?.instant.seconds ?? 0 }
            var count = 0
            var occurrences = recurrence.occurrences(after: Timestamp(seconds: first), in: zone)
            while count < 512, let found = occurrences.next(), found.instant.seconds < last { count += 1 }
            let each = nanoseconds(each: count, atLeast: 0.002) {
                var occurrences = recurrence.occurrences(after: Timestamp(seconds: first), in: zone)
                for _ in 0..<count { keep &+= occurrences.next()?.instant.seconds ?? 0 }
            }
            results.append(Result(text: "\(start) \(text)", zone: zone.identifier, next: next, each: each))
        }
        print(
            "{\"impl\":\"troth\",\"rules\":\(results.count),\"zones\":\(zones.count),\"seed\":\(seed),\"checksum\":\(sum)}"
        )
        if keep == sum { print("") }
        report("next_ns", results) { $0.next }
        report("enum_ns", results) { $0.each }
    }

    private func report(_ name: String, _ results: [Result], _ figure: (Result) -> Double) {
        let sorted = results.sorted { figure($0) < figure($1) }
        let figures = sorted.map(figure)
        func at(_ share: Double) -> String {
            rounded(figures[min(figures.count - 1, Int(Double(figures.count) * share))])
        }
        print(
            "{\"figure\":\"\(name)\",\"median\":\(at(0.5)),\"p90\":\(at(0.9)),\"p99\":\(at(0.99)),\"worst\":\(at(1))}")
        for result in sorted.suffix(12).reversed() {
            print(
                "{\"figure\":\"\(name)\",\"ns\":\(rounded(figure(result))),\"zone\":\"\(result.zone)\",\"rule\":\"\(result.text)\"}"
            )
        }
    }
}

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
