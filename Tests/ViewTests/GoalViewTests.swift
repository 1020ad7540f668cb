import CivilTime
import Planning
import Testing

@testable import Daemon

/// Goals and look-backs as the service itself sends them: each person's own view, and nothing of it where anybody on the
/// machine can read.
@Suite struct GoalViewTests {
    static let (sam, alex) = (PersonID("sam"), PersonID("alex"))

    static let text = """
        timezone = "Europe/Berlin"

        [people.sam]
        name = "Sam"
        email = "sam@example.org"
        calendar = true
        channels = [["push", "mail", "quiet"]]

        [people.alex]
        name = "Alex"
        timezone = "America/Chicago"
        language = "de"
        channels = ["push"]

        [people.kid]
        name = "Kid"
        child = true
        channels = ["push"]

        [channels.push]
        type = "command"
        command = ["push", "{title}", "{body}"]

        [channels.quiet]
        type = "command"
        discreet = true
        command = ["push", "{title}", "{body}"]

        [channels.mail]
        type = "email"
        from = "Troth <troth@example.org>"
        sendmail = ["/usr/sbin/sendmail", "-i"]

        [check-in.weekly]
        title = "Our talk"
        message = "Zqmessage"
        every = "Sunday at 19:00"
        ahead = ["1 day"]
        takes = "45 min"
        people = ["sam", "alex"]

        [ritual.dinner]
        title = "Zqdinner with {other}"
        every = "Wednesday at 19:00"
        people = ["sam", "alex"]

        [ritual.gift]
        title = "Zqgift"
        every = "Thursday at 19:00"
        people = ["sam", "kid"]
        hidden-from = ["alex"]

        [check-in.quiet]
        title = "Zqdiscreet"
        every = "Friday at 19:00"
        people = ["sam", "alex"]
        discreet = true

        [reflection.month]
        every = "day 1 of the month at 18:00"
        people = ["sam", "alex"]
        look-back = "1 month"

        """

    static func utc(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }

    static func goal(_ number: Int, _ ritual: String, _ at: Timestamp, by person: PersonID = sam) -> Undertaking {
        .goalSet(Goal(number: number, ritual: RitualID(ritual), person: person, text: "Zqgoal\(number)", at: at))
    }

    /// `Sam push 2026-11-29T…: …`, for what is about a ritual.
    struct Sent {
        var person: PersonID
        var channel: String
        var ritual: String
        var isMoment: Bool
        var at: Timestamp
        var parcel: Parcel
    }

    static func sent(_ run: SimulatedService, until end: String, _ step: (Delivery) -> Void = { _ in }) throws -> [Sent]
    {
        var all: [Sent] = []
        try run.run(until: utc(end)) { delivery, parcel in
            step(delivery)
            for member in delivery.members {
                all.append(
                    Sent(
                        person: parcel.person.id, channel: delivery.key.channel.text, ritual: member.key.ritual.text,
                        isMoment: member.key.lead.isMoment, at: run.clock.now, parcel: parcel))
            }
        }
        return all
    }

