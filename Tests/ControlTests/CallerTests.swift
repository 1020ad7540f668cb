import CivilTime
import Control
import JSON
import Planning
import Recurrence
import Testing

/// Who may do what, on the socket and on the record alike.
@Suite("Callers")
struct CallerTests {
    /// An account, whether it keeps the service, for whom it speaks, and whether it is a stranger's.
    struct Case: CustomTestStringConvertible, Sendable {
        var users: [String: String]
        var account: String?
        var isKeeper = false
        var serves: Set<PersonID>?
        var people: [String]
        var isStranger = false

        var testDescription: String {
            "\(account ?? "–")\(isKeeper ? ", keeper" : "") with \(users.sorted { $0 < $1 })"
        }
    }

    static let cases: [Case] = [
        // A mapped account is that person, whoever else it keeps the service for.
        Case(users: ["sam": "sam", "alex": "alex"], account: "sam", people: ["sam"]),
        Case(users: ["sam": "sam", "alex": "alex"], account: "alex", people: ["alex"]),
        Case(users: ["sam": "sam"], account: "sam", isKeeper: true, people: ["sam"]),
        // Root, and the service's own account, speak for those without one.
        Case(users: ["sam": "sam", "alex": "alex"], account: "root", isKeeper: true, people: []),
        Case(users: ["sam": "sam"], account: "root", isKeeper: true, people: ["alex"]),
        Case(users: [:], account: "home", isKeeper: true, people: ["sam", "alex"]),
        Case(users: [:], account: nil, isKeeper: true, people: ["sam", "alex"]),
        // Of them only those that are served here.
        Case(users: [:], account: "home", isKeeper: true, serves: [PersonID("sam")], people: ["sam"]),
        // Anybody else is a stranger.
        Case(users: ["sam": "sam", "alex": "alex"], account: "guest", people: [], isStranger: true),
        Case(users: [:], account: "guest", people: [], isStranger: true),
        Case(users: ["sam": "sam"], account: nil, people: [], isStranger: true),
    ]

    @Test(
        "An account is the person it is given to; else it speaks for nobody, or for those without one", arguments: cases
    )
    func speaks(of it: Case) {
        let caller = Caller(
            account: it.account, isKeeper: it.isKeeper, in: Pair.schedule(users: it.users, serves: it.serves))
        #expect(caller.people.map(\.text) == it.people)
        #expect(caller.isStranger == it.isStranger)
    }

    @Test("Nobody is spoken for by another, and one of several has to be named")
    func named() throws {
        let sam = PersonID("sam")
        let alex = PersonID("alex")
        let mapped = Pair.schedule(users: ["sam": "sam", "alex": "alex"])
        let own = Caller(account: "sam", isKeeper: false, in: mapped)
        #expect(try own.person(named: nil) == sam)
        #expect(try own.person(named: sam) == sam)
        #expect(throws: Refusal.forAnother(alex)) { try own.person(named: alex) }
        let root = Caller(account: "root", isKeeper: true, in: mapped)
        #expect(throws: Refusal.forAnother(sam)) { try root.person(named: sam) }
        #expect(throws: Refusal.nobody) { try root.person(named: nil) }
        let stranger = Caller(account: "guest", isKeeper: false, in: mapped)
        #expect(throws: Refusal.nobody) { try stranger.person(named: sam) }
        let household = Caller(account: "home", isKeeper: true, in: Pair.schedule())
        #expect(throws: Refusal.whoIsIt([sam, alex])) { try household.person(named: nil) }
        #expect(try household.person(named: alex) == alex)
    }

    // MARK: - What is told

    @Test("What comes is shown to whom it is for; what is shared, to those who share it")
    func next() {
        let desk = Pair.desk("sam")
        #expect(Pair.people(desk.answer(Request(.next(count: 100))).reply, of: "tea") == ["sam"])
        #expect(Pair.people(desk.answer(Request(.next(count: 100))).reply, of: "walk") == ["alex", "sam"])
        #expect(Pair.people(desk.answer(Request(.next(count: 100))).reply, of: "nap").isEmpty)
        #expect(Pair.people(desk.answer(Request(.next(count: 100), person: "sam")).reply, of: "walk") == ["sam"])
        let household = Pair.desk("home", isKeeper: true, users: [:])
        #expect(Pair.people(household.answer(Request(.next(count: 100))).reply, of: "nap") == ["alex"])
    }

