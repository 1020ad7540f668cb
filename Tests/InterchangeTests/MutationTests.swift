import CivilTime
import Interchange
import Planning
import Testing
import Wording

/// A small generator with a seed, so that a failure can be run again (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Whatever is in a file: a schedule that is right, or a fault with its line; and nothing that a terminal would act on.
@Suite("Broken files")
struct MutationTests {
    static let spice: [[UInt8]] =
        [
            "BEGIN:VEVENT\n", "END:VEVENT\n", "BEGIN:VCARD\n", "END:VCARD\n", ":", ";", ",", "\"", "\\", "\\n", "=",
            "\n ", "\r", "\n",
            "\u{1b}[2J", "\u{202e}", "\u{85}", "DTSTART:99999999T999999Z\n", "RRULE:FREQ=SECONDLY\n",
            "RRULE:FREQ=YEARLY;UNTIL=1\n",
            "RDATE:", "EXDATE:20270101", "TRIGGER:-P99999999W\n", "TZID=Nowhere", "20270230T250000", "-", "--", "0",
            "9999", "BDAY:", "FN:",
            "ENCODING=QUOTED-PRINTABLE", "=C3", "🍵", "ü", "[x]", "'''", "\"\"\"", "#",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    static func mutate(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let length = min(Int.random(in: 0...20, using: &random), bytes.count - place)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeSubrange(place..<place + length)
            case 1: bytes.insert(contentsOf: spice.randomElement(using: &random) ?? [], at: place)
            case 2: bytes.replaceSubrange(place..<place + length, with: spice.randomElement(using: &random) ?? [])
            default:
                let from = Int.random(in: 0...bytes.count, using: &random)
                bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + length * 3)], at: place)
            }
        }
        return bytes
    }

    static func isQuiet(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar == "\n"
            case .lineSeparator, .paragraphSeparator: false
            case .format: scalar.value == 0x200C || scalar.value == 0x200D
            default: true
            }
        }
    }

    private static func check(_ read: () throws -> ImportedSchedule, _ seed: String) throws {
        do {
            let imported = try read()
            #expect(isQuiet(imported.text), "\(seed)")
            guard imported.count > 0 else { return }
            _ = try Samples.read(Samples.head("Europe/Berlin") + imported.text)
        } catch let fault as ImportFault {
            #expect(isQuiet(ImportWording(.german).error("a", fault)), "\(seed)")
            #expect(fault.line >= 1, "\(seed)")
        }
    }

    @Test(arguments: 0..<6) func `a broken calendar`(_ part: Int) throws {
        var random = Seeded(state: 20_261_128 + UInt64(part))
        let seeds =
            ImportTests.cases.map { ImportTests.calendar($0.event) }
            + [Array(try Samples.export(ExportTests.household).utf8)]
        for round in 0..<150 {
            let bytes = Self.mutate(seeds[Int.random(in: 0..<seeds.count, using: &random)], &random)
            try Self.check(
                { try ImportTests.read(bytes) },
                "part \(part), round \(round): \(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test(arguments: 0..<4) func `broken contacts`(_ part: Int) throws {
        var random = Seeded(state: 4_242 + UInt64(part))
        let seeds = CardTests.dates.map { Array("BEGIN:VCARD\nFN:Zoë\n\($0.0)\nEND:VCARD\n".utf8) }
        for round in 0..<300 {
            let bytes = Self.mutate(seeds[Int.random(in: 0..<seeds.count, using: &random)], &random)
            try Self.check(
                { try CardImport.read(bytes, in: .german) },
                "part \(part), round \(round): \(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func `what is too large is not read`() {
        let large = Array("BEGIN:VCARD\n".utf8) + [UInt8](repeating: 0x41, count: 8 << 20)
        #expect(throws: ImportFault(line: 1, reason: .tooLarge(8 << 20))) { try CardImport.read(large, in: .english) }
    }

    /// As many as fit: in bounded time, and without a deep stack.
    @Test func `what is nested or many ends`() throws {
        let deep = Array(String(repeating: "BEGIN:VCALENDAR\n", count: 100_000).utf8)
        #expect(throws: ImportFault(line: 9, reason: .tooDeep)) { try ImportTests.read(deep) }
        let one =
            "BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270101T100000Z\nRDATE:"
            + (1...200).map { "202702\(10 + $0 % 18)T100000Z" }.joined(separator: ",")
            + "\nEND:VEVENT\n"
        let many = "BEGIN:VCALENDAR\n" + String(repeating: one, count: 20) + "END:VCALENDAR\n"
        #expect(try ImportTests.read(Array(many.utf8)).count == 20 * 101)
    }
}
