import CivilTime
import Planning
import Recurrence
import Testing
import Wording

@Suite("Nudges in words")
struct NudgeWordingTests {
    private static let berlin = zone("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3")
    private static let chicago = zone("America/Chicago", "CST6CDT,M3.2.0,M11.1.0")

    private static func zone(_ name: String, _ rule: String) -> Zone {
        do { return try Zone(identifier: name, posix: rule) } catch { preconditionFailure("\(error)") }
    }

    private static func time(_ text: String) -> Timestamp {
        guard let time = Timestamp(parsing: text) else { preconditionFailure(text) }
        return time
    }

    private static func facts(
        _ language: Language = .english, moment: String = "2026-11-22T18:00:00Z", isLate: Bool = false,
        ordinal: Int? = nil, change: (inout Ritual) -> Void = { _ in }
    ) -> NudgeFacts {
        let sam = Person(id: PersonID("sam"), name: "Sam", zone: berlin, language: language, channels: [])
        let alex = Person(id: PersonID("alex"), name: "Alex", zone: chicago, channels: [])
        var ritual = Ritual(
            id: RitualID("weekly"), kind: .checkIn, title: "Weekly check-in", message: "What did {other} do, {person}?",
            recurrence: Recurrence(Rule(.weekly)), people: [sam.id, alex.id])
        change(&ritual)
        let moment = time(moment)
        let name = OccurrenceName(ritual: ritual.id, key: .elapsed(moment))
        let record = NudgeRecord(
            key: NudgeKey(occurrence: name, lead: .moment, person: sam.id), due: moment, moment: moment,
            ordinal: ordinal, closes: moment, notBefore: moment, isLate: isLate)
        return NudgeFacts(ritual: ritual, record: record, person: sam, others: [alex])
    }

    /// Now → what is said of 19:00 on Sunday, 22 November 2026 in Berlin.
    static let remaining: [(now: String, english: String, german: String)] = [
        ("2026-11-01T18:00:00Z", "It is on Sunday, 22 November at 19:00, in 3 weeks.", "Es ist am Sonntag, 22. November, um 19:00, in 3 Wochen."),
        ("2026-11-20T18:00:00Z", "It is on Sunday, 22 November at 19:00, in 2 days.", "Es ist am Sonntag, 22. November, um 19:00, in 2 Tagen."),
        ("2026-11-21T18:00:00Z", "It is tomorrow at 19:00, in 1 day.", "Es ist morgen um 19:00, in 1 Tag."),
        ("2026-11-22T13:00:00Z", "It is today at 19:00, in 5 hours.", "Es ist heute um 19:00, in 5 Stunden."),
        ("2026-11-22T17:40:00Z", "It is today at 19:00, in 20 minutes.", "Es ist heute um 19:00, in 20 Minuten."),
        ("2026-11-22T17:59:00Z", "It is today at 19:00, in 1 minute.", "Es ist heute um 19:00, in 1 Minute."),
    ]

    @Test("A lead says the true time that remains when it is sent", arguments: remaining)
    func leads(now: String, english: String, german: String) {
        let said = NudgeWording.nudge(Self.facts(), now: Self.time(now))
        #expect(said.body.split(separator: "\n").first.map(String.init) == english)
        let gesagt = NudgeWording.nudge(Self.facts(.german), now: Self.time(now))
        #expect(gesagt.body.split(separator: "\n").first.map(String.init) == german)
    }

    @Test("On time it says no more than it must; together in two zones it says whose time that is")
    func onTime() {
        let said = NudgeWording.nudge(Self.facts(), now: Self.time("2026-11-22T18:00:00Z"))
        #expect(said.title == "Weekly check-in")
        #expect(said.when == "today at 19:00")
        #expect(said.body == "That is 19:00 for you (CET).\nWhat did Alex do, Sam?")
        let alone = Self.facts { $0.together = false }
        #expect(NudgeWording.nudge(alone, now: Self.time("2026-11-22T18:00:00Z")).body == "What did Alex do, Sam?")
    }

    @Test("What comes late says what it was for, and no more")
    func late() {
        let facts = Self.facts(isLate: true) { $0.together = false }
        let said = NudgeWording.nudge(facts, now: Self.time("2026-11-23T07:00:00Z"))
        #expect(said.body == "This was for yesterday at 19:00.\nWhat did Alex do, Sam?")
    }

    static let ordinals: [(Int, String)] = [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
        (101, "101st"), (111, "111th"),
    ]

    @Test("Counted occurrences carry their ordinal", arguments: ordinals)
    func ordinal(number: Int, text: String) {
        let ritual = Self.facts { $0.title = "Wedding day" }.ritual
        #expect(NudgeWording.title(of: ritual, ordinal: number, in: .english) == "Wedding day: your \(text)")
        #expect(NudgeWording.title(of: ritual, ordinal: number, in: .german) == "Wedding day: zum \(number). Mal")
    }

    @Test("A name that holds braces is not filled in again")
    func braces() {
        var facts = Self.facts { $0.together = false }
        facts.others[0].name = "{person}"
        #expect(NudgeWording.nudge(facts, now: facts.record.moment).body == "What did {person} do, Sam?")
    }

    @Test("What was caught up is one message of at most ten lines")
    func gathered() {
        let many = (0..<14).map { index in
            Self.facts(moment: "2026-11-22T0\(index % 9):00:00Z", isLate: true)
        }
        let said = NudgeWording.gathered(many, now: Self.time("2026-11-22T18:00:00Z"))
        #expect(said.title == "While you were away")
        #expect(said.body.split(separator: "\n").count == 11)
        #expect(said.body.hasSuffix("And 5 more."))
    }

    @Test("The status line tells counts and times, never a title")
    func status() {
        let line = StatusWording.line(
            rituals: 3, next: Self.time("2026-11-22T18:00:00Z"), now: Self.time("2026-11-20T18:00:00Z"),
            zone: Self.berlin, hold: nil, mistakes: 0, failing: [], recordRefuses: false, language: .english)
        #expect(line == "next: Sun 19:00 · 3 rituals · all delivered")
    }
}
