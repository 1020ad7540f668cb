import CivilTime
import Control
import JSON
import Planning
import Recurrence
import Testing

/// Goals as somebody sets and sees them. It is Sunday, 22 November 2026; the talk is at 19:00 in UTC.
@Suite("Goals by hand") struct GoalVerbTests {
    static let (sam, alex, kid) = (PersonID("sam"), PersonID("alex"), PersonID("kid"))

    static func utc(_ text: String) -> Timestamp {
        guard let time = Timestamp(parsing: text) else { preconditionFailure(text) }
        return time
    }

    static func weekly(_ id: String, _ kind: Kind, _ people: [PersonID], _ change: (inout Ritual) -> Void = { _ in })
        -> Ritual
    {
        var rule = Rule(.weekly)
        (rule.weekdays, rule.hours, rule.minutes, rule.seconds) = ([6], [19], [0], [0])
        var ritual = Ritual(
            id: RitualID(id), kind: kind, title: id.prefix(1).uppercased() + id.dropFirst(),
            recurrence: Recurrence(rule),
            people: people)
        change(&ritual)
        return ritual
    }

    /// A record and the time, and whoever asks.
    struct House {
        var schedule: Schedule
        let ledger = MemoryLedger()
        var now = GoalVerbTests.utc("2026-11-22T19:20:00Z")

        init(_ rituals: [Ritual]) {
            schedule = Schedule(
                zone: .utc,
                people: [sam, alex, kid].map { id in
                    let name = id.text.prefix(1).uppercased() + id.text.dropFirst()
                    return Person(id: id, name: name, user: id.text, zone: .utc, channels: [])
                }, channels: [], rituals: rituals)
        }

        /// The lines, the complaints, and the exit code.
        func ask(_ verb: Request.Verb, _ account: String = "sam", _ language: Language = .english) throws -> Reply {
            let caller = Caller(account: account, isKeeper: false, in: schedule)
            let desk = Desk(
                Planner(schedule, ledger.state, at: now), ledger, at: now, language: language, caller: caller,
                service: nil)
            let (reply, changes) = desk.answer(Request(verb, language: language))
            try ledger.commit(changes, durably: true)
            return reply
        }

        func text(_ verb: Request.Verb, _ account: String = "sam") throws -> String {
            let reply = try ask(verb, account)
            return (reply.lines.compactMap(\.text) + reply.complaints).joined(separator: "\n")
        }
    }

