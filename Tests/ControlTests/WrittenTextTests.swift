import Control
import Planning
import Testing

/// What people may write by hand is the same everywhere, in any script.
@Suite("Texts by hand") struct WrittenTextTests {
    static let taken = ["نامه\u{200C}ای", "שלום\u{200F}", "zu\u{AD}sammen\u{200B}leben", "Kochen 👩\u{200D}👧"]
    static let refused = ["", " ", "\u{200B}", "a\nb", "a\u{2028}b", "\u{202E}a", "a\u{2067}b", "a\u{1B}[31m"]

    static func verbs(_ text: String) -> [Request.Verb] {
        [
            .promise(text, Request.Promise(to: nil, at: "18:00", ahead: nil, isShared: false)),
            .celebrate(text, Request.Win(day: nil, isShared: false, isYearly: false)),
            .setGoal(text, for: "weekly"),
        ]
    }

    @Test(arguments: taken) func takes(_ text: String) throws {
        let house = GoalVerbTests.House([GoalVerbTests.weekly("weekly", .checkIn, [GoalVerbTests.sam])])
        for verb in Self.verbs(text) {
            let reply = try house.ask(verb)
            #expect(reply.exit == .ok, "\(reply.complaints)")
            #expect(reply.lines.first?.text?.contains(text) ?? false)
        }
    }

    @Test(arguments: refused) func refuses(_ text: String) throws {
        let house = GoalVerbTests.House([GoalVerbTests.weekly("weekly", .checkIn, [GoalVerbTests.sam])])
        for verb in Self.verbs(text) {
            let reply = try house.ask(verb)
            #expect(reply.exit == .usage && !reply.complaints.isEmpty)
        }
    }

    @Test func aLetterIsKeptInItsOwnScript() throws {
        let house = GoalVerbTests.House([])
        let sealed = try house.ask(.sealLetter("\u{FEFF}نامه\u{200C}ای\r\nبرای تو\r\n", to: nil, opens: "2027-12-24"))
        #expect(sealed.exit == .ok, "\(sealed.complaints)")
        #expect(house.ledger.state.undertakings.letters.map(\.text) == ["نامه\u{200C}ای\nبرای تو"])
        let refused = try house.ask(.sealLetter("Dear\nyou\u{1B}", to: nil, opens: "2027-12-24"))
        #expect(refused.exit == .usage)
        #expect(refused.complaints.first == "error: line 2 holds U+001B, a character that a letter cannot keep")
    }
}
