import CivilTime
import Control
import JSON
import Planning
import Recurrence
import Testing

/// `history` and `why`, over a ledger in memory that the planner itself filled. Berlin is at UTC+1 in these weeks.
@Suite("Looking back") struct LookingBackTests {
    private static let (sam, alex) = (PersonID("sam"), PersonID("alex"))
    private static let desk = ChannelID("desk")

    private static func utc(_ text: String) -> Timestamp {
        guard let time = Timestamp(parsing: text) else { preconditionFailure(text) }
        return time
    }

    private static func daily(_ id: String, _ hour: Int, _ people: [PersonID]) -> Ritual {
        var rule = Rule(.daily)
        (rule.hours, rule.minutes, rule.seconds) = ([hour], [0], [0])
        return Ritual(
            id: RitualID(id), kind: .appreciation, title: id.prefix(1).uppercased() + id.dropFirst(),
            recurrence: Recurrence(rule), people: people)
    }

    private static func schedule(_ rituals: [Ritual]) throws -> Schedule {
        let berlin = try Zone(identifier: "Europe/Berlin", posix: "CET-1CEST,M3.5.0,M10.5.0/3")
        let quiet = QuietHours([QuietHours.Span(start: 22 * 60, end: 7 * 60)])
        return Schedule(
            zone: berlin,
            people: [
                Person(
                    id: sam, name: "Sam", zone: berlin, channels: [[desk], [ChannelID("mail")]],
                    pace: Pace(quietHours: quiet, perDay: 2)),
                Person(id: alex, name: "Alex", zone: berlin, channels: [[desk]]),
            ],
            channels: ["desk", "mail"].map {
                ChannelDefinition(id: ChannelID($0), means: .command(CommandMeans(argv: ["true"])))
            }, rituals: rituals)
    }

    /// A household with its record, and a clock that the test moves.
    private struct House {
        var schedule: Schedule
        let ledger = MemoryLedger()
        var planner: Planner
        var now: Timestamp
        /// Whose account asks; nil keeps the service and speaks for everybody.
        var account: String?

        init(_ rituals: [Ritual], at now: String) throws {
            schedule = try LookingBackTests.schedule(rituals)
            self.now = LookingBackTests.utc(now)
            try ledger.commit(Adoption.changes(schedule, ledger.state, at: self.now), durably: true)
            planner = Planner(schedule, ledger.state, at: self.now)
        }

        /// Plans at `time`, and ends what goes out with `outcome`.
        mutating func plan(at time: String, _ outcome: AttemptOutcome = .delivered("shown")) throws {
            now = LookingBackTests.utc(time)
            let plan = planner.plan(at: ClockReading(now: now, isSynchronised: true))
            try ledger.commit(plan.changes, durably: true)
            for delivery in plan.deliveries {
                try take([.begun(delivery.key), .attempted(delivery.key, outcome, at: now)])
            }
        }

        mutating func take(_ changes: [LedgerChange]) throws {
            planner.take(changes)
            try ledger.commit(changes, durably: true)
        }

        mutating func ask(_ verb: Request.Verb, _ person: String? = nil, _ language: Language = .english) throws
            -> Reply
        {
            let caller = Caller(account: account, isKeeper: true, in: planner.schedule)
            let desk = Desk(planner, ledger, at: now, language: language, caller: caller, service: nil)
            let (reply, changes) = desk.answer(Request(verb, person: person, language: language))
            try take(changes)
            return reply
        }

        mutating func why(_ id: String, _ person: String? = nil, _ language: Language = .english) throws -> String {
            let reply = try ask(.why(id), person, language)
            return (reply.lines.compactMap(\.text) + reply.complaints).joined(separator: "\n")
        }
    }

