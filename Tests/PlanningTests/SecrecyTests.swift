import CivilTime
import Planning
import Testing

@Suite struct SecrecyTests {
    static let alex = Household.alex.id
    static let sam = Household.sam.id
    static let kim = PersonID("kim")

    /// Alex lives in Chicago: the reveal is when that day begins there.
    static let reveals: [(CivilDate?, String, Bool)] = [
        (nil, "2099-01-01T00:00:00Z", true),
        (CivilDate(year: 2027, month: 3, day: 1), "2027-03-01T05:59:59Z", true),
        (CivilDate(year: 2027, month: 3, day: 1), "2027-03-01T06:00:00Z", false),
        // The clock goes forward in Chicago on this day, at 02:00.
        (CivilDate(year: 2027, month: 3, day: 15), "2027-03-15T04:59:59Z", true),
        (CivilDate(year: 2027, month: 3, day: 15), "2027-03-15T05:00:00Z", false),
    ]

    @Test(arguments: reveals)
    func itHoldsUntilTheDayBegins(_ reveal: CivilDate?, _ now: String, _ holds: Bool) {
        let secrecy = Secrecy(from: [Self.alex], reveal: reveal)
        #expect(secrecy.holds(for: Household.alex, at: Household.utc(now)) == holds)
        #expect(!secrecy.holds(for: Household.sam, at: Household.utc(now)))
    }

    static func date(_ day: Int) -> CivilDate? { CivilDate(year: 2027, month: 3, day: day) }

    /// What is shown, what is kept, and who would be told.
    static let betrayals: [(Secrecy?, Secrecy, PersonID?)] = [
        (nil, Secrecy(from: [alex]), alex),
        (Secrecy(from: [kim]), Secrecy(from: [alex]), alex),
        (Secrecy(from: [alex]), Secrecy(from: [alex, kim]), kim),
        (Secrecy(from: [alex, kim]), Secrecy(from: [alex]), nil),
        (Secrecy(from: [alex]), Secrecy(from: [alex], reveal: date(1)), nil),
        (Secrecy(from: [alex], reveal: date(1)), Secrecy(from: [alex]), alex),
        (Secrecy(from: [alex], reveal: date(1)), Secrecy(from: [alex], reveal: date(2)), alex),
        (Secrecy(from: [alex], reveal: date(2)), Secrecy(from: [alex], reveal: date(2)), nil),
    ]

    @Test(arguments: betrayals)
    func whatIsShownSoonerBetrays(_ shown: Secrecy?, _ kept: Secrecy, _ told: PersonID?) {
        #expect(Secrecy.betrayed(by: shown, of: kept) == told)
    }

    @Test func whoMayKnow() {
        let now = Household.utc("2026-11-22T12:00:00Z")
        let hidden = Household.daily("cake") { $0.secrecy = Secrecy(from: [Self.alex]) }
        let promise = Household.daily("call") { $0.kind = .promise }
        let plain = Household.daily("tea")
        for ritual in [hidden, promise, plain] { #expect(ritual.isVisible(to: Household.sam, at: now)) }
        #expect([hidden, promise, plain].map { $0.isVisible(to: Household.alex, at: now) } == [false, false, true])
        #expect([hidden, promise, plain].map(\.isPrivate) == [true, true, false])
        // Where both are said, though no schedule file can say it, it stays hidden.
        let both = Household.daily("both", people: [Self.sam, Self.alex]) { $0.secrecy = Secrecy(from: [Self.alex]) }
        #expect(!both.isVisible(to: Household.alex, at: now))
    }

    @Test func discreetIsWhateverSaysSo() {
        var schedule = Household.schedule([Household.daily("tea")])
        func isDiscreet() -> Bool {
            schedule.isDiscreet(schedule.rituals[0], to: schedule.people[0], over: ChannelID("email"))
        }
        #expect(!isDiscreet())
        schedule.rituals[0].isDiscreet = true
        #expect(isDiscreet())
        schedule.rituals[0].isDiscreet = false
        schedule.people[0].isDiscreet = true
        #expect(isDiscreet())
        schedule.people[0].isDiscreet = false
        schedule.channels[0].isDiscreet = true
        #expect(!isDiscreet(), "another channel")
        schedule.channels[1].isDiscreet = true
        #expect(isDiscreet())
    }

    /// A ritual that is hidden keeps what else few have.
    @Test func aHiddenRitualKeepsTheRest() {
        let ritual = Household.daily("cake") {
            $0.decks = [DeckTests.deck("d", 2)]
            $0.secrecy = Secrecy(from: [Self.alex])
            $0.isDiscreet = true
        }
        #expect(ritual.decks == [DeckTests.deck("d", 2)])
        #expect(ritual.secrecy == Secrecy(from: [Self.alex]))
        #expect(ritual.isDiscreet)
    }

    /// To hide something, or to show it, is no change of when it comes.
    @Test func hidingIsNoEdit() {
        let before = Household.daily("cake")
        var bench = Bench([before], at: "2026-11-22T07:00:00Z")
        let plan = bench.plan(at: "2026-11-22T07:30:00Z")
        bench.end(plan.deliveries[0])
        bench.restart(at: "2026-11-22T08:00:00Z", [Household.daily("cake") { $0.secrecy = Secrecy(from: [Self.alex]) }])
        #expect(bench.ends.isEmpty)
    }

    /// The status line's next time is of what everybody may know of.
    @Test func theNextTimeIsOfWhatIsHiddenFromNobody() {
        let hidden = Household.daily("cake", 6, 0) { $0.secrecy = Secrecy(from: [Self.alex]) }
        var bench = Bench([hidden, Household.daily("tea", 16, 0)], at: "2026-11-22T00:00:00Z")
        let plan = bench.plan(at: "2026-11-22T00:01:00Z")
        #expect(plan.nextDue == Household.utc("2026-11-22T15:00:00Z"))
        #expect(plan.wakeAt == Household.utc("2026-11-22T05:00:00Z"))
    }
}
