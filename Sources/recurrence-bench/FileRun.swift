import CivilTime
import Glibc
import Recurrence
import ZoneFiles

/// Times the rules of a file of tab-separated lines (name, RRULE, DTSTART, number of
/// occurrences) in New York, on the wall, as other libraries are timed.
struct FileRun {
    let path: String
    let queries: Int

    func run() {
        guard let zone = try? SystemZones().zone(named: "America/New_York") else {
            print("America/New_York cannot be read")
            exit(66)
        }
        guard let file = fopen(path, "r") else {
            print("\(path) cannot be read")
            exit(66)
        }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 4096)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let line = String(
                decoding: buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count >= 4, let start = FileRun.start(fields[2]), let count = Int(fields[3]) else { continue }
            measure(fields[0], fields[1], start, count, zone)
        }
    }

    private func measure(_ name: String, _ text: String, _ start: CivilDateTime, _ count: Int, _ zone: Zone) {
        guard let rule = try? Rule(rrule: text, start: start) else {
            print("{\"impl\":\"troth\",\"rule\":\"\(name)\",\"error\":\"not read\"}")
            return
        }
        let recurrence = Recurrence(rule, policies: Policies(subdaily: .wall))
        var sum: Int64 = 0
        let each = nanoseconds(each: count) {
            sum = 0
            var occurrences = recurrence.occurrences(in: zone)
            for _ in 0..<count {
                guard let found = occurrences.next() else { break }
                sum += found.instant.seconds
            }
        }
        var random = XorShift(state: 88_172_645_463_325_252)
        let instants = (0..<queries).map { _ in
            Timestamp(seconds: 1_704_067_200 + Int64(random.next() % 315_360_000))
        }
        var nextSum: Int64 = 0
        let next = nanoseconds(each: queries) {
            nextSum = 0
            for instant in instants {
                nextSum += recurrence.next(after: instant, in: zone)?.instant.seconds ?? 0
            }
        }
        print(
            "{\"impl\":\"troth\",\"rule\":\"\(name)\",\"n\":\(count),\"enum_ns\":\(rounded(each)),\"sum\":\(sum),"
                + "\"next_ns\":\(rounded(next)),\"next_sum\":\(nextSum)}")
    }

    /// `20200106T090000`.
    private static func start(_ text: String) -> CivilDateTime? {
        let digits = Array(text)
        guard digits.count == 15 else { return nil }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return CivilDateTime(
            parsing: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))")
    }
}