    @Test func whoSitsDownTogetherSeesThemTogether() throws {
        var house = House([Self.weekly("talk", .checkIn, [Self.sam, Self.alex])])
        #expect(
            try house.text(.setGoal("Cook together", for: nil))
                == "noted as goal 1: “Cook together”. It comes with “Talk”, on Sunday, 29 November at 19:00. You see it, and so does Alex."
        )
        #expect(try house.text(.setGoal("Call the bank", for: "check-in.talk"), "alex").hasPrefix("noted as goal 2: "))
        #expect(
            try house.text(.goals)
                == "1: “Cook together”, for next time (“Talk”)\n2: “Call the bank”, for next time (“Talk”)")
        #expect(try house.text(.goals) == house.text(.goals, "alex"))
        #expect(try house.text(.reachGoal("1"), "alex") == "how good: “Cook together” is reached")
        #expect(try house.text(.dropGoal("2")) == "goal 2 is let go, and its text is gone")
        // At the next talk it is last time's; whoever is at the table early sees it, too.
        for now in ["2026-11-29T18:10:00Z", "2026-11-29T19:40:00Z"] {
            house.now = Self.utc(now)
            #expect(try house.text(.goals) == "1: “Cook together”, from last time (“Talk”), reached")
        }
        let object = try #require(try house.ask(.goals).lines.first?.object)
        #expect(
            object.text
                == #"{"goal":1,"ritual":"check-in.talk","text":"Cook together","by":"sam","set":"2026-11-22T19:20:00Z","time":"last","reached":true}"#
        )
        house.now = Self.utc("2026-12-06T18:30:00Z")
        #expect(try house.text(.goals) == "nothing is set for next time")
    }

    @Test func nobodyElseHearsOfThem() throws {
        let house = House([
            Self.weekly("talk", .checkIn, [Self.sam, Self.alex]),
            Self.weekly("secret", .ritual, [Self.sam, Self.kid]) { $0.secrecy = Secrecy(from: [Self.alex]) },
            Self.weekly("own", .reflection, [Self.sam, Self.alex]),
        ])
        for name in ["talk", "secret", "own"] { #expect(try house.ask(.setGoal("Zq \(name)", for: name)).exit == .ok) }
        #expect(try house.text(.goals, "alex") == "1: “Zq talk”, for next time (“Talk”)")
        #expect(try house.text(.goals, "kid") == "2: “Zq secret”, for next time (“Secret”)")
        for (account, number) in [("alex", "2"), ("alex", "3"), ("kid", "1"), ("kid", "3"), ("alex", "9")] {
            for verb in [Request.Verb.reachGoal(number), .dropGoal(number)] {
                #expect(try house.ask(verb, account).exit == .noInput)
                #expect(try house.text(verb, account).hasPrefix("error: no goal has the number `\(number)`"))
            }
        }
        #expect(try house.text(.setGoal("x", for: "secret"), "alex") == "error: no ritual is named `secret`")
        #expect(try house.text(.setGoal("x", for: "nothing"), "alex") == "error: no ritual is named `nothing`")
        #expect(house.ledger.state.undertakings.goals.count == 3)
    }

    static let refused: [(String, String?, ExitCode, String)] = [
        ("", nil, .usage, "a line of text"), ("two\nlines", nil, .usage, "a line of text"),
        ("\u{1B}[31m", "talk", .usage, "a line of text"), ("x", "coffee", .usage, "no goals go with “Coffee”"),
        ("x", "nothing", .noInput, "no ritual is named"), ("x", "over", .usage, "does not come again"),
        ("x", "off", .usage, "does not come again"),
    ]

    @Test(arguments: refused) func whatCannotBeSetIsSaid(text: String, name: String?, exit: ExitCode, words: String)
        throws
    {
        let house = House([
            Self.weekly("talk", .checkIn, [Self.sam]), Self.weekly("coffee", .appreciation, [Self.sam]),
            Self.weekly("over", .ritual, [Self.sam]) {
                $0.recurrence = Recurrence(rules: [], dates: [Self.utc("2026-01-01T00:00:00Z").utc])
            },
            Self.weekly("off", .ritual, [Self.sam]) { $0.isOn = false },
        ])
        let reply = try house.ask(.setGoal(text, for: name))
        #expect(reply.exit == exit)
        #expect(reply.complaints.joined().contains(words), "\(reply.complaints)")
        #expect(house.ledger.state.undertakings.goals.isEmpty)
    }

    @Test func whichCheckInIsNeverGuessed() throws {
        let two = House([Self.weekly("talk", .checkIn, [Self.sam]), Self.weekly("money", .checkIn, [Self.sam])])
        #expect(try two.text(.setGoal("x", for: nil)).contains("`talk` and `money`"))
        #expect(try House([]).text(.setGoal("x", for: nil)).contains("there is no check-in"))
    }

    @Test func theyAreFew() throws {
        let house = House([Self.weekly("talk", .checkIn, [Self.sam])])
        for number in 1...Goal.most { #expect(try house.ask(.setGoal("Step \(number)", for: nil)).exit == .ok) }
        #expect(try house.text(.setGoal("One more", for: nil)).contains("5 goals for next time already"))
        #expect(try house.ask(.dropGoal("3")).exit == .ok)
        #expect(try house.ask(.setGoal("One more", for: nil)).exit == .ok)
    }

    @Test func whatSaysNothingInMessagesIsSaidSo() throws {
        let house = House([Self.weekly("talk", .checkIn, [Self.sam]) { $0.isDiscreet = true }])
        #expect(try house.text(.setGoal("Cook", for: nil)).hasSuffix("`troth goal list` shows it."))
    }

    @Test func theirOwnerTakesThemAlong() throws {
        let house = House([Self.weekly("talk", .checkIn, [Self.sam, Self.alex])])
        _ = try house.ask(.setGoal("Cook", for: nil))
        let caller = Caller(account: "sam", isKeeper: false, in: house.schedule)
        let desk = Desk(
            Planner(house.schedule, house.ledger.state, at: house.now), house.ledger, at: house.now, language: .english,
            caller: caller, service: nil)
        let records = desk.answer(Request(.records(before: nil), person: "sam")).reply.lines.compactMap(\.object)
        #expect(records.contains { $0["record"]?.string == "goal" && $0["text"]?.string == "Cook" })
    }
}
