import Foundation
import Planning
import ScheduleFile
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

@Suite("Broken schedules")
struct MutationTests {
    /// Bytes that mean something in TOML, in rules, or on a terminal.
    static let spice: [[UInt8]] =
        [
            "\"", "'", "[", "]", "[[", "{", "}", "=", ".", ",", "\n", "\r\n", "#", "\\", "\\u0041", "\\U0001F375",
            "\"\"\"",
            "0", "9999999999999999999", "-1", "nan", "true", "2026-02-30", "07:00:00", "every", "people", "\u{1b}[2J",
            "\t",
            "ü", "🍵", "\u{202e}", "\u{0}", "1 day", "weeks", "at", "between", "smtp://", "@", "*", "/0", "..", "~",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    static func mutate(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let length = min(Int.random(in: 0...12, using: &random), bytes.count - place)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.removeSubrange(place..<place + length)
            case 1: bytes.insert(contentsOf: spice.randomElement(using: &random) ?? [], at: place)
            case 2:
                bytes.replaceSubrange(place..<place + length, with: spice.randomElement(using: &random) ?? [])
            case 3:
                let from = Int.random(in: 0...bytes.count, using: &random)
                let part = bytes[from..<min(bytes.count, from + length * 4)]
                bytes.insert(contentsOf: part, at: place)
            default:
                if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
            }
        }
        return bytes
    }

    /// Whatever is in a file: a schedule or at least one mistake, never both, and words that a
    /// terminal can show.
    @Test(arguments: 0..<8)
    func `a broken file gives a schedule or a mistake`(part: Int) throws {
        var random = Seeded(state: 20_261_121 + UInt64(part))
        let seeds =
            (CaseFile.all("valid") + CaseFile.all("invalid")).flatMap(\.files)
            + [SourceFile(name: "troth.toml", text: ParseTests.sample)]
        for round in 0..<250 {
            let seed = try #require(seeds.randomElement(using: &random))
            let bytes = Self.mutate(seed.bytes, &random)
            let reading = reading([SourceFile(name: "troth.toml", bytes: bytes)])
            let text = reading.report(in: round % 2 == 0 ? .english : .german)
            let told: Comment = "part \(part), round \(round):\n\(String(decoding: bytes, as: UTF8.self))\n\(text)"
            #expect((reading.schedule == nil) == !reading.mistakes.isEmpty, told)
            let raw = text.unicodeScalars.first { $0.properties.generalCategory == .control && $0 != "\n" }
            #expect(raw == nil, told)
        }
    }

    /// Files that no person wrote.
    static let unreasonable: [String: String] = [
        "lines of nothing": String(repeating: "x\n", count: 100_000),
        "brackets": String(repeating: "[", count: 100_000),
        "a list of numbers": "[people.sam]\nchannels = [" + String(repeating: "1, ", count: 50_000) + "]",
        "rituals": (0..<2_000).map { "[ritual.r\($0)]\nevery = \"day at 09:00\"\nformerly = \"r\($0 + 1)\"\n" }
            .joined(),
        "people": (0..<5_000).map { "[people.p\($0)]\n" }.joined(),
        "one long line": String(repeating: "é", count: 100_000),
    ]

    /// They end as well, with no more words than somebody can read.
    @Test(arguments: unreasonable.keys.sorted())
    func `a file beyond reason ends`(name: String) throws {
        let reading = reading(try #require(Self.unreasonable[name]))
        #expect(reading.schedule == nil)
        #expect(reading.diagnostics.count <= 250)
        #expect(reading.report(in: .german).utf8.count < 1_000_000)
    }

    /// One slip in a good schedule is one mistake, at its line.
    static let slips: [(from: String, to: String)] = [
        ("name = \"Sam\"", "nmae = \"Sam\""), ("email = \"sam@", "emial = \"sam@"),
        ("timezone = \"Europe", "timzone = \"Europe"),
        ("[people.sam]", "[peopel.sam]"), ("[channels.desktop]", "[chanels.desktop]"),
        ("type = \"command\"", "type = \"comand\""),
        ("type = \"command\"", "tpye = \"command\""), ("command = [", "comand = ["), ("from = ", "form = "),
        ("server = ", "sever = "), ("every = \"Sunday", "evry = \"Sunday"), ("every = \"year\"", "every = \"yaer\""),
        ("Sunday at", "Sonntag at"), ("at = \"09:00\"", "at = \"9.00 Uhr\""), ("at = \"09:00\"", "tat = \"09:00\""),
        ("date = 2019-06-15", "date = 2019-06-31"), ("date = 2019-06-15", "dat = 2019-06-15"),
        ("ahead = [\"1 day\"]", "ahead = [\"1 dya\"]"), ("ahead = [\"1 day\"]", "ahead = \"1 day\""),
        ("people = [\"sam\", ", "people = [\"smm\", "), ("[check-in.weekly]", "[chek-in.weekly]"),
        ("[check-in.weekly]", "[check-in.Weekly]"),
        ("[check-in.weekly]", "[check-in.weekly"), ("[appreciation.morning]", "[appreciation.weekly]"),
        ("channels = [\"email\"]", "channels = [\"emial\"]"), ("\"email\"]\n\n[people", "\"email]\n\n[people"),
        ("timeout = \"10 s\"", "timeout = 10"), ("timeout = \"10 s\"", "timeout = \"10\""), ("{body}", "{bdoy}"),
        ("smtp://127.0.0.1:2525", "127.0.0.1:2525"), ("Troth <troth@example.org>", "Troth troth@example.org"),
        ("sam@example.org", "sam.example.org"), ("America/Chicago", "America/Chicargo"),
        ("weekday at 08:30", "weekday at 08:75"),
        ("weekday at 08:30", "weekday"), ("timezone = \"Europe/Berlin\"\n", ""), ("date = 2019-06-15\n", ""),
        ("every = \"Sunday at 19:00\"\n", ""), ("prompts = [", "promts = ["), ("message = ", "mesage = "),
    ]

    @Test(arguments: slips.indices)
    func `one slip is one mistake`(index: Int) throws {
        let slip = Self.slips[index]
        let place = try #require(ParseTests.sample.range(of: slip.from))
        let text = ParseTests.sample.replacingCharacters(in: place, with: slip.to)
        let reading = reading(text, local: "[host]\nserves = [\"sam\"]")
        #expect(reading.mistakes.count == 1, "\(reading.report(in: .english))")
        #expect(reading.schedule == nil)
    }
}