    @Test("The record shows another's nudges, and so answers, times and silence, only where they are shared")
    func history() throws {
        let ledger = MemoryLedger()
        for (ritual, person) in [("tea", "sam"), ("tea", "alex"), ("walk", "sam"), ("walk", "alex"), ("nap", "alex")] {
            try ledger.commit(Pair.kept(ritual, person), durably: true)
        }
        let own = Pair.desk("sam", ledger).answer(Request(.history(HistoryRequest(limit: 10)))).reply
        #expect(Pair.people(own, of: "tea") == ["sam"])
        #expect(Pair.people(own, of: "walk") == ["alex", "sam"])
        #expect(Pair.people(own, of: "nap").isEmpty)
        // However many of another's lie before it, the caller gets as many as were asked for.
        let one = Pair.desk("sam", ledger).answer(Request(.history(HistoryRequest(limit: 1, ritual: "tea")))).reply
        #expect(Pair.people(one, of: "tea") == ["sam"])
    }

    // MARK: - What is refused

    static let refused: [(String, Bool, Request, ExitCode)] = [
        ("sam", false, Request(.next(count: 1), person: "alex"), .usage),
        ("sam", false, Request(.history(HistoryRequest(limit: 1)), person: "alex"), .usage),
        ("sam", false, Request(.why("walk"), person: "alex"), .usage),
        ("sam", false, Request(.why("nap")), .usage),
        ("sam", false, Request(.done("nap"), person: "alex"), .usage),
        ("sam", false, Request(.skip("walk"), person: "alex"), .usage),
        ("sam", false, Request(.snooze("walk", span: nil), person: "alex"), .usage),
        ("sam", false, Request(.reload), .configuration),
        ("sam", false, Request(.testChannel("desk", to: "alex")), .configuration),
        ("root", true, Request(.done("nap"), person: "alex"), .usage),
        ("root", true, Request(.next(count: 1)), .configuration),
        ("guest", false, Request(.next(count: 1)), .configuration),
        ("guest", false, Request(.history(HistoryRequest(limit: 1))), .configuration),
        ("guest", false, Request(.why("walk")), .configuration),
        ("guest", false, Request(.done("walk"), person: "sam"), .configuration),
        ("guest", false, Request(.testChannel("desk", to: "sam")), .configuration),
    ]

    @Test("Nobody answers, reads or reloads for another, and a stranger learns nothing", arguments: refused)
    func refusals(account: String, isKeeper: Bool, request: Request, exit: ExitCode) throws {
        let ledger = MemoryLedger()
        try ledger.commit([.opened(Pair.record("walk", "alex")), .opened(Pair.record("nap", "alex"))], durably: true)
        for language in Language.allCases {
            var request = request
            request.language = language
            let (reply, changes) = Pair.desk(account, isKeeper: isKeeper, ledger).answer(request)
            #expect(reply.exit == exit)
            #expect(reply.lines.isEmpty && changes.isEmpty)
            #expect(reply.complaints.count >= 1)
        }
    }

    @Test("An answer is the caller's own, without a name and whatever the other has open")
    func answers() throws {
        let ledger = MemoryLedger()
        try ledger.commit([.opened(Pair.record("walk", "alex")), .opened(Pair.record("walk", "sam"))], durably: true)
        let (reply, changes) = Pair.desk("sam", ledger).answer(Request(.done("walk")))
        #expect(reply.exit == .ok)
        let closed = changes.compactMap { change -> NudgeKey? in
            if case .closed(let key, _, _, _) = change { key } else { nil }
        }
        #expect(closed == [Pair.record("walk", "sam").key])
    }

    @Test("A stranger's status holds no line of the schedule, a person's none that is wrong in it")
    func status() {
        func text(_ account: String, _ isKeeper: Bool) -> String {
            Pair.desk(account, isKeeper: isKeeper, mistakes: ["title = \"Surprise\""])
                .answer(Request(.status)).reply.wire.map(\.text).joined()
        }
        #expect(text("guest", false).contains("all delivered"))
        #expect(!text("guest", false).contains("rituals") && !text("guest", false).contains("Surprise"))
        #expect(text("sam", false).contains("rituals") && !text("sam", false).contains("Surprise"))
        #expect(text("root", true).contains("Surprise"))
    }
}
