public import CivilTime

/// What few rituals have. It lies apart, so that the others take no room for it.
extension Ritual {
    /// From each of these a prompt is drawn for each occurrence, without repeats until the deck is through; several are
    /// an agenda, in this order.
    public var decks: [Deck] {
        get { rare?.values.decks ?? [] }
        set { changeRare { $0.decks = newValue } }
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

    /// About how long it takes, where the schedule says so. Like its words it is no part of when it comes.
    public var takes: Span? {
        get { rare?.values.takes }
        set { changeRare { $0.takes = newValue } }
    }

    /// Over how long it looks back, where it tells its people how far they have come.
    public var lookBack: Span? {
        get { rare?.values.lookBack }
        set { changeRare { $0.lookBack = newValue } }
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

    private mutating func changeRare(_ change: (inout Rare) -> Void) {
        var values = rare?.values ?? Rare()
        change(&values)
        rare = RareBox(values)
    }
}

extension Ritual {
    /// What few rituals have.
    struct Rare: Sendable {
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
        var takes: Span?
        var lookBack: Span?
        var isHomework = false
        var letter: LetterForm?
        var repair: Repair.Part?
        var isPersonal = false
        var notice: Notice?

        var isEmpty: Bool {
            decks.isEmpty && grace == nil && formerly.isEmpty && cadence == nil && !isShared
                && escalation == nil && answer == nil && again == nil && !isDiscreet && secrecy == nil
                && turns.isEmpty && isLight == nil && letter == nil && todo.isEmpty && !isHomework
                && repair == nil && !isPersonal && notice == nil && takes == nil && lookBack == nil
        }
    }

    final class RareBox: Sendable {
        let values: Rare

        /// Nil for nothing.
        init?(_ values: Rare) {
            if values.isEmpty { return nil }
            self.values = values
        }
    }
}
