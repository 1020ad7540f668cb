public import CivilTime
import JSON
public import Planning
import Wording

/// Answers requests from a planner and a ledger: the same in the service and, where none runs, in the command line.
public struct Desk {
    /// What the service knows beyond the ledger; nil where none runs.
    public struct ServiceFacts: Sendable {
        public var status: String
        public var process: Int32
        public var mistakes: [String]

        public init(status: String, process: Int32, mistakes: [String]) {
            self.status = status
            self.process = process
            self.mistakes = mistakes
        }
    }

    let planner: Planner
    let ledger: (any Ledger)?
    let now: Timestamp
    let language: Language
    let service: ServiceFacts?

    /// - Parameter ledger: Nil where there is none yet: then there is nothing to look back on or to answer.
    public init(
        _ planner: Planner, _ ledger: (any Ledger)?, at now: Timestamp, language: Language, service: ServiceFacts?
    ) {
        self.planner = planner
        self.ledger = ledger
        self.now = now
        self.language = language
        self.service = service
    }

    /// The reply, and the changes to commit before it is given.
    public func answer(_ request: Request) -> (reply: Reply, changes: [LedgerChange]) {
        switch request.verb {
        case .next(let count): (next(count, request.person), [])
        case .history(let limit, let ritual): (history(limit, ritual, request.person), [])
        case .status: (status(), [])
        case .celebrate(let text, let win): celebrate(text, win, request.person)
        case .promise(let text, let promise): self.promise(text, promise, request.person)
        case .move(let id, let time): move(id, to: time, request.person)
        case .repair(.begin, let name): beginRepair(name, request.person)
        case .repair(let wish, let name): endRepair(name, leaving: wish == .leave, request.person)
        case .lookBack(let span): (lookBack(span, request.person), [])
        case .seasons: (seasons(), [])
        case .season(let id, let isOn, let until): turn(id, on: isOn, until: until)
        case .done, .skip, .snooze: answerNudge(request)
        case .reload, .testChannel:
            (Reply(complaints: [words.noService], exit: .unavailable), [])
        }
    }

    var words: CommandWording { CommandWording(language) }

    /// The person a request is about.
    func reader(_ text: String?) -> Result<Person?, Complaint> {
        guard let text else { return .success(nil) }
        guard let person = planner.person(PersonID(text)) else {
            return .failure(
                Complaint(words.noSuchPerson(text, known: planner.schedule.people.map(\.id.text)), .noInput))
        }
        return .success(person)
    }

    struct Complaint: Error {
        var text: String
        var exit: ExitCode
        init(_ text: String, _ exit: ExitCode) {
            self.text = text
            self.exit = exit
        }
        var reply: Reply { Reply(complaints: [text], exit: exit) }
    }

    /// The ritual's title for a person to read.
    func title(_ key: NudgeKey, ordinal: Int?) -> String {
        guard let ritual = planner.ritual(key.ritual) else { return key.ritual.text }
        return NudgeWording.title(of: ritual, ordinal: ordinal, in: language)
    }
}
