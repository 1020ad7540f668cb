import Foundation
import Testing

/// A second person's invitation on the built service: with the agreement of both alone, and without a word about why.
@Suite(.enabled(if: Machine.hasCompiler)) struct EscalationTests {
    /// Sam's own, each of which may invite somebody an hour after its time, all at one instant.
    private static let rituals = [
        ("walk", "alex"), ("garten", "kim"), ("tea", "alex"), ("swim", "alex"), ("novel", "alex"), ("call", "alex"),
    ]

    private static func schedule(_ clock: ServiceClock, due: String) throws {
        let people = [("sam", "en"), ("alex", "en"), ("kim", "de")].map { id, language in
            """
            [people.\(id)]
            name = "\(id.capitalized)"
            language = "\(language)"
            channels = ["desk"]

            """
        }
        let rituals = rituals.map { id, to in
            """
            [promise.\(id)]
            title = "\(id.capitalized)"
            message = "For {person} only"
            people = ["sam"]
            every = "day at \(due)"
            urgent = true
            escalate = { to = "\(to)", after = "1 h" }

            """
        }
        try clock.home.schedule(
            """
            timezone = "UTC"

            \(people.joined(separator: "\n"))
            [channels.desk]
            type = "command"
            command = ["\(clock.home.path)/desk"]

            \(rituals.joined(separator: "\n"))
            """)
        // A promise's words stay out of the arguments.
        try clock.home.write(
            "desk",
            """
            #!/bin/sh
            exec >>"\(clock.home.path)/$TROTH_PERSON"
            env | grep '^TROTH_'
            cat

            """, mode: 0o755)
    }

    /// Words by which somebody would learn that another said nothing, in both languages.
    private static let tellingWords = [
        "answer", "silen", "unanswered", "missed", "remind", "was for", "yesterday", "has not", "did not", "only",
        "ago", "antwort", "schweig", "noch nicht", "verpasst", "erinner", "gestern", "vor einer stunde",
    ]

    private static func invitation(_ text: String, _ id: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.contains(id) || $0.contains(id.capitalized) }
    }

    @Test func onlyWhereBothAgreedAndNothingWasSaid() async throws {
        let clock = try ServiceClock()
        let home = clock.home
        try clock.set(ahead: 0, kept: true)
        let moment = Moment.date(in: 7200)
        try Self.schedule(clock, due: Moment.clock(at: moment))
        var service = try await home.start(with: clock.environment)
        func say(_ verb: String, _ id: String, _ person: String) {
            #expect(clock.troth(verb, id, "--person", person).code == 0, "\(verb) \(id) \(person)")
        }
        for (id, to) in Self.rituals {
            say("agree", id, "sam")
            if id != "tea" { say("agree", id, to) }
        }
        // Alex never agreed to tea; Alex takes back swim, Sam novel; and Sam does what is called call.
        say("disagree", "swim", "alex")
        try clock.set(justBefore: moment)
        try await eventually("Sam has all six") {
            let text = home.text("sam")
            return Self.rituals.allSatisfy { text.contains("TROTH_RITUAL=promise.\($0.0)\n") }
        }
        try await eventually("that is on record") {
            clock.troth("history", "--person", "sam", "--json").objects.count {
                ($0["attempts"] as? [[String: Any]])?.last?["outcome"] as? String == "delivered"
            } == 6
        }
        say("done", "call", "sam")
        say("disagree", "novel", "sam")
        for person in ["alex", "kim"] {
            #expect(Self.rituals.allSatisfy { Self.invitation(home.text(person), $0.0).isEmpty }, "\(person), too early")
        }

        // What waits for its hour is kept over a restart.
        #expect(try await home.stop(service).code == 0)
        service = try await home.start(with: clock.environment)
        try clock.set(justBefore: moment.addingTimeInterval(3600))
        try await eventually("both invitations come") {
            !Self.invitation(home.text("alex"), "walk").isEmpty && !Self.invitation(home.text("kim"), "garten").isEmpty
        }
        try await eventually("they are on record") {
            ["alex": "walk", "kim": "garten"].allSatisfy { person, id in
                clock.troth("history", "--person", person, "--ritual", id, "--json").objects.contains {
                    ($0["attempts"] as? [[String: Any]])?.last?["outcome"] as? String == "delivered"
                }
            }
        }
        for (person, id) in [("alex", "walk"), ("kim", "garten")] {
            let text = Self.invitation(home.text(person), id).joined(separator: "\n").lowercased()
            #expect(text.contains("sam"), "with whom: \(text)")
            for word in Self.tellingWords { #expect(!text.contains(word), "\(person), \(word): \(text)") }
            // Nor does the record tell them: what became of Sam's own is Sam's to see.
            let seen = clock.troth("history", "--ritual", id, "--person", person)
            #expect(seen.code == 0 && !seen.out.isEmpty && !seen.out.contains("Sam"), "\(seen.out)")
            let why = clock.troth("why", id, "--person", person)
            #expect(why.code == 66 && why.out.isEmpty, "\(why.out)")
        }

        // It comes once, whatever happens next, and of the four others nothing comes at all.
        try clock.set(justBefore: moment.addingTimeInterval(7200))
        #expect(clock.troth("reload").code == 0)
        #expect(clock.troth("test-channel", "desk", "--to", "alex").code == 0)
        #expect(try await home.stop(service).code == 0)
        #expect(home.text("alex").components(separatedBy: "TROTH_RITUAL=promise.").count == 2)
        #expect(home.text("kim").components(separatedBy: "TROTH_RITUAL=promise.").count == 2)
        for id in ["tea", "swim", "novel", "call"] {
            #expect(Self.invitation(home.text("alex"), id).isEmpty, "\(id): \(home.text("alex"))")
        }
    }
}