    @Test func whatWasTriedAndAnsweredIsToldInOrder() throws {
        var house = try House([Self.daily("walk", 9, [Self.sam])], at: "2026-11-21T12:00:00Z")
        try house.plan(at: "2026-11-22T08:00:00Z", .transient("451\u{1B}[31m busy", retryAfter: nil))
        try house.plan(at: "2026-11-22T08:01:00Z")
        _ = try house.ask(.snooze("walk", span: "1 h"))
        try house.plan(at: "2026-11-22T09:01:00Z")
        _ = try house.ask(.done("walk"))
        #expect(
            try house.why("walk@2026-11-22") == """
                Walk for Sam, Sunday, 22 November 2026, 09:00; ID walk@2026-11-22
                  It fell due today at 09:00.
                  Tried today at 09:00 by desk, which could not take it then (451 [31m busy).
                  Delivered today at 09:01 by desk (shown).
                  Sam put it off today at 09:01; it was to come back today at 10:01.
                  Delivered today at 10:01 by desk (shown).
                  Sam said done today at 10:01.
                  It closed as done today at 10:01.
                """)
    }

    @Test func whatWaitsSaysForWhat() throws {
        let rituals = [Self.daily("late", 23, [Self.sam])] + (8..<12).map { Self.daily("r\($0)", $0, [Self.sam]) }
        var house = try House(rituals, at: "2026-11-20T12:00:00Z")
        try house.plan(at: "2026-11-20T22:00:00Z")
        #expect(
            try house.why("late").hasPrefix(
                """
                Late for Sam, Friday, 20 November 2026, 23:00; ID late@2026-11-20
                  It fell due today at 23:00.
                  That is within quiet hours, so it was kept until they end: tomorrow at 07:00.
                  It goes out tomorrow at 07:00.
                """))
        for hour in ["06", "07", "08", "09", "10"] { try house.plan(at: "2026-11-21T\(hour):00:00Z") }
        #expect(
            try house.why("r10").contains("The day was full, so it was kept for the next digest: tomorrow at 07:00."))
        try house.plan(at: "2026-11-22T06:00:00Z")
        #expect(try house.why("r10").contains("It went into one message with others, put together today at 07:00."))
    }

    @Test func whatIsToComeIsTold() throws {
        var house = try House(
            [Self.daily("walk", 9, [Self.sam, Self.alex]), Self.daily("late", 23, [Self.sam])],
            at: "2026-11-21T12:00:00Z")
        #expect(
            try house.why("walk@2026-11-22") == """
                Walk for Sam, Sunday, 22 November 2026, 09:00; ID walk@2026-11-22
                  It comes tomorrow at 09:00, by desk, else mail.
                Walk for Alex, Sunday, 22 November 2026, 09:00; ID walk@2026-11-22
                  It comes tomorrow at 09:00, by desk.
                """)
        #expect(
            try house.why("late@2026-11-21").hasSuffix(
                "It is due today at 23:00, within quiet hours, and comes when they end: tomorrow at 07:00, by desk, else mail."
            ))
        _ = try house.ask(.skip("walk@2026-11-22"), "alex")
        #expect(try house.why("walk@2026-11-22", "alex").hasSuffix("It does not come: it is left out."))
        #expect(try house.why("walk@2026-11-22", "sam").hasSuffix("by desk, else mail."))
    }

    @Test func whatNeverCameHasAReason() throws {
        var off = Self.daily("off", 9, [Self.sam])
        off.isOn = false
        var house = try House([Self.daily("walk", 9, [Self.sam]), off], at: "2026-11-21T12:00:00Z")
        #expect(try house.why("off").hasSuffix("it is switched off (`on = false`)."))
        #expect(
            try house.why("walk@2026-11-20").hasSuffix(
                "the ritual as it stands is known here since today at 13:00, and nothing before that comes."))
        // Four days off: all but the newest passed unsent.
        try house.plan(at: "2026-11-25T10:00:00Z")
        #expect(
            try house.why("walk@2026-11-23").hasSuffix(
                "could be sent between \(Self.span), and by then its time had passed."))
        #expect(try house.why("walk@2026-11-25").contains("kept for a good moment"))
        #expect(try house.why("walk@2026-11-25T10").hasPrefix("error: "))
        #expect(try house.why("nothing").hasPrefix("error: "))
        // Sam asks, whom this host does not serve.
        house.account = "sam"
        house.schedule.people[0].user = "sam"
        house.schedule.serves = [Self.alex]
        house.planner = Planner(house.schedule, house.ledger.state, at: house.now)
        #expect(try house.why("walk").hasSuffix("this machine does not serve Sam."))
    }

    private static let span = "Sunday, 22 November 2026, 09:00 and Tuesday, 24 November 2026, 09:00"

    @Test func theSameInGerman() throws {
        var house = try House([Self.daily("walk", 9, [Self.sam])], at: "2026-11-21T12:00:00Z")
        try house.plan(at: "2026-11-22T08:00:00Z")
        _ = try house.ask(.done("walk"))
        #expect(
            try house.why("walk@2026-11-22", nil, .german) == """
                Walk für Sam, Sonntag, 22. November 2026, 09:00; Kennung walk@2026-11-22
                  Fällig war es heute um 09:00.
                  Zugestellt heute um 09:00 über desk (shown).
                  Sam hat es erledigt, gesagt heute um 09:00.
                  Abgeschlossen heute um 09:00: erledigt.
                """)
    }

    @Test func oneAnswerForAllNamesNobody() throws {
        var walk = Self.daily("walk", 9, [Self.sam, Self.alex])
        walk.answer = .any
        var house = try House([walk], at: "2026-11-21T12:00:00Z")
        try house.plan(at: "2026-11-22T08:00:00Z")
        _ = try house.ask(.done("walk"), "alex")
        let told = try house.why("walk@2026-11-22", "sam")
        #expect(
            told.hasSuffix("It closed as done today at 09:00: one answer counts for all, and somebody else gave it."))
        #expect(!told.contains("Alex"))
    }

    // MARK: - History

    @Test func historyFiltersAndPages() throws {
        var house = try House(
            [Self.daily("walk", 9, [Self.sam, Self.alex]), Self.daily("tea", 16, [Self.sam])],
            at: "2026-11-20T16:00:00Z")
        for day in 21...24 {
            try house.plan(at: "2026-11-\(day)T08:00:00Z")
            if day == 22 { _ = try house.ask(.done("walk"), "alex") }
            try house.plan(at: "2026-11-\(day)T15:00:00Z", day == 23 ? .permanent("no") : .delivered(""))
        }
        func lines(_ request: HistoryRequest, _ person: String? = nil) throws -> [String] {
            try house.ask(.history(request), person).lines.compactMap { line in
                line.object.map { "\($0["id"]?.string ?? "-") \($0["person"]?.string ?? "")" }
            }
        }
        #expect(try lines(HistoryRequest(limit: 100)).count == 12)
        #expect(try lines(HistoryRequest(limit: 100, ritual: "tea")).count == 4)
        #expect(try lines(HistoryRequest(limit: 100, outcome: "acknowledged")) == ["walk@2026-11-22 alex"])
        #expect(try lines(HistoryRequest(limit: 100, outcome: "open"), "alex") == ["walk@2026-11-24 alex"])
        #expect(
            try lines(HistoryRequest(since: "2026-11-22", until: "2026-11-22T12:00"), "sam") == ["walk@2026-11-22 sam"])
        #expect(
            try lines(HistoryRequest(since: "1 day"), "sam") == [
                "tea@2026-11-24 sam", "walk@2026-11-24 sam", "tea@2026-11-23 sam",
            ])
        var read: [String] = []
        var request = HistoryRequest(limit: 5)
        for _ in 0..<10 {
            let reply = try house.ask(.history(request))
            read += reply.lines.compactMap { $0.object?["place"]?.string }
            guard let last = reply.lines.last, last.object == nil, let text = last.text else { break }
            #expect(text.hasPrefix("there is more: --before "))
            request.before = text.split(separator: " ").last.map(String.init)
        }
        #expect(read.count == 12 && Set(read).count == 12)
        for bad in [HistoryRequest(since: "soon"), HistoryRequest(outcome: "fine"), HistoryRequest(before: "x")] {
            let reply = try house.ask(.history(bad))
            #expect(reply.exit == .usage && reply.complaints.count == 1 && reply.lines.isEmpty)
        }
    }

    @Test func historyHasItsAttemptsAndAnswers() throws {
        var house = try House([Self.daily("walk", 9, [Self.sam])], at: "2026-11-21T12:00:00Z")
        try house.plan(at: "2026-11-22T08:00:00Z", .transient("451 busy", retryAfter: 40))
        try house.plan(at: "2026-11-22T08:02:00Z")
        _ = try house.ask(.done("walk"))
        let object = try #require(try house.ask(.history(HistoryRequest())).lines.first?.object)
        #expect(
            object["attempts"]?.text
                == #"[{"channel":"desk","round":0,"at":"2026-11-22T08:00:00Z","outcome":"transient","reply":"451 busy","retryAfter":40},"#
                + #"{"channel":"desk","round":0,"at":"2026-11-22T08:02:00Z","outcome":"delivered","reply":"shown"}]"#)
        #expect(object["answers"]?.text == #"[{"at":"2026-11-22T08:02:00Z","answer":"done","lead":"0"}]"#)
    }

    @Test func wordsAndObjectsTellTheSame() throws {
        var house = try House([Self.daily("walk", 9, [Self.sam])], at: "2026-11-21T12:00:00Z")
        func tells() throws -> (text: String, outcome: String?, state: String?) {
            let line = try #require(try house.ask(.history(HistoryRequest())).lines.first)
            let text = try #require(line.text?.split(separator: ": ").last.map(String.init))
            return (text, line.object?["outcome"]?.string, line.object?["state"]?.string)
        }
        try house.plan(at: "2026-11-22T08:00:00Z", .transient("451 busy", retryAfter: 40))
        #expect(try tells() == ("open (451 busy)", nil, "open"))
        try house.plan(at: "2026-11-22T08:02:00Z")
        #expect(try tells() == ("delivered, open", "delivered", "open"))
        _ = try house.ask(.done("walk"))
        #expect(try tells() == ("done", "acknowledged", "closed"))
    }
}
