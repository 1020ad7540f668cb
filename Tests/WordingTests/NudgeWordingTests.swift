import CivilTime
import Planning
import Recurrence
import Testing

@testable import Wording

@Suite struct NudgeWordingTests {
    static func person(_ id: String, _ name: String, _ language: Language = .english, zone: Zone? = nil) -> Person {
        Person(
            id: PersonID(id), name: name, zone: zone ?? DateWordingTests.berlin ?? .utc, language: language,
            channels: [])
    }

    static let chicago: Zone? = try? Zone(identifier: "America/Chicago", posix: "CST6CDT,M3.2.0,M11.1.0")

    static func facts(
        _ kind: Kind = .checkIn, title: String? = nil, message: String? = nil, prompts: [String] = [],
        for reader: Person, others: [Person] = [], moment: String = "2026-11-22T18:00:00Z", lead: Lead = .moment,
        ordinal: Int? = nil, isLate: Bool = false, prompt: UInt64? = nil
    ) -> NudgeFacts {
        let moment = DateWordingTests.at(moment)
        let ritual = Ritual(
            id: RitualID("weekly"), kind: kind, title: title, message: message, prompts: prompts,
            recurrence: Recurrence(Rule(.weekly)), people: [reader.id] + others.map(\.id))
        let name = OccurrenceName(ritual: ritual.id, key: .wall(moment.utc))
        let record = NudgeRecord(
            key: NudgeKey(occurrence: name, lead: lead, person: reader.id), due: moment, moment: moment,
            ordinal: ordinal, closes: moment, notBefore: moment, isLate: isLate, prompts: prompt.map { [$0] } ?? [])
        return NudgeFacts(ritual: ritual, record: record, person: reader, others: others)
    }

    static func say(_ facts: NudgeFacts, _ now: String) -> RenderedNudge {
        NudgeWording.nudge(facts, now: DateWordingTests.at(now))
    }

