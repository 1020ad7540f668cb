import CivilTime
import Control
import Foundation
import Planning
import Testing
import Wording

@testable import Daemon

/// What the command line prints is to somebody who hears it: every word said, and nothing told by a column, a picture or
/// a colour.
@Suite struct TerminalReadAloudTests {
    /// Two days of a household with all kinds, in which every delivery ends in another way, and some are answered.
    private static func service(_ language: Language) throws -> SimulatedService {
        func utc(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }
        let text = ReadAloudTests.schedule(language) + """

            [appreciation.again]
            every = "day at 08:00"
            people = ["sam"]
            again = "3 h"

            [promise.walk]
            every = "day at 08:30"
            people = ["sam"]
            escalate = { to = "alex", after = "1 day" }
            """
        let run = try SimulatedService(text, at: utc("2027-03-25T12:00:00Z"))
        let outcomes: [AttemptOutcome] = [
            .delivered("250 taken"), .transient("451 later", retryAfter: nil), .permanent("550 no such box"),
            .uncertain("no outcome was recorded"), .unreachable("no network"),
        ]
        var ended = 0
        let end = try utc("2027-03-27T08:30:00Z")
        while run.clock.now < end {
            let plan = run.service.planner.plan(at: run.clock.read())
            _ = try run.ledger.commit(plan.changes, durably: true)
            for delivery in plan.deliveries {
                let isAgain = delivery.members.contains { $0.key.ritual.text == "again" }
                try run.take([
                    .begun(delivery.key),
                    .attempted(delivery.key, isAgain ? outcomes[0] : outcomes[ended % 5], at: run.clock.now),
                ])
                if !isAgain { ended += 1 }
                guard let member = delivery.members.first?.key, !isAgain, ended % 3 == 0 else { continue }
                let verb: Request.Verb =
                    [.done(member.ritual.text), .skip(member.ritual.text), .snooze(member.ritual.text, span: "1 h")][
                        ended / 3 % 3]
                let (_, changes) = desk(run, language).answer(
                    Request(verb, person: member.person.text, language: language))
                try run.take(changes)
            }
            let next = max(plan.wakeAt ?? end, Timestamp(microseconds: run.clock.now.microseconds + 1_000_000))
            run.clock.now = min(next, end)
        }
        return run
    }

    private static func desk(_ run: SimulatedService, _ language: Language) -> Desk {
        let facts = Desk.ServiceFacts(
            status: run.service.statusLine(in: language), process: 1, mistakes: ["troth.toml:1:1: error: x"])
        return Desk(
            run.service.planner, run.ledger, at: run.clock.now, language: language,
            caller: Caller(account: nil, isKeeper: true, in: run.schedule), service: facts)
    }

