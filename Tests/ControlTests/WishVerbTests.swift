import CivilTime
import Control
import Planning
import Testing

/// What is said to whoever takes a wish back while another still holds. It is Sunday, 22 November 2026.
@Suite("Wishes by hand") struct WishVerbTests {
    private static func house() -> GoalVerbTests.House {
        GoalVerbTests.House([GoalVerbTests.weekly("talk", .checkIn, [GoalVerbTests.sam])])
    }

    private static let within =
        "Friday, 25 December 2026: still muted, as part of Thursday, 24 December 2026 to Saturday, 26 December 2026; "
        + "`troth unmute 2026-12-24..2026-12-26` ends that"

    /// What is muted, what is unmuted of it, what is said, and how many wishes are left.
    static let unmuted: [(muted: [String], text: String, said: String, left: Int)] = [
        ([], "2026-12-25", "Friday, 25 December 2026: was not muted", 0),
        (["2026-12-25"], "2026-12-25", "Friday, 25 December 2026: as on any other day", 0),
        (["2026-12-24"], "2026-12-25", "Friday, 25 December 2026: was not muted", 1),
        (["2026-12-24..2026-12-26"], "2026-12-25", within, 1),
        (["2026-12-24..2026-12-26", "2026-12-25"], "2026-12-25", within, 1),
        (
            ["2026-12-24..2026-12-26", "2026-12-25"], "2026-12-24..2026-12-26",
            "Thursday, 24 December 2026 to Saturday, 26 December 2026: of that, Friday, 25 December 2026 is still muted; "
                + "`troth unmute 2026-12-25` ends that", 1
        ),
        (
            ["2026-12-24..2026-12-26"], "2026-12-26..2026-12-27",
            "Saturday, 26 December 2026 to Sunday, 27 December 2026: of that, Saturday, 26 December 2026 is still muted; "
                + "`troth unmute 2026-12-24..2026-12-26` ends that", 1
        ),
    ]

    @Test(arguments: unmuted) func whatStillMutesADayIsSaid(muted: [String], text: String, said: String, left: Int) throws {
        let house = Self.house()
        for dates in muted { #expect(try house.ask(.mute(dates)).exit == .ok) }
        #expect(try house.text(.unmute(text)) == said)
        #expect(house.ledger.state.wishes.of(GoalVerbTests.sam).count == left)
    }

    @Test func theSameInGerman() throws {
        let house = Self.house()
        for dates in ["2026-12-24..2026-12-26", "2026-12-25"] { _ = try house.ask(.mute(dates)) }
        #expect(
            try house.ask(.unmute("2026-12-25"), "sam", .german).lines.map(\.text) == [
                "Freitag, 25. Dezember 2026: weiterhin stumm, im Zeitraum "
                    + "Donnerstag, 24. Dezember 2026 bis Samstag, 26. Dezember 2026; "
                    + "mit `troth unmute 2026-12-24..2026-12-26` hört das auf"
            ])
    }

    @Test func whatStartsWhileEverythingIsStoppedDoesNotComeYet() throws {
        let house = Self.house()
        for id in ["talk", "everything"] { #expect(try house.ask(.stop(id)).exit == .ok) }
        #expect(
            try house.text(.start("talk"))
                == "Talk alone is not stopped any more, but everything still is; `troth start everything` undoes that")
        #expect(
            try house.text(.start("talk"))
                == "error: everything is stopped\nhint: `troth start everything` undoes that")
        #expect(try house.text(.start("everything")) == "it comes to you again from now on")
        #expect(try house.text(.start("talk")) == "Talk was not stopped")
    }
}
