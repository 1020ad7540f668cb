import CivilTime
import Glibc
import Recurrence
import ZoneFiles

/// Times 1,000 random rules in 20 zones, asked at instants from 1970 to 2200.
struct SeededRun {
    let seed: UInt64
    /// How steps of hours, minutes and seconds are counted; other libraries count them on the wall.
    var subdaily = SubdailyPolicy.wall

    static let zones = [
        "UTC", "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/St_Johns", "America/Havana",
        "Europe/London", "Europe/Berlin", "Europe/Dublin", "Europe/Moscow", "Africa/Casablanca", "Africa/Cairo",
        "Asia/Kolkata", "Asia/Tehran", "Asia/Tokyo", "Asia/Gaza", "Australia/Sydney", "Australia/Lord_Howe",
        "Pacific/Apia", "Antarctica/Troll",
    ]

    /// One of the rules, and the instants that it is asked about.
    private struct Asked {
        var text: String
        var start: CivilDateTime
        var zone: Zone
        var recurrence: Recurrence
        var instants: [Timestamp]
    }

    private struct Result {
        var text: String
        var zone: String
        var next: Double
        var each: Double
    }

    /// The last second that is asked about.
    private static let last: Int64 = 7_258_118_400

    func run() {
        var results: [Result] = []
        // The checksum is of the answers; what is only timed goes elsewhere, so that it is not left out.
        var (sum, keep): (Int64, Int64) = (0, 0)
        forEachRule { rule in
            let (recurrence, zone) = (rule.recurrence, rule.zone)
            let next = nanoseconds(each: rule.instants.count, atLeast: 0.002) {
                for instant in rule.instants {
                    keep &+= recurrence.next(after: instant, in: zone)?.instant.seconds ?? 0
                }
            }
            for instant in rule.instants { sum &+= recurrence.next(after: instant, in: zone)?.instant.seconds ?? 0 }
            let first = Timestamp(seconds: rule.start.seconds)
            var count = 0
            var occurrences = recurrence.occurrences(after: first, in: zone)
            while count < 512, let found = occurrences.next(), found.instant.seconds < Self.last { count += 1 }
            let each = nanoseconds(each: count, atLeast: 0.002) {
                var occurrences = recurrence.occurrences(after: first, in: zone)
                for _ in 0..<count { keep &+= occurrences.next()?.instant.seconds ?? 0 }
            }
            results.append(Result(text: "\(rule.start) \(rule.text)", zone: zone.identifier, next: next, each: each))
        }
        print("{\"impl\":\"troth\",\"rules\":\(results.count),\"seed\":\(seed),\"checksum\":\(sum)}")
        if keep == sum { print("") }
        report("next_ns", results) { $0.next }
        report("enum_ns", results) { $0.each }
    }

    /// The rules as lines of a file that ``FileRun`` and other libraries read: their number, RRULE, DTSTART, how many
    /// occurrences, and no calendar expression.
    func list() {
        var number = 0
        forEachRule { rule in
            number += 1
            let start = rule.start.description.filter { $0 != "-" && $0 != ":" }
            print("\(number)\t\(rule.text)\t\(start)\t64\t-")
        }
    }

    /// The most bytes that a compiled rule takes, what it keeps elsewhere included.
    func weigh() {
        var (most, text) = (0, "")
        forEachRule { rule in
            guard let parsed = try? Rule(rrule: rule.text, start: rule.start) else { return }
            var kept: [Recurrence] = []
            kept.reserveCapacity(64)
            let before = heldBytes()
            for _ in 0..<64 { kept.append(Recurrence(parsed, policies: Policies(subdaily: subdaily))) }
            let bytes = (heldBytes() - before) / 64 + MemoryLayout<Recurrence>.stride
            if bytes > most { (most, text) = (bytes, rule.text) }
        }
        print("{\"figure\":\"bytes\",\"worst\":\(most),\"rule\":\"\(text)\"}")
    }

    private func forEachRule(_ body: (Asked) -> Void) {
        var random = XorShift(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        let catalogue = SystemZones()
        let zones = SeededRun.zones.compactMap { try? catalogue.zone(named: $0) }
        guard zones.count == SeededRun.zones.count else {
            print("not all zones can be read")
            exit(66)
        }
        var count = 0
        while count < 1000 {
            let text = SeededRule.text(&random)
            let start = SeededRule.start(&random)
            guard let rule = try? Rule(rrule: text, start: start) else { continue }
            let recurrence = Recurrence(rule, policies: Policies(subdaily: subdaily))
            guard !recurrence.neverFires else { continue }
            let instants = (0..<512).map { _ in Timestamp(seconds: Int64.random(in: 0..<Self.last, using: &random)) }
            let zone = zones[count % zones.count]
            body(Asked(text: text, start: start, zone: zone, recurrence: recurrence, instants: instants))
            count += 1
        }
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
