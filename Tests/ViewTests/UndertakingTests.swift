import CivilTime
import Control
import JSON
import Planning
import Testing

@testable import Daemon

/// What somebody undertakes for themselves alone is in no byte that another sees; and that somebody left a repair is
/// told to nobody.
@Suite struct UndertakingTests {
    static let (sam, alex) = (PersonID("sam"), PersonID("alex"))
    static let text = """
        timezone = "Europe/Berlin"

        [people.sam]
        name = "Sam"
        user = "sam"
        channels = ["push"]

        [people.alex]
        name = "Alex"
        user = "alex"
        timezone = "America/Chicago"
        channels = ["push"]

        [people.kid]
        name = "Kid"
        user = "kid"
        child = true
        channels = ["push"]

        [channels.push]
        type = "command"
        command = ["push", "{title}", "{body}", "{ritual}", "{when}"]

        [check-in.weekly]
        title = "Our talk"
        every = "Sunday at 19:00"
        people = ["sam", "alex"]

        [repair.repair]
        people = ["sam", "alex"]

        """

    static func utc(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }

    static func said(_ verb: Request.Verb, by account: String, _ run: SimulatedService) -> String {
        let desk = Desk(
            run.service.planner, run.ledger, at: run.clock.now, language: .english,
            caller: Caller(account: account, isKeeper: false, in: run.schedule), service: nil)
        return desk.answer(Request(verb, person: account)).reply.wire.map(\.text).joined(separator: "\n")
    }

    /// Everything that somebody can ask.
    static func views(_ account: String, _ run: SimulatedService) -> String {
        let ids = ["promise-1", "small-win-1", "letter-1", "repair-1-3", "1"]
        var verbs: [Request.Verb] = [
            .next(count: 60), .history(HistoryRequest(limit: 100)), .letters, .repairs, .seasons, .suggest, .status,
            .lookBack(Request.Span(since: "2027-01-01", until: nil, without: [])),
        ]
        for id in ids {
            verbs += [
                .why(id), .done(id), .skip(id), .snooze(id, span: "1 h"), .move(id, to: "23:00"), .readLetter(id),
                .dropLetter(id), .history(HistoryRequest(limit: 9, ritual: id)),
            ]
        }
        return verbs.map { said($0, by: account, run) }.joined(separator: "\n")
    }

    @Test func whatIsOnesOwnReachesNobodyElse() throws {
        let start = try Self.utc("2027-03-01T08:00:00Z")
        let run = try SimulatedService(Self.text, at: start)
        let day = try #require(CivilDate(parsing: "2027-03-01"))
        let words = ["zqpromise", "zqwin", "zqletter"]
        try run.undertake([
            .promised(
                MadePromise(
                    id: RitualID("promise-1"), maker: Self.sam, to: Self.alex, text: words[0],
                    time: try #require(CivilDateTime(parsing: "2027-03-02T18:00:00")), lead: Lead(.hours(1)),
                    isShared: false, at: start)),
            .celebrated(
                SmallWin(
                    number: 1, person: Self.sam, day: day.adding(days: -364), text: words[1], isShared: false,
                    isYearly: true, at: start)),
            .sealed(
                SealedLetter(
                    number: 1, writer: Self.sam, reader: Self.alex, opens: day.adding(days: 3), text: words[2],
                    at: start)),
        ])
        var toSam = ""
        var letter: Timestamp?
        var looks = 0
        try run.run(until: Self.utc("2027-03-08T08:00:00Z")) { delivery, parcel in
            let text = parcel.title + parcel.body
            if parcel.person.id == Self.sam { toSam += text }
            if parcel.person.id == Self.alex, text.contains(words[2]) { letter = run.clock.now }
            for (account, person) in [("alex", Self.alex), ("kid", PersonID("kid"))] {
                looks += 1
                // Alex's own letter is nobody's secret once it has come.
                let seen = Self.views(account, run)
                let hidden = person == Self.alex && letter != nil ? Array(words.prefix(2)) : words
                for word in hidden where seen.contains(word) { Issue.record("\(account) sees \(word)") }
                if person != Self.alex || letter == nil {
                    #expect(!seen.contains("A letter"), "\(account) at \(run.clock.now)")
                }
            }
            if parcel.person.id != Self.sam {
                for word in words.prefix(2) { #expect(!text.contains(word), "\(delivery.key)") }
            }
        }
        #expect(looks > 4)
        #expect(toSam.contains(words[0]) && toSam.contains(words[1]) && !toSam.contains(words[2]))
        // At nine where Alex lives.
        #expect(letter == (try Self.utc("2027-03-04T15:00:00Z")))
    }

    /// All that Sam gets and can ask, from the beginning of a repair on.
    static func samsWeek(whereAlex end: RepairEnd?) throws -> [String] {
        let start = try utc("2027-03-01T19:00:00Z")
        let run = try SimulatedService(text, at: start)
        let run1 = RepairRun(
            number: 1, repair: RitualID("repair"), person: sam,
            began: try #require(CivilDateTime(parsing: "2027-03-01T20:00:00")), at: start)
        try run.undertake([.repairBegun(run1)] + (end.map { [.repairEnded($0)] } ?? []))
        var seen: [String] = []
        try run.run(until: utc("2027-03-09T08:00:00Z")) { _, parcel in
            guard parcel.person.id == sam else { return }
            seen.append("\(run.clock.now) \(parcel.title) \(parcel.when) \(parcel.body)")
            seen.append(views("sam", run))
        }
        return seen
    }

    @Test func thatSomebodyLeftARepairIsToldToNobody() throws {
        let left = RepairEnd(number: 1, person: Self.alex, isOwnOnly: true, at: try Self.utc("2027-03-01T19:05:00Z"))
        let stays = try Self.samsWeek(whereAlex: nil)
        #expect(stays.count > 10)
        #expect(stays.joined().contains("Alex"))
        for (one, other) in zip(try Self.samsWeek(whereAlex: left), stays) { #expect(one == other) }
        #expect(try Self.samsWeek(whereAlex: left).count == stays.count)
        let ended = RepairEnd(number: 1, person: Self.alex, isOwnOnly: false, at: left.at)
        #expect(try Self.samsWeek(whereAlex: ended) != stays)
    }
}
