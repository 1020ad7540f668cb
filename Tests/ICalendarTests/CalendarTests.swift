import CivilTime
import Planning
import Testing

@testable import ICalendar

@Suite("A moment for a calendar")
struct CalendarTests {
    static func entry(title: String = "Tea", text: String = "", discreetly: String? = nil) -> CalendarEntry {
        CalendarEntry(
            uid: CalendarUID(RitualID("weekly"), person: nil),
            stamp: Timestamp(microseconds: 1_795_284_000_999_999), start: Timestamp(seconds: 1_795_370_400),
            isOneOfMany: true, title: title,
            text: text, discreetly: discreetly)
    }

    static func text(_ entry: CalendarEntry) throws -> String {
        CalendarFile([entry], from: try Mailbox(parsing: "\"Troth, at home\" <troth@bücher.example>")).text
    }

    @Test func `the file is these lines`() throws {
        #expect(
            try Self.text(Self.entry(title: "Tea, for two", text: "Black; or green\\n\nMilk"))
                == """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Troth//Troth//EN
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:cead2012-0097-8f9a-a775-0ecb04776e04
                ORGANIZER;CN="Troth, at home":mailto:troth@xn--bcher-kva.example
                RECURRENCE-ID:20261122T180000Z
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

    /// sha256sum tells them: `printf 'troth ritual\nweekly' | sha256sum`, with the version and the variant set. Every host
    /// that reads the schedule has the same, whatever its record.
    static let uids: [(String, String?, String)] = [
        ("weekly", nil, "cead2012-0097-8f9a-a775-0ecb04776e04"),
        ("morning", "sam", "7cf5a9de-7ea0-815d-87df-e7a46f8d965d"),
        ("water", "sam", "bec8269d-1786-8a99-a55c-52ccdedea6f1"),
    ]

    @Test(arguments: uids) func `a ritual has one name everywhere`(_ ritual: String, _ person: String?, _ uid: String) {
        #expect(CalendarUID(RitualID(ritual), person: person.map { PersonID($0) }).description == uid)
    }

    /// A calendar that has the whole series takes it for one of that.
    @Test func `what comes once is no part of a series`() throws {
        var entry = Self.entry()
        entry.isOneOfMany = false
        #expect(try !Self.text(entry).contains("RECURRENCE-ID"))
    }

    @Test func `a discreet entry tells nothing`() throws {
        let text = try Self.text(
            Self.entry(title: "Surprise for Alex", text: "Bring the ring", discreetly: "A reminder"))
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
            if bytes[place...].starts(with: [0x0D, 0x0A, 0x20]) {
                place += 3
                continue
            }
            output.append(bytes[place])
            place += 1
        }
        return output
    }

    @Test func `no text adds a line`() throws {
        let text = try Self.text(
            Self.entry(title: "a\r\nATTENDEE:mailto:x@y.z\u{85}b\u{2028}c\u{0}d", text: "\rEND:VEVENT"))
        #expect(text.contains("SUMMARY:a\\nATTENDEE:mailto:x@y.z\\nb\\ncd\r\n"))
        #expect(text.contains("DESCRIPTION:\\nEND:VEVENT\r\n"))
        #expect(text.split(separator: "\r\n").count { $0.hasPrefix("END:VEVENT") } == 1)
        #expect(!text.split(separator: "\r\n").contains { $0.hasPrefix("ATTENDEE") })
    }
}
