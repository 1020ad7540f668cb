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
    private var rare: RareBox?
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

    /// From each of these a prompt is drawn for each occurrence, without repeats until the deck is through; several are
    /// an agenda, in this order.
    public var decks: [Deck] {
        get { rare?.values.decks ?? [] }
        set { changeRare { $0.decks = newValue } }
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

    /// How long after its moment a nudge is still worth sending; nil is the kind's own.
    public var grace: Span? {
        get { rare?.values.grace }
        set { changeRare { $0.grace = newValue } }
    }

    /// Ids whose history this ritual carries on.
    public var formerly: [RitualID] {
        get { rare?.values.formerly ?? [] }
        set { changeRare { $0.formerly = newValue } }
    }

    /// Where it is counted from the last time it was done.
    public var cadence: Cadence? {
        get { rare?.values.cadence }
        set { changeRare { $0.cadence = newValue } }
    }

    /// Who opens or plans it, one after the other.
    public var turns: [PersonID] {
        get { rare?.values.turns ?? [] }
        set { changeRare { $0.turns = newValue } }
    }

    /// Whether it is light-hearted, so that it rests while its people are in a repair.
    public var isLight: Bool {
        get { rare?.values.isLight ?? (kind == .appreciation) }
        set { changeRare { $0.isLight = newValue } }
    }

    /// What its people want to have done by then; said ahead of it.
    public var todo: [String] {
        get { rare?.values.todo ?? [] }
        set { changeRare { $0.todo = newValue } }
    }

    /// Whether a counsellor gave it, so that it says who reads replies and whom to call.
    public var isHomework: Bool {
        get { rare?.values.isHomework ?? false }
        set { changeRare { $0.isHomework = newValue } }
    }

    /// The letter it is about.
    public var letter: LetterForm? {
        get { rare?.values.letter }
        set { changeRare { $0.letter = newValue } }
    }

    /// The step of a repair that it is.
    public var repair: Repair.Part? {
        get { rare?.values.repair }
        set { changeRare { $0.repair = newValue } }
    }

    /// Whether it concerns those alone whom it is for, though most of its kind may be known to all.
    public var isPersonal: Bool {
        get { rare?.values.isPersonal ?? false }
        set { changeRare { $0.isPersonal = newValue } }
    }

    /// What it tells of changes to other rituals.
    public var notice: Notice? {
        get { rare?.values.notice }
        set { changeRare { $0.notice = newValue } }
    }

    /// Whether its people see of each other what came of it: answers, times, and that nothing was said.
    public var isShared: Bool {
        get { rare?.values.isShared ?? false }
        set { changeRare { $0.isShared = newValue } }
    }

    /// Whom it invites as well where it stands unanswered.
    public var escalation: Escalation? {
        get { rare?.values.escalation }
        set { changeRare { $0.escalation = newValue } }
    }

    /// Whose answer counts for whom, where the schedule says so; ``answering`` is what holds.
    public var answer: AnswerPolicy? {
        get { rare?.values.answer }
        set { changeRare { $0.answer = newValue } }
    }

    /// Whether it asks again where nobody answers.
    public var again: AskAgain? {
        get { rare?.values.again }
        set { changeRare { $0.again = newValue } }
    }

    /// What goes out about it has a neutral title and says nothing else.
    public var isDiscreet: Bool {
        get { rare?.values.isDiscreet ?? false }
        set { changeRare { $0.isDiscreet = newValue } }
    }

    /// From whom it is kept.
    public var secrecy: Secrecy? {
        get { rare?.values.secrecy }
        set { changeRare { $0.secrecy = newValue } }
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

extension Ritual {
    /// What few rituals have.
    private struct Rare: Sendable {
        var decks: [Deck] = []
        var grace: Span?
        var formerly: [RitualID] = []
        var cadence: Cadence?
        var isShared = false
        var escalation: Escalation?
        var answer: AnswerPolicy?
        var again: AskAgain?
        var isDiscreet = false
        var secrecy: Secrecy?
        var turns: [PersonID] = []
        var isLight: Bool?
        var todo: [String] = []
        var isHomework = false
        var letter: LetterForm?
        var repair: Repair.Part?
        var isPersonal = false
        var notice: Notice?

        var isEmpty: Bool {
            decks.isEmpty && grace == nil && formerly.isEmpty && cadence == nil && !isShared
                && escalation == nil && answer == nil && again == nil && !isDiscreet && secrecy == nil
                && turns.isEmpty && isLight == nil && letter == nil && todo.isEmpty && !isHomework
                && repair == nil && !isPersonal && notice == nil
        }
    }

    private final class RareBox: Sendable {
        let values: Rare

        /// Nil for nothing.
        init?(_ values: Rare) {
            if values.isEmpty { return nil }
            self.values = values
        }
    }

    private mutating func changeRare(_ change: (inout Rare) -> Void) {
        var values = rare?.values ?? Rare()
        change(&values)
        rare = RareBox(values)
    }
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
