import CivilTime
import Testing
import ZoneFiles

/// TZif files put together by hand: each version, each fault, and faults by chance.
@Suite struct TZifTests {
    static func twoTypes(_ change: (inout TZifFile) -> Void = { _ in }) -> TZifFile {
        var file = TZifFile(footer: "AAA-1")
        file.types = [(3600, 0, 0), (7200, 1, 4)]
        file.transitions = [(1_000_000, 1), (2_000_000, 0)]
        change(&file)
        return file
    }

    @Test(arguments: [0, UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "5")])
    func versions(version: UInt8) throws {
        let zone = try Zone(identifier: "x", tzif: Self.twoTypes { $0.version = version }.bytes)
        let expected: [(Int64, Int32)] = [
            (-9_000_000_000, 3600), (999_999, 3600), (1_000_000, 7200), (1_999_999, 7200), (2_000_000, 3600),
            (9_000_000_000, 3600),
        ]
        for (second, offset) in expected { #expect(zone.offsetSeconds(at: Timestamp(seconds: second)) == offset) }
        #expect(zone.offset(at: Timestamp(seconds: 1_500_000)).abbreviation == "BBB")
        #expect(zone.nextTransition(after: Timestamp(seconds: 2_000_000)) == nil)
        #expect(zone.previousTransition(before: Timestamp(seconds: 1_000_000)) == nil)
        #expect(zone.previousTransition(before: Timestamp(microseconds: 1_000_000_000_001))?.at.seconds == 1_000_000)
    }

    @Test func namesMayShareTheirLetters() throws {
        let file = Self.twoTypes {
            $0.names = "LAAA\0"
            $0.types = [(3600, 0, 0), (7200, 0, 1)]
        }
        let zone = try Zone(identifier: "x", tzif: file.bytes)
        #expect(zone.offset(at: Timestamp(seconds: 0)).abbreviation == "LAAA")
        #expect(zone.offset(at: Timestamp(seconds: 1_000_000)).abbreviation == "AAA")
    }

    @Test func theFooterFollowsTheTable() throws {
        let file = Self.twoTypes { $0.footer = "AAA-1BBB,M3.5.0,M10.5.0/3" }
        let zone = try Zone(identifier: "x", tzif: file.bytes)
        // The table ends in January 1970; that year's March belongs to the rule.
        #expect(zone.nextTransition(after: Timestamp(seconds: 2_000_000))?.at.description == "1970-03-29T01:00:00Z")
        #expect(zone.offsetSeconds(at: Timestamp(seconds: -9_000_000_000)) == 3600)
        #expect(zone.offset(at: Timestamp(seconds: 99_999_999_999)).isDaylight == false)
    }

    @Test func aFooterAloneHoldsAlways() throws {
        let zone = try Zone(identifier: "x", tzif: TZifFile(footer: "EST5EDT,M3.2.0,M11.1.0").bytes)
        let posix = try Zone(identifier: "x", posix: "EST5EDT,M3.2.0,M11.1.0")
        for year in [1, 1600, 1900, 1970, 2026, 2400, 20_000] {
            let july = Timestamp(seconds: try #require(CivilDateTime(year: year, month: 7, day: 4)).seconds)
            #expect(zone.offset(at: july).abbreviation == "EDT")
            #expect(zone.nextTransition(after: july) == posix.nextTransition(after: july))
            #expect(zone.previousTransition(before: july) == posix.previousTransition(before: july))
        }
    }

    @Test func timesThatCountLeapSeconds() throws {
        let file = Self.twoTypes {
            $0.version = UInt8(ascii: "4")
            $0.leapSeconds = [(500_000, 1), (1_500_000, 2), (1_600_000, 2)]
            $0.transitions = [(1_000_000, 1), (2_000_000, 0)]
        }
        let zone = try Zone(identifier: "x", tzif: file.bytes)
        #expect(zone.nextTransition(after: Timestamp(seconds: 0))?.at.seconds == 999_999)
        #expect(zone.nextTransition(after: Timestamp(seconds: 999_999))?.at.seconds == 1_999_998)
    }

    @Test func changesBeforeAndAfterAllTime() throws {
        let file = Self.twoTypes {
            $0.transitions = [(-(1 << 59), 1), (0, 0), (1 << 61, 1)]
            $0.footer = "AAA-1BBB,M3.5.0,M10.5.0/3"
        }
        let zone = try Zone(identifier: "x", tzif: file.bytes)
        #expect(zone.offsetSeconds(at: Timestamp(microseconds: .min)) == 7200)
        #expect(zone.offsetSeconds(at: Timestamp(microseconds: .max)) == 3600)
    }

    /// Where the second header of such a file begins, and what follows it.
    static let header = 58
    static let data = header + 44

    static let faults: [(String, TZifFile, Int, TZifError.Problem)] = [
        ("magic", Self.twoTypes { $0.magic = "TZiF" }, header + 3, .magic),
        ("version", Self.twoTypes { $0.version = UInt8(ascii: "1") }, 4, .version(UInt8(ascii: "1"))),
        ("order", Self.twoTypes { $0.transitions = [(5, 0), (5, 1)] }, data + 8, .order),
        ("descending", Self.twoTypes { $0.transitions = [(5, 0), (4, 1)] }, data + 8, .order),
        ("type index", Self.twoTypes { $0.transitions = [(5, 2)] }, data + 8, .typeIndex(2)),
        ("no types", Self.twoTypes { $0.types = [] }, header + 36, .count("typecnt")),
        ("no names", Self.twoTypes { $0.names = "" }, header + 40, .count("charcnt")),
        ("offset", Self.twoTypes { $0.types[1].seconds = 93_600 }, data + 18 + 6, .offset(93_600)),
        ("offset west", Self.twoTypes { $0.types[0].seconds = .min }, data + 18, .offset(.min)),
        ("daylight flag", Self.twoTypes { $0.types[0].isDaylight = 2 }, data + 18 + 4, .flag(2)),
        ("designation", Self.twoTypes { $0.types[0].name = 8 }, data + 18 + 5, .designation),
        ("unended designation", Self.twoTypes { $0.names = "AAA\0BBB" }, data + 18 + 11, .designation),
        ("standard flags", Self.twoTypes { $0.standardFlags = [0] }, header + 24, .count("isstdcnt")),
        ("UT flags", Self.twoTypes { $0.utcFlags = [0] }, header + 20, .count("isutcnt")),
        ("flag", Self.twoTypes { $0.standardFlags = [0, 9] }, data + 18 + 12 + 8 + 1, .flag(9)),
        (
            "UT without standard", Self.twoTypes { ($0.standardFlags, $0.utcFlags) = ([0, 0], [0, 1]) },
            data + 18 + 12 + 8 + 2 + 1, .flag(1)
        ),
        ("leap step", Self.twoTypes { $0.leapSeconds = [(5, 2)] }, data + 18 + 12 + 8, .leapSecond),
        ("leap order", Self.twoTypes { $0.leapSeconds = [(5, 1), (5, 2)] }, data + 18 + 12 + 8 + 12, .leapSecond),
        ("leap repeat", Self.twoTypes { $0.leapSeconds = [(5, 1), (6, 1)] }, data + 18 + 12 + 8 + 12, .leapSecond),
        (
            "footer", Self.twoTypes { $0.footer = "AAA" }, data + 18 + 12 + 8 + 1 + 3,
            .footer(PosixRuleError(place: 3, problem: .offset))
        ),
        ("types", Self.twoTypes { $0.types += Array(repeating: (0, 0, 0), count: 255) }, header + 36, .tooLarge),
    ]

    @Test(arguments: faults)
    func refuses(name: String, file: TZifFile, place: Int, problem: TZifError.Problem) {
        do throws(TZifError) {
            _ = try Zone(identifier: name, tzif: file.bytes)
            Issue.record("\(name) was read")
        } catch {
            #expect(error.problem == problem, "\(name)")
            #expect(error.place == place, "\(name)")
            #expect(error.description.hasSuffix("(byte \(place))"))
        }
    }

    @Test func everyTruncationIsRefused() {
        let file = Self.twoTypes {
            $0.leapSeconds = [(5, 1)]
            $0.standardFlags = [0, 1]
        }
        for version in [0, UInt8(ascii: "2")] {
            var whole = file
            whole.version = version
            let bytes = whole.bytes
            for count in 0..<bytes.count {
                #expect(throws: TZifError.self) { try Zone(identifier: "x", tzif: Array(bytes[..<count])) }
            }
            #expect(throws: Never.self) { try Zone(identifier: "x", tzif: bytes) }
        }
    }

    @Test func hugeCountsNeedNoMemory() {
        var bytes = Self.twoTypes().bytes
        for place in [20, 24, 28, 32, 36, 40] {
            for start in [0, Self.header] {
                var changed = bytes
                for index in 0..<4 { changed[start + place + index] = 0xFF }
                #expect(throws: TZifError.self) { try Zone(identifier: "x", tzif: changed) }
            }
        }
        bytes += [UInt8](repeating: 0, count: 1 << 18)
        #expect(throws: TZifError(place: 1 << 18, problem: .tooLarge)) { try Zone(identifier: "x", tzif: bytes) }
    }

    /// Bytes changed, dropped and doubled at random: refused or read, and what is read
    /// answers.
    @Test func mutations() throws {
        let seed: UInt64 = 3
        var random = SeededGenerator(seed: seed)
        var seeds = [Self.twoTypes().bytes, TZifFile(footer: "EST5EDT,M3.2.0,M11.1.0").bytes]
        seeds.append(Self.twoTypes { ($0.leapSeconds, $0.footer) = ([(5, 1)], "AAA-1BBB,J60/-30,300/99") }.bytes)
        for name in ["Europe/Berlin", "Africa/Casablanca", "Pacific/Apia"] {
            if let bytes = MachineZones.files.bytes(of: name) { seeds.append(bytes) }
        }
        var read = 0
        for round in 0..<3_000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0...Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(.random(in: 0...255, using: &random), at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
                case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                default: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
                }
            }
            guard let zone = try? Zone(identifier: "x", tzif: bytes) else { continue }
            read += 1
            answers(zone, &random)
        }
        #expect(read > 100)
    }

    /// Asks a zone everything at some instants, the farthest among them.
    private func answers(_ zone: Zone, _ random: inout SeededGenerator) {
        var cursor = ZoneCursor(zone)
        var values = [Int64.min, .max, 0]
        for _ in 0..<4 { values.append(.random(in: .min ... .max, using: &random)) }
        for _ in 0..<4 { values.append(.random(in: -5_000_000_000_000_000...9_000_000_000_000_000, using: &random)) }
        for value in values {
            let instant = Timestamp(microseconds: value)
            let local = CivilDateTime(microseconds: value)
            #expect(zone.offset(at: instant).seconds == zone.offsetSeconds(at: instant))
            #expect(cursor.offsetSeconds(atSecond: instant.seconds) == Int64(zone.offsetSeconds(at: instant)))
            #expect(cursor.instant(of: local) == zone.instant(of: local))
            // Out of all range: any answer, but one.
            _ = zone.offsetSeconds(atSecond: value) &+ zone.second(ofLocalSecond: value)
            _ = cursor.offsetSeconds(ofLocalSecond: value) &+ cursor.offsetSeconds(atSecond: value)
            if case .fold(let first, let second) = zone.resolve(local) { #expect(first <= second) }
            if let next = zone.nextTransition(after: instant) { #expect(next.at > instant) }
            if let previous = zone.previousTransition(before: instant) { #expect(previous.at < instant) }
        }
    }
}
