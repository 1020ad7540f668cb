import Foundation
import Testing

/// Decks as a household uses them: listed, copied to a file and changed, drawn from by the service; and a jar, which
/// nobody but its receiver reads.
@Suite struct DeckTests {
    @Test func decksAreListedAndPrinted() throws {
        let home = try Home()
        let list = home.troth("decks")
        #expect(list.code == 0)
        let names = list.lines.filter { $0.hasPrefix("  ") }.map { $0.split(separator: " ")[0] }
        #expect(names.contains("small-gestures") && names.contains("check-in"))
        #expect(list.out.contains("forgiveness  Forgiveness, in its own time (for one person alone, delicate)"))
        let german = home.troth("decks", with: ["LANG": "de_DE.UTF-8"])
        #expect(german.out.contains("small-gestures  Kleine Gesten (für Paare)"))

        let deck = home.troth("decks", "small-gestures", "--language", "de")
        #expect(deck.code == 0)
        #expect(deck.lines.first == "# Kleine Gesten")
        #expect(deck.lines.count { !$0.hasPrefix("#") } >= 20)

        let unknown = home.troth("decks", "small-gesture")
        #expect(unknown.code == 66)
        #expect(unknown.err == "error: no deck is named `small-gesture`\nhint: did you mean `small-gestures`?\n")
        #expect(home.troth("decks", "--language", "xx").code == 64)
    }

    /// A printed deck is a file that a schedule can name as it is.
    @Test func aPrintedDeckCanBeChanged() throws {
        let home = try Home()
        let printed = home.troth("decks", "date-ideas").out
        try home.write("config/troth/ours.txt", printed + "Row across the lake.\n")
        try home.schedule(Self.schedule("deck.ours", "file = \"ours.txt\"", "deck = \"ours\""))
        let check = home.troth("check")
        #expect(check.code == 0, "\(check.err)")
        #expect(check.out.contains("with a prompt from `ours`"))
    }

    @Test func theServiceDrawsAndAJarStaysClosed() async throws {
        let home = try Home()
        let secret = "Because you sing in the kitchen."
        try home.write("config/troth/reasons.txt", "# For Alex\n\(secret)\n")
        let due = Moment.clock(in: Moment.soon)
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [people.alex]
            name = "Alex"
            channels = ["desk"]

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "-"]
            stdin = "text"

            [deck.reasons]
            from = "sam"
            file = "reasons.txt"

            [deck.tiny]
            prompts = ["The only one."]

            [appreciation.reasons]
            title = "From the jar"
            every = "day at \(due)"
            people = ["alex"]
            deck = "reasons"
            urgent = true

            [ritual.tea]
            every = "day at \(due)"
            people = ["sam"]
            deck = "tiny"
            urgent = true
            """)
        try home.write(
            "receive",
            """
            #!/bin/sh
            said=$(tr '\\n' ' ')
            printf 'for %s about %s: %s\\n' "$TROTH_PERSON" "$TROTH_RITUAL" "$said" >>'\(home.path)/received'

            """, mode: 0o755)
        let service = try await home.start()
        try await eventually("all three are delivered") {
            // Beside them comes the introduction to Alex, whom Sam has put in the schedule.
            let nudges = home.history().filter { $0["ritual"] as? String != "introduction" }
            return nudges.count { $0["outcome"] as? String == "delivered" } == 3
        }
        let received = home.text("received").split(separator: "\n").map(String.init)
        #expect(received.contains { $0.hasPrefix("for alex") && $0.contains("From Sam: \(secret)") }, "\(received)")
        #expect(received.contains { $0.hasPrefix("for sam") && $0.contains("The only one.") }, "\(received)")
        // Whoever fills it hears that it is nearly through, and not what was drawn.
        let note = try #require(received.first { $0.contains("nearly through") })
        #expect(note.hasPrefix("for sam") && note.contains("for Alex") && !note.contains(secret))

        for arguments in [
            ["check"], ["next", "-n", "20"], ["next", "--json"], ["history"], ["history", "--json"], ["status"],
        ] {
            let told = Running.output(Programs.troth, arguments, environment: home.environment)
            #expect(!(told.out + told.err).contains("sing in"), "\(arguments)")
        }
        #expect(!(service.out + service.err).contains("sing in"))
        _ = try await home.stop(service)

        // A mistake in the file is told without its line.
        try home.write("config/troth/reasons.txt", "\(secret)\n\(secret)\n")
        let check = home.troth("check")
        #expect(check.code == 65)
        #expect(check.err.contains("reasons.txt:2:1") && !check.err.contains("sing in"), "\(check.err)")
    }

    private static func schedule(_ deck: String, _ key: String, _ ritual: String) -> String {
        """
        [people.sam]
        name = "Sam"
        channels = ["desk"]

        [channels.desk]
        type = "terminal"

        [\(deck)]
        \(key)

        [ritual.evening]
        every = "Friday at 19:00"
        \(ritual)
        """
    }
}
