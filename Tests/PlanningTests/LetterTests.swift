import CivilTime
import Planning
import Recurrence
import Testing

@Suite("Letters")
struct LetterTests {
    static let sam = Household.sam.id
    static let alex = Household.alex.id

    static func sealed(to reader: PersonID, text: String? = "Dear you") -> Undertaking {
        .sealed(
            SealedLetter(
                number: 1, writer: sam, reader: reader, opens: SeasonTests.day("2026-12-24"), text: text,
                at: Household.utc("2026-11-20T08:00:00Z")))
    }

    @Test("A sealed letter comes on its day where its reader lives, to its reader alone")
    func comes() {
        let schedule = PracticeTests.lived([], [Self.sealed(to: Self.alex)], at: "2026-11-20T08:00:00Z")
        #expect(
            PracticeTests.coming(schedule, after: "2026-11-20T08:00:00Z") == ["letter-1 0 alex 2026-12-24T15:00:00Z"])
    }

    @Test("Nobody but its writer knows of it before, and its writer is shown no more than that it is there")
    func isSealed() throws {
        let schedule = PracticeTests.lived([], [Self.sealed(to: Self.alex)], at: "2026-11-20T08:00:00Z")
        let ritual = try #require(schedule.rituals.first)
        // Midnight in Chicago, where Alex lives.
        #expect(ritual.isHidden(from: Household.alex, at: Household.utc("2026-12-24T05:59:59Z")))
        #expect(!ritual.isHidden(from: Household.alex, at: Household.utc("2026-12-24T06:00:00Z")))
        #expect(!ritual.isVisible(to: Household.sam, at: Household.utc("2026-12-24T12:00:00Z")))
        #expect(ritual.isPrivate)
        let own = PracticeTests.lived([], [Self.sealed(to: Self.sam)], at: "2026-11-20T08:00:00Z")
        #expect(own.rituals.allSatisfy { $0.isVisible(to: Household.sam, at: Household.utc("2026-11-21T08:00:00Z")) })
    }

    @Test("Where nothing could be sent on its day, it comes when that is possible again")
    func late() {
        let schedule = PracticeTests.lived([], [Self.sealed(to: Self.sam)], at: "2026-11-20T08:00:00Z")
        var bench = Bench(schedule, LedgerState(), at: Household.utc("2026-11-20T08:00:00Z"))
        #expect(bench.plan(at: "2027-01-03T12:00:00Z").sent == ["letter-1@2026-12-24T09:00:00-0/sam/desktop/0"])
    }

    @Test("What was let go comes no more, and nothing of it is left")
    func letGo() {
        var all = Undertakings()
        all.note(Self.sealed(to: Self.alex))
        all.note(.letGo(LetterGone(number: 1, at: Household.utc("2026-11-21T08:00:00Z"))))
        #expect(all.letters.map(\.text) == [nil])
        #expect(Household.schedule([]).lived(all, at: Household.utc("2026-11-21T08:00:00Z")).rituals.isEmpty)
    }

    @Test("A look back holds the letters that were opened by then, and promises that were kept long ago")
    func lookingBack() throws {
        var all = Undertakings()
        all.note(Self.sealed(to: Self.alex))
        all.note(PracticeTests.promise(true))
        let days = SeasonTests.day("2026-11-01")...SeasonTests.day("2027-03-01")
        func items(_ person: Person, at now: String, _ history: [HistoryEntry] = []) -> [String] {
            LookBack(
                days, for: person, Household.schedule([]), history: history, all, at: Household.utc(now),
                letter: { "Letter \($0.number)" }, title: { ritual, _ in ritual.title }
            ).items.map { "\($0.kind) \($0.day) \($0.title)" }
        }
        #expect(items(Household.alex, at: "2026-12-24T05:59:59Z") == [])
        #expect(items(Household.alex, at: "2026-12-24T06:00:00Z") == ["letter 2026-12-24 Letter 1"])
        #expect(items(Household.sam, at: "2026-12-24T12:00:00Z") == [])
        var bench = Bench(
            Household.schedule([]).lived(all, at: Household.utc("2026-11-22T08:00:00Z")), LedgerState(),
            at: Household.utc("2026-11-22T08:00:00Z"))
        let record = try #require(
            bench.plan(at: "2026-11-22T17:00:00Z").deliveries.first { $0.person == Self.sam }?.members.first)
        let entry = HistoryEntry(
            number: 1, nudge: record.key, due: record.due, moment: record.moment, outcome: .acknowledged, reason: .done,
            closedAt: record.moment, attempts: [])
        #expect(items(Household.sam, at: "2027-02-01T12:00:00Z", [entry]) == ["kept 2026-11-22 Call"])
    }
}
