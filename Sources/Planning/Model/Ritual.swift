public import CivilTime
public import Recurrence

/// The configured thing: what recurs, for whom, with which words.
///
/// A schedule may have a hundred thousand of them, so that what few have lies apart and the texts lie together.
public struct Ritual: Sendable {
    public var id: RitualID
    var words: TextPair
    public var people: [PersonID]
    /// From the longest to the shortest; ends with ``Lead/moment`` unless `on-the-day = false`.
    public var leads: [Lead]
    /// What few rituals have; see `Ritual+Rare.swift`.
    var rare: RareBox?
    /// For a ritual with a cadence: what comes as long as it was never done.
    public var recurrence: Recurrence
    public var kind: Kind
    /// One instant in the schedule's zone for everybody, else each person's own local time.
    public var together: Bool
    /// May land at night when it is late.
    public var urgent: Bool
    public var catchUp: CatchUp
    /// False keeps the ritual in the file and silent.
    public var isOn: Bool

    public init(
        id: RitualID, kind: Kind, title: String? = nil, message: String? = nil, prompts: [String] = [],
        recurrence: Recurrence, people: [PersonID], together: Bool? = nil, leads: [Lead] = [.moment],
        urgent: Bool = false, catchUp: CatchUp = .latest, grace: Span? = nil, isOn: Bool = true,
        formerly: [RitualID] = [], cadence: Cadence? = nil, isShared: Bool = false,
        escalation: Escalation? = nil, answer: AnswerPolicy? = nil, again: AskAgain? = nil,
        isDiscreet: Bool = false, secrecy: Secrecy? = nil, decks: [Deck] = [], turns: [PersonID] = [],
        isLight: Bool? = nil
    ) {
        self.id = id
        self.kind = kind
        words = TextPair(title, message)
        self.recurrence = recurrence
        self.people = people
        self.together = together ?? kind.isTogether(shared: isShared)
        self.leads = leads
        self.urgent = urgent
        self.catchUp = catchUp
        self.isOn = isOn
        let own = prompts.isEmpty ? [] : [Deck(prompts: prompts.map { Prompt($0) })]
        rare = RareBox(
            Rare(
                decks: own + decks, grace: grace, formerly: formerly, cadence: cadence, isShared: isShared,
                escalation: escalation, answer: answer, again: again, isDiscreet: isDiscreet, secrecy: secrecy,
                turns: turns, isLight: isLight))
    }

    /// As the schedule gives it; the wording supplies one by kind where it is nil.
    public var title: String? {
        get { words.first }
        set { words = TextPair(newValue, message) }
    }

    public var message: String? {
        get { words.second }
        set { words = TextPair(title, newValue) }
    }

    /// Who fills the jar that it draws from, where it does.
    public var giver: PersonID? { decks.lazy.compactMap(\.giver).first }

    /// Whether each person opts into it for themselves.
    public var isDelicate: Bool { decks.contains(where: \.isDelicate) }

    /// The prompt that the ledger has by its id, while a deck holds it.
    public func prompt(_ id: UInt64) -> Prompt? {
        for deck in decks { if let prompt = deck.prompts.first(where: { $0.id == id }) { return prompt } }
        return nil
    }

    /// Everybody whom its words may name: whom it is for, also where one of them left it, who fills its jar, and who
    /// wrote the letter it brings.
    public var named: [PersonID] {
        if let repair { return repair.people }
        if case .sealed(let letter)? = letter { return people + [letter.writer] }
        return people + [giver].compactMap(\.self)
    }

    /// Kind and id as a person writes them: `check-in.weekly`.
    public var name: String { "\(kind.rawValue).\(id)" }

    /// Whether there is another occurrence than the one at `moment`. What is counted from the last time has one at a time.
    public func hasOthers(than moment: Timestamp, in zone: Zone) -> Bool {
        cadence == nil
            && (recurrence.next(after: moment, in: zone) != nil
                || recurrence.latest(atOrBefore: moment.adding(microseconds: -1), in: zone) != nil)
    }

    /// Whether a moment that was missed is over at its time (promises and what is done together).
    public var expiresAtItsTime: Bool { kind.expiresAtItsTime || together }
}

/// What becomes of moments that fell due while nobody could send them.
public enum CatchUp: String, CaseIterable, Sendable {
    /// Only the newest one, if it is still within its grace.
    case latest
    /// Every one still within its grace.
    case all
    /// None: what was missed is missed.
    case none
}
