import CivilTime
import Planning
import Recurrence
import Testing

@testable import ICalendar

@Suite("A moment for a calendar")
struct CalendarTests {
    static func occurrence(_ ritual: String, _ key: String) throws -> OccurrenceName {
        try #require(OccurrenceName(ritual: RitualID(ritual), keyText: key))
    }

    static func entry(title: String = "Tea", text: String = "", discreetly: String? = nil) throws -> CalendarEntry {
        CalendarEntry(
            uid: CalendarUID(try occurrence("weekly", "2026-11-22T19:00:00"), person: nil),
            stamp: Timestamp(microseconds: 1_795_284_000_999_999), start: Timestamp(seconds: 1_795_370_400), title: title,
            text: text, discreetly: discreetly)
    }

    static func text(_ entry: CalendarEntry) throws -> String {
        CalendarFile([entry], from: try Mailbox(parsing: "\"Troth, at home\" <troth@bücher.example>")).text
    }

    @Test func `the file is these lines`() throws {
        #expect(
            try Self.text(Self.entry(title: "Tea, for two", text: "Black; or green\\n\nMilk")) == """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Troth//Troth//EN
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:a867ca51-f993-8489-95a8-21415fe461ac
                ORGANIZER;CN="Troth, at home":mailto:troth@xn--bcher-kva.example
                DTSTAMP:20261121T180000Z
                DTSTART:20261122T180000Z
                SUMMARY:Tea\\, for two
                DESCRIPTION:Black\\; or green\\\\n\\nMilk
                TRANSP:TRANSPARENT
                CLASS:PRIVATE
                END:VEVENT
                END:VCALENDAR

                """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    }

    /// sha256sum tells them: `printf 'troth occurrence\nweekly@2026-11-22T19:00:00' | sha256sum`, with the version and
    /// the variant set. Every host that reads the schedule has the same, whatever its record.
    static let uids: [(String, String, String?, String)] = [
        ("weekly", "2026-11-22T19:00:00", nil, "a867ca51-f993-8489-95a8-21415fe461ac"), ("morning", "2026-11-22T08:30:00", "sam", "f8362450-f86a-8afe-a1b1-5f9152d45d42"),
        ("water", "2026-11-22T18:00:00Z", "sam", "eb1d5ecc-1434-8c84-a184-6a756d8304d2"),
    ]

    @Test(arguments: uids)
    func `an occurrence has one name everywhere`(_ ritual: String, _ key: String, _ person: String?, _ uid: String) throws {
        let made = CalendarUID(try Self.occurrence(ritual, key), person: person.map { PersonID($0) })
        #expect(made.description == uid)
    }

    @Test func `a discreet entry tells nothing`() throws {
        let text = try Self.text(Self.entry(title: "Surprise for Alex", text: "Bring the ring", discreetly: "A reminder"))
        #expect(text.contains("SUMMARY:A reminder\r\n"))
        for word in ["Surprise", "Alex", "ring", "DESCRIPTION", "weekly"] { #expect(!text.contains(word)) }
    }

    @Test(arguments: ["a", "ä", "日本", "👩‍👩‍👧‍👦 ", "word "])
    func `long lines are folded between characters`(_ piece: String) throws {
        let title = String(repeating: piece, count: 90)
        let text = try Self.text(Self.entry(title: title))
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        let unfolded = String(decoding: Self.unfolded(Array(text.utf8)), as: UTF8.self)
        #expect(unfolded.contains("SUMMARY:\(title)\r\n"))
    }

    private static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place...].starts(with: [0x0D, 0x0A, 0x20]) { place += 3; continue }
            output.append(bytes[place])
            place += 1
        }
        return output
    }

    @Test func `no text adds a line`() throws {
        let text = try Self.text(Self.entry(title: "a\r\nATTENDEE:mailto:x@y.z\u{85}b\u{2028}c\u{0}d", text: "\rEND:VEVENT"))
        #expect(text.contains("SUMMARY:a\\nATTENDEE:mailto:x@y.z\\nb\\ncd\r\n"))
        #expect(text.contains("DESCRIPTION:\\nEND:VEVENT\r\n"))
        #expect(text.split(separator: "\r\n").count { $0.hasPrefix("END:VEVENT") } == 1)
        #expect(!text.split(separator: "\r\n").contains { $0.hasPrefix("ATTENDEE") })
    }
}