    /// Says what a line tells only to eyes.
    private static func expectSaid(_ text: String, _ place: String) {
        // What stands between backquotes is typed or quoted as it is.
        let words = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "quoted" }.joined()
        #expect(Speakable.isSpoken(words), "\(place): \(text)")
        #expect(Speakable.unspoken(in: words) == [], "\(place): \(text)")
        // Two spaces begin a column, except where a line stands under another one.
        #expect(!words.drop { $0 == " " }.contains("  "), "\(place): \(text)")
    }

    private static func lines(_ reply: Reply) -> [String] {
        (reply.lines.compactMap(\.text) + reply.complaints).flatMap {
            $0.split(separator: "\n").map(String.init)
        }
    }

    @Test(arguments: Language.allCases)
    func whatIsAskedIsSaid(_ language: Language) throws {
        let run = try Self.service(language)
        let desk = Self.desk(run, language)
        var said = 0
        func ask(_ verb: Request.Verb, _ person: String? = nil) -> [String] {
            let (reply, _) = desk.answer(Request(verb, person: person, language: language))
            let lines = Self.lines(reply)
            for line in lines { Self.expectSaid(line, "\(verb)") }
            said += lines.count
            return lines
        }
        let next = ask(.next(count: 60))
        let history = ask(.history(HistoryRequest(limit: 500)))
        #expect(next.count > 30 && history.count > 30)
        // A nudge that comes again says so in words.
        #expect(next.contains { $0.contains(language == .english ? "once more" : "noch einmal") }, "\(next)")
        for id in run.schedule.rituals.map(\.id.text) { #expect(!ask(.why(id)).isEmpty) }
        _ = ask(.status)
        for person in ["sam", "alex"] { for verb in [Request.Verb.stop(nil), .agree(nil)] { _ = ask(verb, person) } }
        for verb in [Request.Verb.done("nothing"), .why("nothing"), .mute("x"), .history(HistoryRequest(outcome: "x"))] {
            #expect(!ask(verb, "sam").isEmpty)
        }
        #expect(said > 150)
        // Each way that a nudge can end has words of its own.
        let ends = Set(history.compactMap { $0.split(separator: ": ").last })
        #expect(ends.count >= 4, "\(ends)")
    }

    /// Every step of a trial, and how each can end.
    @Test(arguments: Language.allCases)
    func aTrialIsSaid(_ language: Language) {
        let steps: [ChannelStep] = [
            .started(program: "/usr/bin/push", input: 12), .ended(code: 3), .signalled(9), .timedOut,
            .connected("127.0.0.1 port 25"), .said("250 taken"), .found("dunst"), .numbered(7), .stillThere,
        ]
        let outcomes: [AttemptOutcome] = [
            .delivered(""), .transient("451", retryAfter: nil), .permanent("550"), .uncertain("lost"),
            .unreachable("no network"),
        ]
        for outcome in outcomes {
            var trial = ChannelTrialReport(CommandWording(language), channel: "desk", person: "Sam")
            for step in steps { trial.note(step) }
            let lines = Self.lines(trial.reply(outcome))
            #expect(lines.count == steps.count + 1 && Set(lines).count == lines.count)
            for line in lines { Self.expectSaid(line, "\(outcome)") }
        }
    }

    /// Who gets what and when, and what is wrong: of a mistake the place, the words and the hint are said; the piece of
    /// the file with its mark below is one more picture of the place.
    @Test(arguments: Language.allCases)
    func aCheckIsSaid(_ language: Language) throws {
        let now = try #require(Timestamp(parsing: "2027-03-26T12:00:00Z"))
        func check(_ text: String) throws(StartFault) -> [String] {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("check-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent("troth.toml").path
            try? Data(text.utf8).write(to: URL(fileURLWithPath: file))
            let store = ScheduleStore(Paths(config: file, state: folder.path))
            let checked = try store.check(at: now, in: language)
            return checked.sentences + checked.warnings
        }
        let good = try check(ReadAloudTests.schedule(language))
        #expect(good.count > 10)
        for line in Self.toldLines(good) { Self.expectSaid(line, "check") }

        let error = #expect(throws: StartFault.self) { _ = try check(Self.mistaken) }
        let mistakes = try #require(error).lines(in: language)
        #expect(mistakes.count > 8)
        for mistake in mistakes {
            let told = Self.toldLines([mistake])
            #expect(told.first?.firstMatch(of: #/troth\.toml:\d+:\d+: /#) != nil, "\(mistake)")
            for line in told { Self.expectSaid(line, "check") }
        }
    }

    /// The lines without the pieces of the file.
    private static func toldLines(_ texts: [String]) -> [String] {
        texts.flatMap { $0.split(separator: "\n").map(String.init) }.filter { $0.wholeMatch(of: #/\s*\d*\s*\|.*/#) == nil }
    }

    private static let mistaken = """
        timezone = "Europe/Berlni"
        snooze = "9 m"

        [people.sam]
        channels = ["mial"]
        quiet-hours = ["22-07"]
        colour = "red"

        [channels.mail]
        type = "emial"

        [check-in.one]
        every = "Sunady at 19:00"
        except = ["two"]

        [check-in.two]
        every = "Sunday at 25:00"
        except = ["one"]
        people = ["smm"]

        [ritaul.three]
        every = "day"

        [ritual.Four]
        date = 2026-02-30
        agenda = "nothing"
        rrule = "FREQ=SOMETIMES"
        """
}
