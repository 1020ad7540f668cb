import CivilTime
public import Planning

/// One nudge to put into words.
public struct NudgeFacts: Sendable {
    public var ritual: Ritual
    public var record: NudgeRecord
    public var person: Person
    /// Everybody else in the ritual, and whoever fills the jar it draws from.
    public var others: [Person]
    /// By how many seconds a clock change makes it later on the person's clock than last time; negative is earlier.
    public var clockShift: Int64
    /// Whose turn it is to open or plan it.
    public var turn: Person?
    /// What a notice is about: the rituals it names, by id.
    public var about: [RitualID: Ritual] = [:]
    /// Whom to call, for whoever is invited to a repair.
    public var help: [String] = []
    /// What its people set out to do last time.
    public var goals: [Goal] = []
    /// How far the person has come, where it tells that, and whether there is room for all of it.
    public var lookBack: LookBack?
    public var hasRoom = false
    /// Whether nothing may be said of it.
    public var isDiscreet: Bool

    /// Whether it invites somebody whose ritual it is not.
    var isInvitation: Bool { !ritual.people.contains(person.id) && ritual.giver != person.id }

    public init(
        ritual: Ritual, record: NudgeRecord, person: Person, others: [Person], clockShift: Int64 = 0,
        isDiscreet: Bool = false, turn: Person? = nil
    ) {
        self.turn = turn
        self.ritual = ritual
        self.record = record
        self.person = person
        self.others = others
        self.clockShift = clockShift
        self.isDiscreet = isDiscreet
    }
}

extension NudgeFacts {
    /// Whether it tells whoever fills the jar that it runs out.
    var isForGiver: Bool { ritual.giver == person.id }

    var giver: Person? { others.first { $0.id == ritual.giver } }

    /// About how long it takes those whom it is for.
    var takes: Span? { isForGiver ? nil : ritual.takes }

    /// Who draws from the jar.
    var receivers: [String] { others.filter { ritual.people.contains($0.id) }.map(\.name) }
}