    @Test func theFooterSaysHowToStop() {
        let (sam, kim) = (Self.person("sam", "Sam"), Self.person("kim", "Kim", .german))
        #expect(
            NudgeWording.footer(sam, stop: HowToStop()) == """
                You get this because you are in a schedule that Troth keeps.
                Nobody reads replies to it. To get no more of it, tell whoever keeps the schedule.
                """)
        #expect(
            NudgeWording.footer(kim, stop: HowToStop(repliesTo: "Alex")) == """
                Du bekommst das, weil du in einem Plan stehst, den Troth führt.
                Wenn du nichts mehr davon bekommen willst, antworte einfach: Deine Antwort geht an Alex.
                """)
    }

    @Test func homeworkSaysWhoReadsRepliesAndWhomToCall() {
        let (sam, kim) = (Self.person("sam", "Sam"), Self.person("kim", "Kim", .german))
        let footer = NudgeWording.footer(sam, stop: HowToStop(), help: ["Dr. Kim, 030 123", "the night line"])
        #expect(footer.hasPrefix("For anything urgent: Dr. Kim, 030 123; the night line.\n"))
        #expect(footer.contains("Nobody reads replies to it."))
        #expect(NudgeWording.footer(kim, stop: HowToStop(), help: []).hasPrefix("Ist etwas dringend, ruf in der Beratung an"))
    }

    @Test func whatIsToBeDoneByThenIsSaidAhead() {
        var facts = Self.facts(title: "Session", for: Self.person("sam", "Sam"), lead: Lead(.days(3)))
        facts.ritual.todo = ["Practise twice", "One moment each"]
        #expect(
            Self.say(facts, "2026-11-19T18:00:00Z").body == """
                It is on Sunday, 22 November at 19:00, in 3 days.
                Until then, if you can:
                – Practise twice
                – One moment each
                """)
        var moment = Self.facts(title: "Session", for: Self.person("sam", "Sam"))
        moment.ritual.todo = facts.ritual.todo
        #expect(Self.say(moment, "2026-11-22T18:00:00Z").body.isEmpty)
    }

    @Test func aLetterComesExactlyAsItWasWritten() throws {
        let (sam, kim) = (Self.person("sam", "Sam"), Self.person("kim", "Kim", .german))
        let opens = try #require(CivilDate(parsing: "2026-11-22"))
        func said(to reader: Person, from writer: Person) -> RenderedNudge {
            var facts = Self.facts(.ritual, for: reader, others: [writer].filter { $0.id != reader.id })
            facts.ritual.letter = .sealed(
                SealedLetter(
                    number: 4, writer: writer.id, reader: reader.id, opens: opens, text: "Dear {other},\n\nyes.",
                    at: DateWordingTests.at("2026-05-03T08:00:00Z")))
            return Self.say(facts, "2026-11-22T18:00:00Z")
        }
        let letter = said(to: sam, from: kim)
        #expect(letter.title == "A letter for you")
        #expect(
            letter.body == """
                Kim wrote this to you on Sunday, 3 May 2026:
                Dear {other},

                yes.
                `troth letter read 4` shows it again.
                """)
        #expect(said(to: kim, from: kim).body.hasPrefix("Das hast du dir am Sonntag, 3. Mai 2026 selbst geschrieben:\n"))
    }

    /// Whoever is invited to a repair reads what it is not for, and whom to call, before anything is asked of them.
    @Test func anInvitationToARepairSaysWhatItIsNotFor() throws {
        let (sam, kim) = (Self.person("sam", "Sam"), Self.person("kim", "Kim", .german))
        func lines(for reader: Person, _ other: Person) -> [String] {
            var facts = Self.facts(.repair, for: reader, others: [other])
            facts.ritual.repair = Repair.Part(step: .coolDown, people: [sam.id, kim.id], began: sam.id)
            facts.help = ["Dr. Kim, 030 123"]
            return Self.say(facts, "2026-11-22T18:00:00Z").body.split(separator: "\n").map(String.init)
        }
        let invited = lines(for: kim, sam)
        #expect(invited[0].contains("Sam möchte") && invited[0].contains("Niemand erfährt davon"))
        #expect(invited[1].contains("nicht für Angst, Drohungen"))
        #expect(invited[3] == "  Dr. Kim, 030 123")
        #expect(invited.count == 5)
        #expect(lines(for: sam, kim).count == 1)
    }

    @Test func anUnsentLetterStaysWithWhoWritesIt() {
        var facts = Self.facts(.ritual, for: Self.person("sam", "Sam"))
        facts.ritual.letter = .unsent
        let said = Self.say(facts, "2026-11-22T18:00:00Z")
        #expect(said.title == "A letter that stays with you")
        #expect(said.body.contains("nothing of it is kept here"))
    }

    @Test func aChangeIsToldNeutrally() {
        for (language, expected) in [
            (Language.english, ["comes at another time", "is off this time", "rests for a while", "comes again"]),
            (.german, ["kommt zu einer anderen Zeit", "fällt diesmal aus", "ruht eine Weile", "kommt wieder"]),
        ] {
            let sam = Self.person("sam", "Sam", language)
            var facts = Self.facts(.ritual, for: sam)
            let items = Planning.Notice.Change.allCases.map {
                Notice.Item(RitualID("weekly"), $0, DateWordingTests.at("2026-11-29T18:00:00Z"))
            }
            facts.ritual.notice = Notice(number: 1, person: sam.id, items: items, at: facts.record.moment)
            facts.about[RitualID("weekly")] = Self.facts(title: "Our talk", for: sam).ritual
            let lines = Self.say(facts, "2026-11-22T18:00:00Z").body.split(separator: "\n")
            #expect(lines.count == expected.count)
            for (line, words) in zip(lines, expected) {
                #expect(line.contains(words) && line.contains("Our talk") && line.contains("19:00"), "\(line)")
            }
        }
    }

    @Test func atItsMoment() {
        let said = Self.say(
            Self.facts(title: "Weekly check-in", message: "How was it?", for: Self.person("sam", "Sam")),
            "2026-11-22T18:00:01Z")
        #expect(said == RenderedNudge(title: "Weekly check-in", body: "How was it?", when: "today at 19:00"))
    }

    @Test func aheadSaysWhatTrulyRemains() {
        let sam = Self.person("sam", "Sam")
        // The lead of three weeks goes out two days ahead: it says two days.
        let facts = Self.facts(.milestone, title: "Wedding day", for: sam, lead: Lead(.weeks(3)), ordinal: 7)
        let said = Self.say(facts, "2026-11-20T18:00:00Z")
        #expect(said.title == "Wedding day: your 7th")
        #expect(said.body == "It is on Sunday, 22 November at 19:00, in 2 days.")
        let german = Self.say(
            Self.facts(.milestone, title: "Hochzeitstag", for: Self.person("sam", "Sam", .german), ordinal: 7),
            "2026-11-21T18:00:00Z")
        #expect(german.title == "Hochzeitstag: zum 7. Mal")
        #expect(german.body == "Es ist morgen um 19:00, in 1 Tag.")
    }

    @Test func lateIsGentle() {
        let late = Self.facts(title: "Walk", for: Self.person("sam", "Sam"), isLate: true)
        #expect(Self.say(late, "2026-11-22T20:00:00Z").body == "This was for today at 19:00.")
        let german = Self.facts(title: "Spaziergang", for: Self.person("sam", "Sam", .german), isLate: true)
        #expect(Self.say(german, "2026-11-23T07:00:00Z").body == "Das war für gestern um 19:00.")
    }

    /// Together is one instant, told in each person's own time.
    @Test func togetherAcrossZones() throws {
        let sam = Self.person("sam", "Sam")
        let chicago = try #require(Self.chicago)
        let alex = Self.person("alex", "Alex", zone: chicago)
        let now = "2026-11-22T18:00:00Z"
        #expect(Self.say(Self.facts(for: sam, others: [alex]), now).body == "That is 19:00 for you (CET).")
        let far = Self.say(Self.facts(for: alex, others: [sam]), now)
        #expect(far.body == "That is 12:00 for you (CST).")
        #expect(far.when == "today at 12:00")
    }

    /// Seconds, English, German.
    static let shifts: [(Int64, String, String)] = [
        (3600, "an hour later", "eine Stunde später"), (-3600, "an hour earlier", "eine Stunde früher"),
        (1800, "30 minutes later", "30 Minuten später"), (-1800, "30 minutes earlier", "30 Minuten früher"),
        (7200, "2 hours later", "2 Stunden später"),
        (-5400, "1 hour and 30 minutes earlier", "1 Stunde und 30 Minuten früher"),
    ]

    /// The first Sunday of Chicago's summer time, while Berlin still has winter time.
    @Test(arguments: shifts)
    func aClockChangeIsSaid(seconds: Int64, english: String, german: String) throws {
        let chicago = try #require(Self.chicago)
        for (language, body) in [
            (
                Language.english,
                "It is tomorrow at 13:00, in 1 day.\nThat is 13:00 for you (CDT).\n"
                    + "That is \(english) for you than last time, because of a clock change."
            ),
            (
                Language.german,
                "Es ist morgen um 13:00, in 1 Tag.\nBei dir ist das 13:00 (CDT).\n"
                    + "Bei dir ist das \(german) als letztes Mal, wegen einer Zeitumstellung."
            ),
        ] {
            let alex = Self.person("alex", "Alex", language, zone: chicago)
            var facts = Self.facts(for: alex, others: [Self.person("sam", "Sam")], moment: "2026-03-08T18:00:00Z")
            facts.clockShift = seconds
            #expect(Self.say(facts, "2026-03-07T19:00:00Z").body == body)
        }
        #expect(NudgeWording.shift(0, .english) == nil)
    }

    @Test func fillsInNames() {
        let (sam, alex, kim) = (Self.person("sam", "Sam"), Self.person("alex", "Alex"), Self.person("kim", "{person}"))
        let prompts = ["What did {other} do?", "{person} and {other} {unknown} {"]
        let facts = Self.facts(
            title: "For {other}", prompts: prompts, for: sam, others: [alex, kim], prompt: stableHash(prompts[1]))
        let said = Self.say(facts, "2026-11-22T18:00:00Z")
        #expect(said.title == "For Alex and {person}")
        #expect(said.body == "Sam and Alex and {person} {unknown} {")
    }

    @Test(arguments: Kind.allCases)
    func everyKindHasATitle(kind: Kind) {
        let titles = Language.allCases.map { language in
            Self.say(Self.facts(kind, for: Self.person("sam", "Sam", language)), "2026-11-22T18:00:00Z").title
        }
        #expect(titles.allSatisfy { !$0.isEmpty })
        #expect(Set(titles).count == titles.count)
    }

    @Test(arguments: [1, 2, 9, 10, 11, 14])
    func gatheredIsShort(count: Int) {
        let sam = Self.person("sam", "Sam")
        let several = (0..<count).map { Self.facts(title: "Walk \($0)", for: sam, isLate: true) }
        let said = NudgeWording.gathered(several, now: DateWordingTests.at("2026-11-23T07:00:00Z"))
        let lines = said.body.split(separator: "\n")
        #expect(said.title == "A few things for you")
        #expect(lines.count == 1 + min(count, 10))
        #expect(lines[1] == "– Walk 0 (yesterday at 19:00)")
        #expect((lines.last == "And \(count - 9) more.") == (count > 10))
    }

    @Test func statusSpeaksOfNoTitle() throws {
        let zone = try #require(DateWordingTests.berlin)
        func line(
            _ next: String?, hold: Hold? = nil, mistakes: Int = 0, failing: [String] = [], isTrying: Bool = false,
            refuses: Bool = false,
            rituals: Int = 3, _ language: Language = .english
        ) -> String {
            StatusWording.line(
                rituals: rituals, next: next.map(DateWordingTests.at),
                now: DateWordingTests.at("2026-11-20T07:00:00Z"), zone: zone, hold: hold, mistakes: mistakes,
                failing: failing.map {
                    FailingChannel(
                        channel: ChannelID($0), since: DateWordingTests.at("2026-11-19T07:00:00Z"), tries: 4)
                }, isTrying: isTrying, recordRefuses: refuses, language: language)
        }
        let sunday = "2026-11-22T18:00:00Z"
        #expect(line(sunday) == "next: Sun 19:00 · 3 rituals · all delivered")
        #expect(line(sunday, rituals: 1, .german) == "als Nächstes: So 19:00 · 1 Ritual · alles zugestellt")
        #expect(line(nil) == "nothing to come · 3 rituals · all delivered")
        #expect(line("2027-01-01T08:00:00Z").hasPrefix("next: Fri, 1 January ·"))
        #expect(
            line(sunday, hold: .clockBehind(newest: Timestamp(seconds: 0)))
                == "waiting for the clock: it is behind the record · 3 rituals")
        #expect(
            line(sunday, mistakes: 2, failing: ["email", "phone"])
                == "next: Sun 19:00 · 3 rituals · the new schedule has 2 mistakes, the last good one goes on · "
                + "not getting through: email (since Thu 08:00) and phone (since Thu 08:00)")
        #expect(line(sunday, isTrying: true) == "next: Sun 19:00 · 3 rituals")
        #expect(line(sunday, refuses: true) == "next: Sun 19:00 · 3 rituals · the record cannot be written")
    }
}
