import CivilTime
import Interchange
import Planning
import Testing

/// What is exported and read in again comes at the same times.
@Suite("There and back")
struct RoundTripTests {
    static let rituals: [String] = [
        "[check-in.a]\nevery = \"Sunday at 19:00\"",
        "[check-in.a]\nevery = \"2 weeks on Sunday at 19:00\"\nstarting = 2024-05-06",
        "[ritual.a]\nevery = \"day 31 of the month at 09:00\"",
        "[ritual.a]\nevery = \"day 30 of the month at 09:00\"",
        "[ritual.a]\nevery = \"last Friday of the month at 09:00\"",
        "[ritual.a]\nevery = \"last weekday of the month at 17:00\"",
        "[milestone.a]\ndate = 2020-02-29\nevery = \"year\"\nat = \"09:00\"",
        "[milestone.a]\ndate = 2020-02-29\nevery = \"year\"\nat = \"09:00\"\nmissing-day = \"next\"",
        "[milestone.a]\ndate = \"06-15\"\nat = \"09:00\"",
        "[milestone.a]\ndate = 2026-01-01\ncounts = [\"400 days\", \"18 months\"]\nat = \"09:00\"",
        "[ritual.a]\ndate = 2026-12-24\nat = \"16:00\"",
        "[ritual.a]\nevery = \"day at 09:00 and 18:00\"",
        "[ritual.a]\nevery = \"weekday at 07:00\"\ncount = 300\nstarting = 2026-01-01",
        "[ritual.a]\nevery = \"Sunday at 19:00\"\nexcept = [\"2026-12-24 to 2027-01-06\"]",
        "[ritual.a]\nevery = \"day 1 of the month at 09:00\"\non-weekend = \"after\"",
        "[ritual.a]\nevery = \"day 25 of the month at 09:00\"\non-weekend = \"before\"",
        "[ritual.a]\nevery = \"Sunday at 02:30\"",
        "[ritual.a]\nevery = \"90 minutes\"",
        "[ritual.a]\ncron = \"30 6 * * 1-5\"",
        "[ritual.a]\ncalendar = \"Mon *-*-1..7 09:00\"",
        "[ritual.a]\nrrule = \"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2\"\nat = \"08:15\"\nstarting = 2026-01-01",
        "[ritual.a]\nevery = [\"Monday at 07:00\", \"first Saturday of the month at 09:30\"]",
    ]

    @Test(arguments: rituals, ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"])
    func `what comes back is the same`(_ ritual: String, _ zone: String) throws {
        let text = Samples.head(zone) + ritual + "\ntitle = \"It\"\n"
        let calendar = try Samples.export(text)
        let imported = try CalendarImport.read(
            Array(calendar.utf8), now: Samples.now, zone: try Samples.zone(zone), in: .english,
            lookUp: { try? Samples.zone($0) })
        let back = Samples.head(zone) + imported.text
        let expected = try Samples.instants(text, of: "sam", days: 400)
        #expect(!expected.isEmpty)
        #expect(try Samples.instants(back, of: "sam", days: 400) == expected, "\(calendar)\n\(imported.text)")
    }
}
