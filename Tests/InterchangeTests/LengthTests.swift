import CivilTime
import Interchange
import Planning
import Testing

/// How long something takes, to calendars and from them.
@Suite("How long it takes")
struct LengthTests {
    static let exported: [(String, String)] = [
        ("", "DURATION:PT0S"), ("takes = \"30 min\"", "DURATION:PT30M"), ("takes = \"90 min\"", "DURATION:PT1H30M"),
        ("takes = \"2 days\"", "DURATION:P2D"), ("takes = \"2 days\"\ndiscreet = true", "DURATION:PT0S"),
    ]

    @Test(arguments: exported) func `it takes as long as the schedule says`(_ keys: String, _ line: String) throws {
        let calendar = try Samples.export(
            Samples.head("Europe/Berlin") + "[check-in.a]\nevery = \"Sunday at 19:00\"\n\(keys)\n")
        #expect(Samples.lines(calendar, "DURATION") == [line])
    }

    static let imported: [(event: String, takes: String?, isUntold: Bool)] = [
        ("DTSTART:20270101T100000\nDURATION:PT45M", "45 min", false),
        ("DTSTART:20270101T100000\nDURATION:PT1H30M", "1 h 30 min", false),
        ("DTSTART:20270101T100000Z\nDTEND:20270101T103000Z", "30 min", false),
        ("DTSTART;TZID=America/New_York:20270101T100000\nDTEND;TZID=Europe/Berlin:20270101T170000", "1 h", false),
        // Over a change of the clocks: two hours pass.
        ("DTSTART;TZID=Europe/Berlin:20270328T010000\nDTEND;TZID=Europe/Berlin:20270328T040000", "2 h", false),
        ("DTSTART:20270326T180000\nDTEND:20270328T180000", "2 days", false),
        ("DTSTART:20270101T100000\nDURATION:P1W", "1 week", false),
        ("DTSTART:20270101T100000\nDURATION:P8D", nil, true),
        ("DTSTART:20270101T100000\nDURATION:PT0S", nil, false), ("DTSTART:20270101T100000\nDURATION:-PT1H", nil, false),
        ("DTSTART:20270101T100000\nDTEND:20270101T090000", nil, false),
        ("DTSTART:20270101T100000\nDURATION:soon", nil, false),
        ("DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270102", nil, false),
        ("DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270103", nil, true),
    ]

    /// How long an event takes becomes `takes`, where a schedule can say it.
    @Test(arguments: imported) func `how long it takes comes along`(event: String, takes: String?, isUntold: Bool)
        throws
    {
        let text = try ImportTests.read(ImportTests.calendar("SUMMARY:Talk\n" + event)).text
        #expect(
            text.contains(takes.map { "\ntakes = \"\($0)\"\n" } ?? "[") && text.contains("takes = ") == (takes != nil),
            "\(text)")
        #expect(text.contains("is here without its length") == isUntold)
        _ = try Samples.read(Samples.head("Europe/Berlin") + text)
    }

    @Test(arguments: ["30 min", "1 h 30 min", "2 days", "1 week", "1 day 2 h"])
    func `what comes back takes as long`(_ length: String) throws {
        let text = Samples.head("Europe/Berlin") + "[ritual.a]\nevery = \"Sunday at 19:00\"\ntakes = \"\(length)\"\n"
        let calendar = try Samples.export(text)
        let imported = try CalendarImport.read(
            Array(calendar.utf8), now: Samples.now, zone: try Samples.zone("Europe/Berlin"), in: .english,
            lookUp: { try? Samples.zone($0) })
        #expect(imported.text.contains("\ntakes = \"\(length)\"\n"), "\(calendar)\n\(imported.text)")
    }
}
