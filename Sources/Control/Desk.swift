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
        /// Why nothing is sent at present.
        public var hold: Hold?

        public init(status: String, process: Int32, mistakes: [String], hold: Hold? = nil) {
            self.status = status
            self.process = process
            self.mistakes = mistakes
            self.hold = hold
        }
    }

    let planner: Planner
    let ledger: (any Ledger)?
    let now: Timestamp
    let language: Language
    let caller: Caller
    let service: ServiceFacts?

    /// - Parameters:
    ///   - ledger: Nil where there is none yet: then there is nothing to look back on or to answer.
    ///   - caller: Who asks, and so what is told and what may be changed.
    public init(
        _ planner: Planner, _ ledger: (any Ledger)?, at now: Timestamp, language: Language, caller: Caller,
        service: ServiceFacts?
    ) {
        self.planner = planner
        self.ledger = ledger
        self.caller = caller
        self.now = now
        self.language = language
        self.service = service
    }

    /// The reply, and the changes to commit before it is given.
    public func answer(_ request: Request) -> (reply: Reply, changes: [LedgerChange]) {
        // What is somebody's own is hidden from nobody who may ask for it, also where the schedule has left it out.
        if case .records(let before) = request.verb { return (records(request, before: before), []) }
        return screened(for: readers(of: request)).reply(to: request)
    }

    private func reply(to request: Request) -> (reply: Reply, changes: [LedgerChange]) {
        if let refusal = refusal(request.verb) { return (refusal.reply(planner.schedule, in: language), []) }
        if request.verb.undertakes, ledger == nil {
            return (Reply(complaints: [words.nothingYet], exit: .noInput), [])
        }
        return switch request.verb {
        case .next(let count): (next(count, request.person), [])
        case .history(let history): (self.history(history, request.person), [])
        case .why(let id): (why(id, request.person), [])
        case .status: (status(), [])
        case .celebrate(let text, let win): celebrate(text, win, request.person)
        case .promise(let text, let promise): self.promise(text, promise, request.person)
        case .move(let id, let time): move(id, to: time, request.person)
        case .repair(.begin, let name): beginRepair(name, request.person)
        case .repair(let wish, let name): endRepair(name, leaving: wish == .leave, request.person)
        case .repairs: (repairs(request.person), [])
        case .lookBack(let span): (lookBack(span, request.person), [])
        case .sealLetter(let text, let to, let opens): seal(text, to: to, opens: opens, request.person)
        case .letters: (letters(request.person), [])
        case .readLetter(let number): (readLetter(number, request.person), [])
        case .dropLetter(let number): dropLetter(number, request.person)
        case .suggest: (suggest(request.person), [])
        case .seasons: (seasons(), [])
        case .season(let id, let isOn, let until): turn(id, on: isOn, until: until)
        case .done, .skip, .snooze: answerNudge(request)
        case .stop, .start, .pause, .resume, .mute, .unmute, .agree, .disagree: wish(request)
        case .reload, .testChannel, .forget, .records:
            (Reply(complaints: [words.noService], exit: .unavailable), [])
        }
    }

    var words: CommandWording { CommandWording(language) }

    /// For whom a request looks: whom it names, else all for whom the caller speaks; nobody where whoever keeps the
    /// service speaks for nobody.
    func readers(of request: Request) -> [PersonID] {
        let named = request.person.map(PersonID.init).map { [$0] } ?? []
        return named.allSatisfy(caller.speaks) && !named.isEmpty ? named : caller.people
    }

    /// Why a caller who is nobody, or keeps nothing, gets no answer to `verb`; nil where they get one.
    public func refusal(_ verb: Request.Verb) -> Refusal? {
        switch verb {
        case .status: nil
        case .reload: caller.isKeeper ? nil : .keeperOnly
        case .testChannel(_, let to): caller.isKeeper || caller.speaks(for: PersonID(to)) ? nil : .keeperOnly
        case .next, .history, .why: caller.people.isEmpty ? .nobody : nil
        default: caller.people.isEmpty && !caller.isKeeper ? .nobody : nil
        }
    }

    /// What a request may look at: of the one person it names, else of everybody as far as the caller may see.
    struct View {
        let caller: Caller
        let person: PersonID?

        func shows(_ ritual: Ritual?, of person: PersonID) -> Bool {
            self.person.map { $0 == person } ?? caller.sees(ritual, of: person)
        }
    }

    /// - Parameter name: Whom the request names.
    func view(_ name: String?) -> Result<View, Complaint> {
        guard let name else { return .success(View(caller: caller, person: nil)) }
        return person(name).map { View(caller: caller, person: $0) }
    }

    /// The person that a request names, for whom the caller speaks.
    func person(_ name: String) -> Result<PersonID, Complaint> {
        guard let person = planner.person(PersonID(name)) else {
            return .failure(
                Complaint([words.noSuchPerson(name, known: planner.schedule.people.map(\.id.text))], .noInput))
        }
        do throws(Refusal) {
            return .success(try caller.person(named: person.id))
        } catch {
            return .failure(Complaint(error, planner.schedule, language))
        }
    }

    struct Complaint: Error {
        let reply: Reply

        init(_ complaints: [String], _ exit: ExitCode) { reply = Reply(complaints: complaints, exit: exit) }

        init(_ refusal: Refusal, _ schedule: Schedule, _ language: Language) {
            reply = refusal.reply(schedule, in: language)
        }
    }

    /// The ritual's title for a person to read.
    func title(_ key: NudgeKey, ordinal: Int?) -> String {
        if Introduction.isOne(key) { return IntroductionWording.title(language) }
        guard let ritual = planner.ritual(key.ritual) else { return key.ritual.text }
        return NudgeWording.title(of: ritual, ordinal: ordinal, in: language)
    }
}