    @Test func aGoalComesWithTheNextTalkAlone() throws {
        let start = try Self.utc("2026-11-15T19:00:00Z")
        let run = try SimulatedService(Self.text, at: start)
        try run.undertake([
            Self.goal(1, "weekly", start), Self.goal(2, "weekly", start, by: Self.alex),
            .goalReached(GoalMark(number: 2, at: start)), Self.goal(3, "quiet", start), Self.goal(4, "gift", start),
        ])
        let all = try Self.sent(run, until: "2026-12-07T08:00:00Z")
        let talks = all.filter { $0.ritual == "weekly" && $0.channel == "push" }
        #expect(talks.count { $0.parcel.body.contains("Zqgoal1") } == 4, "ahead and at its moment, for both")
        for talk in talks {
            let isNext = talk.at < (try Self.utc("2026-11-23T00:00:00Z"))
            #expect(talk.parcel.body.contains("Zqgoal1") == isNext && talk.parcel.body.contains("Zqgoal2") == isNext)
            #expect(talk.parcel.body.contains(talk.person == Self.sam ? "about 45 minutes" : "etwa 45 Minuten"))
            #expect(talk.parcel.openBody.map { $0.contains("Zqgoal") } != true && talk.parcel.cover == nil)
            #expect((talk.parcel.openBody != nil) == isNext && talk.parcel.moment?.text == "Zqmessage")
            #expect(talk.parcel.moment?.takes == .minutes(45))
        }
        let german = try #require(talks.first { $0.person == Self.alex && $0.isMoment })
        #expect(
            german.parcel.body.contains(
                "Letztes Mal habt ihr euch vorgenommen: Zqgoal1\nSeit letztem Mal erreicht: Zqgoal2"))
        for parcel in all where parcel.channel == "quiet" || parcel.ritual == "quiet" {
            #expect(!(parcel.parcel.title + parcel.parcel.body).contains("Zq") && parcel.parcel.moment?.takes == nil)
        }
        let gifts = all.filter { $0.parcel.body.contains("Zqgoal4") }
        #expect(
            !gifts.isEmpty
                && gifts.allSatisfy { $0.ritual == "gift" && $0.person != Self.alex && $0.parcel.cover != nil })
    }

    /// What is kept for two months goes when its time is longer over than that, and not before.
    @Test func aGoalGoesWhenItsTimeIsLongOver() throws {
        let start = try Self.utc("2026-11-15T19:00:00Z")
        let run = try SimulatedService("keep = \"2 months\"\n" + Self.text, at: start)
        try run.undertake([Self.goal(1, "weekly", start), Self.goal(2, "weekly", start.adding(seconds: 7 * 86_400))])
        for (end, left) in [("2027-01-20T12:00:00Z", [1, 2]), ("2027-01-25T12:00:00Z", [2]), ("2027-02-02T12:00:00Z", [])] {
            _ = try Self.sent(run, until: end)
            run.service.tidy()
            #expect(run.ledger.state.undertakings.goals.map(\.number) == left, "\(end)")
            #expect(run.service.planner.state.undertakings.goals.map(\.number) == left)
        }
    }

    @Test func aLookBackIsItsReadersOwn() throws {
        let start = try Self.utc("2026-11-01T19:00:00Z")
        let run = try SimulatedService(Self.text, at: start)
        let day = try #require(CivilDate(parsing: "2026-11-10"))
        func win(_ number: Int, _ text: String, _ person: PersonID, isShared: Bool, _ day: CivilDate) -> Undertaking {
            .celebrated(
                SmallWin(
                    number: number, person: person, day: day, text: text, isShared: isShared, isYearly: false, at: start
                ))
        }
        try run.undertake([
            win(1, "Zqsams", Self.sam, isShared: false, day), win(2, "Zqshared", Self.sam, isShared: true, day),
            win(3, "Zqalexs", Self.alex, isShared: false, day),
            win(4, "Zqmuted", Self.sam, isShared: true, day.adding(days: 2)),
            win(5, "Zqold", Self.sam, isShared: true, day.adding(days: -40)),
            Self.goal(1, "quiet", start), .goalReached(GoalMark(number: 1, at: start)),
        ])
        // A date that hurts Alex.
        let muted = try Self.utc("2026-11-12T06:00:00Z")
        try run.take([
            .wished(
                Wish(.mute, .everything, by: Self.alex, from: muted, until: muted.adding(seconds: 86_400)), at: start)
        ])
        var answered: [LedgerChange] = []
        let all = try Self.sent(run, until: "2026-12-02T08:00:00Z") { delivery in
            for member in delivery.members where member.key.lead.isMoment {
                let answers = Answers(run.service.planner, at: run.clock.now)
                guard run.service.planner.ritual(member.key.ritual)?.kind != .reflection,
                    let done = try? answers.done(AnswerTarget(member.key), by: member.key.person.text)
                else { continue }
                answered = done.changes
                try? run.take(answered)
            }
        }
        #expect(!answered.isEmpty)
        let backs = all.filter { $0.ritual == "month" && $0.at > start.adding(seconds: 86_400) }
        func body(_ person: PersonID, _ channel: String) throws -> String {
            let sent = backs.first { $0.person == person && $0.channel == channel }
            return try #require(sent).parcel.body
        }
        let (mail, push, quiet) = (try body(Self.sam, "mail"), try body(Self.sam, "push"), try body(Self.sam, "quiet"))
        for text in [mail, push] {
            #expect(text.contains("Zqsams") && text.contains("Zqshared") && text.contains("Zqmuted"), "\(text)")
            #expect(text.contains("Zqdinner with Alex") && text.contains("Zqgift"))
            for word in ["Zqalexs", "Zqold", "Zqdiscreet", "Zqgoal"] {
                #expect(!text.contains(word), "\(word): \(text)")
            }
        }
        #expect(mail.hasPrefix("Looking back, from 1 November 2026 to 1 December 2026\n\nSmall wins\n"))
        #expect(mail.contains("– Our talk: ") && !push.contains("– Our talk: "))
        #expect(push.hasSuffix("`troth lookback --since 2026-11-01` shows all of it."))
        #expect(quiet.isEmpty)
        let german = try body(Self.alex, "push")
        #expect(german.hasPrefix("Ein Blick zurück, vom 1. November 2026 bis zum 1. Dezember 2026:\n"))
        #expect(german.contains("Zqshared") && german.contains("Zqalexs") && german.contains("Zqdinner with Sam"))
        for word in ["Zqsams", "Zqgift", "Zqmuted", "Zqdiscreet"] {
            #expect(!german.contains(word), "\(word): \(german)")
        }
        // A reflection is nobody else's: its command lines say nothing of it.
        #expect(backs.allSatisfy { $0.parcel.cover != nil && $0.parcel.moment?.text == "" })
    }
}
